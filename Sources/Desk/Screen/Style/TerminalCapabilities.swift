/// What a terminal can show.
package struct TerminalCapabilities: Hashable, Sendable {
  package enum ColorDepth: Int, Comparable, Hashable, Sendable {
    case mono = 0
    case ansi8 = 8
    case ansi16 = 16
    case indexed256 = 256
    case direct = 16_777_216

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  package let colors: ColorDepth
  /// Whether anything beyond ASCII can be shown.
  package let isUnicode: Bool

  package init(colors: ColorDepth, isUnicode: Bool) {
    (self.colors, self.isUnicode) = (colors, isUnicode)
  }
}
