extension Decision {
  /// What a booking is paid with instead of what it was. The session that it used is free again.
  package struct Exchange: Hashable, Sendable {
    /// How the sale stands then that the booking leaves; nil where it is none of its own.
    package let left: PaymentStanding?
    package let taken: Taken

    package enum Taken: Hashable, Sendable {
      case new(Booked.Settlement, Service)
      /// What it was paid with before.
      /// - Parameter standing: how that sale stands again; nil where it was none of its own.
      case former(FormerItem?, PaymentStanding?)
    }
  }

  /// What a booking was paid with before it got another treatment, as it stands now.
  package struct FormerItem: Hashable, Sendable {
    package let sessionsLeft: Int?
    package let payment: BookingPayment?

    package init(sessionsLeft: Int?, payment: BookingPayment?) {
      (self.sessionsLeft, self.payment) = (sessionsLeft, payment)
    }
  }
}

extension Decision.Case {
  func changeService(_ wanted: ServiceChange) throws(Refusal) -> Decision.Outcome {
    try checkExchangeable(wanted)
    guard let day = given.days[booking.date] else {
      throw Refusal(.other, "The bookings of \(booking.date.short) are not known here.")
    }
    guard let service = day.spa.services.first(where: { $0.id == wanted.service }) else {
      throw Refusal(.noSuchService, "There is no service \(wanted.service).")
    }
    guard service.id != booking.service.id else {
      throw Refusal(.alreadyDone, "It is \(service.name) already.")
    }
    var after = booking
    after.slot = try slot(for: wanted, service, on: day)
    after.service = ServiceSummary(id: service.id, name: service.name)
    after.buffer = service.buffer
    try checkNobodyElseIsInProgress(where: after)
    let settlement = try wanted.payment.settled(service, with: given.sessions)
    let ownSale = booking.payment.flatMap { $0.isSoldForOne ? $0.standing : nil }
    let change = recorded(
      .service(
        ServiceExchange(
          from: booking.service, to: after.service, slot: booking.slot, item: booking.paymentItem,
          left: ownSale, sold: settlement.standing)))
    after.lastChange = change
    // What is sold with it gets its number where it is written.
    (after.paymentItem, after.payment, after.price) = (0, nil, nil)
    if case .session(let item) = settlement { after.paymentItem = item }
    return Decision.Outcome(
      after, recorded: change,
      exchange: Decision.Exchange(left: ownSale?.givenBack, taken: .new(settlement, service)))
  }

  /// A guest who is being treated may still ask for more, of the same therapist.
  private func checkExchangeable(_ wanted: ServiceChange) throws(Refusal) {
    try checkIsOpen()
    guard booking.status == .inProgress, let therapist = wanted.therapist,
      therapist != booking.therapist
    else { return }
    throw Refusal(
      .alreadyInProgress, "The guest is being treated; the therapist cannot change now.")
  }

  private func slot(for wanted: ServiceChange, _ service: Service, on day: Availability)
    throws(Refusal) -> BookedSlot
  {
    var slot = booking.slot
    slot.therapist = wanted.therapist ?? slot.therapist
    slot.duration = wanted.duration ?? service.duration
    try checkIsNotOverAlready(slot)
    var asked = Placing.Wanted(
      service: service, therapist: slot.therapist, time: slot.time, duration: slot.duration,
      bed: booking.status == .inProgress ? booking.place.bed : nil,
      preferredBed: booking.place.bed, ignoring: [booking.id],
      overrideReason: wanted.overrideReason)
    asked.preferredRoom = booking.place.bed == nil ? booking.place.room : nil
    asked.keepsTime = true
    asked.keepsLength = slot.duration <= booking.duration
    var placing = Placing(day: day, now: now, person: person)
    // Another start is another question.
    placing.offersOthers = false
    slot.place = try placing.place(asked)
    return slot
  }

  func undoService(_ exchange: ServiceExchange) throws(Refusal) -> Decision.Outcome {
    guard booking.status.isAhead || booking.status == .inProgress else {
      throw Refusal(
        .nothingToUndo, "This booking is \(booking.status.word); it keeps its treatment.")
    }
    guard booking.service.id == exchange.to.id else {
      throw Refusal(.nothingToUndo, "It got another treatment since.")
    }
    guard exchange.sold == nil || booking.payment?.standing == exchange.sold else {
      throw Refusal(.nothingToUndo, "The payment has changed since; it is not taken back here.")
    }
    var after = booking
    after.service = exchange.from
    after.paymentItem = exchange.item
    let known = given.days[exchange.slot.date]?.spa.services.first { $0.id == exchange.from.id }
    after.buffer = known?.buffer ?? booking.buffer
    after.lastChange = nil
    try checkFits(&after, at: exchange.slot)
    try checkFormer(exchange)
    after.payment = given.former?.payment
    after.price = nil
    return Decision.Outcome(
      after, recorded: nil,
      exchange: Decision.Exchange(
        left: exchange.sold?.givenBack, taken: .former(given.former, exchange.left)))
  }

  /// What it was paid with before has to be there still.
  private func checkFormer(_ exchange: ServiceExchange) throws(Refusal) {
    guard let former = given.former else { return }
    if let left = exchange.left, former.payment?.standing != left.givenBack {
      throw Refusal(
        .nothingToUndo, "What it was paid with before has changed since; it stays as it is.")
    }
    guard former.sessionsLeft ?? 1 > 0 else {
      throw Refusal(
        .noSessionLeft, "The session that it used before is used for another booking meanwhile.")
    }
  }
}
