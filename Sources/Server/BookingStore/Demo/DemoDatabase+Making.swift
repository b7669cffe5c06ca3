import BookingDomain

extension DemoDatabase {
  package init(_ request: Request) {
    var random = DemoRandomness(seed: request.seed)
    let house = DemoHouse(size: request.size)
    self.init(
      name: request.size == .small ? "Sen Spa" : "Sen Spa Grand", zoneName: request.now.zone.name,
      hours: DemoHours.around(request), users: house.users, therapists: house.therapists,
      serviceTypes: DemoHouse.serviceTypes, services: house.services, rooms: house.rooms,
      beds: house.beds, customers: DemoGuests.make(count: house.customerCount, &random))
    var book = DemoBook(request: request, house: house, hours: hours, random: random)
    book.fill()
    payments = book.ledger.payments
    items = book.ledger.items
    bookings = book.bookings
  }
}

/// When the spa is open: twelve hours from nine, or, where that would leave a board without life
/// now (somebody tries the demo at midnight), twelve hours with now in them.
enum DemoHours {
  static func around(_ request: DemoDatabase.Request) -> BusinessHours {
    let usual = BusinessHours(open: TimeOfDay(hour: 9), close: TimeOfDay(hour: 21))
    let now = request.now.local
    guard now.date == request.date, now.time < usual.open + 120 || now.time > usual.close - 150
    else { return usual }
    // Five hours lie behind and seven ahead, as far as the day has them.
    let open = min(max(now.time.hour - 5, 0), 12)
    return BusinessHours(open: TimeOfDay(hour: open), close: TimeOfDay(hour: open + 12))
  }
}
