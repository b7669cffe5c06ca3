import ArgumentParser
import BookingDomain
import BookingServer
import BookingStore
import Foundation
import Logging
import ProgramStart

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

  func run() async throws {
    let settings = try options.gathered()
    var findings = Findings(settings)
    try findings.refuse()
    let setup = try Setup(settings)
    let log = try setup.makeLog()
    FileLimit.raise()
    let signals = StopSignals()
    let database = try setup.database()
    let (opened, server, configuration) = try await database.making {
      let opened = try await self.opened(database, log)
      do {
        findings.checkOpenFiles(for: setup.connections)
        try await findings.look(into: opened.store)
        let configuration = try await setup.server(for: opened.store)
        let server = try await BookingServer.start(configuration, store: opened.store, log: log)
        return (opened, server, configuration)
      } catch {
        await opened.close()
        throw error
      }
    }
    for warning in findings.warnings { log.warning("\(warning)") }
    log.notice(
      "serving",
      metadata: [
        "url": "\(server.url)", "database": "\(database.description)",
        "timezone": "\(configuration.zone.name)",
      ])
    // Others wait for exactly this line before they connect.
    FileHandle.standardOutput.write(
      Data("frontdesk-server: listening on \(server.url)\n".utf8))
    ServiceManager.tell(.ready)
    let living = Task { await Self.tellThatItLives(server) }
    await signals.wait()
    ServiceManager.tell(.stopping)
    living.cancel()
    await server.drain()
    await opened.close()
    // Until here a second signal ends the program at once.
    withExtendedLifetime(signals) {}
  }

  /// Where it may wait, it says so once and tries again every second.
  private func opened(_ database: DatabaseChoice, _ log: Logger) async throws -> OpenDatabase {
    var isTold = false
    while true {
      do {
        return try await database.open()
      } catch let failure as StoreFailure where failure.code != .unusable && waitForDatabase {
        if !isTold {
          log.warning("waiting for the database", metadata: ["cause": "\(failure.sentence)"])
        }
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
}
