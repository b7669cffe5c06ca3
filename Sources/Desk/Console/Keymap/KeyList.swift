/// The key table as Markdown, for README.
package enum KeyList {
  package static func markdown(_ keymap: Keymap = .usual) -> String {
    Binding.Group.allCases.map { group in
      let rows = keymap.all.filter { $0.group == group }.map { binding in
        let names = binding.keyNames.split(separator: " ").map { "`\($0)`" }
        let command = binding.command.isEmpty ? "" : "`\(binding.command)`"
        return "| \(names.joined(separator: " ")) | \(command) | \(binding.help) |"
      }
      return "### \(group.rawValue)\n\n| key | command | |\n| --- | --- | --- |\n"
        + rows.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}
