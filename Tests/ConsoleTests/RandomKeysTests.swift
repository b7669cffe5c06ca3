import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen
import Testing

/// Whatever is pressed, resized and received: no crash, and nothing drawn that may not be.
@Suite struct RandomKeysTests {
  static let keys: [KeyPress] =
    Keymap.usual.all.flatMap(\.keys)
    + [
      .escape, .enter, .backspace, .delete, .tab, .character("x"), .character("ễ"),
      .paste("theme night\u{1B}[2J"), .function(5), .alt("x"), .control("u"),
    ]

  static let hostile = [
    "\u{1B}[2J\u{1B}]0;owned\u{7}", "a\nb\rc\td", "\u{202E}desrever\u{2066}",
    "a" + String(repeating: "\u{301}", count: 300), String(repeating: "W", count: 5_000),
    "👨‍👩‍👧‍👦 🇻🇳", "\u{9B}31m", "", " ", "王小明王小明王小明", "مرحبا بالعالم",
  ]

  @Test(arguments: [SampleSpa.reception, SampleSpa.manager, SampleSpa.therapistLinh])
  func randomKeysAndResizesAreHarmless(person: Person) {
    var randomness = SeededRandomness.announced(for: "random keys as \(person.role)")
    var desk = PaperDesk(as: person)
    for step in 0..<3_000 {
      switch Int.random(in: 0..<12, using: &randomness) {
      case 0:
        desk.tell(
          .resized(
            Size(
              columns: Int.random(in: 0...210, using: &randomness),
              rows: Int.random(in: 0...60, using: &randomness))))
      case 1: desk.pass(milliseconds: Int64.random(in: 0...90_000, using: &randomness))
      case 2: hear(&desk, &randomness)
      case 3:
        desk.press(
          .mouse(
            KeyPress.Mouse(
              action: [.press, .doubleClick, .scrollUp, .scrollDown]
                .randomElement(using: &randomness) ?? .press,
              at: Point(
                column: Int.random(in: -1...210, using: &randomness),
                row: Int.random(in: -1...60, using: &randomness)))))
      default:
        if let key = Self.keys.randomElement(using: &randomness) { desk.press(key) }
      }
      if desk.model.board.loaded == nil { desk.deliver(SampleSpa.bookings) }
      if step % 10 == 0 { check(desk.picture()) }
      restsAfterATick(&desk)
    }
  }

  /// Whatever is open: a change in the past would wake the console again at once, for ever.
  private func restsAfterATick(_ desk: inout PaperDesk) {
    desk.tell(.tick)
    guard let next = desk.model.nextChange else { return }
    #expect(next > desk.now, "\(desk.model.mode), \(desk.model.view)")
  }

  private func hear(_ desk: inout PaperDesk, _ randomness: inout SeededRandomness) {
    let id = BookingID(Int64.random(in: 1...12, using: &randomness))
    switch Int.random(in: 0..<8, using: &randomness) {
    case 0: desk.tell(.line(.gone(id)))
    case 1: desk.tell(.line(.link(.stale(since: desk.now))))
    case 2: desk.tell(.line(.link(.live)))
    case 3:
      if let order = desk.model.orders.orders.first {
        desk.tell(.line(.expired(order.command.id)))
      }
    case 4:
      desk.tell(.line(.sessionEnded(reason: "enough.")))
      desk.tell(.loggedIn(SampleSpa.reception))
    case 5: desk.deliver(SampleSpa.bookings)
    default:
      let status = BookingStatus.allCases.randomElement(using: &randomness) ?? .scheduled
      let time = Int.random(in: 0..<24, using: &randomness)
      desk.change(id, by: Self.hostile.randomElement(using: &randomness) ?? "") {
        $0.status = status
        $0.time = TimeOfDay(hour: time, minute: 5)
      }
    }
  }

  @Test func hostileTextHarmsNoScreen() {
    for (index, text) in Self.hostile.enumerated() {
      let booking = SampleSpa.booking(
        Int64(index + 1), text, "15:00", with: SampleSpa.linh, .confirmed, service: text,
        phone: text, alert: text, notes: text, arrived: "14:00",
        lastChange: BookingChange(
          kind: .arrival, by: nil, byName: text, at: SampleSpa.now))
      for size in ScreensTests.sizes {
        var desk = PaperDesk(size: size, bookings: [booking])
        desk.tell(.line(.notice(text)))
        desk.tell(.line(.link(.refused(reason: text))))
        check(desk.picture())
        check(PaperDesk(as: SampleSpa.therapistLinh, size: size, bookings: [booking]).picture())
      }
    }
  }

  private func check(_ picture: DeskPicture) {
    let frame = picture.frame
    #expect(frame.cells.count == frame.size.columns * frame.size.rows)
    for scalar in frame.text.unicodeScalars where scalar != "\n" {
      if scalar.properties.generalCategory == .control
        || (0x202A...0x202E).contains(scalar.value)
      {
        Issue.record("drew U+\(String(scalar.value, radix: 16))")
      }
    }
    if let cursor = picture.cursor, frame.size.columns > 0, frame.size.rows > 0 {
      #expect(Rect(frame.size).contains(cursor))
    }
  }
}
