import BookingDomain

/// The help screen, from the key table.
package enum HelpText {
  package enum Line: Hashable, Sendable {
    case heading(String)
    case binding(keys: String, command: String, help: String, isOff: Bool)
    case blank
  }

  package static func lines(_ model: Model, wanted: String = "") -> [Line] {
    var lines: [Line] = []
    for group in Binding.Group.allCases {
      let found = Keymap.all.filter { $0.group == group && $0.isAbout(wanted) }
      guard !found.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(group.rawValue))
      lines += found.map { binding in
        .binding(
          keys: binding.keyNames, command: binding.command, help: binding.help,
          isOff: binding.whyOff(model) != nil)
      }
    }
    return lines
  }
}

extension Binding {
  /// Whether each word typed begins one of its own, or is its key.
  package func isAbout(_ wanted: String) -> Bool {
    let words = FoldedText(help + " " + word).text.split { !$0.isLetter && !$0.isNumber }
    return wanted.split(separator: " ").allSatisfy { typed in
      let folded = FoldedText(String(typed)).text
      return keys.contains { $0.name == typed } || words.contains { $0.hasPrefix(folded) }
    }
  }
}

extension KeySearch {
  /// The actions of the menu that it leaves.
  package var found: [Binding] { Keymap.bindings.filter { $0.isAbout(wanted.text) } }
}
