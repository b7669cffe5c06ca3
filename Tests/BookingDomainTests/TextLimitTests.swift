import BookingDomain
import Testing

@Suite struct TextLimitTests {
  private func text(_ count: Int, _ letter: String = "ệ") -> String {
    String(repeating: letter, count: count)
  }

  /// Every text that an order brings, each at its limit and one past it.
  private func orders(_ limit: TextLimit, _ text: String) -> [Order] {
    let wanted = NewBooking(
      customer: .known(7), service: 5, therapist: mai, date: day, time: TimeOfDay(hour: 10),
      payment: .sale(.cash))
    func new(_ name: String, _ phone: String, _ email: String?) -> Order {
      var one = wanted
      one.customer = .new(NewCustomer(name: name, phone: phone, email: email))
      return .book([one])
    }
    switch limit {
    case .notes:
      var one = wanted
      one.notes = text
      return [.book([one]), .change(.writeNotes(text), of: 1, seen: Sight())]
    case .reason:
      var one = wanted
      one.overrideReason = text
      return [
        .book([one]), .change(.changeStatus(to: .cancelled, reason: text), of: 1, seen: Sight()),
        .change(.move(Move(time: TimeOfDay(hour: 11), overrideReason: text)), of: 1, seen: Sight()),
      ]
    case .blockReason:
      return [
        .block(
          NewBlock(
            therapist: mai, date: day, time: TimeOfDay(hour: 12), duration: 30, reason: text))
      ]
    case .waitingNote:
      return [
        .wait(
          NewWaiting(
            customer: 7, service: 5, therapist: nil, date: day, from: .midnight, until: .endOfDay,
            note: text))
      ]
    case .customerName: return [new(text, "0901", nil)]
    case .phone: return [new("Hoa", text, nil)]
    case .email: return [new("Hoa", "0901", text)]
    case .callNote:
      return [.change(.noteCall(.notReached, note: text), of: 1, seen: Sight())]
    case .task: return [.addTask(NewTask(text: text))]
    case .guestAlert: return [.guest(GuestChange(.alert, text), of: 7)]
    case .guestPreferences: return [.guest(GuestChange(.preferences, text), of: 7)]
    case .search, .line: return []
    }
  }

  private func refusal(_ order: Order) -> Refusal? {
    if let refusal = Decision.refusal(ofAsking: order, by: manager) { return refusal }
    guard case .change(let change, _, _) = order else { return nil }
    return Decision.refusal(ofAsking: change, on: booking(), by: manager)
  }

  @Test(arguments: TextLimit.allCases)
  func pastItsLimitATextIsRefusedAndNotCut(_ limit: TextLimit) throws {
    let letter = limit == .phone ? "1" : "ệ"
    for order in orders(limit, text(limit.characters + 1, letter)) {
      let found = try #require(refusal(order))
      #expect(found.code == .textTooLong)
      #expect(found.sentence.contains("\(limit.characters) characters"), "\(found.sentence)")
      #expect(found.sentence.contains("this has \(limit.characters + 1)"))
    }
    for order in orders(limit, text(limit.characters, letter)) {
      #expect(refusal(order)?.code != .textTooLong)
    }
  }

  @Test(arguments: [
    "\u{0}", "\u{0}why", "gluten\u{0}ALLERGY", "\u{1B}[2J", "a\u{7F}", "\u{9B}31m", "\u{85}",
    "\u{8}",
  ])
  func controlCharactersAreRefusedAndNotCut(_ text: String) throws {
    for limit in TextLimit.allCases {
      for order in orders(limit, text) {
        let found = try #require(refusal(order), "\(order)")
        #expect(found.code == .malformed)
        let isNobody = limit == .customerName && text.isBlank
        #expect(isNobody || found.sentence.hasPrefix(limit.words), "\(found.sentence)")
        #expect(found.sentence.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
      }
    }
  }

  @Test func onlyNotesHaveLines() {
    let lines = "no nuts\r\n\tno oil"
    for limit in TextLimit.allCases {
      for order in orders(limit, lines) {
        let isNote = limit == .notes || limit == .waitingNote
        #expect(refusal(order)?.code == (isNote ? nil : .malformed), "\(limit)")
      }
    }
  }

  @Test(arguments: [
    "", " ", "\u{A0}\u{3000}", "\u{200B}\u{2060}", "\u{2800}", "\u{202E}\u{FEFF}", "\u{3164}\u{AD}",
    "\u{FFF9}",
  ])
  func blanksAreNoReason(_ blanks: String) {
    let hopeless = outcome(
      of: .changeStatus(to: .cancelled, reason: blanks), on: booking(), now: at(9))
    #expect(hopeless.refusal == .reasonMissing)
    let early = outcome(
      of: .changeStatus(to: .inProgress, reason: blanks), on: booking(), now: at(9))
    #expect(early.refusal == .tooEarly)
    let closed = outcome(
      of: .move(Move(time: TimeOfDay(hour: 20, minute: 45), overrideReason: blanks)),
      on: booking(), by: manager, now: at(9), days: whole([booking()]))
    #expect(closed.refusal == .outsideHours)
    let nobody = NewBooking(
      customer: .new(NewCustomer(name: blanks, phone: "0901")), service: 5, therapist: mai,
      date: day, time: TimeOfDay(hour: 10), payment: .sale(.cash))
    #expect(Decision.refusal(ofAsking: .book([nobody]), by: reception)?.code == .malformed)
  }

  @Test func theDecisionItselfRefusesToo() {
    let long = text(TextLimit.notes.characters + 1)
    let result = outcome(of: .writeNotes(long), on: booking(), now: at(9))
    #expect(result.refusal == .textTooLong)
  }
}
