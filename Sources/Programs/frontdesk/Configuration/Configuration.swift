import BookingClient
import CursesTerminal
import Glibc
import LinePromise

/// Where the program's settings come from, once: flags, then the environment, then the file, then
/// the defaults. Nothing else reads the environment.
struct Configuration {
  /// One, or several on one database; the line goes on at the next where one is away.
  var servers = ["http://127.0.0.1:8080"]
  var transport = TransportChoice.auto
  var user = ""
  var passwordFile: String?
  var theme = "default"
  var caFile: String?
  let terminal: TerminalOptions
  /// Where themes are looked for, nearest first.
  var themeDirectories: [String] = []

  /// - Throws: `Problem` for a file that cannot be read or is wrong, or a value that is none.
  init(flags: ServerOptions, theme: String? = nil, color: TerminalOptions.ColorChoice? = nil)
    throws(Problem)
  {
    let environment = Environment()
    let file = try ConfigurationFile(path: flags.config, in: environment)
    func value(_ flag: String?, _ key: String) -> String? {
      flag ?? environment["FRONTDESK_" + key.uppercased().replacing("-", with: "_")] ?? file[key]
    }
    let flag = flags.server.isEmpty ? nil : flags.server.joined(separator: " ")
    let named = value(flag, "server")?.split { $0 == " " || $0 == "," }.map(String.init) ?? []
    servers = named.isEmpty ? servers : named
    transport = try Self.choice(value(flags.transport?.rawValue, "transport"), "transport") ?? .auto
    user = value(flags.user, "user") ?? user
    passwordFile = value(flags.passwordFile, "password-file")
    caFile = value(flags.caFile, "ca-file")
    self.theme = value(theme, "theme") ?? self.theme
    themeDirectories = environment.themeDirectories
    terminal = TerminalOptions(
      type: environment["TERM"],
      locale: environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"],
      color: try Self.choice(value(color?.rawValue, "color"), "color") ?? .auto,
      noColor: environment["NO_COLOR"] != nil,
      colorTerm: environment["COLORTERM"])
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ word: String?, _ key: String
  ) throws(Problem) -> Choice? {
    guard let word else { return nil }
    if let known = Choice(rawValue: word) { return known }
    let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw Problem("\"\(word)\" is not a choice for \(key); it is one of \(choices).")
  }

  /// Whether the program can log in without asking.
  var canLogIn: Bool { !user.isEmpty && passwordFile != nil }

  /// The first line of the password file; nil without one.
  func password() throws(Problem) -> String? {
    guard let passwordFile else { return nil }
    let text = try TextFile.contents(of: passwordFile)
    let line = text.prefix { !$0.isNewline }
    guard !line.isEmpty else {
      throw Problem("The password file \(passwordFile) is empty; its first line is the password.")
    }
    return String(line)
  }
}

struct Environment {
  subscript(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  var configurationHome: String? {
    self["XDG_CONFIG_HOME"] ?? self["HOME"].map { $0 + "/.config" }
  }

  /// Where a program keeps what it knows from one start to the next.
  var stateHome: String? {
    self["XDG_STATE_HOME"] ?? self["HOME"].map { $0 + "/.local/state" }
  }

  /// The person's own, then what was installed beside the program, then the sources' own where the
  /// program was built.
  var themeDirectories: [String] {
    var directories = [
      self["FRONTDESK_THEMES"], configurationHome.map { $0 + "/frontdesk/themes" },
    ]
    .compactMap { $0 }
    guard let program = TextFile.resolved("/proc/self/exe") else { return directories }
    var folder = program[...]
    for level in 1...5 {
      guard let slash = folder.lastIndex(of: "/") else { break }
      folder = folder[..<slash]
      if level == 2 { directories.append(folder + "/share/frontdesk/themes") }
      if level > 2 { directories.append(folder + "/Themes") }
    }
    return directories
  }
}
