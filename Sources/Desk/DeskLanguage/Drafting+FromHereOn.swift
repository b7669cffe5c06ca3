import BookingDomain

/// What is left of a series, changed or cancelled from the selected booking on.
extension Drafting {
  /// The bookings of its series from its day on that are still ahead, by day and time.
  private func fromHereOn(_ booking: Booking) throws(Unsettled) -> [Booking] {
    guard booking.series != nil else {
      throw .problem("\(booking.customer.name)'s booking belongs to no series.")
    }
    guard let file = context.files[booking.customer.id] else {
      throw Unsettled(
        draft: Draft(
          .needsFile(booking.customer.id), says: "Fetching \(booking.customer.name)'s bookings…"))
    }
    let left = file.filter {
      $0.isOfSeries(with: booking) && $0.date >= booking.date && $0.status.isAhead
    }.sorted { ($0.date, $0.time, $0.id) < ($1.date, $1.time, $1.id) }
    guard !left.isEmpty, left.count <= Series.mostBookings else {
      throw .problem("Nothing of the series is ahead.")
    }
    return left
  }

  func cancelled(series booking: Booking, reason: String) -> Draft {
    let left: [Booking]
    do { left = try fromHereOn(booking) } catch { return error.draft }
    let wanted = Change.changeStatus(to: .cancelled, reason: reason)
    let name = booking.customer.name
    let done = "\(name) is cancelled on \(days(left)): \(reason)."
    return drafted(left.map { (wanted, of: $0) }, done: { _ in done }) { parts in
      let given = parts.count { $0.outcome.session == .givenBack }
      return "Cancel \(booking.customer.name), \(days(left)): \(reason), "
        + "\(given) \(given == 1 ? "session is" : "sessions are") given back"
    }
  }

  /// Each by as much as the selected one; another therapist is for those who are with the same.
  func moved(series booking: Booking, _ reading: Reading) throws(Unsettled) -> Draft {
    let time = reading.time ?? reading.shift.map { booking.time + $0 }
    let shift = (time ?? booking.time) - booking.time
    let away = reading.day.map { $0 - booking.date } ?? 0
    let left = try fromHereOn(booking)
    let dates = Set(left.map { $0.date + away }).sorted()
    let missing = dates.filter { context.availability(on: $0) == nil }
    guard missing.isEmpty else {
      return Draft(.needsDays(missing), says: "Fetching \(missing.count) days…")
    }
    let changes = left.map { one in
      (
        Change.move(
          Move(
            therapist: one.therapist == booking.therapist ? reading.therapist : nil,
            date: away == 0 ? nil : one.date + away, time: one.time + shift,
            duration: one.service.id == booking.service.id ? reading.length : nil,
            overrideReason: mayOverbook ? reading.note : nil)), of: one
      )
    }
    return drafted(changes) { now in
      "\(booking.customer.name) is moved on \(days(now))\(start(of: now))."
    } says: { parts in
      "\(booking.customer.name), \(days(parts.map(\.outcome.booking)))"
    }
  }

  private func drafted(
    _ changes: [(Change, of: Booking)], done: ([Booking]) -> String,
    says: ([Decision.PartOutcome]) -> String
  ) -> Draft {
    let parts = changes.map { change, booking in
      let days = change.days(of: booking).reduce(into: [LocalDate: Availability]()) {
        $0[$1] = context.availability(on: $1)
      }
      return Decision.Part(
        change, of: booking,
        given: Decision.Surroundings(
          neighbours: days.values.flatMap(\.bookings), days: days, policy: context.policy))
    }
    var draft: Draft
    switch Decision.decide(together: parts, by: context.person, now: context.moment) {
    case .failure(let refusal): draft = .refused(refusal)
    case .success(let outcomes):
      let sentence = says(outcomes)
      draft = Draft(.ready(changeTogether(changes)), says: sentence)
      draft.needsALook = true
      let now = outcomes.map(\.outcome.booking)
      draft.extent = days(now)
      draft.done = done(now)
      draft.choices =
        now
        .sorted { ($0.date, $0.time) < ($1.date, $1.time) }
        .map {
          Draft.Choice(
            text: "\($0.date.short) \($0.time.hourMinute) \($0.service.name), "
              + context.lexicon.name(of: $0.therapist))
        }
    }
    draft.guest = changes[0].of.customer.name
    return draft
  }

  /// `, 11:45`, where the first of each day begins at that time.
  private func start(of bookings: [Booking]) -> String {
    let starts = Dictionary(grouping: bookings, by: \.date).values
      .compactMap { $0.map(\.time).min() }
    return Set(starts).count == 1 ? ", \(starts[0].hourMinute)" : ""
  }

  /// `6 days, Fri 4 Dec to Fri 8 Jan`.
  private func days(_ bookings: [Booking]) -> String {
    let dates = Set(bookings.map(\.date)).sorted()
    guard let first = dates.first, let last = dates.last, first != last else {
      return dates.first.map { named($0) } ?? ""
    }
    return "\(dates.count) days, \(first.short) to \(last.short)"
  }
}
