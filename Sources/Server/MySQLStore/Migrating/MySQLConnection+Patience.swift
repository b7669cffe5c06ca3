import BookingStore
import Foundation

extension MySQLConnection {
  /// To change a table or a trigger, the database waits for open transactions on the table, and
  /// everybody else waits behind it. So each attempt waits one second, and lets the others through
  /// before the next one.
  func patiently(_ statement: String) throws {
    for _ in 0..<9 {
      do {
        return try run(statement)
      } catch let error as MySQLError where error.isLockTimeout {
        Thread.sleep(forTimeInterval: 0.5)
      }
    }
    do {
      try run(statement)
    } catch let error as MySQLError where error.isLockTimeout {
      throw StoreFailure(
        .unavailable,
        "Some program keeps a transaction open on a table that has to be changed now. What has been "
          + "done so far is harmless; run migrate again when that transaction has ended.")
    }
  }
}
