import BookingDomain
import BookingTesting

/// What somebody at a desk might want next: mostly sensible, now and then not.
struct OrderChoice {
  var chance: SeededRandomness

  mutating func order(on bookings: [Booking], by person: Person, now: Timestamp) -> Command? {
    // A dictionary's order differs from run to run; the numbers' does not.
    let bookings = bookings.sorted { $0.id < $1.id }
    guard var booking = bookings.randomElement(using: &chance) else { return nil }
    // Bookings that nobody can do anything about are mostly left alone.
    for _ in 0..<4 where !isPromising(booking, for: person) {
      booking = bookings.randomElement(using: &chance) ?? booking
    }
    return Command(
      id: .random(using: &chance), booking: booking.id, change: change(of: booking),
      expectedStatus: one(in: 4) ? nil : booking.status,
      // Without a version, carrying the same order out twice would show.
      expectedVersion: one(in: 2) ? nil : booking.version,
      notAfter: notAfter(now))
  }

  private func isPromising(_ booking: Booking, for person: Person) -> Bool {
    switch booking.status {
    case .scheduled, .confirmed, .inProgress: true
    case .completed, .cancelled, .noShow:
      booking.lastChange?.by == person.id || (person.role == .manager && booking.lastChange != nil)
    }
  }

  private mutating func change(of booking: Booking) -> Change {
    if one(in: 12) {
      return .changeStatus(
        to: BookingStatus.allCases.randomElement(using: &chance) ?? .confirmed, reason: nil)
    }
    let sensible: [Change] =
      switch booking.status {
      case .scheduled:
        [.to(.confirmed), .to(.confirmed), .markArrived, .to(.inProgress), .to(.cancelled), .undo]
      case .confirmed: [.markArrived, .to(.inProgress), .undo, .undo, .to(.noShow)]
      case .inProgress: [.to(.completed), .undo]
      case .completed, .cancelled, .noShow: [.undo]
      }
    return sensible.randomElement(using: &chance) ?? .undo
  }

  /// A third may wait for ever, a third for some seconds, a third hardly at all.
  private mutating func notAfter(_ now: Timestamp) -> Timestamp? {
    let patience: Int64? =
      switch Int.random(in: 0..<3, using: &chance) {
      case 0: nil
      case 1: Int64.random(in: 5_000...20_000, using: &chance)
      default: Int64.random(in: 300...2_000, using: &chance)
      }
    return patience.map { Timestamp(milliseconds: now.milliseconds + $0) }
  }

  private mutating func one(in count: Int) -> Bool {
    Int.random(in: 0..<count, using: &chance) == 0
  }
}

extension Change {
  fileprivate static func to(_ status: BookingStatus) -> Change {
    .changeStatus(to: status, reason: "chaos")
  }
}
