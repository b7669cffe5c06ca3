import BookingDomain
import BookingTesting
import DeskLanguage
import Foundation
import Testing

/// `Lines/lines.txt`: what people type, right and wrong, and what is made of it.
@Suite struct LineTableTests {
  struct Entry: CustomStringConvertible {
    let verb: Verb
    let text: String
    let reading: String

    var description: String { "\(verb.rawValue) \(text)" }
  }

  /// A line is `verb | text | reading`; `#` and a blank begin a heading.
  static let table: [Entry] = lines.compactMap(entry)

  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Lines/lines.txt")

  private static let lines: [String] =
    ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)

  private static func entry(_ line: String) -> Entry? {
    guard !line.hasPrefix("# ") else { return nil }
    let parts = line.components(separatedBy: " | ")
    guard let verb = Verb(rawValue: parts[0]), parts.count >= 2 else { return nil }
    return Entry(verb: verb, text: parts[1], reading: parts.dropFirst(2).joined(separator: " | "))
  }

  /// `FRONTDESK_WRITE=lines` writes the readings anew; look at the difference.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["FRONTDESK_WRITE"] == "lines"))
  func readingsAreWrittenAnew() throws {
    let written = Self.lines.map { line -> String in
      guard let entry = Self.entry(line) else { return line }
      var counter = Counter()
      let reading = counter.reading(entry.verb, entry.text)
      return "\(entry.verb.rawValue) | \(entry.text) | \(reading)"
    }
    try (written.joined(separator: "\n") + "\n").write(
      to: Self.file, atomically: true, encoding: .utf8)
  }

  @Test func thereAreThreeHundredLines() { #expect(Self.table.count >= 300) }

  @Test(arguments: table)
  func aLineMeansWhatItsChipsSay(entry: Entry) {
    var counter = Counter()
    #expect(counter.reading(entry.verb, entry.text) == entry.reading)
  }

  /// Every word is understood and shown, or red; what is red is not sent.
  @Test(arguments: table)
  func aLineWithARedWordIsNotSent(entry: Entry) {
    var counter = Counter()
    let draft = counter.draft(entry.verb, entry.text)
    if !draft.unread.isEmpty { #expect(draft.isProblem) }
    guard entry.verb != .cancel, entry.verb != .notes, entry.verb != .find, !draft.isProblem else {
      return
    }
    let words = entry.text.split(whereSeparator: { $0.isWhitespace || $0 == "&" })
    let noteAt = words.firstIndex(of: "//") ?? words.count
    #expect(draft.words.count >= min(noteAt, words.count), "each word has its reading")
  }
}
