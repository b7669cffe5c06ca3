import BookingDomain
import DeskLanguage
import Screen

/// What a line that is typed means where keys cannot be pressed one by one.
enum TypedLine {
  enum Meaning: Hashable {
    case keys([KeyPress])
    /// What the number stands for.
    case choose(Cursor)
    /// Says what is chosen, with all that is known of it.
    case sayDetails
    case sayEverything
    case unknownNumber(Int)
  }

  /// Keys that are no letters, as they are typed.
  private static let names: [String: KeyPress] = [
    "esc": .escape, "tab": .tab, "shift-tab": .backTab, "up": .up, "down": .down, "left": .left,
    "right": .right, "home": .home, "end": .end, "pgup": .pageUp, "pgdn": .pageDown,
  ]

  static func read(_ line: String, _ model: Model, choices: [Cursor]) -> Meaning {
    let text = line.trimmingBlanks
    if let key = names[text.lowercased()] ?? function(text) { return .keys([key]) }
    if case .login = model.stage { return .keys([.paste(line), .enter]) }
    switch model.mode {
    case .password, .search: return .keys([.paste(line), .enter])
    case .tag, .confirmQuit: return .keys(text.map(KeyPress.character))
    case .command(let field): return .keys(keys(for: text, field.text, model))
    case .normal: break
    }
    if let overlay = model.overlay { return .keys(keys(for: text, over: overlay, model)) }
    if text == "." { return .sayEverything }
    if text.isEmpty { return model.selectedStop == nil ? .sayEverything : .sayDetails }
    if let number = Int(text), number > 0 {
      return choices.indices.contains(number - 1)
        ? .choose(choices[number - 1]) : .unknownNumber(number)
    }
    return text.count == 1 ? .keys(text.map(KeyPress.character)) : .keys(begun(text, model))
  }

  /// A command of one deed is done; a line of the desk's language is read out before it is sent.
  private static func begun(_ text: String, _ model: Model) -> [KeyPress] {
    let line = text.first == ":" ? String(text.dropFirst()) : text
    let isPhrase = if case .phrase = CommandLine.read(line, model) { true } else { false }
    return [.character(":"), .paste(isPhrase && !line.contains(" ") ? line + " " : line)]
      + (isPhrase ? [] : [.enter])
  }

  /// While a line stands: Enter sends it, a number chooses, `+` goes on with it, a command word begins
  /// another, and all else stands in its place.
  private static func keys(for text: String, _ standing: String, _ model: Model) -> [KeyPress] {
    if text.isEmpty { return [.enter] }
    if let number = Int(text), let draft = model.typing.draft,
      draft.options.indices.contains(number - 1)
    {
      let steps = number - 1 - (draft.chosen ?? -1)
      return Array(repeating: steps < 0 ? .up : .down, count: abs(steps)) + [.enter]
    }
    if text.first == "+" { return [.paste(" " + text.dropFirst().description.trimmingBlanks)] }
    guard let (verb, said) = CommandLine.phrase(standing) else {
      return [.escape] + begun(text, model)
    }
    let word = String(text.prefix { $0 != " " }).lowercased()
    let isAnother = !verb.isFreeText && Keymap.usual.bindings.contains { $0.word == word }
    guard !isAnother else { return [.escape] + begun(text, model) }
    return (said.isEmpty ? [] : [.control("u")]) + [.paste(text)]
  }

  private static func keys(for text: String, over overlay: Model.Overlay, _ model: Model)
    -> [KeyPress]
  {
    if text.isEmpty { return [.enter] }
    switch overlay {
    case .menu(let search):
      guard let number = Int(text), search.found(for: model).indices.contains(number - 1) else {
        return [.control("u"), .paste(text)]
      }
      let steps = number - 1 - search.at
      return Array(repeating: steps < 0 ? .up : .down, count: abs(steps)) + [.enter]
    case .help: return [.control("u"), .paste(text)]
    default:
      return text.count == 1
        ? text.map(KeyPress.character) : [.escape, .character(":"), .paste(text)]
    }
  }

  private static func function(_ text: String) -> KeyPress? {
    guard text.first?.lowercased() == "f", let number = Int(text.dropFirst()),
      (1...12).contains(number)
    else { return nil }
    return .function(number)
  }
}

extension Verb {
  /// Whether what follows it is anybody's words, and no grammar.
  fileprivate var isFreeText: Bool { self == .notes || self == .cancel }
}
