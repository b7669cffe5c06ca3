import BookingDomain

/// Fills the spa's book, oldest day first: the months behind, the day itself, two weeks ahead.
struct DemoBook {
  let request: DemoDatabase.Request
  let house: DemoHouse
  let hours: BusinessHours
  let menu: DemoMenu
  let therapists: [DemoDatabase.Therapist]
  let receptionists: [DemoDatabase.User]
  var random: DemoRandomness
  var ledger = DemoLedger()
  var bookings: [DemoDatabase.Booking] = []

  static let daysAhead = 14

  init(
    request: DemoDatabase.Request, house: DemoHouse, hours: BusinessHours, random: DemoRandomness
  ) {
    self.request = request
    self.house = house
    self.hours = hours
    self.random = random
    menu = DemoMenu(house.services)
    therapists = house.therapists
    receptionists = house.users.filter { $0.role == .receptionist }
  }

  mutating func fill() {
    sellExpiredPackage()
    for day in -request.daysBehind...Self.daysAhead {
      let date = request.date + day
      ledger.beginDay()
      if day == 0 {
        fillTheDay()
      } else {
        fillAnyDay(date, wanted: wanted(daysAway: day))
      }
    }
    sellUnscheduled()
  }

  /// The past was nearly as busy as the day itself; the weeks ahead fill up from the front.
  private mutating func wanted(daysAway day: Int) -> Int {
    let busy = house.bookingsOnTheDay
    let share = day < 0 ? random.within(75...100) : max(15, 80 - day * 6)
    return busy * share / 100
  }

  private mutating func fillAnyDay(_ date: LocalDate, wanted: Int) {
    var timetable = DemoTimetable(hours: hours, therapists: therapists, menu: menu, around: nil)
    for _ in 0..<wanted {
      if random.happens(percent: 11) {
        let place = timetable.anywhere(in: hours, &random)
        add(place, on: date, .cancelled)
      } else if let place = timetable.placeAnywhere(&random) {
        add(place, on: date, status(of: place, on: date))
      }
    }
  }

  private mutating func status(of place: DemoTimetable.Place, on date: LocalDate)
    -> BookingStatus
  {
    let end = instant(date, place.start + place.service.duration.count)
    if end < request.now.instant { return random.happens(percent: 1) ? .noShow : .completed }
    let share = date - request.date <= 1 ? 70 : 20
    return random.happens(percent: share) ? .confirmed : .scheduled
  }

  func instant(_ date: LocalDate, _ minute: Int) -> Timestamp {
    request.now.zone.timestamp(LocalMoment(date: date, time: TimeOfDay(seconds: minute * 60)))
  }
}

extension DemoBook {
  /// Books a place, with payment, course and all.
  mutating func add(
    _ place: DemoTimetable.Place, on date: LocalDate, _ status: BookingStatus,
    guest: CustomerID? = nil, notes: String? = nil, course given: DemoDatabase.Course? = nil
  ) {
    let start = instant(date, place.start)
    let createdAt = min(start, request.now.instant) - Minutes(random.within(7500...20_000))
    let (customer, item) = ledger.buy(
      place.service, for: guest, anyOf: house.customerCount, at: createdAt, &random)
    if status == .cancelled { ledger.giveBack(item) }
    let made = given ?? course(of: place, on: date, status)
    bookings.append(
      DemoDatabase.Booking(
        id: BookingID(Int64(bookings.count + 1)), customer: customer,
        item: PaymentItemID(Int64(item + 1)), service: place.service.id,
        therapist: place.therapist.id, date: date, time: TimeOfDay(seconds: place.start * 60),
        duration: place.service.duration, buffer: place.service.buffer, status: status,
        notes: notes, room: place.therapist.room, bed: place.therapist.bed,
        createdAt: createdAt, course: made))
  }

  func visit(_ place: DemoTimetable.Place, on date: LocalDate, by receptionist: DemoDatabase.User)
    -> DemoCourse
  {
    DemoCourse(
      start: instant(date, place.start), duration: place.service.duration,
      therapist: place.therapist, receptionist: receptionist, now: request.now.instant,
      isRecent: date >= request.date)
  }

  private mutating func course(
    of place: DemoTimetable.Place, on date: LocalDate, _ status: BookingStatus
  ) -> DemoDatabase.Course {
    let visit = visit(place, on: date, by: random.one(of: receptionists))
    switch status {
    case .scheduled: return DemoDatabase.Course()
    case .confirmed: return visit.confirmed(&random)
    case .inProgress: return visit.inProgress(startedAt: visit.start, &random)
    case .completed: return visit.completed(&random)
    case .cancelled:
      let isLate = random.happens(percent: 36)
      return visit.cancelled(
        hoursBefore: isLate ? random.within(1...20) : random.within(25...120),
        reason: random.one(of: ["Bị ốm", "Bận việc đột xuất", "Đổi lịch", "Kẹt xe"]))
    case .noShow: return visit.noShow()
    }
  }

  /// A package with sessions left that nobody may use any more.
  private mutating func sellExpiredPackage() {
    let at = instant(request.date - request.daysBehind - 20, 600)
    let item = ledger.sell(
      menu[DemoHouse.massage, 60], times: 10, to: 5, at: at,
      notes: "Package of ten, expired \(request.date - 31)", &random)
    for _ in 0..<4 { ledger.use(item) }
  }

  /// Paid, not yet scheduled: reception's work list.
  private mutating func sellUnscheduled() {
    for guest in [1, 7, 23, 42, 77] {
      _ = ledger.sell(
        menu[DemoHouse.massage, 90], times: 1, to: CustomerID(Int64(guest)),
        at: request.now.instant - Minutes(random.within(60...3000)), &random)
    }
  }
}
