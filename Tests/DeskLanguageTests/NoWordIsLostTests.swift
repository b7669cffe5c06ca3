import BookingDomain
import DeskLanguage
import Foundation
import Testing

/// Every word typed is shown as what it was taken for, or red: none is passed over.
@Suite struct NoWordIsLostTests {
  /// Lines that mean something, of every verb: those that manual and help show, and those of the table.
  static let lines: [LineTableTests.Entry] =
    Verb.allCases.flatMap { verb in
      verb.examples.map { LineTableTests.Entry(verb: verb, text: $0, reading: "") }
    }
    + LineTableTests.table.filter { !$0.reading.hasPrefix("RED") && !$0.reading.hasPrefix("no:") }

  @Test func everyVerbIsAmongThem() {
    #expect(Set(Self.lines.map(\.verb)) == Set(Verb.allCases))
  }

  /// A word that means nothing here, behind the line and before it.
  @Test(arguments: lines) func aWordThatMeansNothingIsRedOrShown(entry: LineTableTests.Entry) {
    var counter = Counter()
    guard !counter.draft(entry.verb, entry.text).isProblem else { return }
    for text in ["\(entry.text) xyzzy", "xyzzy \(entry.text)"] {
      let draft = counter.draft(entry.verb, text)
      #expect(
        draft.isRedOrShown("xyzzy", shownAs: ["xyzzy"]),
        "\(entry.verb.rawValue) \(text): \(counter.reading(entry.verb, text))")
    }
  }

  /// One more time, day, length, therapist or way of payment beside what the line says already: Enter
  /// sends nothing, or what it sends shows it.
  @Test(arguments: lines) func whatIsSaidOnceMoreIsRefusedOrShown(entry: LineTableTests.Entry) {
    var counter = Counter()
    for (word, shown) in [
      ("07:07", ["07:07", "7:07"]), ("30/12", ["30 Dec"]), ("+30m", ["+30m", "30 min", "0 h 30"]),
      ("momo", ["Momo"]), ("xuan", ["Xuân Lan"]),
    ] {
      let text = "\(entry.text) \(word)"
      let (before, after) = (
        counter.draft(entry.verb, entry.text), counter.draft(entry.verb, text)
      )
      let isTaken = after.isReady && after.orders != before.orders
      #expect(
        after.isProblem || after.isRedOrShown(word, shownAs: shown) || isTaken,
        "\(entry.verb.rawValue) \(text): \(counter.reading(entry.verb, text))")
    }
  }

  @Test func everyFormOfADayThatIsShownIsRead() {
    for form in DayWord.forms { #expect(DayWord(form) != nil, "\(form)") }
    #expect(Set(DayWord.forms).count == DayWord.forms.count)
  }

  /// What is advised in a sentence is advised in help as well.
  @Test func theSentenceAboutADayNamesFormsOfTheList() throws {
    let sentence = DayWord.problem("xyzzy")
    let start = try #require(sentence.range(of: "write ")).upperBound
    let advised = sentence[start...].dropLast().split(separator: ", ").map(String.init)
    #expect(advised.count > 5 && Set(advised).isSubset(of: DayWord.forms))
  }
}

extension Draft {
  /// - Parameter texts: what it may be shown as, once it is taken for something.
  fileprivate func isRedOrShown(_ word: String, shownAs texts: [String]) -> Bool {
    let kinds: Set<Reading.Kind> = [.unread, .note, .reason]
    if words.contains(where: { kinds.contains($0.kind) && $0.written.contains(word) }) {
      return true
    }
    var shown = chips.map(\.text) + choices.map(\.text) + [says, warning]
    if case .problem(let sentence, _) = outcome { shown.append(sentence) }
    if case .begins(let line) = outcome { shown.append(line) }
    return shown.contains { text in texts.contains { text.contains($0) } }
  }
}
