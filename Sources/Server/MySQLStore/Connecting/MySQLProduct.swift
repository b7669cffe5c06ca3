/// Whose server a database is, for what its own programs are called.
package enum MySQLProduct: Hashable, Sendable {
  case mariaDB
  case mySQL

  /// - Throws: where it cannot be reached.
  package init(at address: MySQLAddress) throws {
    let connection = try MySQLConnection(address)
    self = connection.serverVersion.contains("MariaDB") ? .mariaDB : .mySQL
  }
}
