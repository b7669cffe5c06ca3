import BookingTesting
import Console
import Foundation
import Screen
import Testing

/// The legend of the help screen against what screens draw.
@Suite struct SignsTests {
  private static let signs = ScreenSign.all(takesMoney: "$")

  private static let roles = Set(
    signs.flatMap { sign -> [StyleRole] in
      if case .roles(let roles) = sign.mark { roles } else { [] }
    })

  @Test func everyRoleThatHasASignIsInTheLegend() {
    for role in StyleRole.allCases where !Theme.standard.glyph(role).text.isEmpty {
      #expect(Self.roles.contains(role), "\(role.rawValue) \(Theme.standard.glyph(role).text)")
    }
  }

  @Test func noSignIsExplainedTwice() {
    #expect(Set(Self.signs.map(\.meaning)).count == Self.signs.count)
    #expect(Set(Self.signs.map(\.mark)).count == Self.signs.count)
  }

  @Test func helpShowsAllOfThem() {
    let shown = HelpText.lines(PaperDesk(as: SampleSpa.manager).model).compactMap { line in
      if case .sign(let mark, _) = line { mark } else { nil as ScreenSign.Mark? }
    }
    for sign in Self.signs { #expect(shown.contains(sign.mark), "\(sign.meaning)") }
  }

  /// Of every screen that is kept as text: what is no letter, figure or punctuation is in the legend.
  @Test func noScreenDrawsAnythingElse() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Screens")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".txt") }
    #expect(files.count > 100)
    let known =
      Self.roles.map { Theme.standard.glyph($0).text }.joined()
      + Self.signs.map { if case .drawn(let text) = $0.mark { text } else { "" } }.joined()
      // Between words: left out, from–to, beside, instead of.
      + "…–·→"
    for file in files {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let strange = text.unicodeScalars.filter {
        !$0.isASCII && !$0.properties.isAlphabetic && !$0.properties.isDiacritic
          && !known.unicodeScalars.contains($0)
      }
      #expect(strange.isEmpty, "\(file) draws \(String(String.UnicodeScalarView(strange)))")
    }
  }
}
