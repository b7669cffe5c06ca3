import TOMLText

/// Variables that are named as settings are and that nothing reads: one that is misspelt would
/// otherwise go unnoticed.
enum UnknownVariables {
  /// What one of the programs reads and another may find in the same environment: no slip there. A
  /// story asks each program about all the settings of the other.
  private static let ofSiblings: Set<String> = {
    let names = [
      "server", "transport", "user", "password_file", "ca_file", "theme", "color", "print",
      "arrivals", "week_begins", "clock", "language", "title",
      "database", "database_password", "database_password_file", "listen", "timezone",
      "tls.certificate", "tls.key", "log.file", "log.level", "log.format", "web.allowed_origins",
      "web.public_url", "web.trusted_proxies", "web.proxy_protocol", "web.keep_alive_seconds",
      "websocket.enabled", "metrics.token", "sessions.minutes", "limits.connections",
      "limits.connections_per_address", "limits.sockets_per_account", "limits.heartbeat_seconds",
      "limits.authentication_seconds", "cancellation.free_until_minutes",
      "cancellation.late_uses_session",
    ]
    return Set(names.map { SettingKey($0).environmentName })
  }()

  /// - Parameter known: all that the program reads.
  /// - Returns: a sentence each, in the order of their names; never a value, which may be a password.
  static func sentences(in environment: [String: String], known: Set<String>) -> [String] {
    environment.keys.filter {
      $0.hasPrefix("FRONTDESK_") && !known.contains($0) && !ofSiblings.contains($0)
    }.sorted().map {
      let name = String($0.unicodeScalars.prefix(60).map { $0.isASCII ? Character($0) : "?" })
      let guess = NearestWord.to(name, among: known, most: 3).map { "; \($0) is one" } ?? ""
      return "The variable \(name) is no setting of this program\(guess)."
    }
  }
}
