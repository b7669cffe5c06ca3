import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen
import Testing

/// Whatever is typed: nothing breaks, what is offered can be sent, what is completed is understood.
@Suite struct LanguagePropertyTests {
  private static let words =
    [
      "7714", "555102", "0901237714", "sw", "sw60", "hot", "hs90", "mai", "linh", "hoa", "1430",
      "14:30", "2p", "9", "now", "tomorrow", "+1", "mon", "12/3", "31/2", "b1", "b9", "cash",
      "card", "45m", "999m", "#2", "#0", "w1", "&", "//", "14-18", "18-14", "zora", "Lan", "ễ",
      "0", "-", "99999999999999999999", "24:00", "2026-02-30", "\u{301}", ":", "m", "&&", "b",
      "-9223372036854775808", "9223372036854775807", "+9223372036854775807", "-1", "1441",
      "9223372036854775807m", "-9223372036854775808m", "#9223372036854775807",
      "#-9223372036854775808",
      "w9223372036854775807", "b9223372036854775807", "100000000000000000", "3000000000",
    ] + RandomKeysTests.hostile

  private func phrase(_ randomness: inout SeededRandomness) -> String {
    (0..<Int.random(in: 0...6, using: &randomness))
      .compactMap { _ in Self.words.randomElement(using: &randomness) }
      .joined(separator: " ")
  }

  @Test func whateverIsTypedIsUnderstoodOrRefusedInASentence() throws {
    var randomness = SeededRandomness.announced(for: "phrases")
    var desk = Reception.desk(typing: "b", "7714 555102 0901237714 zora lan")
    desk.press(.escape)
    for _ in 0..<4_000 {
      let verb = try #require(Verb.allCases.randomElement(using: &randomness))
      desk.model.selection = BookingID(Int64.random(in: 1...12, using: &randomness))
      let text = phrase(&randomness)
      let draft = desk.model.draft(verb, text)
      switch draft.outcome {
      case .problem(let sentence, let alternatives):
        #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"), "\(verb) \(text): \(sentence)")
        #expect(alternatives.count <= 3)
      case .ready(.book(let wanted)): #expect((1...4).contains(wanted.count))
      case .ready, .readyAll, .asks, .asksFree, .asksDays, .begins, .needsDay, .needsDays,
        .needsFile,
        .shows:
        break
      }
      for ghost in draft.ghosts { #expect(ghost.duration > 0 || draft.isProblem) }
    }
  }

  /// Bookings that the preview calls possible are: given one after the other, none overlaps.
  @Test func whatThePreviewOffersNeverOverlaps() throws {
    var randomness = SeededRandomness.announced(for: "offers")
    var desk = Reception.desk()
    var next: Int64 = 500
    for _ in 0..<200 {
      desk.press(.character(Bool.random(using: &randomness) ? "b" : "w"))
      let therapist = ["tran", "linh", ""].randomElement(using: &randomness) ?? ""
      let hour = Int.random(in: 8...22, using: &randomness)
      let minute = ["00", "15", "30", "37"].randomElement(using: &randomness) ?? "00"
      let service = Bool.random(using: &randomness) ? "sw" : "hot"
      desk.say("7714 \(service) \(therapist) \(hour):\(minute)")
      desk.effects = []
      desk.press(.enter)
      desk.press(.escape)
      for wanted in desk.booked {
        let service = try #require(SampleSpa.spa.services.first { $0.id == wanted.service })
        next += 1
        var booking = SampleSpa.booking(
          next, "Guest \(next)", wanted.time.hourMinute, service.duration.count,
          with: wanted.therapist, .scheduled)
        booking.place = SampleSpa.place(nil)
        let others = desk.model.board.ofTheDay.filter { $0.therapist == wanted.therapist }
        #expect(DaySchedule.conflict(of: booking, among: others) == nil)
        let news = BookingNews(kind: .created, byName: "", at: desk.now)
        desk.tell(.line(.booking(booking, news)))
      }
    }
    #expect(next > 500)
  }

  @Test func completionOnlyEverYieldsWhatIsUnderstood() throws {
    var randomness = SeededRandomness.announced(for: "completion")
    var desk = Reception.desk()
    desk.select(6)
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    for _ in 0..<2_000 {
      let begun = String(
        (0..<Int.random(in: 0...3, using: &randomness))
          .compactMap { _ in letters.randomElement(using: &randomness) })
      let word = CommandLine.completed(begun, desk.model)
      #expect(word.hasPrefix(begun))
      #expect(CommandLine.completed(word, desk.model).hasPrefix(word))
      let line = CommandLine.completed("move \(begun)", desk.model)
      guard line != "move \(begun)", line.hasSuffix(" ") else { continue }
      let text = String(line.dropFirst(5))
      let says = desk.model.draft(.move, text).says
      #expect(!says.contains("is no time"), "\(begun) was completed to \(line): \(says)")
    }
  }

  @Test func randomKeysInAPhraseAreHarmless() {
    var randomness = SeededRandomness.announced(for: "keys in phrases")
    var desk = Reception.desk()
    let keys: [KeyPress] =
      "bwmxreBRf%()W7714 sw0:#&/".map(KeyPress.character)
      + [.enter, .escape, .tab, .backspace, .up, .down, .left, .function(10), .control("u")]
    for step in 0..<4_000 {
      guard let key = keys.randomElement(using: &randomness) else { break }
      desk.press(key)
      if step % 3 == 0 { desk.hearAnswers() }
      if step % 50 == 0 { desk.deliverWatched(House.week, spa: SampleSpa.spa) }
      if step % 20 == 0 {
        let frame = desk.picture().frame
        #expect(frame.cells.count == frame.size.columns * frame.size.rows)
      }
    }
  }

  /// What the chips said, what Enter sends and what a script sends is one order.
  @Test(arguments: [
    "7714 sw tran 17:30", "7714 17h30", "0901 237 714 sw 5:30 pm", "zora sw 17:30 linh",
    "Kim 0912 345 678 sw 18:00 card", "7714 sw 17:30 tran & linh", "7714 sw 17:30 90m",
    "7714 hot 17:30 // comes late", "7714 sw 17:30 tomorow", "lan 17:30", "7714 sw lan 17:30",
  ])
  func aScriptSendsWhatAPersonSends(line: String) {
    var desk = Reception.desk(typing: "b", line)
    let promised = desk.draft?.order
    desk.press(.enter)
    #expect(desk.sent.first?.order == promised)
    let script = Script("book " + line)
    #expect(script.sent.first?.order == promised, "\(script.run.answers)")
    if promised == nil { #expect(desk.line == "book " + line, "it stands there still") }
  }

  /// What `/` finds does not hang on how it was typed, and Esc leaves everything where it was.
  @Test func aSearchIsTheSameTypedErasedAndPasted() throws {
    var randomness = SeededRandomness.announced(for: "searches")
    let letters = Array("abcdeghilmnorstuy 0123456789-:'ễđ")
    let names = SampleSpa.bookings.map(\.customer.name)
    for round in 0..<400 {
      var text = String(
        (0..<Int.random(in: 1...6, using: &randomness))
          .compactMap { _ in letters.randomElement(using: &randomness) })
      if round % 2 == 0, let name = names.randomElement(using: &randomness) {
        text = String(name.prefix(Int.random(in: 1...8, using: &randomness)))
      }
      var desk = Reception.desk()
      desk.select(BookingID(Int64.random(in: 1...11, using: &randomness)))
      if round % 3 == 0 { desk.press(.down) }
      let before = desk.model.cursor
      var pasted = desk
      pasted.press(.character("/"), .paste(text))
      desk.press(.character("/"))
      desk.type(text)
      #expect(desk.model.cursor == pasted.model.cursor, "\(text)")
      for _ in text { desk.press(.backspace) }
      #expect(desk.model.cursor == before, "\(text) erased")
      desk.type(text)
      #expect(desk.model.cursor == pasted.model.cursor, "\(text) typed again")
      let found = desk.model.matches(text)
      if let selected = desk.model.selection, !found.isEmpty {
        #expect(found.contains { $0.id == selected }, "\(text)")
        let standing = found.filter { $0.status.occupies }
        #expect(standing.isEmpty || standing.contains { $0.id == selected }, "\(text)")
      }
      desk.press(.escape)
      #expect(desk.model.cursor == before, "\(text) left")
      #expect(desk.sent.isEmpty)
    }
  }
}
