/// Makes a theme of a file and those it inherits from, nearest first: what a file does not say, the
/// next one does. The nearest palette wins too, so that a theme may change nothing but its colours.
struct ThemeResolution {
  let files: [ThemeFile]
  private let palette: [String: ThemeFile.Written<String>]
  private var problems: [ThemeProblem] = []

  init(_ files: [ThemeFile]) {
    self.files = files
    palette = files.reduce(into: [:]) { $0.merge($1.palette) { nearer, _ in nearer } }
  }

  /// Throws `ThemeError` when a colour is unknown or malformed.
  mutating func theme(named name: String) throws -> Theme {
    var looks: [StyleRole: RoleLook] = [:]
    let screen = colors(of: .screen)
    let base = Style(
      foreground: screen.foreground ?? .standard, background: screen.background ?? .standard)
    for role in StyleRole.allCases {
      let own = colors(of: role)
      let beneath = role.isOverlay ? Style.plain : base
      let attributes = first(of: role, \.attributes) ?? []
      looks[role] = RoleLook(
        style: Style(
          foreground: own.foreground ?? beneath.foreground,
          background: own.background ?? beneath.background, attributes: attributes),
        monoAttributes: first(of: role, \.monoAttributes) ?? attributes,
        glyph: first(of: role, \.glyph) ?? .empty,
        asciiGlyph: first(of: role, \.asciiGlyph) ?? first(of: role, \.glyph)?.inASCII ?? .empty,
        letter: first(of: role, \.letter) ?? .empty)
    }
    guard problems.isEmpty else { throw ThemeError(problems: sortedProblems) }
    return Theme(
      name: files.first?.name ?? name, variant: files.lazy.compactMap(\.variant).first ?? .any
    ) { looks[$0] ?? RoleLook() }
  }

  private var sortedProblems: [ThemeProblem] {
    Set(problems).sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
  }

  private func first<Value>(
    of role: StyleRole, _ field: KeyPath<ThemeFile.Role, Value?>
  ) -> Value? {
    files.lazy.compactMap { $0.roles[role]?[keyPath: field] }.first
  }

  private mutating func colors(of role: StyleRole) -> (foreground: Color?, background: Color?) {
    (color(first(of: role, \.foreground)), color(first(of: role, \.background)))
  }

  private mutating func color(_ written: ThemeFile.Written<String>?) -> Color? {
    guard let written else { return nil }
    guard let entry = palette[written.value] else { return literal(written) }
    return literal(entry)
  }

  private mutating func literal(_ written: ThemeFile.Written<String>) -> Color? {
    if let color = Color(written: written.value) { return color }
    let sentence =
      written.value.hasPrefix("#")
      ? "'\(DisplayText(written.value).truncated(to: 40).text)' is not a colour: write #rrggbb"
      : unknown("colour", written.value, among: palette.keys.sorted() + Color.names.map(\.name))
    problems.append(written.problem(sentence))
    return nil
  }
}

extension Color {
  static let names: [(name: String, color: Color)] = {
    let plain = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    return [("default", Color.standard)]
      + plain.enumerated().map { ($0.element, .indexed(UInt8($0.offset))) }
      + plain.enumerated().map { ("bright-" + $0.element, .indexed(UInt8(8 + $0.offset))) }
  }()

  /// `#rrggbb`, 0 to 255, an ANSI name or `default`.
  init?(written text: String) {
    if let named = Self.names.first(where: { $0.name == text }) {
      self = named.color
    } else if text.hasPrefix("#") {
      let digits = text.dropFirst()
      guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
        let value = UInt32(digits, radix: 16)
      else { return nil }
      self = .rgb(
        red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    } else if let number = UInt8(text) {
      self = .indexed(number)
    } else {
      return nil
    }
  }
}
