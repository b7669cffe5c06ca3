import DeskLanguage

/// The key table, and what may be typed, as text: for README and the manual page.
package enum KeyList {
  private static let days = "Days, in a line, in :date and in --date"
  private static let lines = "Lines that mean something in the demo spa"

  package static func markdown(_ keymap: Keymap = .usual) -> String {
    let groups = Binding.Group.allCases.map { group in
      let rows = keymap.all.filter { $0.group == group }.map { binding in
        let names = binding.keyNames.split(separator: " ").map { "`\($0)`" }
        let command = binding.command.isEmpty ? "" : "`\(binding.command)`"
        return "| \(names.joined(separator: " ")) | \(command) | \(binding.help) |"
      }
      return "### \(group.rawValue)\n\n| key | command | |\n| --- | --- | --- |\n"
        + rows.joined(separator: "\n") + "\n"
    }
    let forms = DayWord.forms.map { "`\($0)`" }.joined(separator: " · ")
    return (groups + ["### \(days)\n\n\(forms)\n"]).joined(separator: "\n")
  }

  /// Sections of a manual page, as troff reads them.
  package static func manual(_ keymap: Keymap = .usual) -> String {
    var text = ".SH KEYS OF THE CONSOLE\n"
    for group in Binding.Group.allCases {
      text += ".SS \(verbatim(group.rawValue))\n"
      for binding in keymap.all where binding.group == group {
        let names = [binding.keyNames, binding.command].filter { !$0.isEmpty }
        text += ".TP\n\\fB\(verbatim(names.joined(separator: "  ")))\\fR\n"
        text += "\(verbatim(binding.help))\n"
      }
    }
    text += ".SH LINES AT THE DESK\n\(verbatim(lines)):\n.nf\n"
    for verb in Verb.allCases {
      for example in verb.examples { text += "\(verbatim("\(verb.rawValue) \(example)"))\n" }
    }
    return text + ".fi\n.SH DAYS\n\(verbatim(days)):\n\(verbatim(DayWord.advice)).\n"
  }

  /// A backslash, a dash, and a dot at the beginning of a line mean something to troff.
  private static func verbatim(_ text: String) -> String {
    let signs = text.reduce(into: "") { written, character in
      switch character {
      case "\\": written += "\\e"
      case "-": written += "\\-"
      default: written.append(character)
      }
    }
    return signs.hasPrefix(".") || signs.hasPrefix("'") ? "\\&" + signs : signs
  }
}
