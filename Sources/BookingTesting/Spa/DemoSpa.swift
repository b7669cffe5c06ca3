import BookingDomain
import Foundation
import Synchronization

/// A demo spa of its own for one story: a database filled by `frontdesk-server demo`, and the real
/// server on it, on a free port of loopback.
package final class DemoSpa: Sendable {
  package struct Setting: Hashable, Sendable {
    package enum Size: String, Sendable { case small, big }

    package var size = Size.small
    package var date = SpaClock.noon.today
    package var zone = SpaClock.noon.zone
    /// Instead of the demo's own bookings of that day.
    package var scene: Scene?
    /// Further flags of `serve`.
    package var flags: [String] = []

    package init() {}
  }

  package let database: SpaDatabase
  package let setting: Setting
  private let state: Mutex<(server: RunningProgram, url: String)>
  /// Ends what people brought along; the last who came goes first.
  private let guests = Mutex<[@Sendable () async -> Void]>([])

  private init(database: SpaDatabase, setting: Setting, server: RunningProgram, url: String) {
    self.database = database
    self.setting = setting
    state = Mutex((server, url))
  }

  /// Where the server listens, `http://127.0.0.1:40321`. The same after a restart.
  package var url: String { state.withLock { $0.url } }
  package var server: RunningProgram { state.withLock { $0.server } }

  /// Opens a spa for one story, and closes it and everything in it however the story ends.
  package static func during<Result: Sendable>(
    _ setting: Setting = Setting(), _ story: (DemoSpa) async throws -> Result
  ) async throws -> Result {
    let spa = try await open(setting)
    do {
      let result = try await story(spa)
      await spa.close()
      return result
    } catch {
      let log = spa.server.record.value.errors.suffix(2000)
      await spa.close()
      throw StoryFailed(problem: "\(error)", serverLog: String(log))
    }
  }

  /// A story of a day with just these appointments.
  package static func during<Result: Sendable>(
    _ scene: Scene, _ story: (DemoSpa) async throws -> Result
  ) async throws -> Result {
    var setting = Setting()
    setting.scene = scene
    return try await during(setting, story)
  }

  /// Has something ended together with the spa.
  package func atClosing(_ end: @escaping @Sendable () async -> Void) {
    guests.withLock { $0.append(end) }
  }

  /// Opens a spa for a story that closes it itself.
  package static func open(_ setting: Setting = Setting()) async throws -> DemoSpa {
    let path = "\(try TestRun.privateDirectory("spa"))/spa.db"
    try FileManager.default.copyItem(atPath: try await filled(setting), toPath: path)
    let database = SpaDatabase(path: path)
    if let scene = setting.scene { try await database.sql(scene.sql(on: "\(setting.date)")) }
    let (server, url) = try await start(database, setting, listen: "127.0.0.1:0")
    return DemoSpa(database: database, setting: setting, server: server, url: url)
  }

  /// Ends the server as a power cut would.
  package func crash() async throws {
    server.signal(SIGKILL)
    _ = try await server.finishes()
  }

  /// Starts a server again on the same database and the same port.
  package func restart() async throws {
    await server.stop()
    let address = url.split(separator: "/").last.map(String.init) ?? ""
    let started = try await Self.start(database, setting, listen: address)
    state.withLock { $0 = started }
  }

  package func close() async {
    for end in guests.withLock({ $0 }).reversed() { await end() }
    await server.stop()
  }

  private static func start(
    _ database: SpaDatabase, _ setting: Setting, listen address: String
  ) async throws -> (server: RunningProgram, url: String) {
    let server = try RunningProgram(
      try BuiltProgram.server.path,
      [
        "serve", "--database", "sqlite:\(database.path)", "--listen", address,
        "--timezone", setting.zone,
      ] + setting.flags)
    do {
      let prefix = "frontdesk-server: listening on "
      let line = try await server.line("ready line") { $0.hasPrefix(prefix) }
      return (server, String(line.dropFirst(prefix.count)))
    } catch {
      await server.stop()
      throw error
    }
  }

  /// Databases that were filled in this run, one for each kind: filling takes a while, copying
  /// does not.
  private static let templates = Mutex<[String: Task<String, any Error>]>([:])

  private static func filled(_ setting: Setting) async throws -> String {
    let kind = "\(setting.size.rawValue)-\(setting.date)-\(setting.zone)"
    let filling = templates.withLock { templates in
      let filling = templates[kind] ?? Task { try await fill(setting) }
      templates[kind] = filling
      return filling
    }
    return try await filling.value
  }

  private static func fill(_ setting: Setting) async throws -> String {
    let path = "\(try TestRun.privateDirectory("template"))/spa.db"
    let record = try await RunningProgram.run(
      try BuiltProgram.server.path,
      [
        "demo", "--database", "sqlite:\(path)", "--size", setting.size.rawValue,
        "--date", "\(setting.date)", "--timezone", setting.zone,
      ], within: .seconds(120))
    guard record.ending == .exited(0) else { throw DemoFailed(record: record) }
    return path
  }
}

/// A story that ended badly, with what the server logged last.
struct StoryFailed: Error, CustomStringConvertible {
  let problem: String
  let serverLog: String
  var description: String { "\(problem)\nThe server's log ends:\n\(serverLog)" }
}

struct DemoFailed: Error, CustomStringConvertible {
  let record: RunningProgram.Record
  var description: String { "frontdesk-server demo failed: \(record)" }
}
