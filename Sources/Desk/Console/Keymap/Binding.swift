import DeskLanguage
import Screen

/// One row of the key table: how an action is called by key and by word, what it does in a line,
/// and why it is off right now.
package struct Binding: Sendable {
  package enum Group: String, CaseIterable, Sendable {
    case booking = "The selected booking"
    case phrase = "The desk: what follows is typed, and previewed before it is sent"
    case tag = "Any booking on the screen, by its two-letter tag"
    case moving = "Moving and finding"
    case day = "The day"
    case views = "Views of the day"
    case console = "The console"
    case overlay = "What lies over the board: it takes every key, and these mean something there"
  }

  /// What the command word may be followed by.
  package struct Argument: Sendable {
    /// As help writes it: `DAY`, or `[REASON]` where it may be left out.
    package let name: String
    package let candidates: @Sendable (Model) -> [String]
    /// What the whole line is understood as; nil where there is nothing to be seen of it.
    let look: @Sendable (_ line: String, Model) -> LinePreview?
    /// The action with this argument, or a sentence that says what is wrong with it.
    package let read: @Sendable (String, Model) -> Reading

    init(
      name: String, candidates: @escaping @Sendable (Model) -> [String],
      look: @escaping @Sendable (_ line: String, Model) -> LinePreview? = { _, _ in nil },
      read: @escaping @Sendable (String, Model) -> Reading
    ) {
      self.name = name
      self.candidates = candidates
      self.look = look
      self.read = read
    }

    package enum Reading: Hashable, Sendable {
      case action(Action)
      case problem(String)
      /// Something in the desk's own language.
      case phrase(Verb, String)
    }
  }

  /// Command words whose keys mean this too, or some of their keys.
  struct Alike: Sendable {
    enum Kind: Sendable {
      case all
      /// Where nothing is typed.
      case letters
      case others
    }

    var words: [String] = []
    var kind = Kind.all

    func takes(_ key: KeyPress) -> Bool {
      let isLetter = if case .character = key { true } else { false }
      return switch kind {
      case .all: key != .control("c")
      case .letters: isLetter
      case .others: !isLetter
      }
    }
  }

  package let action: Action
  package private(set) var keys: [KeyPress]
  /// What lies over the board goes by the keys that its people know.
  let alike: Alike
  package let word: String
  package let argument: Argument?
  /// One word for the bar at the bottom.
  package let hint: String
  package private(set) var help: String
  package let group: Group
  /// Where its keys are pressed.
  package let contexts: Set<KeyContext>
  /// The sentence for pressing it when it cannot be done; nil where it can.
  package let whyOff: @Sendable (Model) -> String?

  init(
    _ group: Group, _ action: Action, keys: [KeyPress], alike: Alike = Alike(), word: String,
    argument: Argument? = nil,
    in contexts: Set<KeyContext> = [.board], hint: String = "", help: String,
    whyOff: @escaping @Sendable (Model) -> String? = { _ in nil }
  ) {
    self.group = group
    self.contexts = contexts
    self.action = action
    self.keys = keys
    self.alike = alike
    self.word = word
    self.argument = argument
    self.hint = hint
    self.help = help
    self.whyOff = whyOff
  }

  /// The same with other keys, and its help naming keys as they are: in its text they stand as
  /// command words between backticks.
  func with(_ keys: [KeyPress], named name: (String) -> String) -> Binding {
    var binding = self
    binding.keys = keys
    binding.help = help.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { $0.isMultiple(of: 2) ? String($1) : name(String($1)) }.joined()
    return binding
  }

  /// Where letters narrow a list they are no orders, whatever was chosen.
  func keys(in context: KeyContext) -> [KeyPress] {
    guard KeyContext.narrowed.contains(context), !word.isEmpty else { return keys }
    return keys.filter { if case .character = $0 { false } else { true } }
  }

  /// `c`, or `up k`: as help shows them.
  package var keyNames: String {
    let names = keys.map(\.name)
    let isRow = names.count > 8
    return isRow ? "\(names[0])…\(names[names.count - 1])" : names.joined(separator: " ")
  }

  /// `:start [REASON]`; empty for what is done by keys alone.
  package var command: String { command(in: .usual) }

  /// The same as this person reads it: the word stays, as it is typed.
  package func command(in wording: Wording) -> String {
    word.isEmpty ? "" : ":" + word + (argument.map { " " + wording($0.name) } ?? "")
  }
}
