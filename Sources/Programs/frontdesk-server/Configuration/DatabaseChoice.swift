import BookingServer
import BookingStore
import Foundation
import MySQLStore
import SQLiteStore

/// Which database, by its URL: the embedded one or the spa's own server.
enum DatabaseChoice {
  case sqlite(path: String)
  case mysql(MySQLAddress)

  static let forms =
    "sqlite:PATH or mysql://USER[:PASSWORD]@HOST[:PORT]/DATABASE[?socket=PATH&ssl-ca=FILE]"

  /// - Parameters:
  ///   - source: where `url` came from, for the sentence when it is wrong.
  ///   - password: goes before one in the URL, which other people on this machine can see.
  init(_ url: String, source: String, password: String? = nil) throws {
    if url.hasPrefix("mysql://") || url.hasPrefix("mariadb://") {
      var address = try MySQLAddress(url)
      if let password { address.password = password }
      self = .mysql(address)
      return
    }
    let parts = url.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[0] == "sqlite", !parts[1].isEmpty else {
      throw OperatingError("\(source): \"\(url)\" names no database; write \(Self.forms).")
    }
    self = .sqlite(path: String(parts[1]))
  }

  /// The password in a file, without the end of its line.
  static func password(inFile path: String?) throws -> String? {
    guard let path else { return nil }
    guard let data = FileManager.default.contents(atPath: path), data.count <= 1024,
      let text = String(data: data, encoding: .utf8)
    else { throw OperatingError("The database's password cannot be read from \(path).") }
    return text.trimmingCharacters(in: .newlines)
  }

  /// Without a password.
  var description: String {
    switch self {
    case .sqlite(let path): path
    case .mysql(let address): address.description
    }
  }

  func open() async throws -> OpenDatabase {
    switch self {
    case .sqlite(let path):
      let store = try await SQLiteStore.open(path: path, createIfMissing: true)
      return OpenDatabase(
        store: store, close: { store.close() }, fill: { try await store.fill(with: $0) })
    case .mysql(let address):
      let store = try await MySQLStore.open(address)
      return OpenDatabase(
        store: store, close: { await store.close() }, fill: { try await store.fill(with: $0) })
    }
  }
}

/// A store and what only its own driver can do with it.
struct OpenDatabase {
  let store: any BookingStore
  let close: @Sendable () async -> Void
  let fill: @Sendable (DemoDatabase) async throws -> Void
}
