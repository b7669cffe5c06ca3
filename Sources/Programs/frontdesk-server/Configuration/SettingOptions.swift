import ArgumentParser
import ProgramStart
import Settings

/// Every setting as a flag, but for the secrets: everybody on the machine can read a program's
/// arguments. What each is for stands in `Setting.help`.
struct SettingOptions: SettingsOptions {
  @Option(help: Setting.database.help) var database: String?
  @Option(help: Setting.databasePasswordFile.help) var databasePasswordFile: String?
  @Option(help: Setting.listen.help) var listen: String?
  @Option(help: Setting.timezone.help) var timezone: String?
  @Option(help: .configurationFile) var config: String?
  @Option(help: Setting.tlsCertificate.help) var tlsCertificate: String?
  @Option(help: Setting.tlsKey.help) var tlsKey: String?
  @Option(help: Setting.logFile.help) var logFile: String?
  @Option(help: Setting.logLevel.help) var logLevel: String?
  @Option(help: Setting.logFormat.help) var logFormat: String?
  @Option(help: Setting.allowedOrigins.help) var webAllowedOrigins: String?
  @Option(help: Setting.publicURL.help) var webPublicUrl: String?
  @Option(help: Setting.trustedProxies.help) var webTrustedProxies: String?
  @Option(help: Setting.proxyProtocol.help) var webProxyProtocol: String?
  @Option(help: Setting.keepAliveSeconds.help) var webKeepAliveSeconds: String?
  @Option(help: Setting.webSocket.help) var websocketEnabled: String?
  @Option(help: Setting.sessionMinutes.help) var sessionsMinutes: String?
  @Option(help: Setting.connections.help) var limitsConnections: String?
  @Option(help: Setting.connectionsPerAddress.help) var limitsConnectionsPerAddress: String?
  @Option(help: Setting.socketsPerAccount.help) var limitsSocketsPerAccount: String?
  @Option(help: Setting.heartbeatSeconds.help) var limitsHeartbeatSeconds: String?
  @Option(help: Setting.authenticationSeconds.help) var limitsAuthenticationSeconds: String?
  @Option(help: Setting.freeCancellationMinutes.help) var cancellationFreeUntilMinutes: String?
  @Option(help: Setting.lateCancellationUsesSession.help) var cancellationLateUsesSession: String?

  func given() throws(SettingsProblem) -> GivenSettings {
    try GivenSettings(
      file: config,
      flags: [
        .database: database, .databasePasswordFile: databasePasswordFile, .listen: listen,
        .timezone: timezone, .tlsCertificate: tlsCertificate, .tlsKey: tlsKey, .logFile: logFile,
        .logLevel: logLevel, .allowedOrigins: webAllowedOrigins, .sessionMinutes: sessionsMinutes,
        .connections: limitsConnections, .heartbeatSeconds: limitsHeartbeatSeconds,
        .authenticationSeconds: limitsAuthenticationSeconds,
        .freeCancellationMinutes: cancellationFreeUntilMinutes,
        .lateCancellationUsesSession: cancellationLateUsesSession, .logFormat: logFormat,
        .publicURL: webPublicUrl, .trustedProxies: webTrustedProxies,
        .proxyProtocol: webProxyProtocol, .keepAliveSeconds: webKeepAliveSeconds,
        .webSocket: websocketEnabled, .connectionsPerAddress: limitsConnectionsPerAddress,
        .socketsPerAccount: limitsSocketsPerAccount,
      ])
  }
}

extension ArgumentHelp {
  static let configurationFile: Self = ArgumentHelp(
    "A TOML file with settings. Default: \(GivenSettings.usualFile), where it is there.",
    valueName: "file")
}

extension Setting {
  /// What it is for, what holds where nobody says anything, and the name of its value.
  var help: ArgumentHelp {
    switch self {
    case .database: of("The spa's database: sqlite:PATH or mysql://….", "url")
    case .databasePassword: of("The database's password.", "password")
    case .databasePasswordFile: of("A file with the database's password.", "file")
    case .listen:
      of("Where to listen; port 0 picks a free one.", "host:port")
    case .timezone:
      of(
        "The spa's time zone, such as Asia/Ho_Chi_Minh. Default: the one `setup` or `demo` set, "
          + "else this machine's.", "zone")
    case .tlsCertificate: of("The certificate chain in PEM form; serves https.", "file")
    case .tlsKey: of("The certificate's private key in PEM form.", "file")
    case .logFile: of("Write the log there instead of stderr.", "file")
    case .logLevel:
      of("trace, debug, info, notice, warning, error or critical.", "level")
    case .logFormat: of("text, or json for one object a line.", "format")
    case .allowedOrigins:
      of("Other origins whose pages may connect, with commas between.", "origins")
    case .publicURL: of("Where people find the server, behind a proxy.", "url")
    case .trustedProxies:
      of("Proxies that are believed about whom they speak for, with commas between.", "addresses")
    case .proxyProtocol: of("Whether these begin with the PROXY protocol.", "yes-or-no")
    case .keepAliveSeconds:
      of("How long a connection may wait for its next request.", "seconds")
    case .webSocket: of("no leaves polling alone.", "yes-or-no")
    case .metricsToken: of("What whoever reads /metrics from elsewhere has to show.", "token")
    case .sessionMinutes: of("How long a session lives unused.", "minutes")
    case .connections:
      of(
        "Connections at a time, of whatever kind; an eighth of them, 256 at most, is kept for log-ins, "
          + "polls and short questions.", "n")
    case .connectionsPerAddress: of("Connections from one address.", "n")
    case .socketsPerAccount: of("WebSockets of one account.", "n")
    case .heartbeatSeconds: of("Between two pings.", "seconds")
    case .authenticationSeconds:
      of("Until a connection has to show a session.", "seconds")
    case .freeCancellationMinutes:
      of("Minutes before the start from which a cancellation is late.", "minutes")
    case .lateCancellationUsesSession:
      of("Whether a late cancellation uses the paid session up: yes or no.", "yes-or-no")
    }
  }

  private func of(_ abstract: String, _ value: String) -> ArgumentHelp {
    ArgumentHelp(usual.map { "\(abstract) Default \($0)." } ?? abstract, valueName: value)
  }
}
