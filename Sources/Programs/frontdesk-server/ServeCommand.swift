import ArgumentParser
import BookingDomain
import BookingServer
import BookingStore
import Foundation
import Logging
import ProgramStart
import SQLiteStore
import Settings

/// `frontdesk-server serve`: runs until it is told to stop, then drains.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve bookings until stopped by SIGTERM or SIGINT.",
    discussion: """
      Every setting can also stand in a TOML file (--config) or in the environment \
      (FRONTDESK_LISTEN for --listen and so on). A flag goes before the environment, and that \
      before the file.
      """)

  @OptionGroup var options: SettingOptions

  @Flag(help: "Where the database is away, wait for it instead of ending with 75.")
  var waitForDatabase = false

  @Flag(help: "Where there is no database file, begin with an empty one.")
  var create = false

  func run() async throws {
    let given = try options.given()
    var findings = Findings(given)
    try findings.refuse()
    let settings = try ServerSettings(given)
    let database = try settings.database()
    if !create { findings.checkDatabase(database) }
    try findings.refuse()
    let (log, output) = try settings.makeLog()
    let openFiles = FileLimit.raise()
    let signals = StopSignals(readsAgain: true)
    let (opened, server, zone) = try await database.making {
      let opened = try await self.opened(
        database, Waits(log: log, isSeen: given[.logFile] == nil))
      do {
        findings.checkOpenFiles(for: settings.limits(openFiles: openFiles))
        try await findings.look(into: opened.store)
        var configuration = try await settings.server(for: opened.store)
        configuration.limits.openFiles = openFiles
        let server = try await BookingServer.start(
          configuration, store: opened.store, log: log,
          houseKeeping: HouseKeeping(in: opened.store, log))
        return (opened, server, configuration.zone)
      } catch {
        await opened.close()
        throw error
      }
    }
    for warning in findings.warnings { log.warning("\(warning.harmless)") }
    log.notice(
      "serving",
      metadata: [
        "url": "\(server.url)", "database": "\(database.description)",
        "timezone": "\(zone.name)",
        "connections": .stringConvertible(server.places),
        "websockets": .stringConvertible(server.socketPlaces),
        "open_files": .stringConvertible(openFiles),
      ])
    await serve(server, until: signals) {
      await reload(server, opened.store, log, output, since: given)
    }
    await server.drain()
    await opened.close()
    // Until here a second signal ends the program at once.
    withExtendedLifetime(signals) {}
  }

  /// Says that it serves, and returns when it is told to stop.
  private func serve(
    _ server: BookingServer, until signals: StopSignals,
    reload: @escaping @Sendable () async -> Void
  ) async {
    // Others wait for exactly this line before they connect.
    FileHandle.standardOutput.write(
      Data("frontdesk-server: listening on \(server.url)\n".utf8))
    ServiceManager.tell(.ready)
    let living = Task { await Self.tellThatItLives(server) }
    let reloading = Task { for await _ in signals.hangUps { await reload() } }
    await signals.wait()
    ServiceManager.tell(.stopping)
    living.cancel()
    reloading.cancel()
  }

  /// Why a start takes its time.
  private struct Waits {
    let log: Logger
    /// Whether whoever started it has the log before their eyes.
    let isSeen: Bool

    func tell(_ what: String, _ metadata: Logger.Metadata) {
      log.warning("\(what)", metadata: metadata)
      guard !isSeen else { return }
      let facts = metadata.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      Program.complain("\(what) (\(facts.joined(separator: ", ")))", as: "frontdesk-server")
    }
  }

  /// One that was told to stop tells everybody to come back, and is gone by then.
  private static let patience = ServerConfiguration().drainTime + .seconds(5)

  /// A restart may begin before its predecessor has ended.
  private func awaitEnd(of database: DatabaseChoice, _ waits: Waits) async throws {
    let deadline = ContinuousClock.now + Self.patience
    var isTold = false
    while let owner = database.owner, ContinuousClock.now < deadline {
      if !isTold {
        waits.tell(
          "another server works on the database; waiting for it to end",
          ["database": "\(database.description)", "owner": "\(owner)"])
      }
      isTold = true
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  /// Where it may wait, it says so once and tries again every second.
  private func opened(_ database: DatabaseChoice, _ waits: Waits) async throws -> OpenDatabase {
    try await awaitEnd(of: database, waits)
    var isTold = false
    while true {
      do {
        return try await database.open(serves: true)
      } catch let failure as StoreFailure where failure.code != .unusable && waitForDatabase {
        if !isTold { waits.tell("waiting for the database", ["cause": "\(failure.sentence)"]) }
        isTold = true
        try await Task.sleep(for: .seconds(1))
      }
    }
  }

  /// Where systemd watches: twice as often as it wants to hear, and only while the event loops turn.
  private static func tellThatItLives(_ server: BookingServer) async {
    guard let patience = ServiceManager.watchdog else { return }
    while !Task.isCancelled {
      await server.takesTurns()
      ServiceManager.tell(.alive)
      try? await Task.sleep(for: patience / 2)
    }
  }

  /// What SIGHUP asks for: first of all the log, whatever becomes of the settings. The certificate is
  /// read anew whenever its files change, without being asked.
  private func reload(
    _ server: BookingServer, _ store: any BookingStore, _ log: Logger, _ output: LogLines.Output,
    since start: GivenSettings
  ) async {
    do throws(SettingsProblem) {
      try output.reopen()
    } catch {
      log.error(
        "log not opened anew; it goes on in the old file", metadata: ["cause": "\(error.sentence)"])
      // The old file may be on its way to be removed.
      Program.complain(error.sentence, as: "frontdesk-server")
    }
    do {
      let given = try options.given()
      let settings = try ServerSettings(given)
      try settings.goOn(with: output)
      server.take(try await settings.server(for: store))
      log.notice("settings read again")
      let waiting = Setting.allCases.filter {
        $0.needsRestart && given[$0]?.texts != start[$0]?.texts
      }
      if !waiting.isEmpty {
        log.warning(
          "changed settings need a restart",
          metadata: ["settings": "\(waiting.map(\.rawValue).joined(separator: " "))"])
      }
    } catch {
      log.error("settings not read again; the old ones stay", metadata: ["cause": "\(error)"])
    }
  }
}
