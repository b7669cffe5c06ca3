import CMariaDB

/// What the database, or the way to it, answered instead of doing what it was asked.
struct MySQLError: Error, Hashable, CustomStringConvertible {
  let code: UInt32
  let message: String

  var description: String { "\(message) (\(code))" }

  init(code: UInt32, message: String) {
    self.code = code
    self.message = message
  }

  init(of handle: UnsafeMutablePointer<MYSQL>) {
    self.init(
      code: mysql_errno(handle), message: mysql_error(handle).map { String(cString: $0) } ?? "")
  }

  init(of statement: UnsafeMutablePointer<MYSQL_STMT>) {
    self.init(
      code: mysql_stmt_errno(statement),
      message: mysql_stmt_error(statement).map { String(cString: $0) } ?? "")
  }

  /// The transaction was rolled back for the sake of another one (deadlock, or MariaDB's snapshot
  /// check), and may succeed when it is tried again as a whole.
  var isRolledBack: Bool { code == 1213 || code == 1020 }

  /// A row was locked for longer than we wait.
  var isLockTimeout: Bool { code == 1205 }

  var isDuplicate: Bool { code == 1062 }

  /// The connection is of no use any more: gone, lost, killed, idle for too long, server stopping.
  var isBroken: Bool { [2006, 2013, 2014, 2055, 4031, 1927, 1053, 1152].contains(code) }

  /// Nobody there, or nobody there who has room for us.
  var isUnreachable: Bool { [2002, 2003, 2005, 1040, 1203].contains(code) }
}
