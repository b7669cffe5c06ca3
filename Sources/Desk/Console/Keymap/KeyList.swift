/// The key table as Markdown, for README.
package enum KeyList {
  package static func markdown() -> String {
    Binding.Group.allCases.map { group in
      let rows = Keymap.bindings.filter { $0.group == group }.map { binding in
        let keys = binding.keys.map { "`\($0.name)`" }.joined(separator: " ")
        return "| \(keys) | `\(binding.command)` | \(binding.help) |"
      }
      return "### \(group.rawValue)\n\n| key | command | |\n| --- | --- | --- |\n"
        + rows.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}
