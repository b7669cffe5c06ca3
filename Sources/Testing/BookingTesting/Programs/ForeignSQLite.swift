import GRDB

/// Another program that writes into the spa's SQLite file.
package enum ForeignSQLite {
  /// On a connection of its own, every statement its own transaction.
  package static func run(_ statements: [String], on path: String) async throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    let connection = try DatabaseQueue(path: path, configuration: configuration)
    try await connection.writeWithoutTransaction { db in
      for statement in statements { try db.execute(sql: statement) }
    }
    try connection.close()
  }
}
