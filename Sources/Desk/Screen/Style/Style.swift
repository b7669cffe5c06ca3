/// A colour by what the theme wrote. The terminal reduces it to what it can show.
package enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// 0–15 the ANSI colours, 16–255 the cube and the greys.
  case indexed(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let italic = Attributes(rawValue: 4)
  package static let underline = Attributes(rawValue: 8)
  package static let reverse = Attributes(rawValue: 16)
  package static let blink = Attributes(rawValue: 32)

  /// As a theme names them.
  static let names: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse), ("blink", .blink),
  ]
}

package struct Style: Hashable, Sendable {
  package var foreground: Color
  package var background: Color
  package var attributes: Attributes

  package init(
    foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []
  ) {
    (self.foreground, self.background, self.attributes) = (foreground, background, attributes)
  }

  package static let plain = Style()

  /// This style with `upper` laid over it: its colours replace, except `.standard`, which lets the
  /// colour beneath through; its attributes are added.
  package func overlaid(by upper: Style) -> Style {
    Style(
      foreground: upper.foreground == .standard ? foreground : upper.foreground,
      background: upper.background == .standard ? background : upper.background,
      attributes: attributes.union(upper.attributes))
  }
}

extension Color: CustomStringConvertible {
  /// As a theme would write it.
  package var description: String {
    switch self {
    case .standard: "default"
    case .indexed(let number): "\(number)"
    case .rgb(let red, let green, let blue):
      "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}

extension Style: CustomStringConvertible {
  package var description: String {
    let attributes = Attributes.names.filter { self.attributes.contains($0.attribute) }
    return (["\(foreground) on \(background)"] + attributes.map(\.name)).joined(separator: " ")
  }
}
