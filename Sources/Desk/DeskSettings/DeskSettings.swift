import BookingClient
import LinePromise
import Settings

/// Where the server is, who asks, and how the console looks: what every program on the desk's side
/// is told in the same words, by flags, environment or the person's `config.toml`.
package struct DeskSettings: Sendable {
  package static let keys = [
    SettingKey("server", .list, usual: "http://127.0.0.1:8080"),
    SettingKey("transport", usual: "auto"), SettingKey("user"), SettingKey("password_file"),
    SettingKey("ca_file"), SettingKey("theme", usual: "default"),
    SettingKey("color", usual: "auto"), SettingKey("print", .list),
    SettingKey("arrivals", usual: "quiet"), SettingKey("week_begins", usual: "monday"),
    SettingKey("clock", usual: "24h"), SettingKey("language", usual: "as the locale says"),
    SettingKey("title", usual: "yes"), SettingKey("keys", .section),
  ]

  /// What the server reads and may find in the same environment.
  private static let ofTheServer = [
    "database", "database_password", "database_password_file", "listen", "timezone",
    "tls.certificate", "tls.key", "log.file", "log.level", "log.format", "web.allowed_origins",
    "web.public_url", "web.trusted_proxies", "web.proxy_protocol", "web.keep_alive_seconds",
    "websocket.enabled", "metrics.token", "sessions.minutes", "limits.connections",
    "limits.connections_per_address", "limits.sockets_per_account", "limits.heartbeat_seconds",
    "limits.authentication_seconds", "cancellation.free_until_minutes",
    "cancellation.late_uses_session",
  ]

  package let given: GivenSettings
  /// One, or several on one database; the line goes on at the next where one is away.
  package let servers: [String]
  package let transport: TransportChoice
  package let user: String
  package let arrivals: Arrivals
  package let weekBegins: WeekBegin

  /// - Parameters:
  ///   - file: another one than the usual, which may be missing; this one may not.
  ///   - flags: by the settings' names.
  /// - Throws: `SettingsProblem` for a file that cannot be read or is wrong, or a value that is none.
  package init(file: String?, environment: Environment, flags: [String: [String]])
    throws(SettingsProblem)
  {
    var problems = SettingsProblems()
    try self.init(file: file, environment: environment, flags: flags, noting: &problems)
    try problems.refuse()
  }

  /// For whoever reads more of the same settings, and refuses what is wrong with any of them.
  /// - Throws: `SettingsProblem` for a file that cannot be read.
  package init(
    file: String?, environment: Environment, flags: [String: [String]],
    noting problems: inout SettingsProblems
  ) throws(SettingsProblem) {
    let given = GivenSettings(
      of: Self.keys,
      file: try SettingsFile.found(file, usual: Self.usualFile(environment), of: Self.keys),
      environment: environment.variables, siblings: Self.ofTheServer, flags: flags)
    problems.add(given.wrongInFile)
    self.given = given
    let named = given["server"]?.texts ?? []
    servers = named.isEmpty ? ["http://127.0.0.1:8080"] : named
    user = given["user"]?.text ?? ""
    transport = problems.reading(.auto) { () throws(SettingsProblem) in
      try given.choice("transport")
    }
    arrivals = problems.reading(.quiet) { () throws(SettingsProblem) in
      try given.choice("arrivals")
    }
    weekBegins = problems.reading(.monday) { () throws(SettingsProblem) in
      try given.choice("week_begins")
    }
  }

  /// Where the settings are looked for that nobody names a file for.
  package static func usualFile(_ environment: Environment) -> String? {
    environment.configurationHome.map { $0 + "/frontdesk/config.toml" }
  }

  /// Whether the program can log in without asking.
  package var canLogIn: Bool { !user.isEmpty && given["password_file"] != nil }

  /// The first line of the password file, read anew every time; nil without one.
  package func password() throws(SettingsProblem) -> String? {
    guard let file = given["password_file"] else { return nil }
    return try SmallFile.firstLine(of: file.text, as: "the password")
  }

  /// How a guest's arrival that was said elsewhere is announced.
  package enum Arrivals: String, CaseIterable, Sendable {
    case quiet
    case bell
    case notify
  }

  /// The day that the week's view begins with.
  package enum WeekBegin: String, CaseIterable, Sendable {
    case monday
    case saturday
    case sunday
  }

  /// The command that takes a day's sheet, word by word; nobody set one where it is empty.
  package var printCommand: [String] { given["print"]?.texts ?? [] }

  package var caFile: String? { given["ca_file"]?.text }

  package func addresses() throws(SettingsProblem) -> [ServerAddress] {
    var addresses: [ServerAddress] = []
    do throws(ServerAddress.Problem) {
      for server in servers { addresses.append(try ServerAddress(server)) }
    } catch {
      throw SettingsProblem(error.sentence)
    }
    return addresses
  }

  /// - Parameter device: what this machine keeps to be recognised at the next log-in.
  package func client(device: KnownDevice = .unknown) throws(SettingsProblem) -> BookingClient {
    let addresses = try addresses()
    do throws(LoginFailure) {
      return try BookingClient(
        servers: addresses, transport: transport, caFile: caFile, device: device)
    } catch {
      throw SettingsProblem(error.sentence)
    }
  }
}
