import BookingDomain

/// Something that only one order at a time may decide about. It need not be a row, and no other
/// program knows of it: an order never waits for somebody's forgotten transaction because of one.
package enum Claim: Hashable, Sendable {
  /// Whoever takes a slot of that day: books, moves, swaps, blocks, brings a booking back. What is
  /// taken may run past midnight, so that the next day is claimed as well.
  case day(LocalDate)
  case therapist(UserID, LocalDate)
  case bed(BedID, LocalDate)
  /// Who of a visit is in treatment.
  case visit(VisitID)
  /// The sessions of something paid for.
  case item(PaymentItemID)
  /// What this customer has paid for.
  case customer(CustomerID)
  /// Somebody new with this number.
  case phone(PhoneKey)
  /// When this therapist works.
  case shifts(UserID)
  /// The desk's tasks: each is ticked off once.
  case tasks

  /// What a store writes to see whether it can; no order decides about it.
  case obstacle

  /// At most 64 bytes. Claims are taken in the order of these, and `demand`'s items after its
  /// other ones, which keeps orders from waiting for each other in a ring: items come after days,
  /// and nothing but them is taken late.
  package var text: String {
    switch self {
    case .day(let date): "day \(date)"
    case .therapist(let therapist, let date): "therapist \(therapist) \(date)"
    case .bed(let bed, let date): "bed \(bed) \(date)"
    case .visit(let visit): "visit \(visit)"
    case .item(let item): "item \(item)"
    case .customer(let customer): "customer \(customer)"
    case .phone(let key): "call \(key.digits)"
    case .shifts(let therapist): "shifts \(therapist)"
    case .tasks: "tasks"
    case .obstacle: "obstacle"
    }
  }
}

extension Claim {
  /// What an order that takes slots of these days decides about.
  static func days(_ dates: some Sequence<LocalDate>) -> Set<Claim> {
    Set(dates.flatMap { [.day($0), .day($0 + 1)] })
  }

  /// The hours themselves, and the days that are named: who books there meanwhile is asked again.
  static func all(for wanted: NewShifts) -> Set<Claim> {
    let dates = wanted.days.compactMap { if case .on(let date) = $0.day { date } else { nil } }
    return days(dates).union([.shifts(wanted.therapist)])
  }

  /// What a change of a booking decides about: its therapist and its bed, where it stands and where
  /// it may stand afterwards, on every day that it touches.
  static func all(for change: Change, of booking: Booking) -> Set<Claim> {
    var claims = days(change.days(of: booking))
    claims.insert(.item(booking.paymentItem))
    if let visit = booking.visit { claims.insert(.visit(visit)) }
    if case .changeService = change { claims.insert(.customer(booking.customer.id)) }
    if change == .undo, case .service(let exchange)? = booking.lastChange?.kind {
      claims.insert(.item(exchange.item))
    }
    for slot in [booking.slot, change.target(of: booking)].compactMap(\.self) {
      var there = booking
      there.slot = slot
      for date in there.days {
        claims.insert(.therapist(slot.therapist, date))
        if let bed = slot.place.bed { claims.insert(.bed(bed, date)) }
      }
    }
    return claims
  }
}
