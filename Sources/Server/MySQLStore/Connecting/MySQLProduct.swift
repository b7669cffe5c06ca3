/// Whether the server is MariaDB's or MySQL's: their programs have different names.
package enum MySQLProduct: Hashable, Sendable {
  case mariaDB
  case mySQL

  /// - Throws: where it cannot be reached.
  package init(at address: MySQLAddress) throws {
    let connection = try MySQLConnection(address)
    self = connection.serverVersion.contains("MariaDB") ? .mariaDB : .mySQL
  }
}
