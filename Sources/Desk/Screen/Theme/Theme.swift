/// How everything looks: a style, and where it helps a glyph and a letter, for each role.
package struct Theme: Hashable, Sendable {
  package enum Variant: String, CaseIterable, Hashable, Sendable {
    case dark
    case light
    /// Leaves the terminal's own background as it is.
    case any
  }

  package let name: String
  package let variant: Variant
  private let looks: [RoleLook]
  /// Its signs are ASCII: then every other sign on the screen is shown so too.
  package let signsAreASCII: Bool

  init(name: String, variant: Variant, looks: (StyleRole) -> RoleLook) {
    self.name = name
    self.variant = variant
    self.looks = StyleRole.allCases.map(looks)
    signsAreASCII = self.looks.allSatisfy { $0.glyph.text.utf8.allSatisfy { $0 < 0x80 } }
  }

  package subscript(_ role: StyleRole) -> Style { look(role).style }

  /// The sign of `role`, at most one character; empty where the theme has none.
  package func glyph(_ role: StyleRole) -> DisplayText { look(role).glyph }

  /// What stands for `role` where a single letter is needed; empty where the theme has none.
  package func letter(_ role: StyleRole) -> DisplayText { look(role).letter }

  /// This theme as `terminal` can show it: colours it has, and ASCII where it has no Unicode.
  package func adapted(to terminal: TerminalCapabilities) -> Theme {
    Theme(name: name, variant: variant) { role in
      var look = look(role)
      switch terminal.colors {
      case .mono: look.style.attributes = look.monoAttributes
      // Eight colours are too few to tell six statuses and the screen apart by themselves.
      case .ansi8: look.style.attributes.formUnion(look.monoAttributes.subtracting(.reverse))
      case .ansi16, .indexed256, .direct: break
      }
      look.style = look.style.reduced(to: terminal.colors)
      if !terminal.isUnicode { look.glyph = look.asciiGlyph }
      return look
    }
  }

  func look(_ role: StyleRole) -> RoleLook { looks[role.place] }
}

/// What a theme says about one role.
struct RoleLook: Hashable, Sendable {
  var style = Style.plain
  /// Instead of the style's own where there are no colours to tell things apart.
  var monoAttributes: Attributes = []
  var glyph = DisplayText.empty
  var asciiGlyph = DisplayText.empty
  var letter = DisplayText.empty
}

extension StyleRole {
  private static let places = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })

  fileprivate var place: Int { Self.places[self] ?? 0 }
}
