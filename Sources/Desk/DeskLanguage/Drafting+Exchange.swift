import BookingDomain

/// Another treatment instead of the one that is booked.
extension Drafting {
  /// `da60`, `mt90 minh`, `da60 card`, in any order.
  func exchange(_ text: String) -> Draft {
    guard let booking = context.selected else { return Self.nobodySelected }
    return read(text, .exchange) { (reading) throws(Unsettled) in
      guard !reading.services.isEmpty else {
        return .problem("Which treatment instead of \(booking.service.name)?")
      }
      let day = try day(booking.date, of: &reading)
      let guest = try guest(of: booking)
      let found = try service(
        reading.services, reading.length, reading.therapist ?? booking.therapist, guest.card, nil,
        &reading)
      guard let service = found else { return noService(for: guest.name) }
      let wanted = ServiceChange(
        to: service.id, therapist: reading.therapist, duration: reading.length,
        payment: reading.payment ?? usualPayment(of: booking))
      var draft = placed(reason: reading.note) { reason in
        var wanted = wanted
        wanted.overrideReason = reason
        return exchanged(booking, wanted, service, guest.card, reading)
      }.saying(unused: reading.note)
      if reading.therapist == nil, draft.refusal?.code == .notQualified {
        draft = asking(who: service, booking, wanted, on: day)
      }
      draft.guest = booking.customer.name
      draft.guestCard = guest.card
      return draft
    }
  }

  /// From a session that is paid for, else in the way in which the booking was paid: what was not
  /// paid yet stays unpaid, what was paid in cash is paid in cash.
  private func usualPayment(of booking: Booking) -> NewBooking.Payment {
    guard let payment = booking.payment, payment.isSoldForOne, !payment.isOpen else {
      return .paidSessionOrUnpaidSale
    }
    return .paidSessionOrSale(payment.standing.method)
  }

  private func exchanged(
    _ booking: Booking, _ wanted: ServiceChange, _ service: Service, _ card: CustomerCard?,
    _ reading: Reading
  ) -> Draft {
    switch decide(.changeService(wanted), on: booking, paidFor: card?.sessions ?? []) {
    case .failure(let refusal):
      var draft = Draft.refused(refusal)
      draft.ghosts = [ghost(.conflict, booking, at: slot(of: booking, wanted, service))]
      return draft
    case .success(let outcome):
      let after = outcome.booking
      let money = money(from: booking, outcome.exchange, card)
      let times = "\(after.time.hourMinute)–\(after.end.hourMinute)"
      let therapist = context.lexicon.name(of: after.therapist)
      var draft = Draft(
        .ready(change(.changeService(wanted), of: booking)),
        says: "\(booking.customer.name): \(service.name), \(times) with \(therapist), "
          + "\(after.place.spoken); \(money)")
      draft.done = "\(booking.customer.name) now \(service.name), \(times): \(money)."
      draft.chips = [
        Draft.Chip(kind: .guest, text: booking.customer.name, isSaid: false),
        Draft.Chip(kind: .service, text: service.name, isSaid: true),
        Draft.Chip(kind: .payment, text: money, isSaid: reading.payment != nil),
        Draft.Chip(kind: .time, text: times, isSaid: reading.length != nil),
        Draft.Chip(kind: .therapist, text: therapist, isSaid: reading.therapist != nil),
        Draft.Chip(kind: .bed, text: after.place.spoken, isSaid: false),
      ]
      draft.ghosts = [ghost(.draft, after, at: after.slot)]
      if after.therapist != booking.therapist {
        draft.warn(warning(againstWishOf: booking, with: after.therapist))
      }
      if after.end > booking.end { draft.warn(warning(runningInto: after)) }
      return draft
    }
  }

  private func slot(of booking: Booking, _ wanted: ServiceChange, _ service: Service) -> BookedSlot
  {
    var slot = booking.slot
    slot.therapist = wanted.therapist ?? slot.therapist
    slot.duration = wanted.duration ?? service.duration
    return slot
  }

  /// Therapists who do the service and are free can be chosen by a digit.
  private func asking(
    who service: Service, _ booking: Booking, _ wanted: ServiceChange, on day: Availability
  ) -> Draft {
    let able = day.spa.therapists.filter {
      $0.id != booking.therapist && $0.does(service) && $0.state.takesBookings
    }
    let name = context.lexicon.name(of: booking.therapist)
    let free = able.filter { therapist in
      var wanted = wanted
      (wanted.therapist, wanted.payment) = (therapist.id, .unpaidSale)
      return (try? decide(.changeService(wanted), on: booking, paidFor: []).get()) != nil
    }
    guard !free.isEmpty else {
      let others = able.map(\.name).joined(separator: ", ")
      return .problem(
        able.isEmpty
          ? "\(name) does not do \(service.name); nobody here does."
          : "\(name) does not do \(service.name); \(others) would, and is not free then.")
    }
    return Draft.problem("\(name) does not do \(service.name): with whom?").with(
      choices: free.prefix(9).map { therapist in
        let word = context.lexicon.word(for: therapist.id)
        return Draft.Choice(text: "\(word)  \(therapist.name)", edit: .also(word))
      })
  }

  // MARK: - Money

  /// What goes back and what is to be taken, as the guest is told.
  private func money(
    from booking: Booking, _ exchange: Decision.Exchange?, _ card: CustomerCard?
  ) -> String {
    guard case .new(let settlement, let service)? = exchange?.taken else { return "" }
    let old = booking.payment.flatMap { $0.isSoldForOne ? $0 : nil }
    let price = service.charge?.spoken ?? "its price"
    guard let old else {
      return "the session of \(booking.service.name) goes back; \(taken(settlement, price, card))"
    }
    switch (old.standing.status, settlement) {
    case (.paid, .sale(old.standing.method)):
      return difference(from: old.sum, to: service.charge, old.standing.method.spoken)
    case (.paid, _):
      let sum = "\(old.sum.spoken) \(old.standing.method.spoken)"
      return "\(sum) to give back; \(taken(settlement, price, card))"
    case (_, .unpaidSale): return "\(old.sum.spoken) → \(price), unpaid"
    default:
      return "\(old.sum.spoken) was not paid; \(taken(settlement, price, card))"
    }
  }

  /// `480,000 → 650,000: 170,000 more to take, cash`.
  private func difference(from old: Money, to charge: Money?, _ method: String) -> String {
    guard let charge else { return "\(old.spoken) → its price \(method)" }
    let (before, after) = (old.spoken, charge.spoken)
    let more = charge.hundredths - old.hundredths
    if more == 0 { return "\(after) as before: nothing to take, \(method)" }
    let sum = Money(hundredths: abs(more)).spoken
    return more > 0
      ? "\(before) → \(after): \(sum) more to take, \(method)"
      : "\(before) → \(after): \(sum) to give back, \(method)"
  }

  private func taken(
    _ settlement: Decision.Booked.Settlement, _ price: String, _ card: CustomerCard?
  ) -> String {
    switch settlement {
    case .sale(let method): return "\(price) \(method.spoken) to take"
    case .unpaidSale: return "\(price) unpaid"
    case .session(let item):
      let paid = card?.sessions.first { $0.item == item }
      return paid.map { "uses 1 of \($0.left) left" } ?? "uses a paid session"
    }
  }
}
