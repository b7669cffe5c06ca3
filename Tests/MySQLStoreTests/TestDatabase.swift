import BookingDomain
import BookingStore
import BookingTesting
import Foundation
import Synchronization

@testable import MySQLStore

/// A fresh database of one test in the tests' own MariaDB.
final class TestDatabase: Sendable {
  let name: String
  let address: MySQLAddress
  let server: PrivateMariaDB

  /// - Parameter isEmpty: without any table; else the shop's schema with FrontDesk installed.
  init(isEmpty: Bool = false) async throws {
    server = try await PrivateMariaDB.shared.value
    name = "spa_" + UUID().uuidString.prefix(8).lowercased()
    let root = try MySQLConnection(MySQLAddress(server.url("mysql")))
    try root.run("CREATE DATABASE \(name) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci")
    address = try MySQLAddress(server.url(name))
    if !isEmpty {
      try install(Migration(address).creating())
      try install(Migration(address).installing())
    }
  }

  func install(_ steps: [Migration.Step]) throws {
    try Migration(address).carryOut(steps) { _ in }
  }

  func connection() throws -> MySQLConnection { try MySQLConnection(address) }

  /// As the web shop: a connection of its own at the usual isolation level, every statement its
  /// own transaction.
  func runForeignSQL(_ statements: [String]) throws {
    let connection = try foreignConnection()
    for statement in statements { try connection.run(statement) }
  }

  func foreignConnection() throws -> MySQLConnection {
    let connection = try connection()
    try connection.run("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ")
    return connection
  }

  /// The contract's spa, and a store on it.
  func openContractSpa() async throws -> MySQLStore {
    try runForeignSQL(ContractSpa.statements)
    return try await MySQLStore.open(address)
  }

  /// A story on a lent database, with the contract's spa and a store on it.
  static func withContractSpa(
    _ story: (TestDatabase, MySQLStore) async throws -> Void
  ) async throws {
    let database = try await lent()
    let store = try await database.openContractSpa()
    try await story(database, store)
    await store.close()
    try database.giveBack()
  }

  /// Databases with everything installed and nothing in them: making one takes longer than a test.
  private static let idle = Mutex<[TestDatabase]>([])

  static func lent() async throws -> TestDatabase {
    if let database = idle.withLock({ $0.popLast() }) { return database }
    return try await TestDatabase()
  }

  /// Empties it for the next test. One whose test failed on the way is not given back.
  func giveBack() throws {
    let connection = try connection()
    try connection.run("SET SESSION foreign_key_checks = 0")
    let shop = MySQLShopTables.all.map(\.name).filter { $0 != "roles" }
    for table in shop + MySQLOwnTables.all.map(\.name) {
      try connection.run("DELETE FROM \(table)")
    }
    try install(Migration(address).installing())
    Self.idle.withLock { $0.append(self) }
  }

  /// The database goes, so that the disk does not fill while the tests run. A file that the server
  /// writes at just that time stops it from removing the directory (1010): that one goes with the
  /// server's own directory when the tests end.
  func drop() throws {
    do {
      try MySQLConnection(MySQLAddress(server.url("mysql"))).run("DROP DATABASE \(name)")
    } catch let error as MySQLError where error.code == 1010 {}
  }
}

extension MySQLStore {
  /// Whether it takes an order.
  func confirms(_ booking: BookingID) async throws -> Bool {
    let answer = try await perform(
      ContractSpa.command(booking, ContractSpa.change(.confirmed)), by: ContractSpa.lan,
      now: ContractSpa.now)
    return if case .accepted = answer.result { true } else { false }
  }
}
