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
    SettingKey("color", usual: "auto"),
  ]

  package let given: GivenSettings
  /// One, or several on one database; the line goes on at the next where one is away.
  package let servers: [String]
  package let transport: TransportChoice
  package let user: String

  /// - Parameters:
  ///   - file: another one than the usual, which may be missing; this one may not.
  ///   - flags: by the settings' names.
  /// - Throws: `SettingsProblem` for a file that cannot be read or is wrong, or a value that is none.
  package init(file: String?, environment: Environment, flags: [String: [String]])
    throws(SettingsProblem)
  {
    given = GivenSettings(
      of: Self.keys, file: try Self.file(file, environment), environment: environment.variables,
      flags: flags)
    let named = given["server"]?.texts ?? []
    servers = named.isEmpty ? ["http://127.0.0.1:8080"] : named
    transport = try given.choice("transport") ?? .auto
    user = given["user"]?.text ?? ""
  }

  private static func file(_ path: String?, _ environment: Environment) throws(SettingsProblem)
    -> SettingsFile?
  {
    if let path {
      guard let file = try SettingsFile(at: path, of: keys) else {
        throw SettingsProblem("There is no configuration file \(path).")
      }
      return file
    }
    return try usualFile(environment).flatMap { path throws(SettingsProblem) in
      try SettingsFile(at: path, of: keys)
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

  package func client() throws(SettingsProblem) -> BookingClient {
    let addresses = try addresses()
    do throws(LoginFailure) {
      return try BookingClient(servers: addresses, transport: transport, caFile: caFile)
    } catch {
      throw SettingsProblem(error.sentence)
    }
  }
}

extension GivenSettings {
  /// A setting that is one of a few words; nil where nobody set it.
  package func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, of: Choice.Type = Choice.self
  ) throws(SettingsProblem) -> Choice? {
    guard let found = self[name] else { return nil }
    if let known = Choice(rawValue: found.text) { return known }
    let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw SettingsProblem(
      "\(found.source): \"\(found.text)\" is not a choice for \(name); it is one of \(choices).")
  }
}
