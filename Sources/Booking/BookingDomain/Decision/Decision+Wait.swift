extension Decision {
  /// - Parameters:
  ///   - isKnown: whether there is this customer.
  ///   - waiting: everybody who waits on that date already.
  ///   - spa: with the service and the therapist asked for.
  /// - Returns: nil where the guest may be put on the list, or why not.
  package static func refusal(
    of wanted: NewWaiting, isKnown: Bool, beside waiting: [WaitingGuest], by person: Person,
    now: Moment, given spa: Spa
  ) -> Refusal? {
    if let refusal = refusal(of: .keepWaitingList, for: person) { return refusal }
    guard isKnown else {
      return Refusal(.noSuchCustomer, "There is no customer \(wanted.customer).")
    }
    guard let service = spa.services.first(where: { $0.id == wanted.service && $0.isActive }) else {
      return Refusal(.noSuchService, "There is no service \(wanted.service).")
    }
    if let refusal = Self.refusal(ofTherapist: wanted.therapist, for: service, in: spa) {
      return refusal
    }
    guard wanted.from <= wanted.until else {
      return Refusal(.malformed, "Waiting ends at or after its beginning.")
    }
    if let refusal = TextLimit.waitingNote.refusal(of: wanted.note) { return refusal }
    if let refusal = Self.refusal(ofDay: wanted.date, now: now) { return refusal }
    guard now.minutesUntil(LocalMoment(date: wanted.date, time: wanted.until)) >= 0 else {
      return Refusal(.alreadyPast, "\(wanted.until.hourMinute) on \(wanted.date.short) is over.")
    }
    if let refusal = Self.refusal(ofHoursFor: service, wanted, in: spa) { return refusal }
    return WaitingLimit.refusal(of: wanted, beside: waiting)
  }

  /// Nobody waits for what cannot come: the therapist has to do it, and to be with the spa.
  private static func refusal(ofTherapist id: UserID?, for service: Service, in spa: Spa)
    -> Refusal?
  {
    guard let id else { return nil }
    guard let therapist = spa.therapists.first(where: { $0.id == id }) else {
      return Refusal(.noSuchTherapist, "There is no therapist \(id).")
    }
    guard therapist.does(service) else {
      return Refusal(.notQualified, "\(therapist.name) does not do \(service.name).")
    }
    guard therapist.state.takesBookings else {
      return Refusal(
        .therapistAway, "\(therapist.name) takes no bookings: \(therapist.state.word).")
    }
    return nil
  }

  /// Between `from` and `until` the treatment has to be able to begin.
  private static func refusal(ofHoursFor service: Service, _ wanted: NewWaiting, in spa: Spa)
    -> Refusal?
  {
    let openings = spa.openings(on: wanted.date)
    let fits = openings.contains {
      max($0.start, wanted.from) + service.duration <= $0.end && wanted.until >= $0.start
    }
    guard !fits else { return nil }
    let open = openings.map { "\($0.start.hourMinute)–\($0.end.onClock.hourMinute)" }
    return Refusal(
      .outsideHours,
      open.isEmpty
        ? "The spa is closed on that day."
        : "\(service.name) cannot begin \(wanted.from.hourMinute)–\(wanted.until.hourMinute): the "
          + "spa is open \(open.joined(separator: " and ")).")
  }

  /// - Returns: nil where the guest may be taken off the list.
  package static func refusal(ofEnding guest: WaitingGuest?, id: WaitingID, by person: Person)
    -> Refusal?
  {
    if let refusal = refusal(of: .keepWaitingList, for: person) { return refusal }
    return guest == nil
      ? Refusal(.noSuchGuest, "Nobody waits under number \(id) any more.") : nil
  }
}
