import BookingServer
import BookingStore
import Foundation
import MySQLStore
import SQLiteStore
import Settings

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
      throw SettingsProblem(
        "\(source): \"\(SettingKey.Kind.withoutPassword(url))\" names no database; write "
          + "\(Self.forms).")
    }
    let path = String(parts[1])
    // Not "there is none", which would sound as if the spa's bookings were lost.
    guard access(path, R_OK) == 0 || errno != EACCES else {
      throw SettingsProblem("\(source): this user may not read \(path); say sudo, or be its owner.")
    }
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
      isDirectory.boolValue
    {
      throw SettingsProblem("\(source): \(path) is a directory; name a file in it.")
    }
    self = .sqlite(path: path)
  }

  /// Whether there is a file to open; of a database server only opening tells.
  var isThere: Bool {
    guard case .sqlite(let path) = self else { return true }
    return FileManager.default.fileExists(atPath: path)
  }

  /// Whether there is a file, and nothing in it.
  var isEmpty: Bool {
    guard case .sqlite(let path) = self else { return false }
    return EmptyFile.stands(at: path)
  }

  static func password(inFile path: String?) throws(SettingsProblem) -> String? {
    try path.map { path throws(SettingsProblem) in
      try SmallFile.firstLine(of: path, as: "the database's password")
    }
  }

  /// Without a password.
  var description: String {
    switch self {
    case .sqlite(let path): path
    case .mysql(let address): address.description
    }
  }

  /// Which process serves it; nil where none does, and of a database server, which takes several.
  /// Asked before the file is opened.
  var owner: ServingLock.Owner? {
    guard case .sqlite(let path) = self else { return nil }
    return ServingLock.owner(of: path)
  }

  /// - Parameter serves: whether this process is to be the one that serves it.
  func open(createIfMissing: Bool = true, serves: Bool = false) async throws -> OpenDatabase {
    switch self {
    case .sqlite(let path):
      let store = try await SQLiteStore.open(
        path: path, createIfMissing: createIfMissing, serves: serves)
      return OpenDatabase(
        store: store, close: { store.close() }, fill: { try await store.fill(with: $0) })
    case .mysql(let address):
      let store = try await MySQLStore.open(address)
      return OpenDatabase(
        store: store, close: { await store.close() }, fill: { try await store.fill(with: $0) })
    }
  }
}

extension DatabaseChoice {
  /// Opens a database that a new spa begins in: makes the file, or the tables where there are none.
  /// - Parameter tell: hears what takes its time.
  func openForSetup(telling tell: (String) -> Void) async throws -> OpenDatabase {
    guard case .mysql(let address) = self else { return try await open() }
    // Whoever may only serve is not shown what triggers do, and could not replace them either.
    if let prepared = try? await open() { return prepared }
    let migration = Migration(address)
    do {
      try migration.carryOut(try migration.creating(), telling: tell)
    } catch let failure as StoreFailure where failure.code == .unusable {
      // There are tables already; whether they will do says the installation.
    }
    try migration.carryOut(try migration.installing(), telling: tell)
    return try await open()
  }

  /// Does what makes a new database; where it fails, no new file stays behind.
  func making<T>(_ work: () async throws -> T) async throws -> T {
    guard case .sqlite(let path) = self, !FileManager.default.fileExists(atPath: path) else {
      return try await work()
    }
    do {
      let result = try await work()
      Self.handOver(path)
      return result
    } catch {
      for suffix in Self.suffixes { unlink(path + suffix) }
      throw error
    }
  }

  /// The database, SQLite's own files beside it, and our note of how far its log had come.
  static let suffixes = ["", "-wal", "-shm", "-journal", "-frontdesk"]

  /// What root puts in the place of somebody's file is to be theirs.
  static func giveTheOwner(of kept: String, _ path: String) {
    var owner = stat()
    guard geteuid() == 0, stat(kept, &owner) == 0 else { return }
    for suffix in suffixes { lchown(path + suffix, owner.st_uid, owner.st_gid) }
  }

  /// What root makes in a directory of somebody's, like the server's own user, is to be theirs.
  private static func handOver(_ path: String) {
    guard geteuid() == 0 else { return }
    var directory = stat()
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard stat(parent, &directory) == 0, directory.st_uid != 0 else { return }
    for suffix in suffixes { lchown(path + suffix, directory.st_uid, directory.st_gid) }
  }
}

/// A store and what only its own driver can do with it.
struct OpenDatabase {
  let store: any SQLStore
  let close: @Sendable () async -> Void
  let fill: @Sendable (DemoDatabase) async throws -> Void
}
