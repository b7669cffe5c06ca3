import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Screen
import Testing

/// The board as it was.
@Suite struct PastTests {
  private static let mai = SampleSpa.mai
  private static let slot = BookedSlot(
    therapist: SampleSpa.linh, date: SampleSpa.date, time: TimeOfDay(hour: 10), duration: 60,
    place: Place(room: 1, roomName: "Orchid", bed: 1, bedName: "A"))

  private static func entry(
    _ kind: BookingChange.Kind, at time: String, undone: String? = nil,
    from: HistoryEntry.Undone? = nil
  ) -> HistoryEntry {
    HistoryEntry(
      change: BookingChange(
        kind: kind, by: .user(2), byName: "Anna Lee", at: SampleSpa.at(time)),
      reason: nil, undoneAt: undone.map { SampleSpa.at($0) },
      undoneByName: undone == nil ? nil : "Ms Tran", undone: from)
  }

  /// Booked at nine, moved from ten to 14:15 at half past nine, confirmed at ten, which was taken
  /// back at eleven.
  private static let sofia = SampleSpa.bookings.first { $0.id == 9 }
  private static let history = [
    entry(.created, at: "09:00"), entry(.moved(from: slot), at: "09:30"),
    entry(.status(from: .scheduled, to: .confirmed), at: "10:00", undone: "11:00"),
  ]

  private func desk(as person: Person = SampleSpa.reception) throws -> PaperDesk {
    var desk = PaperDesk(as: person)
    desk.press(.character("@"))
    #expect(desk.effects.contains(.ask(.past(SampleSpa.date))))
    let lives = [DayPast.Life(booking: try #require(Self.sofia), history: Self.history)]
    desk.tell(
      .answered(
        .past(SampleSpa.date), .success(.past(DayPast(date: SampleSpa.date, lives: lives))),
        id: PaperDesk.requestID(1)))
    return desk
  }

  private func sofia(_ desk: PaperDesk) -> Booking? { desk.model.shown.board.bookings[9] }

  @Test func eachStepBackIsTheDayAfterTheChangeBefore() throws {
    var desk = try desk()
    #expect(sofia(desk)?.status == .scheduled && sofia(desk)?.time == SampleSpa.clock("14:15"))
    desk.press(.left, .left)
    #expect(sofia(desk)?.status == .confirmed)
    #expect(desk.picture().frame.text.contains("AS IT WAS AT 10:00"))
    desk.press(.character("["), .left)
    #expect(sofia(desk)?.time == TimeOfDay(hour: 10))
    #expect(sofia(desk)?.therapist == SampleSpa.linh)
    desk.press(.left)
    #expect(desk.model.notices.history.last?.sentence.contains("Nothing is known") == true)
    desk.press(.right, .right, .right)
    #expect(desk.picture().frame.text.contains("took back: scheduled to confirmed"))
    desk.press(.right)
    #expect(desk.model.overlay == nil, "behind the last change is the present")
  }

  @Test func nothingIsOrderedInThePast() throws {
    var desk = try desk()
    let before = desk.model.board
    desk.effects = []
    for key in "casdxombBwWeru%()R".map(KeyPress.character) { desk.press(key) }
    #expect(desk.sent.isEmpty && desk.model.board == before && desk.model.mode == .normal)
    #expect(
      desk.model.notices.history.last?.sentence
        == "R does nothing here: this is the board as it was. Esc comes back to now.")
    // Nor by its word.
    desk.press(.character(":"), .control("u"))
    desk.type("confirm")
    desk.press(.enter)
    #expect(desk.sent.isEmpty)
    desk.press(.escape, .escape)
    #expect(desk.model.shown == desk.model)
  }

  @Test func aTimeIsThatMinuteToItsEnd() throws {
    var desk = try desk()
    desk.press(.character("@"))
    desk.type("9:30")
    desk.press(.enter)
    #expect(sofia(desk)?.time == SampleSpa.clock("14:15"))
    desk.press(.character(":"))
    desk.type("9:29")
    desk.press(.enter)
    #expect(sofia(desk)?.time == TimeOfDay(hour: 10))
    desk.press(.character(":"))
    desk.type("08:59")
    desk.press(.enter)
    #expect(sofia(desk) == nil, "it was not booked yet")
    desk.press(.character(":"))
    desk.type("15:00")
    desk.press(.enter)
    #expect(desk.model.notices.history.last?.sentence == "15:00 is still to come.")
  }

  /// Linh blocked noon until twenty to ten, and had another name; nothing is known before nine.
  private static let before: DayHouse = {
    var spa = SampleSpa.spa
    spa.therapists = spa.therapists.map {
      $0.id == SampleSpa.linh
        ? Therapist(id: $0.id, name: "Linh Old", serviceType: $0.serviceType, state: $0.state) : $0
    }
    let lunch = Block(
      id: 7, therapist: SampleSpa.linh, date: SampleSpa.date, time: TimeOfDay(hour: 12),
      duration: 30, reason: "lunch", byName: "Anna Lee")
    return DayHouse(spa, blocks: [lunch], on: SampleSpa.date)
  }()

  @Test func theHouseIsDrawnAsItStoodAndWhatIsOfNowIsSaid() throws {
    var desk = try desk()
    desk.tell(.resized(Size(columns: 200, rows: 50)))
    desk.press(.escape, .character("@"))
    let lives = [DayPast.Life(booking: try #require(Self.sofia), history: Self.history)]
    let house = HousePast(
      since: SampleSpa.at("09:15"),
      pictures: [
        HousePast.Picture(
          until: SampleSpa.at("09:40"), house: Self.before,
          done: ["Linh unblocked Tue 10 Mar 12:00–12:30: lunch"])
      ])
    desk.tell(
      .answered(
        .past(SampleSpa.date),
        .success(.past(DayPast(date: SampleSpa.date, lives: lives, house: house))),
        id: PaperDesk.requestID(2)))
    let now = desk.model.board
    func text(at time: String) -> String {
      desk.press(.character(":"))
      desk.type(time)
      desk.press(.enter)
      return desk.picture().frame.text
    }
    let kept = text(at: "09:39")
    #expect(desk.model.shown.board.blocks == Self.before.blocks)
    #expect(kept.contains("Linh Old") && kept.contains("guests' names as of now"))
    let unknown = text(at: "09:00")
    #expect(unknown.contains("blocks, days off and shifts as of 09:15"))
    #expect(desk.model.shown.board.blocks == Self.before.blocks, "as far back as it is known")
    _ = text(at: "09:39")
    desk.press(.right)
    let since = desk.picture().frame.text
    #expect(since.contains("Linh unblocked") && !since.contains("Linh Old"))
    #expect(desk.model.shown.board.blocks == now.blocks && desk.model.shown.board.spa == now.spa)
    // It is a step of its own.
    desk.press(.left)
    #expect(desk.picture().frame.text.contains("AS IT WAS AT 09:30"))
    desk.press(.right)
    #expect(desk.picture().frame.text.contains("AS IT WAS AT 09:40"))
  }

  @Test func thePastIsForWhoMaySeeTheHistory() {
    var desk = PaperDesk(as: SampleSpa.therapistLinh)
    desk.effects = []
    desk.press(.character("@"))
    #expect(desk.effects.isEmpty && desk.model.overlay == nil)
  }

  @Test(arguments: KeptScreen.sizes)
  func thePastIsUnmistakable(size: Size) throws {
    var desk = try desk()
    desk.tell(.resized(size))
    desk.press(.left, .left)
    try KeptScreen.expect(desk, "past")
  }
}

/// Fewer columns, a number copied, an arrival heard, a view come back to.
@Suite struct SmallThingsTests {
  @Test func theBoardIsNarrowedAndSaysSo() {
    var desk = PaperDesk()
    desk.press(.character(":"))
    desk.type("only mai")
    desk.press(.enter)
    #expect(desk.model.columnOrder == [.therapist(SampleSpa.mai)])
    #expect(desk.picture().frame.text.contains("ONLY mai"))
    desk.press(.character(":"))
    desk.type("only overrunning")
    desk.press(.enter)
    #expect(desk.model.columnOrder.contains(.therapist(SampleSpa.linh)), "王小明 overruns")
    #expect(!desk.model.columnOrder.contains(.therapist(SampleSpa.hoa)))
    desk.press(.character(":"))
    desk.type("only xyzzy")
    desk.press(.enter)
    #expect(
      desk.model.viewport.only?.text == "overrunning", "what is not understood changes nothing")
    desk.press(.escape, .character(":"))
    desk.type("only")
    desk.press(.enter)
    #expect(desk.model.columnOrder.count == 3)
  }

  @Test func whoIsFoundElsewhereBringsAllColumnsBack() {
    var desk = PaperDesk()
    desk.press(.character(":"))
    desk.type("only mai")
    desk.press(.enter, .character("/"))
    desk.type("Bảo")
    desk.press(.enter)
    #expect(desk.model.selection == 5 && desk.model.viewport.only == nil)
    #expect(desk.model.notices.history.last?.sentence.hasPrefix("All columns again") == true)
  }

  @Test func tabStaysInTheColumnsThatAreShown() {
    var desk = PaperDesk()
    desk.press(.character(":"))
    desk.type("only mai")
    desk.press(.enter)
    for _ in 0..<6 {
      desk.press(.tab)
      #expect(desk.model.selectedBooking?.therapist == SampleSpa.mai)
    }
    #expect(desk.model.viewport.only != nil)
  }

  @Test func aBookingIsCopiedAsALineInThePersonsLanguage() {
    for (wording, line) in [
      (
        Wording.usual,
        "Sun 22 Nov 14:15–15:15, Sofia Rossi, Swedish Massage, with Mai Trần, Orchid, bed B"
      ),
      (
        Wording(.vietnamese, clock: .to12),
        "CN 22/11 2:15–3:15 CH, Sofia Rossi, Swedish Massage, với Mai Trần, Orchid, giường B"
      ),
    ] {
      var desk = PaperDesk(wording: wording)
      desk.select(9)
      desk.press(.character(":"))
      desk.type("copy line")
      desk.press(.enter)
      let copied = desk.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }
      #expect(copied == [line])
    }
  }

  @Test func aNumberIsCopiedAsItIsDialled() {
    var desk = PaperDesk()
    desk.select(5)
    desk.press(.character("Y"))
    #expect(desk.effects.contains(.copy("0901234567")))
    desk.effects = []
    desk.select(9)
    desk.press(.character("Y"))
    #expect(desk.effects.isEmpty)
  }

  @Test func anArrivalSaidElsewhereIsAnnouncedOnce() throws {
    var desk = PaperDesk()
    desk.effects = []
    desk.change(9, by: "Binh") { $0.arrivedAt = SampleSpa.at("14:05") }
    #expect(desk.effects.contains(.announceArrival))
    desk.effects = []
    desk.change(9, by: "Binh") { $0.status = .inProgress }
    #expect(!desk.effects.contains(.announceArrival))
  }

  @Test func theMenuTakesLettersInTheirOrder() {
    var search = KeySearch()
    search.wanted = TextField("nshw")
    #expect(search.found(for: PaperDesk().model).map(\.word) == ["no-show"])
  }

  @Test func theViewOfTheLastTimeComesBackUnlessOneWasAskedFor() {
    var desk = PaperDesk()
    desk.press(.character("2"))
    #expect(desk.effects.contains(.keepView(.agenda)))
    desk.effects = []
    desk.press(.character("5"))
    #expect(!desk.effects.contains(.keepView(.wall)))
    desk.tell(.viewRecalled(.rooms))
    #expect(desk.model.view == .wall)
    var other = PaperDesk()
    other.tell(.viewRecalled(.rooms))
    #expect(other.model.view == .rooms)
  }
}
