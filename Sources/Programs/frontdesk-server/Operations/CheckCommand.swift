import ArgumentParser
import BookingDomain
import BookingServer
import BookingStore
import Foundation

/// `frontdesk-server check`: everything that is wrong, at once.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say all that is wrong with settings and database, and what mends it.",
    discussion: """
      Takes what `serve` takes. Ends with 0 where the server would start (warnings are only said), with \
      78 where settings are wrong, with 75 where the database is away. README's chapter "Operation" has \
      the order of work.
      """)

  @OptionGroup var options: SettingOptions
  @Flag(help: "Say nothing where nothing is wrong.")
  var quiet = false

  func run() async throws {
    let settings = try options.gathered()
    var findings = Findings(settings)
    var away: StoreFailure?
    if findings.mistakes.isEmpty {
      let setup = try Setup(settings)
      findings.checkOpenFiles(for: setup.connections)
      let database = try setup.database()
      findings.checkDatabase(database)
      if findings.mistakes.isEmpty {
        do {
          let opened = try await database.open(createIfMissing: false)
          do { try await findings.look(into: opened.store) } catch {
            await opened.close(); throw error
          }
          await opened.close()
        } catch let failure as StoreFailure {
          away = failure
        }
      }
    }
    for warning in findings.warnings { print("warning: \(warning)") }
    if let away { throw away }
    try findings.refuse()
    if findings.warnings.isEmpty, !quiet { print("Nothing is wrong.") }
  }
}

/// `frontdesk-server print-config`: what holds, and where it comes from.
struct PrintConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print-config",
    abstract: "Print every setting with its value and where that comes from.")

  @OptionGroup var options: SettingOptions

  func run() async throws {
    let settings = try options.gathered()
    TextTable(
      ["SETTING", "VALUE", "FROM"],
      Setting.allCases.map { setting in
        guard let given = settings[setting] else {
          return [
            setting.rawValue, setting.usual ?? "", setting.usual == nil ? "not set" : "usual",
          ]
        }
        return [setting.rawValue, setting.shown(given.text), given.source]
      }
    ).print()
  }
}

extension Setting {
  fileprivate func shown(_ text: String) -> String {
    switch self {
    case .databasePassword, .metricsToken: "(not shown)"
    case .database: DatabaseChoice.withoutPassword(text)
    default: text
    }
  }

  /// What holds where nobody says anything; nil where that is nothing, or depends on the database.
  fileprivate var usual: String? {
    let server = ServerConfiguration()
    func word(_ isSo: Bool) -> String { isSo ? "yes" : "no" }
    func seconds(_ time: Duration) -> String { "\(time.components.seconds)" }
    return switch self {
    case .database: "sqlite:\(Setup.usualDatabase)"
    case .listen: "\(server.host):\(server.port)"
    case .logLevel: "info"
    case .logFormat: "text"
    case .proxyProtocol: word(server.web.hasProxyProtocol)
    case .keepAliveSeconds: seconds(server.web.keepAlive)
    case .webSocket: word(server.web.isWebSocketEnabled)
    case .sessionMinutes: "\(server.sessions.lifetime.count)"
    case .connections: "\(server.limits.connections)"
    case .connectionsPerAddress: "\(server.limits.connectionsPerAddress)"
    case .socketsPerAccount: "\(server.limits.socketsPerAccount)"
    case .heartbeatSeconds: seconds(server.limits.heartbeat)
    case .authenticationSeconds: seconds(server.limits.authentication)
    case .freeCancellationMinutes: "\(server.policy.lateCancellation.count)"
    case .lateCancellationUsesSession: word(server.policy.lateCancellationKeepsSession)
    case .databasePassword, .databasePasswordFile, .timezone, .tlsCertificate, .tlsKey, .logFile,
      .allowedOrigins, .publicURL, .trustedProxies, .metricsToken:
      nil
    }
  }
}
