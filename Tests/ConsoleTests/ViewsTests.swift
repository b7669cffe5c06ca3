import BookingClient
import BookingDomain
import BookingTesting
import Console
import Screen
import Testing

@Suite struct ViewsTests {
  private func desk(_ size: Size = Size(columns: 120, rows: 36)) -> Desk {
    Desk(size: size, bookings: House.bookings, spa: House.spa)
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
    var desk = Desk(as: SampleSpa.therapistLinh, bookings: SampleSpa.linhsDay)
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
      desk.model.layout.columns.map { ColumnHead($0.resource, desk.model).name } == [
        "Orchid A", "Orchid B", "Lotus", "Lotus", "Bamboo",
      ])
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
    #expect(desk.effects == [.watch(SampleSpa.date - 6...SampleSpa.date)])
    desk.deliverWatched(House.week, spa: House.spa)
    #expect(desk.model.layout.block(of: 5) != nil)
    desk.effects = []
    desk.press(.left)
    #expect(desk.model.selectedBooking?.date == SampleSpa.date - 1)
    #expect(desk.model.board.date == SampleSpa.date - 1)
    desk.press(.character("1"))
    #expect(desk.model.view == .board)
    #expect(desk.model.board.date == SampleSpa.date - 1)
    #expect(desk.model.board.isLoaded)
    #expect(desk.effects.isEmpty)
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
      desk.deliverWatched(House.week, spa: House.spa)
      desk.press(.character("c"))
      #expect(desk.sent.map(\.booking) == [9])
    }
  }
}

/// Forty therapists: what is looked at stays where it is while others work.
@Suite struct ManyTherapistsTests {
  private static let sizes = [Size(columns: 200, rows: 50), Size(columns: 80, rows: 24)]

  private func desk(_ size: Size) -> Desk {
    Desk(size: size, bookings: House.busyDay(40), spa: House.therapists(40))
  }

  @Test(arguments: sizes) func pagingAndSelectionKeepTheirPlaceWhileOthersChangeThings(size: Size) {
    var desk = desk(size)
    desk.press(.character(">"), .character(">"))
    let columns = desk.model.layout.columns.map(\.resource)
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
    #expect(desk.model.layout.columns.map(\.resource) == columns)
    #expect(desk.model.layout.block(of: looked)?.rect == place)
  }

  @Test(arguments: sizes) func aSearchGoesOnFromWhereItWas(size: Size) {
    var desk = desk(size)
    desk.type("/guest 33")
    desk.press(.enter)
    #expect(desk.model.selection == 332)
    desk.change(11) { $0.customer = Customer(id: 1, name: "Guest 33 twin") }
    #expect(desk.model.selection == 332)
    desk.press(.character("n"))
    #expect(desk.model.selection == 333)
    let isShown = desk.model.layout.columns.contains { $0.resource == .therapist(133) }
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
