import CMariaDB

/// An error of the database or of the connection to it.
struct MySQLError: Error, Hashable, CustomStringConvertible {
  let code: UInt32
  let message: String
  /// The SQLSTATE; `HY000` stands for none in particular.
  let state: String

  var description: String { "\(message) (\(code))" }

  init(code: UInt32, message: String, state: String = "HY000") {
    (self.code, self.message, self.state) = (code, message, state)
  }

  init(of handle: UnsafeMutablePointer<MYSQL>) {
    self.init(
      code: mysql_errno(handle), message: mysql_error(handle).map { String(cString: $0) } ?? "",
      state: mysql_sqlstate(handle).map { String(cString: $0) } ?? "")
  }

  init(of statement: UnsafeMutablePointer<MYSQL_STMT>) {
    self.init(
      code: mysql_stmt_errno(statement),
      message: mysql_stmt_error(statement).map { String(cString: $0) } ?? "",
      state: mysql_stmt_sqlstate(statement).map { String(cString: $0) } ?? "")
  }

  var kind: MySQLErrorClass { MySQLErrorClass(code: code, state: state) }

  var isRolledBack: Bool { kind == .rolledBack }
  var isLockTimeout: Bool { kind == .locked }

  /// Whether the connection has to be thrown away.
  var isBroken: Bool {
    switch kind {
    case .connectionLost, .readOnly, .unknown: true
    // After an error of the client library the state of the connection is unknown.
    case .away: (2000..<3000).contains(code)
    case .rolledBack, .locked, .duplicate, .refused: false
    }
  }
}
