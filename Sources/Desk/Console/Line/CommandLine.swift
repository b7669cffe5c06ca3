import BookingDomain
import DeskLanguage

/// What stands behind `:`: the words of the key table, read, completed and previewed.
package enum CommandLine {
  package enum Reading: Hashable, Sendable {
    case empty
    case action(Action)
    case problem(String)
    /// In the desk's own language.
    case phrase(Verb, String)
  }

  /// A word may be shortened as long as it stays the only one.
  package static func read(_ line: String, _ model: Model) -> Reading {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard let word = parts.first.map(String.init) else { return .empty }
    let rest = parts.count > 1 ? parts[1].trimmed : ""
    switch bindings(called: word) {
    case let found where found.isEmpty:
      let hint =
        word.allSatisfy(\.isASCII)
        ? "\(model.key(.help)) lists them all." : "is another keyboard layout on?"
      return .problem("There is no command \"\(word)\": \(hint)")
    case let found where found.count > 1:
      let words = found.map(\.word).joined(separator: ", ")
      return .problem("\"\(word)\" could be \(words): write a letter more.")
    case let found:
      return read(found[0], rest, model)
    }
  }

  private static func read(_ binding: Binding, _ rest: String, _ model: Model) -> Reading {
    guard let argument = binding.argument else {
      return rest.isEmpty
        ? .action(binding.action)
        : .problem(":\(binding.word) takes nothing after it, but there is \"\(rest)\".")
    }
    if rest.isEmpty, argument.name.hasPrefix("[") { return .action(binding.action) }
    return switch argument.read(rest, model) {
    case .action(let action): .action(action)
    case .problem(let sentence): .problem(sentence)
    case .phrase(let verb, let text): .phrase(verb, text)
    }
  }

  /// The verb that a line begins with, and what follows it.
  package static func phrase(_ line: String) -> (verb: Verb, text: String)? {
    guard let space = line.firstIndex(of: " "),
      let binding = bindings(called: String(line[..<space])).only,
      case .phrase(let verb) = binding.action
    else { return nil }
    return (verb, String(line[line.index(after: space)...]))
  }

  /// The words that a line may become; nil where it is one already, or none.
  static func possibleWords(_ line: String) -> String? {
    guard let word = line.split(separator: " ", maxSplits: 1).first else { return nil }
    let found = bindings(called: String(word))
    return found.count > 1 ? found.map(\.word).joined(separator: "  ") : nil
  }

  /// What the line would do, before Enter is pressed.
  package static func preview(_ line: String, _ model: Model) -> String {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard let word = parts.first.map(String.init) else {
      return "A command, or Esc. Tab completes."
    }
    let found = bindings(called: word)
    guard found.count == 1 else {
      return possibleWords(line) ?? "There is no such command."
    }
    switch read(line, model) {
    case .problem(let sentence): return sentence
    case .phrase: if let draft = model.draft(of: line) { return draft.says }
    case .empty, .action: break
    }
    return found[0].whyOff(model)
      ?? "\(found[0].command(in: model.wording))  \(model.keymap.binding(for: found[0].action)?.help ?? "")"
  }

  /// The line with what can be completed completed.
  package static func completed(_ line: String, _ model: Model) -> String {
    guard let space = line.firstIndex(of: " ") else {
      let found = Keymap.usual.bindings.filter {
        model.isTheirs($0.action) && $0.word.hasPrefix(line.lowercased())
      }
      let whole = commonPrefix(found.map(\.word)) ?? line
      return found.count == 1 && found[0].argument != nil ? whole + " " : whole
    }
    let word = line[..<space]
    guard let argument = bindings(called: String(word)).only?.argument else { return line }
    if case .phrase = bindings(called: String(word)).only?.action {
      return completedWord(line, argument.candidates(model))
    }
    let begun = line[line.index(after: space)...].lowercased()
    let found = argument.candidates(model).filter { $0.lowercased().hasPrefix(begun) }
    return commonPrefix(found).map { "\(word) \($0)" } ?? line
  }

  /// Only the last word: a phrase has many.
  private static func completedWord(_ line: String, _ candidates: [String]) -> String {
    guard let space = line.lastIndex(of: " ") else { return line }
    let start = line.index(after: space)
    let begun = FoldedText(String(line[start...])).text
    let found = candidates.filter { FoldedText($0).text.hasPrefix(begun) }
    guard !begun.isEmpty, let whole = commonPrefix(found) else { return line }
    return line[..<start] + whole + (found.count == 1 ? " " : "")
  }

  static func bindings(called word: String) -> [Binding] {
    let word = word.lowercased()
    if let exact = Keymap.usual.bindings.first(where: { $0.word == word }) { return [exact] }
    return Keymap.usual.bindings.filter { $0.word.hasPrefix(word) }
  }

  private static func commonPrefix(_ words: [String]) -> String? {
    guard var prefix = words.first else { return nil }
    for word in words.dropFirst() {
      while !word.hasPrefix(prefix) { prefix.removeLast() }
    }
    return prefix
  }
}

extension Array {
  fileprivate var only: Element? { count == 1 ? first : nil }
}

extension Substring {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
