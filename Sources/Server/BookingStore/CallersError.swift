/// An error of whoever gave a store work to do, not of the database: the transaction is taken back,
/// and drivers hand the error on as it is.
package protocol CallersError: Error {}
