import BookingStore
import Foundation

extension MySQLConnection {
  /// A change of a table or a trigger waits for open transactions on its table, and everybody else
  /// waits behind it: so it waits a second at a time, and lets the others through in between.
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
