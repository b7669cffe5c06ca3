import Screen
import Testing

/// What a person at the desk must be able to count on in every theme that is shipped.
@Suite struct ShippedThemeTests {
  typealias Depth = TerminalCapabilities.ColorDepth
  static let depths: [Depth] = [.direct, .indexed256, .ansi16, .ansi8, .mono]

  private func theme(_ name: String, _ depth: Depth, isUnicode: Bool = true) throws -> Theme {
    try ThemeLibrary(directories: [ThemesDirectory.shipped]).load(name).theme
      .adapted(to: TerminalCapabilities(colors: depth, isUnicode: isUnicode))
  }

  /// Lines and shades are not text.
  private static let isLine: Set<StyleRole> = [
    .gridLine, .gridHour, .gridClosed, .buffer, .popupLine, .gaugeFull, .gaugeEmpty,
  ]

  @Test(arguments: ThemesDirectory.shippedNames, depths)
  func textCanBeRead(name: String, depth: Depth) throws {
    let theme = try theme(name, depth)
    for role in StyleRole.allCases where !Self.isLine.contains(role) && !role.isOverlay {
      let style = theme[role]
      if let contrast = style.foreground.contrast(with: style.background) {
        // White is not quite white among eight colours.
        #expect(
          contrast >= (depth == .ansi8 ? 4.4 : 4.5), "\(role.rawValue): \(style), \(contrast)")
      } else {
        let isPlain = style.foreground == .standard && style.background == .standard
        #expect(isPlain, "\(role.rawValue): half of \(style) is the terminal's own")
      }
    }
  }

  @Test(arguments: ThemesDirectory.shippedNames, depths)
  func noTwoStatusesLookAlike(name: String, depth: Depth) throws {
    let theme = try theme(name, depth)
    let statuses = StyleRole.statuses
    #expect(
      Set(statuses.map { theme[$0] }).count == statuses.count, "\(statuses.map { theme[$0] })")
    #expect(Set(statuses.map { theme.glyph($0) }).count == statuses.count)
    #expect(Set(statuses.map { theme.letter($0) }).count == statuses.count)
    let ascii = try self.theme(name, depth, isUnicode: false)
    #expect(Set(statuses.map { ascii.glyph($0) }).count == statuses.count)
    #expect(statuses.allSatisfy { ascii.glyph($0).columns == 1 && ascii.letter($0).columns == 1 })
  }

  /// Two blues that become one teal among 256 colours are one colour.
  @Test(arguments: ThemesDirectory.shippedNames, [Depth.direct, .indexed256])
  func noTwoStatusesHaveOneGround(name: String, depth: Depth) throws {
    let theme = try theme(name, depth)
    let grounds = StyleRole.statuses.map { theme[$0].background }.filter { $0 != .standard }
    #expect(Set(grounds).count == grounds.count, "\(grounds)")
  }

  /// Bold and reversed are what is in progress looks like without colours.
  @Test(arguments: ThemesDirectory.shippedNames, depths)
  func theSelectionIsNoStatus(name: String, depth: Depth) throws {
    let theme = try theme(name, depth)
    for status in StyleRole.statuses {
      #expect(theme[status].overlaid(by: theme[.selection]) != theme[status], "\(status.rawValue)")
      #expect(theme[.selection] != theme[status], "\(status.rawValue)")
    }
    #expect(!theme.glyph(.selection).isEmpty)
  }

  @Test(arguments: ThemesDirectory.shippedNames)
  func signsAreOneColumnWideEverywhere(name: String) throws {
    let theme = try theme(name, .direct)
    for role in StyleRole.allCases {
      let glyph = theme.glyph(role)
      #expect(
        glyph.text.unicodeScalars.allSatisfy { !AmbiguousWidths.contains($0) },
        "\(role.rawValue): \(glyph)")
    }
  }

  /// Statuses as somebody sees them who lacks one kind of cone: their grounds must still differ.
  @Test(arguments: [("deuteranopia", ColorVision.deuteranopia), ("tritanopia", .tritanopia)])
  func statusesDifferForThoseTheThemeIsMadeFor(name: String, vision: ColorVision) throws {
    let theme = try theme(name, .direct)
    let statuses = StyleRole.statuses
    for (index, a) in statuses.enumerated() {
      for b in statuses.dropFirst(index + 1) {
        let distance = vision.distance(theme[a].background, theme[b].background)
        #expect(distance >= 24, "\(a.rawValue) and \(b.rawValue): \(distance)")
      }
    }
  }

  @Test func coloursAreReducedToWhatTheTerminalHas() {
    let blue = Style(
      foreground: .rgb(red: 255, green: 255, blue: 255),
      background: .rgb(red: 28, green: 99, blue: 165))
    #expect(blue.reduced(to: .direct) == blue)
    #expect(blue.reduced(to: .indexed256).background == .indexed(25))
    #expect(blue.reduced(to: .ansi16).background == .indexed(4))
    #expect(blue.reduced(to: .ansi8).background == .indexed(4))
    #expect(blue.reduced(to: .mono) == .plain)
    #expect(Style(foreground: .indexed(9)).reduced(to: .ansi8).foreground == .indexed(1))
  }
}
