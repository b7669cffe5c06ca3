import BookingDomain
import Foundation
import Synchronization

/// A demo spa of its own for one story: a database filled by `frontdesk-server demo`, and the real
/// server on it, on a free port of loopback.
package final class DemoSpa: Sendable {
  package struct Setting: Hashable, Sendable {
    package enum Size: String, Sendable { case small, big }

    package var way = Way.usual
    package var size: Size
    package var date = SpaClock.noon.today
    package var zone = SpaClock.noon.zone
    /// The day's bookings, instead of those of the demo.
    package var scene: Scene?
    /// How many servers stand on the one database; more than one only on MariaDB.
    package var servers = 1
    /// Further options of the database server, where there is one.
    package var databaseOptions: [String] = []
    /// Where its SQLite file is to lie; nil is a directory of its own.
    package var folder: String?
    /// Further flags of `serve`.
    package var flags: [String] = []

    package init(_ scene: Scene? = nil, on way: Way = .usual, size: Size = .small) {
      (self.scene, self.way, self.size) = (scene, way, size)
    }
  }

  private struct Running: Sendable {
    let server: RunningProgram
    let url: String
  }

  package let database: SpaDatabase
  package let setting: Setting
  private let running: Mutex<[Running]>
  /// What is to be ended with the spa; what was added last is ended first.
  private let guests = Mutex<[@Sendable () async -> Void]>([])

  private init(database: SpaDatabase, setting: Setting, running: [Running]) {
    self.database = database
    self.setting = setting
    self.running = Mutex(running)
  }

  /// Where the servers listen, `http://127.0.0.1:40321`. The same after a restart.
  package var urls: [String] { running.withLock { $0.map(\.url) } }
  package var url: String { urls[0] }
  package var server: RunningProgram { server(0) }
  package func server(_ index: Int) -> RunningProgram { running.withLock { $0[index].server } }

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
    _ scene: Scene, on way: Way = .usual, _ story: (DemoSpa) async throws -> Result
  ) async throws -> Result {
    try await during(Setting(scene, on: way), story)
  }

  /// Has something ended together with the spa.
  package func atClosing(_ end: @escaping @Sendable () async -> Void) {
    guests.withLock { $0.append(end) }
  }

  /// Opens a spa for a story that closes it itself.
  package static func open(_ setting: Setting = Setting()) async throws -> DemoSpa {
    let database = try await FilledDatabase.copy(for: setting)
    do {
      if let scene = setting.scene { try await database.sql(scene.sql(on: "\(setting.date)")) }
      var running: [Running] = []
      for _ in 0..<setting.servers {
        running.append(try await start(database, setting, listen: "127.0.0.1:0"))
      }
      return DemoSpa(database: database, setting: setting, running: running)
    } catch {
      await database.server?.stop()
      throw error
    }
  }

  /// Ends a server as a power cut would.
  package func crash(_ index: Int = 0) async throws {
    let server = server(index)
    server.signal(SIGKILL)
    _ = try await server.finishes()
  }

  /// Starts a server again on the same database and the same port.
  package func restart(_ index: Int = 0) async throws {
    let old = running.withLock { $0[index] }
    await old.server.stop()
    let address = old.url.split(separator: "/").last.map(String.init) ?? ""
    let started = try await Self.start(database, setting, listen: address)
    running.withLock { $0[index] = started }
  }

  package func close() async {
    for end in guests.withLock({ $0 }).reversed() { await end() }
    for index in urls.indices { await server(index).stop() }
    await database.server?.stop()
  }

  private static func start(
    _ database: SpaDatabase, _ setting: Setting, listen address: String
  ) async throws -> Running {
    let server = try RunningProgram(
      try BuiltProgram.server.path,
      [
        "serve", "--database", database.url, "--listen", address, "--timezone", setting.zone,
      ] + setting.flags)
    do {
      let prefix = "frontdesk-server: listening on "
      let line = try await server.line("ready line") { $0.hasPrefix(prefix) }
      return Running(server: server, url: String(line.dropFirst(prefix.count)))
    } catch {
      await server.stop()
      throw error
    }
  }
}

/// The failure of a story, with the last lines of the server's log.
struct StoryFailed: Error, CustomStringConvertible {
  let problem: String
  let serverLog: String
  var description: String { "\(problem)\nThe server's log ends:\n\(serverLog)" }
}
