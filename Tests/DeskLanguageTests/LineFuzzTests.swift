import BookingTesting
import DeskLanguage
import Testing

/// Lines as people type them, bent and put together: each has a reading.
@Suite(.serialized) struct LineFuzzTests {
  private static let words = [
    "-9223372036854775808", "9223372036854775807", "99999999999999999999", "24:00", "25:99", "0",
    "-1",
    "+999999999", "31/2", "//", "&", "'", "\u{202E}", "\u{1B}[2J", "ệ", "👩🏽‍⚕️", "1h99", "000000000000",
    String(repeating: "a", count: 3_000), String(repeating: "14:30 ", count: 60),
  ]

  @Test(.timeLimit(.minutes(Fuzz.minutes))) func bentLinesHaveAReading() async throws {
    try await Fuzz.rounds("the desk's lines") { chance in
      guard let entry = LineTableTests.table.randomElement(using: &chance),
        let other = LineTableTests.table.randomElement(using: &chance)
      else { return }
      var text = entry.text
      switch Int.random(in: 0..<4, using: &chance) {
      case 0: text += " " + (Self.words.randomElement(using: &chance) ?? "")
      case 1: text = (Self.words.randomElement(using: &chance) ?? "") + " " + other.text
      default: break
      }
      text = chance.bent(text)
      var counter = Counter()
      let reading = counter.reading(other.verb, text)
      #expect(
        reading != "asks for ever",
        "seed \(Fuzz.seed): \(other.verb) \(text.debugDescription)")
    }
  }
}
