import ArgumentParser
import ProgramStart
import Settings

/// Every setting as a flag, but for the secrets: everybody on the machine can read a program's
/// arguments.
struct SettingOptions: SettingsOptions {
  @Option(help: ArgumentHelp("The spa's database: sqlite:PATH or mysql://….", valueName: "url"))
  var database: String?

  @Option(help: ArgumentHelp("A file with the database's password.", valueName: "file"))
  var databasePasswordFile: String?

  @Option(
    help: ArgumentHelp(
      "Where to listen; port 0 picks a free one. Default 127.0.0.1:8080.", valueName: "host:port"))
  var listen: String?

  @Option(
    help: ArgumentHelp(
      "The spa's time zone, such as Asia/Ho_Chi_Minh. Default: the one `setup` or `demo` set, else "
        + "this machine's.", valueName: "zone"))
  var timezone: String?

  @Option(
    help: ArgumentHelp(
      "A TOML file with settings. Default: \(GivenSettings.usualFile), where it is there.",
      valueName: "file"))
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

  @Option(
    help: ArgumentHelp(
      "Other origins whose pages may connect, with commas between.", valueName: "origins"))
  var webAllowedOrigins: String?

  @Option(help: ArgumentHelp("text, or json for one object a line.", valueName: "format"))
  var logFormat: String?

  @Option(
    help: ArgumentHelp("Where people find the server, behind a proxy.", valueName: "url"))
  var webPublicUrl: String?

  @Option(
    help: ArgumentHelp(
      "Proxies that are believed about whom they speak for, with commas between.",
      valueName: "addresses"))
  var webTrustedProxies: String?

  @Option(
    help: ArgumentHelp("Whether these begin with the PROXY protocol.", valueName: "yes-or-no"))
  var webProxyProtocol: String?

  @Option(
    help: ArgumentHelp(
      "How long a connection may wait for its next request. Default 75.", valueName: "seconds"))
  var webKeepAliveSeconds: String?

  @Option(help: ArgumentHelp("no leaves polling alone. Default yes.", valueName: "yes-or-no"))
  var websocketEnabled: String?

  @Option(help: ArgumentHelp("Connections from one address. Default 1000.", valueName: "n"))
  var limitsConnectionsPerAddress: String?

  @Option(help: ArgumentHelp("WebSockets of one account. Default 100.", valueName: "n"))
  var limitsSocketsPerAccount: String?

  @Option(help: ArgumentHelp("How long a session lives unused. Default 720.", valueName: "minutes"))
  var sessionsMinutes: String?

  @Option(help: ArgumentHelp("Connections at a time. Default 20000.", valueName: "n"))
  var limitsConnections: String?

  @Option(help: ArgumentHelp("Between two pings. Default 15.", valueName: "seconds"))
  var limitsHeartbeatSeconds: String?

  @Option(
    help: ArgumentHelp("Until a connection has to show a session. Default 5.", valueName: "seconds")
  )
  var limitsAuthenticationSeconds: String?

  @Option(
    help: ArgumentHelp(
      "Minutes before the start from which a cancellation is late. Default 1440.",
      valueName: "minutes"))
  var cancellationFreeUntilMinutes: String?

  @Option(
    help: ArgumentHelp(
      "Whether a late cancellation uses the paid session up: yes or no.", valueName: "yes-or-no"))
  var cancellationLateUsesSession: String?

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
