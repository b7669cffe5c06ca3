extension ProtocolReference {
  /// The manual page `frontdesk-protocol(7)`, in the macros of man(7).
  package var manPage: String {
    var lines = [
      ".TH FRONTDESK-PROTOCOL 7", ".SH NAME",
      "frontdesk\\-protocol \\- what clients and the booking server say to each other",
    ]
    for piece in pieces {
      switch piece {
      case .chapter(let title): lines.append(".SH \(Self.escaped(title))")
      case .heading(let title): lines.append(".SS \(Self.escaped(title))")
      case .paragraph(let text): lines += [".PP", Self.escaped(text)]
      case .field(let note):
        lines += [".TP", ".B \(Self.escaped(note.name))", Self.escaped(note.sentence)]
      case .sample(let json):
        lines += [".PP", ".nf", ".RS 4"]
        lines += json.split(separator: "\n").map { Self.escaped(String($0)) }
        lines += [".RE", ".fi"]
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A backslash is roff's escape, a dash would become a hyphen, and a line that begins with a point
  /// or an apostrophe would be a request.
  private static func escaped(_ text: String) -> String {
    let escaped = text.reduce(into: "") { line, letter in
      switch letter {
      case "\\": line += "\\e"
      case "-": line += "\\-"
      default: line.append(letter)
      }
    }
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
