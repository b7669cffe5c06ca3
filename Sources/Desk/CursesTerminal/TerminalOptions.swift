import Screen

/// What the flags, the configuration and the environment say about the terminal. Passed in, because
/// only the program itself reads the environment.
package struct TerminalOptions: Sendable {
  package enum ColorChoice: String, CaseIterable, Sendable {
    /// What the terminal has, unless `NO_COLOR` is set.
    case auto
    case never
    case ansi16 = "16"
    case indexed256 = "256"
    /// What the terminal has, whatever `NO_COLOR` says.
    case always
  }

  /// `TERM`.
  package var type: String?
  /// The first that is set and not empty of `LC_ALL`, `LC_CTYPE` and `LANG`.
  package var locale: String?
  package var color: ColorChoice
  /// `NO_COLOR` is set and not empty.
  package var noColor: Bool
  /// `COLORTERM`.
  package var colorTerm: String?
  /// Whether the window may be named, where the terminal has one.
  package var namesWindow = false
  /// Where keys come from and where the screen goes.
  package var input: Int32 = 0
  package var output: Int32 = 1

  package init(
    type: String?, locale: String?, color: ColorChoice = .auto, noColor: Bool = false,
    colorTerm: String? = nil, namesWindow: Bool = false
  ) {
    self.type = type
    self.locale = locale
    self.color = color
    self.noColor = noColor
    self.colorTerm = colorTerm
    self.namesWindow = namesWindow
  }

  /// Whether the person's locale asks for Unicode. ssh often hands on no locale at all, and then
  /// the terminal at the other end is UTF-8 nearly always; one that names another character set,
  /// or none ("C", "POSIX"), means it.
  var wantsUnicode: Bool {
    guard let locale, !locale.isEmpty else { return true }
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }

  /// Descriptions to try, best first: with more colours if they are wanted, then as named, then the
  /// one that fits nearly every terminal of today.
  var types: [String] {
    let named = type.flatMap { $0.isEmpty ? nil : $0 }
    let wantsMore =
      color == .indexed256 || (color == .auto || color == .always) && colorTerm == "truecolor"
    let richer = named.flatMap { $0.contains("-") || !wantsMore ? nil : $0 + "-256color" }
    return [richer, named, "xterm-256color"].compactMap { $0 }
  }

  /// The depth to use on a terminal that has `available` colours.
  func depth(available: Int) -> TerminalCapabilities.ColorDepth {
    let has: TerminalCapabilities.ColorDepth =
      switch available {
      case 0x100_0000...: .direct
      case 256...: .indexed256
      case 16...: .ansi16
      case 8...: .ansi8
      default: .mono
      }
    return switch color {
    case .auto: noColor ? .mono : has
    case .never: .mono
    case .ansi16: min(has, .ansi16)
    case .indexed256: min(has, .indexed256)
    case .always: has
    }
  }
}

/// Why there is no terminal to draw on.
package enum TerminalProblem: Error, Hashable, Sendable, CustomStringConvertible {
  case notATerminal
  case unknownType(String?)
  case unavailable(String)

  package var description: String {
    switch self {
    case .notATerminal:
      "The desk needs a terminal to draw on, and this is a pipe or a file. "
        + "Run it in a terminal, or print the day with: frontdesk day"
    case .unknownType(let type):
      "This machine does not know the terminal \"\(DisplayText(type ?? "").truncated(to: 40))\", "
        + "nor xterm-256color. Install the package ncurses-base, or set TERM to one that it knows."
    case .unavailable(let reason):
      "The terminal cannot be used: \(reason)."
    }
  }
}
