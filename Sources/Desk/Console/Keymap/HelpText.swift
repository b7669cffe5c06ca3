/// The help screen, from the key table.
package enum HelpText {
  package enum Line: Hashable, Sendable {
    case heading(String)
    case binding(keys: String, command: String, help: String, isOff: Bool)
    case blank
  }

  package static func lines(_ model: Model) -> [Line] {
    var lines: [Line] = []
    for group in Binding.Group.allCases {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(group.rawValue))
      lines += Keymap.bindings.filter { $0.group == group }.map { binding in
        .binding(
          keys: binding.keyNames, command: binding.command, help: binding.help,
          isOff: binding.whyOff(model) != nil)
      }
    }
    return lines
  }
}
