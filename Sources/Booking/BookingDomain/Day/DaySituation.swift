/// What a day's other bookings, days off and shifts mean for each of them: a guest cannot wait while
/// another treatment of the visit goes on, and a therapist who is off serves nobody.
package struct DaySituation: Hashable, Sendable {
  /// Their guest is being treated, or first has another treatment of the visit.
  package private(set) var engaged: Set<BookingID> = []
  /// When the treatment before was over, where there was one.
  package private(set) var freeSince: [BookingID: Timestamp] = [:]
  /// Still to come, and their therapist is not at work then.
  package private(set) var stranded: Set<BookingID> = []

  package static let none = DaySituation()

  private init() {}

  /// - Parameters:
  ///   - bookings: of the day, and what goes on from the day before.
  ///   - away: who is off on that day.
  package init(_ bookings: [Booking], on date: LocalDate, in spa: Spa?, away: Set<UserID>) {
    let standing = bookings.filter { $0.status.occupies && $0.unreadable.isEmpty }
    for visit in Dictionary(grouping: standing.filter { $0.visit != nil }, by: Guest.init).values
    where visit.count > 1 {
      settle(visit.sorted { ($0.time, $0.id) < ($1.time, $1.id) })
    }
    let ahead = standing.filter { $0.status.isAhead && $0.date == date }
    for (therapist, bookings) in Dictionary(grouping: ahead, by: \.therapist) {
      let served = away.contains(therapist) ? [] : spa?.served(of: bookings, on: date) ?? bookings
      stranded.formUnion(Set(bookings.map(\.id)).subtracting(served.map(\.id)))
    }
  }

  /// Whoever comes along without a number stands under the first guest's name.
  private struct Guest: Hashable {
    let visit: VisitID?
    let customer: CustomerID

    init(_ booking: Booking) { (visit, customer) = (booking.visit, booking.customer.id) }
  }

  /// As many treatments wait as there are people free for them; the others come after.
  private mutating func settle(_ visit: [Booking]) {
    var free = Self.people(on: visit) - visit.count { $0.status == .inProgress }
    for booking in visit where booking.status.isAhead {
      if free > 0 { free -= 1 } else { engaged.insert(booking.id) }
      let before = visit.filter { $0.status == .completed && $0.end <= booking.time }
      freeSince[booking.id] = before.compactMap(\.endedAt).max()
    }
  }
}

extension DaySituation {
  /// As many as are treated at one moment by plan.
  private static func people(on visit: [Booking]) -> Int {
    visit.map { one in visit.count { $0.time <= one.time && one.time < $0.end } }.max() ?? 1
  }

  /// What the guest of `booking` is in the middle of, as long as nobody of the visit is free for it.
  static func treatment(before booking: Booking, among others: [Booking]) -> Booking? {
    let visit = others.filter {
      $0.id != booking.id && $0.isOnVisit(with: booking) && Guest($0) == Guest(booking)
        && $0.status.occupies && $0.unreadable.isEmpty
    }
    let running = visit.filter { $0.status == .inProgress }
    guard running.count >= people(on: visit + [booking]) else { return nil }
    return running.min { ($0.time, $0.id) < ($1.time, $1.id) }
  }
}

extension Spa {
  /// Those of one therapist's bookings for all of which the therapist is there; outside of business
  /// hours somebody has decided that they are.
  fileprivate func served(of bookings: [Booking], on date: LocalDate) -> [Booking] {
    let id = bookings.first?.therapist
    guard let therapist = therapists.first(where: { $0.id == id }) else { return bookings }
    guard therapist.state != .onLeave else { return [] }
    guard shifts[therapist.id] != nil else { return bookings }
    let (open, own) = (openings(on: date), openings(on: date, of: id))
    func lies(_ booking: Booking, in all: [DaySchedule.Interval]) -> Bool {
      all.contains { $0.start <= booking.time && booking.end <= $0.end }
    }
    return bookings.filter { !lies($0, in: open) || lies($0, in: own) }
  }
}
