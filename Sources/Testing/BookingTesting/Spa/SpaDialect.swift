/// SQL of foreign programs that is different in SQLite and in MySQL.
package enum SpaDialect: Sendable {
  case sqlite
  case mariaDB

  /// An update that leaves out rows that would break a rule.
  package var updateIgnoring: String {
    switch self {
    case .sqlite: "UPDATE OR IGNORE"
    case .mariaDB: "UPDATE IGNORE"
    }
  }

  package var begin: String {
    switch self {
    case .sqlite: "BEGIN IMMEDIATE;"
    case .mariaDB: "START TRANSACTION;"
    }
  }

  package func dayAfter(_ column: String) -> String {
    switch self {
    case .sqlite: "date(\(column), '+1 day')"
    case .mariaDB: "\(column) + INTERVAL 1 DAY"
    }
  }

  /// Waits for a while, in the middle of a transaction.
  package func pause(seconds: Double) -> String {
    switch self {
    case .sqlite: ".system sleep \(seconds)"
    case .mariaDB: "DO SLEEP(\(seconds));"
    }
  }
}
