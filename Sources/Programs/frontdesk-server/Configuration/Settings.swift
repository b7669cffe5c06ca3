import BookingServer
import Foundation

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

  /// `FRONTDESK_TLS_CERTIFICATE`.
  var environmentName: String {
    "FRONTDESK_" + rawValue.replacing(".", with: "_").uppercased()
  }

  /// `--limits-heartbeat-seconds`.
  fileprivate var flag: String {
    "--" + rawValue.replacing(".", with: "-").replacing("_", with: "-")
  }
}

/// The settings that somebody gave, each with where it came from, for the sentence when it is
/// wrong.
struct Settings {
  struct Given {
    let text: String
    let source: String
  }

  private(set) var given: [Setting: Given] = [:]
  /// The file that was read; nil where none was.
  private(set) var file: String?

  /// Read where no other is named, if it is there: what the package installs.
  static let usualFile = "/etc/frontdesk/server.toml"

  subscript(setting: Setting) -> Given? { given[setting] }

  /// As if only these had been given.
  func only(_ settings: [Setting]) -> Settings {
    var some = Settings()
    some.file = file
    some.given = given.filter { settings.contains($0.key) }
    return some
  }

  /// File, then environment, then flags: the later goes before the earlier. The environment may
  /// name the file too (`FRONTDESK_CONFIG`).
  static func gathered(
    file: String?, environment: [String: String], flags: [Setting: String]
  ) throws -> Settings {
    var settings = Settings()
    let usual = FileManager.default.fileExists(atPath: usualFile) ? usualFile : nil
    settings.file = file ?? environment["FRONTDESK_CONFIG"] ?? usual
    if let file = settings.file {
      settings.given = try ConfigurationFile(path: file).settings
    }
    for setting in Setting.allCases {
      if let text = environment[setting.environmentName], !text.isEmpty {
        settings.given[setting] = Given(text: text, source: setting.environmentName)
      }
      if let text = flags[setting] {
        settings.given[setting] = Given(text: text, source: setting.flag)
      }
    }
    return settings
  }
}
