import BookingDomain

/// A connection of some driver: all that the statements in this folder ask of it. They are written
/// in the SQL that SQLite, MySQL and MariaDB have in common, with `?` for values.
package protocol SQLConnection {
  func rows(_ sql: String, _ values: [StoredValue]) throws -> [TolerantRow]
  func execute(_ sql: String, _ values: [StoredValue]) throws
}

extension SQLConnection {
  package func rows(_ sql: String) throws -> [TolerantRow] { try rows(sql, []) }
  package func execute(_ sql: String) throws { try execute(sql, []) }

  package func row(_ sql: String, _ values: [StoredValue] = []) throws -> TolerantRow? {
    try rows(sql, values).first
  }
}

/// A connection in a transaction that may carry an order out. How a row is kept from others, how
/// triggers learn who writes and how events get their numbers is each driver's own.
package protocol OrderConnection: SQLConnection {
  /// Keeps everybody else from changing the booking until the transaction ends.
  func hold(_ booking: BookingID) throws

  /// Keeps other orders from deciding about the same therapist's day, bed's day or paid sessions
  /// until the transaction ends.
  func holdSurroundings(of booking: Booking) throws

  /// What is written from here on was written by `author`, and the triggers say so.
  func signIn(_ author: Author) throws
  func signOut() throws

  /// The newest entry of the log that is about the booking, what this transaction wrote included;
  /// nil where there is none.
  func newestEntry(of booking: BookingID) throws -> (seq: Int64, version: Int64)?

  /// A sentence for the operator of a database that has lost its triggers.
  static var howToRestoreTriggers: String { get }
}

/// Who writes, when and why, for the triggers.
package struct Author: Sendable {
  package let person: Person
  package let at: Timestamp
  package let reason: String?
  /// An undo takes history back and adds none.
  package let isUndo: Bool
  /// An arrival that comes with a change of status is told by that change.
  package let isArrivalImplied: Bool
}
