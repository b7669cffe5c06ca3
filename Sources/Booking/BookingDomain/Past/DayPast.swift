/// What is known of a day's past: every booking that stands on it or once did, as it is now, with
/// all that was done to it, and the house as it stood. From this the day is seen as it stood at any
/// moment.
package struct DayPast: Hashable, Sendable {
  package struct Life: Hashable, Sendable {
    /// As it is now.
    package let booking: Booking
    /// The oldest first.
    package let history: [HistoryEntry]

    package init(booking: Booking, history: [HistoryEntry]) {
      (self.booking, self.history) = (booking, history)
    }
  }

  package let date: LocalDate
  package let lives: [Life]
  package let house: HousePast

  package init(date: LocalDate, lives: [Life], house: HousePast = .unknown) {
    (self.date, self.lives, self.house) = (date, lives, house)
  }

  /// The day's bookings as they stood when everything up to this moment had been done, in no order;
  /// guests, prices, versions and what belongs together are those of now, and so is of a payment what
  /// was done to it elsewhere: at another booking that it pays for, or with the sale.
  package func bookings(at moment: Timestamp) -> [Booking] {
    lives.compactMap { $0.booking(at: moment) }.filter { $0.date == date }
  }

  /// When something was done to the day, the oldest first, each moment once: also what came to it
  /// or left it then.
  package var moments: [Timestamp] {
    let ofBookings = lives.flatMap { life in
      life.steps.map(\.at).filter { touches(life, at: $0) }
    }
    return Set(ofBookings + house.moments).sorted()
  }

  /// What was done to bookings at exactly this moment.
  package func changes(at moment: Timestamp) -> [(booking: Booking, entry: HistoryEntry)] {
    lives.flatMap { life in
      life.history.filter { $0.change.at == moment || $0.undoneAt == moment }
        .map { (booking: life.booking, entry: $0) }
    }
  }

  private func touches(_ life: Life, at moment: Timestamp) -> Bool {
    let before = life.booking(at: Timestamp(milliseconds: moment.milliseconds - 1))
    return [before, life.booking(at: moment)].contains { $0?.date == date }
  }
}

extension DayPast.Life {
  /// Something that happened to it: a change, or that one was taken back.
  struct Step {
    let at: Timestamp
    let entry: HistoryEntry
    let isTakingBack: Bool
  }

  /// The oldest first; what was taken back in the moment in which it was done comes after itself.
  var steps: [Step] {
    history.flatMap { entry in
      [Step(at: entry.change.at, entry: entry, isTakingBack: false)]
        + (entry.undoneAt.map { [Step(at: $0, entry: entry, isTakingBack: true)] } ?? [])
    }.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  /// - Returns: nil before it was booked.
  package func booking(at moment: Timestamp) -> Booking? {
    var booking = booking
    for step in steps.reversed() where step.at > moment {
      if step.isTakingBack {
        booking.do(again: step.entry)
      } else if step.entry.change.kind == .created {
        return nil
      } else {
        booking.takeBack(step.entry, impliedArrival: !hasArrived(before: step))
      }
    }
    let standing = history.filter { $0.stood(at: moment) }
    booking.lastChange = standing.last?.change
    booking.call = standing.last { $0.call != nil }?.call
    return booking
  }

  /// Whether somebody had said that the guest was here: else the start of the treatment did.
  private func hasArrived(before step: Step) -> Bool {
    history.contains { $0.change.kind == .arrival && $0.stood(at: step.at) }
  }
}

extension Booking {
  /// As it was before the change.
  fileprivate mutating func takeBack(_ entry: HistoryEntry, impliedArrival: Bool) {
    switch entry.change.kind {
    case .created: break
    case .status(let from, let to):
      status = from
      switch to {
      case .inProgress:
        startedAt = nil
        if impliedArrival { arrivedAt = nil }
      case .completed: endedAt = nil
      case .cancelled:
        cancellationReason = nil
        reopenDroppedPayment()
      case .scheduled, .confirmed, .noShow: break
      }
    case .arrival: arrivedAt = nil
    case .moved(let from), .swapped(let from, _): slot = from
    case .notes(let from): notes = from
    case .payment(let from, _):
      payment?.standing = from
      if payment?.isOpen == true { payment?.paidAt = nil }
    case .service(let exchange): (service, slot) = (exchange.from, exchange.slot)
    case .wished(let from, _): wish = from
    // The last one that stands says how it went.
    case .called: break
    }
  }

  /// As it was until the change was taken back.
  fileprivate mutating func `do`(again entry: HistoryEntry) {
    switch entry.change.kind {
    case .created:
      // What was booked by mistake is cancelled since.
      status = .scheduled
      cancellationReason = nil
      reopenDroppedPayment()
    case .status(_, let to):
      status = to
      switch to {
      case .inProgress:
        startedAt = entry.change.at
        arrivedAt = arrivedAt ?? entry.change.at
      case .completed: endedAt = entry.change.at
      case .cancelled: cancellationReason = entry.reason
      case .scheduled, .confirmed, .noShow: break
      }
    case .arrival: arrivedAt = entry.change.at
    case .moved, .swapped:
      if case .slot(let until)? = entry.undone { slot = until }
    case .notes:
      if case .notes(let until)? = entry.undone { notes = until }
    case .payment(_, let to):
      payment?.standing = to
      if to.status == .paid { payment?.paidAt = entry.change.at }
    case .wished(_, let to): wish = to
    case .service(let exchange):
      service = exchange.to
      if case .slot(let until)? = entry.undone { slot = until }
    case .called: break
    }
  }
}
