import Foundation
import Screen
import Testing

/// Every sign that the console draws has a form in ASCII, from the one table.
@Suite struct SignsTests {
  private static let console = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/Desk/Console")

  /// What stands in quotes in the console's source, beside letters and ASCII.
  private func signs() throws -> Set<Character> {
    let files = try #require(
      FileManager.default.enumerator(at: Self.console, includingPropertiesForKeys: nil))
    var found: Set<Character> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      where !line.drop(while: \.isWhitespace).hasPrefix("//") {
        let quoted = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        for (place, part) in quoted where !place.isMultiple(of: 2) {
          found.formUnion(part.filter { !$0.isASCII && !$0.isLetter })
        }
      }
    }
    return found
  }

  @Test func everySignOfTheConsoleHasItsASCIIForm() throws {
    let signs = try signs()
    #expect(signs.contains("▾"))
    for sign in signs { #expect(DisplayText(String(sign)).inASCII.text != "?", "\(sign)") }
  }

  @Test(arguments: ThemesDirectory.shippedNames)
  func everySignOfAThemeHasItsASCIIForm(name: String) throws {
    let theme = try ThemeLibrary(directories: [ThemesDirectory.shipped]).load(name).theme
    for role in StyleRole.allCases {
      #expect(theme.glyph(role).inASCII.text != "?", "\(role.rawValue)")
    }
    #expect(theme.signsAreASCII == (name == "ascii"))
  }

  /// Names keep their letters, signs do not stay.
  @Test func anASCIIThemeShowsNoOtherSignBesideNames() {
    var frame = Frame(Size(columns: 24, rows: 1))
    frame.draw(DisplayText("▴ Thúy … ╎ 王小明 ▾"), at: Point(column: 0, row: 0), style: .plain)
    #expect(frame.withASCIISigns.text == "^ Thúy ~ | 王小明 v")
  }
}
