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
    for booking in standing where booking.status.isAhead && booking.date == date {
      if away.contains(booking.therapist) || !(spa?.isAtWork(for: booking) ?? true) {
        stranded.insert(booking.id)
      }
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
    let people =
      visit.map { one in
        visit.count { $0.time <= one.time && one.time < $0.end }
      }.max() ?? 1
    var free = people - visit.count { $0.status == .inProgress }
    for booking in visit where booking.status.isAhead {
      if free > 0 { free -= 1 } else { engaged.insert(booking.id) }
      let before = visit.filter { $0.status == .completed && $0.end <= booking.time }
      freeSince[booking.id] = before.compactMap(\.endedAt).max()
    }
  }
}

extension Spa {
  /// Whether the therapist of a booking is there for all of it; outside of business hours somebody
  /// has decided that they are.
  fileprivate func isAtWork(for booking: Booking) -> Bool {
    guard let therapist = therapists.first(where: { $0.id == booking.therapist }) else {
      return true
    }
    guard therapist.state != .onLeave else { return false }
    let wanted = DaySchedule.Interval(start: booking.time, end: booking.end)
    guard isOpen(during: wanted, on: booking.date) else { return true }
    return isOpen(during: wanted, on: booking.date, of: booking.therapist)
  }
}
