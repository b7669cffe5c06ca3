/// What foreign programs write differently in one database and in the other.
enum SpaDialect: Sendable {
  case sqlite
  case mariaDB

  /// An update that leaves out rows that would break a rule.
  var updateIgnoring: String {
    switch self {
    case .sqlite: "UPDATE OR IGNORE"
    case .mariaDB: "UPDATE IGNORE"
    }
  }

  var begin: String {
    switch self {
    case .sqlite: "BEGIN IMMEDIATE;"
    case .mariaDB: "START TRANSACTION;"
    }
  }

  func dayAfter(_ column: String) -> String {
    switch self {
    case .sqlite: "date(\(column), '+1 day')"
    case .mariaDB: "\(column) + INTERVAL 1 DAY"
    }
  }

  /// Does nothing for a while, in the middle of a transaction.
  func pause(seconds: Double) -> String {
    switch self {
    case .sqlite: ".system sleep \(seconds)"
    case .mariaDB: "DO SLEEP(\(seconds));"
    }
  }
}
