import BookingTesting
import Testing

@testable import Screen

/// Themes as people write them, bent: worn, or refused with a place in the text.
@Suite(.serialized) struct ThemeFuzzTests {
  @Test func bentThemesAreWornOrRefusedWithAPlace() async throws {
    let texts = ThemesDirectory.shippedNames.compactMap { name -> String? in
      if case .success(let found) = ThemeText.read("\(ThemesDirectory.shipped)/\(name).toml") {
        found.text
      } else {
        nil
      }
    }
    try #require(texts.count == ThemesDirectory.shippedNames.count)
    try await Fuzz.rounds("themes") { chance in
      // A few lines of one theme between those of another, and bytes of them bent.
      let some = (texts.randomElement(using: &chance) ?? "").split(separator: "\n").shuffled(
        using: &chance
      ).prefix(Int.random(in: 0...12, using: &chance))
      let text = chance.bent(
        some.joined(separator: "\n") + "\n" + (texts.randomElement(using: &chance) ?? ""))
      try ThemesDirectory.with(["mine.toml": text]) { directory in
        do {
          _ = try ThemeLibrary(directories: [directory, ThemesDirectory.shipped]).load("mine")
        } catch let error as ThemeError {
          #expect(!error.problems.isEmpty)
          for problem in error.problems {
            #expect(problem.line >= 1)
            #expect(
              problem.sentence.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F },
              "\(problem.sentence.debugDescription)")
          }
        }
      }
    }
  }
}
