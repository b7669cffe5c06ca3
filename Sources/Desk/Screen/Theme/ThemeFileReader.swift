import TOMLText

/// Walks the tables of a theme file and collects everything that is wrong, so that its author sees
/// all of it at once.
struct ThemeFileReader {
  private typealias Node = TOMLText.Node

  private let file: String
  private var problems: [ThemeProblem] = []
  private var theme = ThemeFile()

  init(file: String) { self.file = file }

  mutating func read(_ document: TOMLText) throws -> ThemeFile {
    for problem in document.problems {
      problems.append(
        ThemeFile.Written(value: (), file: file, place: problem.place).problem(problem.sentence))
    }
    for entry in document.root.entries {
      switch (entry.key, entry.node.value) {
      case ("meta", .table(let table)): readMeta(table)
      case ("palette", .table(let table)): readPalette(table)
      case ("roles", .table(let table)): readRoles(table, under: "")
      case ("meta", _), ("palette", _), ("roles", _):
        report("'\(entry.key)' is a table: write [\(entry.key)]", at: entry.node)
      default:
        reportUnknown("section", entry.key, at: entry.node, among: ["meta", "palette", "roles"])
      }
    }
    guard problems.isEmpty else {
      throw ThemeError(problems: problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
    return theme
  }

  private mutating func readMeta(_ table: TOMLText.Table) {
    for entry in table.entries {
      let (key, node) = (entry.key, entry.node)
      guard case .text(let value) = node.value else {
        report("this is a text: write it in quotes", at: node)
        continue
      }
      switch key {
      case "name": theme.name = DisplayText(value).text
      case "inherits": theme.inherits = written(value, at: node)
      case "variant":
        theme.variant = Theme.Variant(rawValue: value)
        if theme.variant == nil {
          reportUnknown("variant", value, at: node, among: Theme.Variant.allCases.map(\.rawValue))
        }
      default: reportUnknown("key", key, at: node, among: ["name", "inherits", "variant"])
      }
    }
  }

  private mutating func readPalette(_ table: TOMLText.Table) {
    for entry in table.entries {
      guard let color = colorText(entry.node) else {
        report("a colour is \"#rrggbb\", 0 to 255, an ANSI name or \"default\"", at: entry.node)
        continue
      }
      theme.palette[entry.key] = written(color, at: entry.node)
    }
  }

  /// A role is written in quotes ("grid.now") or as tables in tables (grid.now): both are read.
  private mutating func readRoles(_ table: TOMLText.Table, under prefix: String) {
    for entry in table.entries {
      let name = prefix + entry.key
      if let role = StyleRole(rawValue: name) {
        readRole(role, entry.node)
      } else if case .table(let inner) = entry.node.value,
        StyleRole.allCases.contains(where: { $0.rawValue.hasPrefix(name + ".") })
      {
        readRoles(inner, under: name + ".")
      } else {
        reportUnknown("role", name, at: entry.node, among: StyleRole.allCases.map(\.rawValue))
      }
    }
  }

  private mutating func readRole(_ role: StyleRole, _ node: Node) {
    var look = ThemeFile.Role()
    if let color = colorText(node) {
      look.foreground = written(color, at: node)
    } else if case .table(let table) = node.value {
      for entry in table.entries { readField(entry.key, entry.node, of: &look) }
    } else {
      report("a role is a colour or a table like { fg = \"red\", attr = [\"bold\"] }", at: node)
    }
    theme.roles[role] = look
  }

  private mutating func readField(_ key: String, _ node: Node, of look: inout ThemeFile.Role) {
    switch key {
    case "fg": look.foreground = readColor(node)
    case "bg": look.background = readColor(node)
    case "attr": look.attributes = readAttributes(node)
    case "mono": look.monoAttributes = readAttributes(node)
    case "glyph": look.glyph = readSign(node, ascii: false)
    case "ascii": look.asciiGlyph = readSign(node, ascii: true)
    case "letter": look.letter = readSign(node, ascii: true)
    default:
      let known = ["fg", "bg", "attr", "mono", "glyph", "ascii", "letter"]
      reportUnknown("key", key, at: node, among: known)
    }
  }

  private mutating func readColor(_ node: Node) -> ThemeFile.Written<String>? {
    if let color = colorText(node) { return written(color, at: node) }
    report("this is a colour or a name from [palette]", at: node)
    return nil
  }

  private mutating func readAttributes(_ node: Node) -> Attributes {
    let words: [Node] =
      switch node.value {
      case .list(let members): members
      case .text: [node]
      case .number, .fraction, .table, .unreadable: []
      }
    var attributes: Attributes = []
    for word in words {
      guard case .text(let name) = word.value else { continue }
      if let known = Attributes.names.first(where: { $0.name == name }) {
        attributes.insert(known.attribute)
      } else {
        reportUnknown("attribute", name, at: word, among: Attributes.names.map(\.name))
      }
    }
    let isListOfTexts = words.allSatisfy { if case .text = $0.value { true } else { false } }
    if case .list = node.value, isListOfTexts { return attributes }
    if case .text = node.value { return attributes }
    report("attributes are a list like [\"bold\"]", at: node)
    return attributes
  }

  /// A glyph or letter: one column, or empty for none.
  private mutating func readSign(_ node: Node, ascii: Bool) -> DisplayText? {
    if case .text(let text) = node.value {
      let sign = DisplayText(text)
      if sign.columns <= 1, !ascii || sign.text.utf8.allSatisfy({ $0 < 0x80 }) { return sign }
    }
    let kind = ascii ? "ASCII character" : "character one column wide"
    report("this is a single \(kind)", at: node)
    return nil
  }

  private func colorText(_ node: Node) -> String? {
    switch node.value {
    case .text(let text): text
    case .number(let number): String(number)
    case .fraction, .list, .table, .unreadable: nil
    }
  }

  private func written(_ value: String, at node: Node) -> ThemeFile.Written<String> {
    ThemeFile.Written(value: value, file: file, place: node.place)
  }

  private mutating func report(_ sentence: String, at node: Node) {
    guard case .unreadable(let wrong) = node.value else {
      return problems.append(written("", at: node).problem(sentence))
    }
    problems.append(
      ThemeFile.Written(value: "", file: file, place: wrong.place).problem(wrong.sentence))
  }

  private mutating func reportUnknown(
    _ kind: String, _ name: String, at node: Node, among known: some Sequence<String>
  ) {
    report(unknown(kind, name, among: known), at: node)
  }
}

/// "unknown role 'grid.nwo': did you mean 'grid.now'?"
func unknown(_ kind: String, _ name: String, among known: some Sequence<String>) -> String {
  let start = "unknown \(kind) '\(DisplayText(name).truncated(to: 40).text)'"
  let most = (name.count + 2) / 3
  guard let near = NearestWord.to(name, among: known, most: most) else { return start }
  return start + ": did you mean '\(near)'?"
}
