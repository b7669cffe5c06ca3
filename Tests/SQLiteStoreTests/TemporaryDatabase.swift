import BookingDomain
import BookingTesting
import Foundation

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
    try await ForeignSQLite.run(statements, on: path)
  }

  /// The contract's spa in a fresh file.
  func openContractSpa() async throws -> SQLiteStore {
    let store = try await open()
    try await runForeignSQL(ContractSpa.statements)
    return store
  }
}
