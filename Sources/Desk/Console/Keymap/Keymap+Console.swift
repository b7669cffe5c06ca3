import BookingDomain
import DeskLanguage
import Screen

extension Keymap {
  static let console: [Binding] = [
    Binding(
      .console, .help, keys: [.character("?"), .function(1)], word: "help", hint: "help",
      help: "All keys and commands"),
    Binding(
      .console, .menu, keys: [.function(10), .character("M")], word: "menu",
      help: "Every action in a list; Enter does it"),
    Binding(
      .console, .commandLine, keys: [.character(":")], word: "command", hint: "command",
      help: "Every action by its word; Tab completes"),
    Binding(
      .console, .messages, keys: [.function(2)], word: "messages",
      help: "What the console said today"),
    Binding(
      .console, .linkFacts, keys: [.function(12)], word: "link",
      help: "The line to the server: state, latency, reconnects"),
    Binding(
      .console, .useTheme(""), keys: [], word: "theme",
      argument: Binding.Argument(
        name: "NAME", candidates: { $0.theme.available },
        read: { text, model in
          text.isEmpty
            ? .problem("Say which theme: \(model.themes).")
            : text.contains("/") || text.hasSuffix(".toml") || model.theme.available.contains(text)
              ? .action(.useTheme(text))
              : .problem("There is no theme \"\(text)\": \(model.themes).")
        }),
      help: "Colours: a theme by its name"),
    Binding(
      .console, .printDay, keys: [.character("P")], word: "print",
      help: "The day's sheet, a page a therapist, to the printer that is set",
      whyOff: { model in
        guard !model.setup.printer.isEmpty else {
          return "No printer is set: print = \"lp\" in the console's config.toml names one."
        }
        return model.board.isLoaded ? nil : "The day is not here yet."
      }),
    house("users", "Accounts: who may log in, as what, and who changed that; for managers"),
    house(
      "house", "Services, prices, rooms, beds, hours, therapists, the spa itself; for managers"),
    Binding(
      .console, .lock, keys: [.character("L")], word: "lock",
      help: "Lock the desk: no names until somebody logs in; the board goes on behind it"),
    Binding(
      .console, .redraw, keys: [.control("l")], word: "redraw", in: Set(KeyContext.allCases),
      help: "Draw the screen anew"),
    Binding(
      .console, .suspend, keys: [.control("z")], word: "suspend", in: Set(KeyContext.allCases),
      help: "To the shell; fg comes back"),
    Binding(
      .console, .quit, keys: [.character("q"), .control("c")], word: "quit", hint: "quit",
      help: "Leave; asks only while orders are unanswered"),
  ]

  /// What the board knows of names is read here; the server has the last word.
  private static func house(_ word: String, _ help: String) -> Binding {
    Binding(
      .console, .house(word), keys: [], word: word,
      argument: Binding.Argument(
        name: "[WHAT]",
        candidates: { model in
          HouseLine.candidates(model.board.lexicon?.spa).filter { $0.hasPrefix(word + " ") }
            .map { String($0.dropFirst(word.count + 1)) }
        },
        look: { line, model in
          // The command's own word may be shortened.
          let rest = line.drop { $0 != " " }
          let cut = line.count - rest.count - word.count
          var seen = LinePreview(houseLine("\(word)\(rest)", model))
          seen.unread = seen.unread.map { $0.lowerBound + cut..<$0.upperBound + cut }
          return seen
        },
        read: { text, model in
          let line = "\(word) \(text)"
          // Whoever may not is told that, and not what is missing.
          guard whyNoHouse(model) == nil else { return .action(.house(line)) }
          return houseLine(line, model).problem.map { .problem($0) } ?? .action(.house(line))
        }),
      help: help,
      whyOff: whyNoHouse)
  }

  @Sendable private static func whyNoHouse(_ model: Model) -> String? {
    guard let role = model.person?.role, Rights.scope(of: .keepHouse, for: role) == .all else {
      return "Accounts and the house are for managers."
    }
    return nil
  }

  private static func houseLine(_ line: String, _ model: Model) -> HouseLine {
    HouseLine(line, names: model.board.lexicon.map { HouseLine.Names($0.spa) })
  }
}
