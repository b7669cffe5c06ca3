import TOMLKit

/// Walks the tables of a theme file and collects everything that is wrong, so that its author sees
/// all of it at once.
struct ThemeFileReader {
  let file: String
  let places: ThemePlaces
  private var problems: [ThemeProblem] = []
  private var theme = ThemeFile()

  init(file: String, places: ThemePlaces) {
    self.file = file
    self.places = places
  }

  mutating func read(_ document: TOMLTable) throws -> ThemeFile {
    for key in document.keys {
      let table = document[key]?.table
      switch (key, table) {
      case ("meta", let table?): readMeta(table)
      case ("palette", let table?): readPalette(table)
      case ("roles", let table?): readRoles(table, under: "")
      case ("meta", nil), ("palette", nil), ("roles", nil):
        report("'\(key)' is a table: write [\(key)]", at: key)
      default: reportUnknown("section", key, at: key, among: ["meta", "palette", "roles"])
      }
    }
    guard problems.isEmpty else {
      throw ThemeError(problems: problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
    return theme
  }

  private mutating func readMeta(_ table: TOMLTable) {
    for key in table.keys {
      let path = "meta." + key
      guard let value = table[key]?.string else {
        report("'\(key)' is a text: write it in quotes", at: path)
        continue
      }
      switch key {
      case "name": theme.name = DisplayText(value).text
      case "inherits": theme.inherits = written(value, at: path)
      case "variant":
        theme.variant = Theme.Variant(rawValue: value)
        if theme.variant == nil {
          reportUnknown("variant", value, at: path, among: Theme.Variant.allCases.map(\.rawValue))
        }
      default: reportUnknown("key", key, at: path, among: ["name", "inherits", "variant"])
      }
    }
  }

  private mutating func readPalette(_ table: TOMLTable) {
    for key in table.keys {
      let path = "palette." + key
      guard let color = colorText(table[key]) else {
        report("a colour is \"#rrggbb\", 0 to 255, an ANSI name or \"default\"", at: path)
        continue
      }
      theme.palette[key] = written(color, at: path)
    }
  }

  /// A role is written in quotes ("grid.now") or as tables in tables (grid.now): both are read.
  private mutating func readRoles(_ table: TOMLTable, under prefix: String) {
    for key in table.keys {
      let name = prefix + key
      let path = "roles." + name
      if let role = StyleRole(rawValue: name) {
        readRole(role, table[key], at: path)
      } else if let inner = table[key]?.table,
        StyleRole.allCases.contains(where: { $0.rawValue.hasPrefix(name + ".") })
      {
        readRoles(inner, under: name + ".")
      } else {
        reportUnknown("role", name, at: path, among: StyleRole.allCases.map(\.rawValue))
      }
    }
  }

  private mutating func readRole(
    _ role: StyleRole, _ value: (any TOMLValueConvertible)?, at path: String
  ) {
    var look = ThemeFile.Role()
    if let color = colorText(value) {
      look.foreground = written(color, at: path)
    } else if let table = value?.table {
      for key in table.keys { readField(key, table[key], of: &look, at: path) }
    } else {
      report("a role is a colour or a table like { fg = \"red\", attr = [\"bold\"] }", at: path)
    }
    theme.roles[role] = look
  }

  private mutating func readField(
    _ key: String, _ value: (any TOMLValueConvertible)?, of look: inout ThemeFile.Role,
    at path: String
  ) {
    switch key {
    case "fg": look.foreground = readColor(value, at: path, field: key)
    case "bg": look.background = readColor(value, at: path, field: key)
    case "attr": look.attributes = readAttributes(value, at: path, field: key)
    case "mono": look.monoAttributes = readAttributes(value, at: path, field: key)
    case "glyph": look.glyph = readSign(value, ascii: false, at: path, field: key)
    case "ascii": look.asciiGlyph = readSign(value, ascii: true, at: path, field: key)
    case "letter": look.letter = readSign(value, ascii: true, at: path, field: key)
    default:
      let known = ["fg", "bg", "attr", "mono", "glyph", "ascii", "letter"]
      reportUnknown("key", key, at: path, field: key, among: known)
    }
  }

  private mutating func readColor(
    _ value: (any TOMLValueConvertible)?, at path: String, field: String
  ) -> ThemeFile.Written<String>? {
    if let color = colorText(value) { return written(color, at: path, field: field) }
    report("'\(field)' is a colour or a name from [palette]", at: path, field: field)
    return nil
  }

  private mutating func readAttributes(
    _ value: (any TOMLValueConvertible)?, at path: String, field: String
  ) -> Attributes {
    var attributes: Attributes = []
    var words: [String] = []
    if let word = value?.string {
      words = [word]
    } else if let array = value?.array {
      words = array.map { $0.string ?? "" }
    } else {
      report("'\(field)' is a list like [\"bold\"]", at: path, field: field)
    }
    for word in words {
      if let known = Attributes.names.first(where: { $0.name == word }) {
        attributes.insert(known.attribute)
      } else {
        reportUnknown(
          "attribute", word, at: path, field: field, among: Attributes.names.map(\.name))
      }
    }
    return attributes
  }

  /// A glyph or letter: one column, or empty for none.
  private mutating func readSign(
    _ value: (any TOMLValueConvertible)?, ascii: Bool, at path: String, field: String
  ) -> DisplayText? {
    let sign = value?.string.map { DisplayText($0) }
    guard let sign, sign.columns <= 1, !ascii || sign.text.utf8.allSatisfy({ $0 < 0x80 }) else {
      let kind = ascii ? "ASCII character" : "character one column wide"
      report("'\(field)' is a single \(kind)", at: path, field: field)
      return nil
    }
    return sign
  }

  private func colorText(_ value: (any TOMLValueConvertible)?) -> String? {
    value?.string ?? value?.int.map(String.init)
  }

  private func written(
    _ value: String, at path: String, field: String? = nil
  ) -> ThemeFile.Written<String> {
    ThemeFile.Written(value: value, file: file, place: places.place(of: path, field: field))
  }

  private mutating func report(_ sentence: String, at path: String, field: String? = nil) {
    problems.append(written("", at: path, field: field).problem(sentence))
  }

  private mutating func reportUnknown(
    _ kind: String, _ name: String, at path: String, field: String? = nil, among known: [String]
  ) {
    report(unknown(kind, name, among: known), at: path, field: field)
  }
}

/// "unknown role 'grid.nwo': did you mean 'grid.now'?"
func unknown(_ kind: String, _ name: String, among known: some Sequence<String>) -> String {
  let start = "unknown \(kind) '\(DisplayText(name).truncated(to: 40).text)'"
  guard let near = nearestName(to: name, among: known) else { return start }
  return start + ": did you mean '\(near)'?"
}
