import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen
import Testing

@Suite struct ViewsTests {
  private func desk(_ size: Size = Size(columns: 120, rows: 36)) -> PaperDesk {
    PaperDesk(size: size)
  }

  @Test func selectionAndDayStayFromViewToView() {
    var desk = desk()
    desk.select(9)
    for _ in 0..<4 {
      desk.press(.character("v"))
      #expect(desk.model.selection == 9)
      #expect(desk.model.board.date == SampleSpa.date)
    }
  }

  @Test func aTherapistHasOwnDayAndOwnWeekOnly() {
    var desk = PaperDesk(as: SampleSpa.therapistLinh, bookings: SampleSpa.linhsDay)
    #expect(desk.model.view == .own)
    desk.press(.character("3"))
    #expect(desk.model.view == .own)
    #expect(desk.toasts.count == 1)
    desk.press(.character("4"))
    #expect(desk.model.view == .week)
    #expect(desk.model.weekTherapist == SampleSpa.linh)
    desk.press(.character("1"))
    #expect(desk.model.view == .own)
  }

  @Test func everyBedHasItsColumnAndWhatHasNoBedIsNotHidden() {
    var desk = desk(Size(columns: 200, rows: 60))
    desk.press(.character("3"))
    #expect(
      desk.model.columnOrder == [.bed(1), .bed(2), .bed(3), .room(2), .bed(4)])
    let shown = Set(desk.model.layout.blocks.map(\.booking.id))
    #expect(shown.contains(11))
    #expect(
      desk.model.layout.columns.map { ColumnHead($0.gridColumn, desk.model).name } == [
        "Orchid A", "Orchid B", "Lotus", "Lotus", "Bamboo",
      ])
  }

  @Test func hoursThatCannotBeReadAreAsked() {
    var spa = SampleSpa.spa
    let shifts = [Shift(from: SampleSpa.clock("13:00"), until: SampleSpa.clock("20:00"))]
    spa.shifts = [
      SampleSpa.mai: WorkingHours(
        [.on(SampleSpa.date): shifts], doubtful: [.on(SampleSpa.date), .on(SampleSpa.date + 1)]),
      SampleSpa.linh: WorkingHours([:], isAnyDayInDoubt: true),
    ]
    let model = PaperDesk(as: SampleSpa.manager, spa: spa).model
    #expect(ColumnHead(.therapist(SampleSpa.mai), model).hours == "13–20?")
    #expect(ColumnHead(.therapist(SampleSpa.linh), model).hours == "?")
    spa.shifts[SampleSpa.mai] = WorkingHours(
      [.on(SampleSpa.date): shifts], doubtful: [.on(SampleSpa.date + 1)])
    let other = PaperDesk(as: SampleSpa.manager, spa: spa).model
    #expect(ColumnHead(.therapist(SampleSpa.mai), other).hours == "13–20", "another day's row")
  }

  @Test func inRoomsRightGoesToTheNextBed() {
    var desk = desk()
    desk.press(.character("3"))
    desk.select(5)
    desk.press(.right)
    #expect(desk.model.selectedBooking?.place.bed == 2)
    desk.press(.right)
    #expect(desk.model.selection == 10)
  }

  @Test func aWeekIsAskedForOnceAndItsDaysAreGoneThroughWithoutAsking() {
    var desk = desk()
    desk.select(5)
    desk.press(.character("4"))
    #expect(desk.effects == [.watch(SampleSpa.date - 6...SampleSpa.date), .keepView(.week)])
    desk.deliverWatched(House.week, spa: SampleSpa.spa)
    #expect(desk.model.layout.block(of: 5) != nil)
    desk.effects = []
    desk.press(.left)
    #expect(desk.model.selectedBooking?.date == SampleSpa.date - 1)
    #expect(desk.model.board.date == SampleSpa.date - 1)
    desk.press(.character("1"))
    #expect(desk.model.view == .board)
    #expect(desk.model.board.date == SampleSpa.date - 1)
    #expect(desk.model.board.isLoaded)
    #expect(desk.effects == [.keepView(.board)])
  }

  @Test func theWeekOfTheNextTherapist() {
    var desk = desk()
    desk.select(5)
    desk.lookAtWeek()
    #expect(desk.model.weekTherapist == SampleSpa.linh)
    desk.press(.character(">"))
    #expect(desk.model.weekTherapist == SampleSpa.mai)
    #expect(desk.model.layout.blocks.allSatisfy { $0.booking.therapist == SampleSpa.mai })
    #expect(desk.model.selectedBooking?.therapist == SampleSpa.mai)
  }

  @Test func theNextWeekIsFetchedWhenADayOfItIsShown() {
    var desk = desk()
    desk.lookAtWeek()
    desk.effects = []
    desk.press(.character("]"))
    #expect(desk.effects == [.watch(SampleSpa.date + 1...SampleSpa.date + 7)])
    #expect(!desk.model.board.isLoaded)
  }

  @Test func ordersWorkInEveryView() {
    for view in ["1", "3", "4"] {
      var desk = desk()
      desk.select(9)
      desk.press(.character(Character(view)))
      desk.deliverWatched(House.week, spa: SampleSpa.spa)
      desk.press(.character("c"))
      #expect(desk.sent.map(\.booking) == [9])
    }
  }
}

/// The list of the next hours.
@Suite struct AgendaPlaceTests {
  @Test func whoNeedsSomebodyIsNeverScrolledOutOfSightUnsaid() {
    var desk = PaperDesk(size: Size(columns: 80, rows: 12))
    desk.select(11)
    desk.press(.character("2"))
    #expect(desk.picture().frame.text.contains("need somebody: Tab"))
    desk.press(.tab)
    #expect(!desk.picture().frame.text.contains("need somebody: Tab"))
    #expect(desk.picture().frame.text.contains("Needs somebody"))
  }
}

/// Forty therapists: what is looked at stays where it is while others work.
@Suite struct ManyTherapistsTests {
  private static let sizes = [Size(columns: 200, rows: 50), Size(columns: 80, rows: 24)]

  private func desk(_ size: Size) -> PaperDesk {
    PaperDesk(size: size, bookings: House.busyDay(40), spa: House.therapists(40))
  }

  @Test(arguments: sizes) func pagingAndSelectionKeepTheirPlaceWhileOthersChangeThings(size: Size) {
    var desk = desk(size)
    desk.press(.character(">"), .character(">"))
    let columns = desk.model.layout.columns.map(\.gridColumn)
    #expect(!columns.contains(.therapist(101)))
    let looked = desk.model.layout.blocks[0].booking.id
    desk.click(looked)
    let place = desk.model.layout.block(of: looked)?.rect
    for other in [12, 203, 304, 401] as [BookingID] {
      desk.change(other) { $0.status = .cancelled }
      desk.change(other) { $0.therapist = 101 }
    }
    desk.tell(.line(.gone(23)))
    #expect(desk.model.selection == looked)
    #expect(desk.model.layout.columns.map(\.gridColumn) == columns)
    #expect(desk.model.layout.block(of: looked)?.rect == place)
  }

  @Test(arguments: sizes) func aSearchGoesOnFromWhereItWas(size: Size) {
    var desk = desk(size)
    desk.type("/guest 33")
    desk.press(.enter)
    #expect(desk.model.selection == 332)
    desk.change(11) { $0.customer = Customer(id: 1, name: "Guest 339 twin") }
    #expect(desk.model.selection == 332)
    desk.press(.character("n"))
    #expect(desk.model.selection == 333)
    let isShown = desk.model.layout.columns.contains { $0.gridColumn == .therapist(133) }
    #expect(isShown)
  }

  @Test func zoomGoesThroughItsStepsAndKeepsTheSelectionInView() {
    var desk = desk(Size(columns: 80, rows: 24))
    desk.click(desk.model.layout.blocks[0].booking.id)
    let selected = desk.model.selection
    var slots: [Int] = []
    for _ in 0..<6 {
      desk.press(.character("z"))
      slots.append(desk.model.layout.axis.slot)
      #expect(desk.model.selection == selected)
      #expect(selected.flatMap { desk.model.layout.block(of: $0) } != nil)
    }
    #expect(slots.dropLast() == [5, 10, 15, 30, 60])
  }
}

@Suite struct WallTests {
  private func wall(_ size: Size = Size(columns: 80, rows: 24)) -> PaperDesk {
    var desk = PaperDesk(
      as: SampleSpa.manager, size: size, bookings: House.busyDay(40), spa: House.therapists(40))
    desk.press(.character("5"))
    desk.pass(milliseconds: 6_000)
    return desk
  }

  @Test func itTurnsItsPagesByItselfAndShowsEverybody() throws {
    var desk = wall()
    let pages = desk.model.wall.pages
    #expect(pages > 1)
    var seen: Set<UserID> = []
    for _ in 0..<pages {
      seen.formUnion(desk.model.wall.lanes.map(\.therapist))
      let next = try #require(desk.model.nextChange)
      #expect(next.milliseconds - desk.now.milliseconds <= Wall.pageTime)
      desk.pass(milliseconds: Wall.pageTime)
    }
    #expect(seen.count == 40)
  }

  @Test func whatFitsStandsStill() throws {
    var desk = PaperDesk(as: SampleSpa.manager)
    desk.press(.character("5"))
    desk.pass(milliseconds: 6_000)
    #expect(desk.model.wall.pages == 1)
    let next = try #require(desk.model.nextChange)
    #expect(next.milliseconds - desk.now.milliseconds > 50_000)
  }

  @Test func noKeyChangesABookingThatNobodySees() {
    var desk = wall()
    desk.type("casdu")
    desk.type("Caa")
    #expect(desk.sent.isEmpty)
  }

  @Test func theSelectionIsThereAgainAfterwards() {
    var desk = PaperDesk(as: SampleSpa.manager)
    desk.select(9)
    desk.press(.character("5"))
    #expect(desk.model.selectedBooking == nil)
    desk.deliver(SampleSpa.bookings)
    desk.change(4) { $0.status = .completed }
    desk.press(.character("1"))
    #expect(desk.model.selectedBooking?.id == 9)
  }

  @Test func itShowsNoTelephoneNumberNoteOrAllergy() {
    for size in ScreensTests.sizes {
      var desk = PaperDesk(
        as: SampleSpa.manager, size: size)
      desk.press(.character("5"))
      let text = desk.picture().frame.text
      for secret in ["0901", "pressure", "lavender"] { #expect(!text.contains(secret)) }
    }
  }
}

@Suite struct AgendaTests {
  @Test func whatNeedsSomebodyStandsOnTop() {
    var desk = PaperDesk()
    desk.press(.character("2"))
    let sections = Agenda.sections(desk.model)
    #expect(sections.map(\.0) == [.needed, .ahead, .over])
    // Over time, late, waiting; then Mai's two that overlap from 14:45 to 15:15, where another
    // program put the second over the first.
    #expect(sections[0].1.map(\.id) == [4, 8, 5, 9, 10])
  }

  @Test func keysGoDownTheListAndTheSelectionStaysWithItsGuest() {
    var desk = PaperDesk()
    desk.press(.character("2"))
    desk.select(4)
    desk.press(.down, .down)
    #expect(desk.model.selection == 5)
    desk.change(5) { $0.status = .inProgress }
    #expect(desk.model.selection == 5)
    desk.press(.home)
    #expect(desk.model.selection == 4)
  }

  @Test func aClickAndATagFindTheirRow() throws {
    var desk = PaperDesk()
    desk.press(.character("2"))
    let agenda = Agenda(desk.model, in: desk.model.plan.body)
    let line = try #require(
      agenda.lines.first { if case .booking(let b, _, _) = $0.content { b.id == 9 } else { false } }
    )
    guard case .booking(_, let tag?, _) = line.content else { return }
    desk.press(
      .mouse(KeyPress.Mouse(action: .press, at: Point(column: 5, row: line.row))))
    #expect(desk.model.selection == 9)
    desk.type("C" + tag.text)
    #expect(desk.sent.map(\.booking) == [9])
  }
}

@Suite struct DelayTests {
  @Test func whatALateGuestPushesIsSaidOnTheBlockAndInTheDetails() {
    let bookings = [
      SampleSpa.booking(
        1, "Still Here", "13:00", with: SampleSpa.linh, .inProgress, started: "13:25"),
      SampleSpa.booking(2, "Next One", "14:15", with: SampleSpa.linh, .confirmed),
    ]
    var desk = PaperDesk(size: Size(columns: 160, rows: 36), bookings: bookings)
    #expect(desk.model.delays.minutes == [2: 25])
    desk.select(2)
    let text = desk.picture().frame.text
    #expect(text.contains("(+25)"))
    #expect(text.contains("likely 14:40"))
  }

  @Test func aMonthHasWholeWeeksFromTheDayOnWhichTheyBegin() {
    for first in [Weekday.monday, .saturday, .sunday] {
      let days = MonthView(at: SampleSpa.date, weekBegins: first).shown
      #expect(days.lowerBound.weekday == first && days.count % 7 == 0)
      #expect(days.contains(SampleSpa.date - 21) && days.contains(SampleSpa.date + 8))
      #expect(days.count <= 42)
    }
  }
}
