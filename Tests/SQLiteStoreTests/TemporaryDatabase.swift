import BookingDomain
import BookingTesting
import Foundation
import GRDB

@testable import SQLiteStore

/// A private directory with a database file in it, removed when the test is done with it.
final class TemporaryDatabase: Sendable {
  let directory: URL
  var path: String { directory.appendingPathComponent("spa.sqlite").path }

  init() throws {
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("frontdesk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  func open() async throws -> SQLiteStore {
    try await SQLiteStore.open(path: path, createIfMissing: true)
  }

  /// As another program would: a connection of its own, every statement its own transaction.
  func runForeignSQL(_ statements: [String]) async throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    let connection = try DatabaseQueue(path: path, configuration: configuration)
    try await connection.writeWithoutTransaction { db in
      for statement in statements { try db.execute(sql: statement) }
    }
    try connection.close()
  }

  /// The contract's spa in a fresh file.
  func openContractSpa() async throws -> SQLiteStore {
    let store = try await open()
    try await runForeignSQL(StoreContractSpa.statements)
    return store
  }
}
