import BookingDomain
import BookingStore
import BookingTesting
import GRDB
import SQLiteStore
import Testing

@Suite struct DemoDatabaseTests {
  static let date = LocalDate(dayNumber: 20_522)

  static func demo(
    _ size: DemoDatabase.Size = .small, seed: UInt64 = 1, hour: Int = 14, minute: Int = 7,
    daysBehind: Int = 30
  ) -> DemoDatabase {
    DemoDatabase(
      DemoDatabase.Request(
        size: size, seed: seed, date: date, now: ContractSpa.moment(hour, minute),
        daysBehind: daysBehind))
  }

  static func today(_ demo: DemoDatabase) -> [DemoDatabase.Booking] {
    demo.bookings.filter { $0.date == date }
  }

  @Test func theSameSeedGivesTheSameSpa() {
    #expect(Self.demo(seed: 7) == Self.demo(seed: 7))
    #expect(Self.demo(seed: 7) != Self.demo(seed: 8))
  }

  @Test(arguments: DemoDatabase.Size.allCases)
  func itHasThePromisedSize(_ size: DemoDatabase.Size) {
    let demo = Self.demo(size, daysBehind: 396)
    let isSmall = size == .small
    #expect(demo.therapists.count == (isSmall ? 6 : 40))
    #expect(demo.beds.count == (isSmall ? 5 : 36))
    #expect(demo.customers.count == (isSmall ? 2_500 : 30_000))
    #expect(Self.today(demo).count == (isSmall ? 32 : 190))
    #expect(demo.bookings.count > (isSmall ? 8_000 : 50_000))
    #expect(demo.rooms.contains { $0.capacity == 2 })
  }

  @Test(arguments: [1, 2, 3, 99, 4711])
  func nobodyAndNoBedIsEverBookedTwice(_ seed: UInt64) {
    let demo = Self.demo(seed: seed)
    let occupying = demo.bookings.filter { $0.status.occupies }
    let byTherapist = Dictionary(grouping: occupying) { "\($0.date) \($0.therapist)" }
    let byBed = Dictionary(grouping: occupying.filter { $0.bed != nil }) {
      "\($0.date) \($0.bed.map(\.description) ?? "")"
    }
    for group in Array(byTherapist.values) + Array(byBed.values) {
      let ordered = group.sorted { $0.time < $1.time }
      for (earlier, later) in zip(ordered, ordered.dropFirst()) {
        #expect(earlier.time + earlier.duration + earlier.buffer <= later.time)
      }
    }
  }

  @Test func nobodyComesTwiceOnADay() {
    let visits = Self.demo().bookings.filter { $0.status.occupies }
    let byGuest = Dictionary(grouping: visits) { "\($0.date) \($0.customer)" }
    #expect(byGuest.values.allSatisfy { $0.count == 1 })
  }

  @Test func everyBookingHoldsOneSessionOfItsItem() {
    let demo = Self.demo()
    let held = Dictionary(grouping: demo.bookings.filter { $0.status != .cancelled }, by: \.item)
    for item in demo.items {
      #expect((0...item.quantity).contains(item.booked))
      // The expired package was used before this book begins.
      if item.id != 1 { #expect(held[item.id]?.count ?? 0 == item.booked) }
    }
    for booking in demo.bookings {
      let item = demo.items[Int(booking.item.number) - 1]
      #expect(item.service == booking.service)
      #expect(demo.payments[Int(item.payment) - 1].customer == booking.customer)
    }
  }

  @Test(arguments: [11, 12, 14, 16, 18])
  func theBoardIsAlive(_ hour: Int) {
    let demo = Self.demo(hour: hour)
    let now = ContractSpa.moment(hour, 7)
    let today = Self.today(demo)
    #expect(today.filter { $0.status == .inProgress }.count == 2)
    #expect(today.contains { $0.status == .confirmed && $0.course.arrivedAt != nil })
    #expect(
      today.contains {
        $0.status == .confirmed && $0.course.arrivedAt == nil && $0.time < now.local.time
      }, "somebody is late")
    for status in BookingStatus.allCases {
      #expect(today.contains { $0.status == status }, "\(status)")
    }
    for booking in today where booking.status == .completed {
      #expect(booking.time + booking.duration <= now.local.time)
      #expect(booking.course.endedAt ?? now.instant < now.instant)
    }
  }

  /// Whoever tries the demo at night sees a spa that is open.
  @Test(arguments: 0..<24) func thereIsLifeAtEveryHour(_ hour: Int) {
    let demo = Self.demo(hour: hour, minute: 40, daysBehind: 2)
    let now = TimeOfDay(hour: hour, minute: 40)
    #expect(demo.hours.open <= now && now < demo.hours.close)
    let today = Self.today(demo)
    #expect(today.count == 32)
    if hour >= 1 { #expect(today.contains { $0.status == .inProgress }) }
    #expect(today.contains { $0.status.isAhead })
  }

  @Test func theRowsThatMustBeThereAreThere() {
    let demo = Self.demo()
    let today = Self.today(demo)
    let guests = today.compactMap { booking in demo.customers.first { $0.id == booking.customer } }
    #expect(guests.contains { GuestNotes($0.notes).alert != nil })
    #expect(guests.contains { $0.name.count == 60 })
    #expect(guests.contains { $0.name == "王小明" })
    #expect(guests.contains { $0.name == "محمد الأحمد" })
    #expect(demo.customers.filter { $0.name == "Trần Minh Khoa" }.count >= 2)
    #expect(
      demo.customers.filter { $0.phone.filter { $0 != " " } == "0903555777" }.count == 2)
    #expect(demo.therapists.contains { $0.state == .onLeave })
    #expect(demo.beds.contains { !$0.isActive })
    #expect(demo.payments.contains { $0.notes?.contains("expired") == true })
    #expect(today.contains { $0.duration == 70 })
    let chain = today.filter { $0.therapist == 11 && $0.status.occupies }
    #expect(
      chain.contains { first in
        chain.contains { $0.time == first.time + first.duration + first.buffer }
      })
  }
}
