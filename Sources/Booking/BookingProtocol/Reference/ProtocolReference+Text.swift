extension ProtocolReference {
  /// Plain text, for a terminal or a pipe.
  package var text: String {
    var lines = ["FrontDesk booking protocol, version \(ProtocolVersion.current)", ""]
    for piece in pieces {
      switch piece {
      case .chapter(let title): lines += ["", title, ""]
      case .heading(let title): lines += ["", "  \(title)"]
      case .paragraph(let text): lines += Self.wrapped(text, indent: 4) + [""]
      case .field(let note):
        lines.append("    \(note.name)")
        lines += Self.wrapped(note.sentence, indent: 8)
      case .sample(let json):
        lines.append("")
        lines += json.split(separator: "\n").map { "      \($0)" }
        lines.append("")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func wrapped(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin
    for word in text.split(separator: " ") {
      if line.count + word.count + 1 > 90, line != margin {
        lines.append(line)
        line = margin
      }
      line += (line == margin ? "" : " ") + word
    }
    return lines + [line]
  }
}
