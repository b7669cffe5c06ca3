import BookingDomain
import BookingTesting
import Console
import Foundation
import Screen
import Testing

/// The main screens as they look: text, then a letter for the look of each cell. In every theme that is
/// shipped, and without colours.
@Suite struct LooksTests {
  private static let themes = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Themes").path

  enum Shown: String, CaseIterable, CustomTestStringConvertible {
    case board, agenda, day, card, help, prompt, conflict, wall

    var testDescription: String { rawValue }
  }

  private static let size = Size(columns: 60, rows: 20)

  private static func desk(_ shown: Shown) throws -> PaperDesk {
    switch shown {
    case .board, .agenda, .help:
      var desk = PaperDesk(size: size)
      desk.select(5)
      if shown == .agenda { desk.press(.character("2")) }
      if shown == .help { desk.press(.character("?")) }
      return desk
    case .day:
      return PaperDesk(as: SampleSpa.therapistLinh, size: size, bookings: SampleSpa.linhsDay)
    case .card: return PanelScreensTests.deskWithCard(size)
    case .prompt: return Reception.desk(size, typing: "b", "7714 sw tran 17:30")
    case .conflict: return Reception.desk(size, typing: "b", "7714 sw linh 16:15")
    case .wall:
      var desk = PaperDesk(as: SampleSpa.manager, size: size)
      desk.press(.character("5"))
      return desk
    }
  }

  private static func expect(
    _ shown: Shown, in theme: Theme, _ name: String,
    _ colors: TerminalCapabilities.ColorDepth
  ) throws {
    let capabilities = TerminalCapabilities(colors: colors, isUnicode: true)
    let picture = DeskPicture(
      try desk(shown).model, theme: theme.adapted(to: capabilities), capabilities: capabilities)
    try KeptScreen.expect(looks: picture, "looks/\(shown.rawValue)-\(name)")
  }

  @Test(arguments: ThemeLibrary(directories: [themes]).names, Shown.allCases)
  func aScreenLooksAsItWasLookedAt(theme name: String, shown: Shown) throws {
    let theme = try ThemeLibrary(directories: [Self.themes]).load(name).theme
    try Self.expect(shown, in: theme, name, .direct)
  }

  @Test(arguments: Shown.allCases) func withoutColoursToo(shown: Shown) throws {
    try Self.expect(shown, in: .standard, "without-colours", .mono)
  }

  /// What the eye needs first is told from its ground in every theme: the selected booking from the
  /// others, what is typed from what stands, a guest in the way from both.
  @Test(arguments: ThemeLibrary(directories: [themes]).names)
  func whatMattersLooksUnlikeItsGround(theme name: String) throws {
    let theme = try ThemeLibrary(directories: [Self.themes]).load(name).theme
    for colors in [TerminalCapabilities.ColorDepth.direct, .indexed256, .ansi16, .mono] {
      let theme = theme.adapted(to: TerminalCapabilities(colors: colors, isUnicode: true))
      let grounds = [theme[.screen], theme[.gridClosed], theme[.buffer], theme[.gridBlocked]]
      for role in StyleRole.statuses + [.conflict, .alert, .arrived, .late, .overrun] {
        let isMarked = !theme.glyph(role).isEmpty
        #expect(isMarked || !grounds.contains(theme[role]), "\(role) in \(name), \(colors)")
      }
      for role in StyleRole.statuses {
        let selected = theme[role].overlaid(by: theme[.selection])
        #expect(selected != theme[role], "\(role) selected in \(name), \(colors)")
      }
    }
  }
}
