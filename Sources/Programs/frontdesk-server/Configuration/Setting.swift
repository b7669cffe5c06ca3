import BookingDomain
import BookingServer
import Settings

/// Everything that can be set, by its name in the configuration file.
enum Setting: String, CaseIterable {
  case database
  case databasePassword = "database_password"
  case databasePasswordFile = "database_password_file"
  case listen
  case timezone
  case tlsCertificate = "tls.certificate"
  case tlsKey = "tls.key"
  case logFile = "log.file"
  case logLevel = "log.level"
  case logFormat = "log.format"
  case allowedOrigins = "web.allowed_origins"
  case publicURL = "web.public_url"
  case trustedProxies = "web.trusted_proxies"
  case proxyProtocol = "web.proxy_protocol"
  case keepAliveSeconds = "web.keep_alive_seconds"
  case webSocket = "websocket.enabled"
  case metricsToken = "metrics.token"
  case sessionMinutes = "sessions.minutes"
  case connections = "limits.connections"
  case connectionsPerAddress = "limits.connections_per_address"
  case socketsPerAccount = "limits.sockets_per_account"
  case heartbeatSeconds = "limits.heartbeat_seconds"
  case freeCancellationMinutes = "cancellation.free_until_minutes"
  case lateCancellationUsesSession = "cancellation.late_uses_session"
  case authenticationSeconds = "limits.authentication_seconds"

  /// What it is understood together with.
  var companions: [Setting] {
    switch self {
    case .tlsCertificate, .tlsKey: [.tlsCertificate, .tlsKey]
    case .trustedProxies, .proxyProtocol: [.trustedProxies, .proxyProtocol]
    default: [self]
    }
  }

  /// Whether a changed one holds from the next start only; the others are read again at SIGHUP.
  var needsRestart: Bool {
    switch self {
    case .logFile, .logLevel, .allowedOrigins, .publicURL, .trustedProxies, .proxyProtocol,
      .keepAliveSeconds, .webSocket, .metricsToken:
      false
    case .database, .databasePassword, .databasePasswordFile, .listen, .timezone, .tlsCertificate,
      .tlsKey, .logFormat, .sessionMinutes, .connections, .connectionsPerAddress,
      .socketsPerAccount, .heartbeatSeconds, .freeCancellationMinutes,
      .lateCancellationUsesSession, .authenticationSeconds:
      true
    }
  }

  static let keys = allCases.map { SettingKey($0.rawValue, $0.kind, usual: $0.usual) }

  private var kind: SettingKey.Kind {
    switch self {
    case .databasePassword, .metricsToken: .secret
    case .database: .address
    case .allowedOrigins, .trustedProxies: .list
    default: .text
    }
  }

  /// What nobody but the server may read in it; nil where that is nothing.
  func secret(in text: String) -> String? {
    switch self {
    case .databasePassword: "the password"
    case .metricsToken: "the token"
    case .database: SettingKey.Kind.withoutPassword(text) == text ? nil : "the password"
    default: nil
    }
  }

  /// What holds where nobody says anything; nil where that is nothing, or depends on the database.
  var usual: String? {
    let server = ServerConfiguration()
    func word(_ isSo: Bool) -> String { isSo ? "yes" : "no" }
    func seconds(_ time: Duration) -> String { "\(time.components.seconds)" }
    return switch self {
    case .database: "sqlite:\(ServerSettings.usualDatabase)"
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

extension GivenSettings {
  /// Read where no other file is named, if it is there: what the package installs.
  static let usualFile = "/etc/frontdesk/server.toml"

  /// File, over that the environment, over that the flags. The environment may name the file too
  /// (`FRONTDESK_CONFIG`).
  /// - Throws: `SettingsProblem` where the file cannot be read; what is wrong in it is in
  ///   `wrongInFile`.
  init(file: String?, flags: [Setting: String?]) throws(SettingsProblem) {
    let environment = Environment()
    self.init(
      in: try SettingsFile.found(
        file ?? environment["FRONTDESK_CONFIG"], usual: Self.usualFile, of: Setting.keys),
      environment, flags)
  }

  /// The environment, over that the flags, whatever files there are.
  init(flags: [Setting: String?]) { self.init(in: nil, Environment(), flags) }

  /// What the console reads and may find in the same environment.
  private static let ofTheDesk = [
    "server", "transport", "user", "password_file", "ca_file", "theme", "color", "print",
    "arrivals", "week_begins", "clock", "language", "title",
  ]

  private init(in file: SettingsFile?, _ environment: Environment, _ flags: [Setting: String?]) {
    self.init(
      of: Setting.keys, file: file, environment: environment.variables,
      siblings: Self.ofTheDesk,
      flags: Dictionary(
        uniqueKeysWithValues: flags.map { ($0.key.rawValue, $0.value.map { [$0] } ?? []) }))
  }

  subscript(setting: Setting) -> Given? { self[setting.rawValue] }

  func only(_ settings: [Setting]) -> GivenSettings { only(Set(settings.map(\.rawValue))) }

  func number(_ setting: Setting, in range: ClosedRange<Int>) throws(SettingsProblem) -> Int? {
    try number(setting.rawValue, in: range)
  }

  func yesOrNo(_ setting: Setting) throws(SettingsProblem) -> Bool? {
    try yesOrNo(setting.rawValue)
  }
}
