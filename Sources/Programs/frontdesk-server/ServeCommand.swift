import ArgumentParser
import BookingDomain
import BookingServer
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

  @Option(
    help: ArgumentHelp("The spa's database: sqlite:PATH or mysql://….", valueName: "url"))
  var database: String?

  @Option(help: ArgumentHelp("A file with the database's password.", valueName: "file"))
  var databasePasswordFile: String?

  @Option(
    help: ArgumentHelp(
      "Where to listen; port 0 picks a free one. Default 127.0.0.1:8080.", valueName: "host:port"))
  var listen: String?

  @Option(
    help: ArgumentHelp(
      "The spa's time zone, such as Asia/Ho_Chi_Minh. Default: the one `demo` set, else this machine's.",
      valueName: "zone"))
  var timezone: String?

  @Option(help: ArgumentHelp("A TOML file with settings.", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("The certificate chain in PEM form; serves https.", valueName: "file"))
  var tlsCertificate: String?

  @Option(help: ArgumentHelp("The certificate's private key in PEM form.", valueName: "file"))
  var tlsKey: String?

  @Option(help: ArgumentHelp("Write the log there instead of stderr.", valueName: "file"))
  var logFile: String?

  @Option(
    help: ArgumentHelp(
      "trace, debug, info, notice, warning, error or critical. Default info.", valueName: "level"))
  var logLevel: String?

  func run() async throws {
    let settings = try Settings.gathered(
      file: config, environment: ProcessInfo.processInfo.environment, flags: flags)
    let setup = try Setup(settings)
    let log = try setup.makeLog()
    FileLimit.raise()
    let signals = StopSignals()
    let database = try setup.database()
    let opened = try await database.open()
    let store = opened.store
    let configuration = try await setup.server(for: store)
    let server = try await BookingServer.start(configuration, store: store, log: log)
    log.notice(
      "serving",
      metadata: [
        "url": "\(server.url)", "database": "\(database.description)",
        "timezone": "\(configuration.zone.name)",
      ])
    // Others wait for exactly this line before they connect.
    FileHandle.standardOutput.write(
      Data("frontdesk-server: listening on \(server.url)\n".utf8))
    await signals.wait()
    await server.drain()
    await opened.close()
    // Until here a second signal ends the program at once.
    withExtendedLifetime(signals) {}
  }

  private var flags: [Setting: String] {
    let given: [Setting: String?] = [
      .database: database, .databasePasswordFile: databasePasswordFile, .listen: listen,
      .timezone: timezone,
      .tlsCertificate: tlsCertificate, .tlsKey: tlsKey, .logFile: logFile, .logLevel: logLevel,
    ]
    return given.compactMapValues(\.self)
  }
}
