import Screen

/// The usual keys, and over them those that somebody has chosen.
extension Keymap {
  /// In other programs ^Z takes back. Whoever gives it to `undo` means that; suspending then has
  /// only its word, `:suspend`.
  private static let givesWay: Set<String> = ["suspend"]

  /// By command words. A key that somebody gives to an action is taken from another that keeps one.
  static func keys(_ choice: KeyChoice) -> [String: [KeyPress]] {
    let taken = Set(choice.keys.values.joined())
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        if let chosen = choice.keys[row.word] {
          return (row.word, row.action == .quit ? chosen + [.control("c")] : chosen)
        }
        let left = row.keys.filter { !taken.contains($0) }
        return (row.word, left.isEmpty && !givesWay.contains(row.word) ? row.keys : left)
      })
  }

  static func name(of word: String, _ keys: [String: [KeyPress]]) -> String {
    keys[word]?.first?.name ?? ":" + word
  }

  /// The first key that would mean two things.
  var clash: String? {
    guard binding(for: .commandLine)?.keys.isEmpty == false else {
      return "\(choice.place(of: "command") ?? ""): command needs a key: it reaches all others."
    }
    for context in KeyContext.allCases {
      var owners: [KeyPress: Binding] = [:]
      for binding in all where binding.contexts.contains(context) {
        for key in binding.keys(in: context) {
          guard let other = owners.updateValue(binding, forKey: key) else { continue }
          return sentence(of: key, other, binding)
        }
      }
    }
    return nil
  }

  private func sentence(of key: KeyPress, _ one: Binding, _ other: Binding) -> String {
    let both = [one, other]
    let words = both.flatMap { $0.word.isEmpty ? $0.alike.words : [$0.word] }
    let places = words.compactMap(choice.place(of:))
    let names = both.map { $0.word.isEmpty ? "\"\($0.help)\"" : $0.word }
    let unset = words.first { choice.place(of: $0) == nil }
    let advice = unset.map { "; give \($0) another key too, or none: \($0) = []" } ?? ""
    return "\(places.joined(separator: " and ")): \(key.name) would be both "
      + "\(names.joined(separator: " and "))\(advice)."
  }
}
