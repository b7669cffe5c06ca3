import BookingDomain
import Foundation
import Synchronization

/// Databases that `frontdesk-server demo` filled in this run, one of each kind: filling takes a
/// while, copying does not.
enum FilledDatabase {
  private struct Kind: Hashable {
    let database: Way.Database
    let size: DemoSpa.Setting.Size
    let date: LocalDate
    let zone: String
  }

  private static let templates = Mutex<[Kind: Task<SpaDatabase, any Error>]>([:])
  private static let name = "spa"

  /// A copy for the caller alone. Whoever gets it stops the database server that comes with it, if
  /// there is one.
  static func copy(for setting: DemoSpa.Setting) async throws -> SpaDatabase {
    let kind = Kind(
      database: setting.way.database, size: setting.size, date: setting.date, zone: setting.zone)
    let filling = templates.withLock { templates in
      let filling = templates[kind] ?? Task { try await fill(kind) }
      templates[kind] = filling
      return filling
    }
    let template = try await filling.value
    if let server = template.server {
      let copy = try await PrivateMariaDB(copying: server, options: setting.databaseOptions)
      return SpaDatabase(copy, name: name)
    }
    let path = "\(try setting.folder ?? TestRun.privateDirectory("spa"))/spa.db"
    try FileManager.default.copyItem(
      atPath: String(template.url.dropFirst("sqlite:".count)), toPath: path)
    return SpaDatabase(path: path)
  }

  private static func fill(_ kind: Kind) async throws -> SpaDatabase {
    switch kind.database {
    case .sqlite:
      let database = SpaDatabase(path: "\(try TestRun.privateDirectory("template"))/spa.db")
      try await fill(database, kind)
      return database
    case .mariaDB:
      let server = try await PrivateMariaDB()
      do {
        try await SpaDatabase(server, name: "mysql").sql("CREATE DATABASE \(name);")
        let database = SpaDatabase(server, name: name)
        try await run(["migrate", "--create", "--database", database.url])
        try await fill(database, kind)
        await server.stop()
        return database
      } catch {
        await server.stop()
        throw error
      }
    }
  }

  private static func fill(_ database: SpaDatabase, _ kind: Kind) async throws {
    try await run([
      "demo", "--database", database.url, "--size", kind.size.rawValue, "--date", "\(kind.date)",
      "--timezone", kind.zone,
    ])
  }

  private static func run(_ arguments: [String]) async throws {
    let record = try await RunningProgram.run(
      try BuiltProgram.server.path, arguments, within: .seconds(120))
    guard record.ending == .exited(0) else { throw DemoFailed(what: arguments[0], record: record) }
  }
}

struct DemoFailed: Error, CustomStringConvertible {
  let what: String
  let record: RunningProgram.Record
  var description: String { "frontdesk-server \(what) failed: \(record)" }
}
