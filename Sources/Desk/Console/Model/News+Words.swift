import BookingDomain
import DeskLanguage

extension Booking {
  /// What was taken back with a newer version, in words; nil where something else happened. Its last
  /// change is the last that has not been taken back.
  func takenBack(
    with newer: Booking, _ span: Range<TimeOfDay>? = nil, on board: Board
  ) -> String? {
    guard let gone = lastChange, newer.lastChange.map({ $0.at < gone.at }) ?? true else {
      return nil
    }
    return "\(customer.name) \(gone.kind.now(self, span, on: board))"
  }

  /// What was last done to it, and when; empty where nothing is known.
  func lastDone(on board: Board, in zone: SpaZone) -> String {
    lastChange.map {
      "\(customer.name) \($0.kind.now(self, on: board)) (\(zone.local($0.at).time.hourMinute))"
    } ?? ""
  }

  /// What is another with it than it was, as the change that would have made it so; nil where nothing
  /// is that has a sentence.
  func difference(from known: Booking) -> BookingChange.Kind? {
    if slot != known.slot { return .moved(from: known.slot) }
    if notes != known.notes { return .notes(from: known.notes) }
    if wish != known.wish { return .wished(from: known.wish, to: wish) }
    if let from = known.payment?.standing, let to = payment?.standing, from != to {
      return .payment(from: from, to: to)
    }
    return nil
  }
}

extension Customer {
  /// What of the record is another than it was; nil where nothing is.
  func news(since old: Customer) -> String? {
    guard self != old else { return nil }
    if old.name != name { return "\(name): called \(old.name) before" }
    if old.phone != phone {
      guard let phone else { return "\(name): no phone number any more" }
      return old.phone.map { "\(name): phone \(phone), was \($0)" } ?? "\(name): phone \(phone)"
    }
    if old.alert != alert {
      return alert.map { "\(name): alert: \($0)" } ?? "\(name): the alert is gone"
    }
    if old.preferences != preferences {
      return preferences.map { "\(name): prefers: \($0)" }
        ?? "\(name): no preferences any more"
    }
    return "\(name): the record has changed"
  }
}

extension BookingChange.Kind {
  /// Whether `now` names the day that the booking is on.
  func saysItsDay(_ booking: Booking) -> Bool {
    if case .moved(let from) = self { from.date != booking.date } else { false }
  }

  /// What stands with it that did not, and what stood before: `confirmed`, `now 60 min, was 90 min`,
  /// `moved to 15:30, was 14:30`.
  /// - Parameter span: of the visit to all of which it was done.
  func now(_ booking: Booking, _ span: Range<TimeOfDay>? = nil, on board: Board) -> String {
    switch self {
    case .moved(let from): return moved(from, booking, span, board)
    case .swapped(_, let other):
      let now = "\(booking.time.hourMinute) with \(board.therapistName(booking.therapist))"
      // Whoever does not see the other one has no name of it.
      return board.bookings[other].map { "swapped with \($0.customer.name), now \(now)" }
        ?? "swapped, now \(now)"
    case .notes:
      return booking.notes.map { "has the notes: \($0)" } ?? "has no notes any more"
    case .payment(_, let to):
      return to.status == .paid ? "has paid, \(to.method.spoken)" : "is unpaid"
    case .called(.calling): return "is being called"
    case .called(.notReached): return "does not answer"
    case .wished(let from, let to): return wishes(from, to, board)
    case .service(let exchange): return "has \(exchange.to.name) now, was \(exchange.from.name)"
    case .created:
      return span.map { "booked for \($0.lowerBound.hourMinute)–\($0.upperBound.hourMinute)" }
        ?? "booked for \(booking.time.hourMinute)"
    case .status(_, let to): return to.word
    case .arrival: return "has arrived"
    }
  }

  private func moved(
    _ from: BookedSlot, _ booking: Booking, _ span: Range<TimeOfDay>?, _ board: Board
  ) -> String {
    let (now, before) = (
      board.therapistName(booking.therapist), board.therapistName(from.therapist)
    )
    let isWithAnother = from.therapist != booking.therapist
    guard from.date == booking.date, from.time == booking.time else {
      let isOtherDay = from.date != booking.date
      let start = (span?.lowerBound ?? booking.time).hourMinute
      let when = isOtherDay ? "\(booking.date.short) \(start)" : start
      // Of a visit only the first start is known, and not where that stood.
      guard span == nil else { return "moved to \(when)" }
      let was = isOtherDay ? "\(from.date.short) \(from.time.hourMinute)" : from.time.hourMinute
      return isWithAnother
        ? "moved to \(when) with \(now), was \(was) with \(before)"
        : "moved to \(when), was \(was)"
    }
    if isWithAnother { return "now with \(now), was with \(before)" }
    if from.duration != booking.duration {
      return "now \(booking.duration.spoken), was \(from.duration.spoken)"
    }
    return "now in \(booking.place.spoken), was in \(from.place.spoken)"
  }

  private func wishes(_ from: UserID?, _ to: UserID?, _ board: Board) -> String {
    guard let to = to.map(board.therapistName) else {
      return from.map { "no longer wishes for \(board.therapistName($0))" } ?? "has no wish"
    }
    return from.map { "wishes for \(to), was for \(board.therapistName($0))" }
      ?? "wishes for \(to)"
  }
}
