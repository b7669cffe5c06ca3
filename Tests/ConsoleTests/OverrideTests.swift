import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen
import Testing

/// What the rules refuse, a manager may do with a reason: `// why`.
@Suite struct OverrideTests {
  private func line(_ text: String, as person: Person = SampleSpa.manager, about id: BookingID? = 9)
    -> PaperDesk
  {
    var desk = Reception.desk(as: person)
    if let id { desk.select(id) }
    desk.press(.character(":"))
    desk.say(text)
    return desk
  }

  @Test func aRefusalTellsAManagerHow() throws {
    let draft = try #require(line("move 16:30 linh").draft)
    #expect(draft.isProblem)
    #expect(draft.says.hasSuffix("// and a reason overbooks."))
    #expect(try #require(line("move 16:30 linh", as: SampleSpa.reception).draft).isProblem)
  }

  @Test(arguments: [
    "move 16:30 linh // the guest insists", "longer 240 // the guest insists",
    "book 7714 sw linh 16:30 // the guest insists",
    "walk-in Nam 0912345678 sw linh 16:30 // the guest insists",
    "book 7714 sw linh 22:30 // the guest insists", "book 7714 sw hoa 17 // the guest insists",
  ])
  func oneWayToOverbookBehindEveryOrder(text: String) throws {
    var desk = line(text)
    let draft = try #require(desk.draft)
    #expect(draft.says.hasPrefix("OVERBOOKS: "), "\(draft.says)")
    #expect(draft.ghosts.map(\.kind) == [.override])
    desk.press(.enter)
    let sent = try #require(desk.sent.first)
    switch sent.order {
    case .change(.move(let move), _, _): #expect(move.overrideReason == "the guest insists")
    case .book(let wanted):
      #expect(wanted.map(\.overrideReason) == ["the guest insists"])
      #expect(wanted[0].notes == nil)
    default: Issue.record("\(sent)")
    }
  }

  @Test func whereTheRulesAllowItNothingIsOverbooked() throws {
    var desk = line("book 7714 sw tran 17:30 // comes with a child")
    #expect(desk.draft?.says.contains("OVERBOOKS") == false)
    desk.press(.enter)
    #expect(desk.booked.map(\.notes) == ["comes with a child"])
    #expect(desk.booked.map(\.overrideReason) == [nil])
  }

  @Test func aReceptionistIsToldThatItNeedsAManager() throws {
    var desk = line("move 16:30 linh // the guest insists", as: SampleSpa.reception)
    let draft = try #require(desk.draft)
    #expect(draft.isProblem)
    #expect(draft.says.hasSuffix("Only a manager overbooks."))
    desk.press(.enter)
    #expect(desk.sent.isEmpty)
  }

  @Test func twoCannotBeginInTheSameMinuteWhateverTheReason() throws {
    let draft = try #require(line("move 16:15 linh // the guest insists").draft)
    #expect(draft.isProblem)
    #expect(draft.says.contains("same minute"))
  }

  @Test func twoThatWouldBeginTogetherAreKeptApartByAFewMinutes() throws {
    var desk = line("move 14:30 linh // the guest insists")
    let draft = try #require(desk.draft)
    #expect(draft.isProblem && draft.says.contains("in the same minute"))
    desk.press(.enter, .character("1"))
    #expect(desk.line == "move 14:35 linh // the guest insists")
    #expect(desk.draft?.says.hasPrefix("OVERBOOKS") == true)
  }

  @Test func bothStandSideBySideWhileItIsTyped() throws {
    let desk = line("book 7714 sw linh 16:30 // the guest insists", about: nil)
    let rows = desk.picture().frame.rows
    #expect(rows.contains { $0.contains("16:15") && $0.contains("# Zora") })
  }

  @Test func whoStaysWithoutAFreeTherapistIsOverbookedWithAReason() throws {
    let plain = try #require(line("reassign linh", about: nil).draft)
    #expect(plain.says.contains("// and a reason overbooks"))
    let forced = try #require(line("reassign linh // Linh is ill", about: nil).draft)
    #expect(forced.ghosts.contains { $0.kind == .override })
    #expect(forced.choices.contains { $0.text.hasSuffix("OVERBOOKED") })
  }
}

@Suite struct DayChangesTests {
  private func change(
    _ kind: BookingChange.Kind, by: PersonID?, _ name: String, reason: String? = nil,
    undone: Bool = false
  ) -> DayChange {
    DayChange(
      booking: 9, guest: "Sofia Rossi", therapist: SampleSpa.mai, time: TimeOfDay(hour: 14),
      entry: HistoryEntry(
        change: BookingChange(kind: kind, by: by, byName: name, at: SampleSpa.at("11:20")),
        reason: reason, undoneAt: undone ? SampleSpa.at("11:25") : nil,
        undoneByName: undone ? "Ms Tran" : nil))
  }

  @Test func aManagerSeesWhoChangedWhatAndFromWhere() throws {
    // So small that nothing of the board shows beside it.
    var desk = PaperDesk(as: SampleSpa.manager, size: Size(columns: 59, rows: 36))
    desk.press(.character("J"))
    #expect(desk.effects.contains(.ask(.changes(SampleSpa.date))))
    let slot = BookedSlot(
      therapist: SampleSpa.linh, date: SampleSpa.date, time: TimeOfDay(hour: 10), duration: 60,
      place: Place(room: 1, roomName: "Orchid"))
    let changes = [
      change(.moved(from: slot), by: .user(1), "Ms Tran", reason: "The guest insists"),
      change(
        .status(from: .confirmed, to: .cancelled), by: .customer(7), "Sofia Rossi", reason: "Ill",
        undone: true),
      change(.created, by: nil, ""),
    ]
    let house = HouseChange(
      at: SampleSpa.at("11:10"), byName: "Ms Tran", what: "mai@spa.vn logs in no more.")
    desk.tell(
      .answered(
        .changes(SampleSpa.date), .success(.changes(changes, house: [house])),
        id: PaperDesk.requestID(1)))
    let text = desk.picture().frame.text.split { $0.isWhitespace || $0 == "╎" }
      .joined(separator: " ")
    #expect(text.contains("Ms Tran, desk: moved, against the rules from"))
    #expect(text.contains("(The guest insists)"))
    #expect(text.contains("Sofia Rossi, online: confirmed to cancelled (Ill); undone by Ms Tran"))
    #expect(text.contains("another program: booked"))
    #expect(text.contains("Ms Tran: mai@spa.vn logs in no more."))
    desk.press(.character("J"))
    #expect(desk.model.overlay == nil)
  }

  @Test func itIsForManagers() {
    var desk = PaperDesk()
    desk.press(.character("J"))
    #expect(desk.model.overlay == nil)
    #expect(desk.toasts.first?.contains("for managers") == true)
  }
}
