/// What stands behind `:`: the words of the key table, read, completed and previewed.
package enum CommandLine {
  package enum Reading: Hashable, Sendable {
    case empty
    case action(Action)
    case problem(String)
  }

  /// A word may be shortened as long as it stays the only one.
  package static func read(_ line: String, _ model: Model) -> Reading {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard let word = parts.first.map(String.init) else { return .empty }
    let rest = parts.count > 1 ? parts[1].trimmed : ""
    switch bindings(called: word) {
    case let found where found.isEmpty:
      return .problem("There is no command \"\(word)\": ? lists them all.")
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
    }
  }

  /// What the line would do, before Enter is pressed.
  package static func preview(_ line: String, _ model: Model) -> String {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard let word = parts.first.map(String.init) else {
      return "A command, or Esc. Tab completes."
    }
    let found = bindings(called: word)
    guard found.count == 1 else {
      return found.isEmpty
        ? "There is no such command." : found.map(\.word).joined(separator: "  ")
    }
    if case .problem(let sentence) = read(line, model) { return sentence }
    return found[0].whyOff(model) ?? "\(found[0].command)  \(found[0].help)"
  }

  /// The line with what can be completed completed.
  package static func completed(_ line: String, _ model: Model) -> String {
    guard let space = line.firstIndex(of: " ") else {
      let found = Keymap.bindings.filter { $0.word.hasPrefix(line.lowercased()) }
      let whole = commonPrefix(found.map(\.word)) ?? line
      return found.count == 1 && found[0].argument != nil ? whole + " " : whole
    }
    let word = line[..<space]
    guard let argument = bindings(called: String(word)).only?.argument else { return line }
    let begun = line[line.index(after: space)...].lowercased()
    let found = argument.candidates(model).filter { $0.lowercased().hasPrefix(begun) }
    return commonPrefix(found).map { "\(word) \($0)" } ?? line
  }

  private static func bindings(called word: String) -> [Binding] {
    let word = word.lowercased()
    if let exact = Keymap.bindings.first(where: { $0.word == word }) { return [exact] }
    return Keymap.bindings.filter { $0.word.hasPrefix(word) }
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
