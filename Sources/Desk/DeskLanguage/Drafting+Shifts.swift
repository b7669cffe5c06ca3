import BookingDomain

/// When a therapist works: `kim mon-fri 9-17`, `kim tomorrow 13-20`, `kim sat off`, `kim clear`.
extension Drafting {
  func shift(_ text: String) -> Draft {
    let line = ShiftLine(text, at: context)
    var draft: Draft
    do throws(Unsettled) { draft = try drafted(line) } catch { draft = error.draft }
    draft.words = line.words
    return draft
  }

  private func drafted(_ line: ShiftLine) throws(Unsettled) -> Draft {
    if let problem = line.problem { return problem }
    guard let therapist = line.therapist else {
      return .problem("Whose hours? A therapist, then days and times: lan mon-fri 9-17.")
    }
    let standing = context.spa.shifts[therapist] ?? WorkingHours()
    let days = line.isCleared ? cleared(standing) : line.days
    guard !days.isEmpty else { return shown(standing, of: therapist, isCleared: line.isCleared) }
    let wanted = NewShifts(therapist: therapist, days: days)
    let refusal = Decision.refusal(
      of: wanted, by: context.person, now: context.moment, in: context.spa)
    if let refusal { return .refused(refusal) }
    let outside = try guestsOutside(wanted, standing)
    let name = context.lexicon.name(of: therapist)
    let groups = line.isCleared ? ["whenever the spa is open"] : ShiftWords.grouped(days)
    var draft = Draft(
      .ready(.setShifts(wanted)), says: "\(name) works \(groups.joined(separator: ", ")).")
    draft.done = draft.says
    draft.chips =
      [Draft.Chip(kind: .therapist, text: name, isSaid: true)]
      + groups.map { Draft.Chip(kind: .span, text: $0, isSaid: true) }
    draft.warn(warning(of: outside))
    draft.choices = outside.map { Draft.Choice(text: self.line(of: $0)) }
    draft.guest = name
    draft.date = onlyDate(of: days)
    return draft
  }

  /// All hours that are set for this therapist, without days that are over.
  private func cleared(_ standing: WorkingHours) -> [DayShifts] {
    standing.all.map(\.day).filter {
      if case .on(let date) = $0 { date >= context.moment.today } else { true }
    }.prefix(NewShifts.mostDays).map { DayShifts($0, nil) }
  }

  /// The one day that the line is about, which the board shows meanwhile.
  private func onlyDate(of days: [DayShifts]) -> LocalDate? {
    guard days.count == 1, case .on(let date) = days[0].day else { return nil }
    return date
  }

  /// Shows when somebody works, one line for each group of days; there is nothing to send.
  private func shown(_ standing: WorkingHours, of therapist: UserID, isCleared: Bool) -> Draft {
    let name = context.lexicon.name(of: therapist)
    let groups = ShiftWords.grouped(
      standing.all.filter {
        if case .on(let date) = $0.day { date >= context.moment.today } else { true }
      })
    let doubt = standing.isInDoubt ? " A row of these hours cannot be read." : ""
    guard !groups.isEmpty else {
      return .problem(
        (isCleared
          ? "\(name) works whenever the spa is open already."
          : "\(name) works whenever the spa is open; mon-fri 9-17 behind the name sets other hours.")
          + doubt)
    }
    var draft = Draft.problem("\(name) works \(groups.joined(separator: ", ")).\(doubt)")
    draft.chips =
      [Draft.Chip(kind: .therapist, text: name, isSaid: true)]
      + groups.map { Draft.Chip(kind: .span, text: $0, isSaid: false) }
    return draft
  }

  // MARK: - Who stands outside

  /// Weeks ahead in which guests are looked for, where every such weekday is meant.
  private static let weeksAhead = 2

  /// Guests to come who are outside these hours and were not outside the former ones.
  private func guestsOutside(_ wanted: NewShifts, _ standing: WorkingHours) throws(Unsettled)
    -> [Booking]
  {
    var after = context.spa
    var hours = standing
    for day in wanted.days { hours.set(day) }
    after.shifts[wanted.therapist] = hours
    let dates = datesTouched(by: wanted, standing)
    let missing = dates.filter { context.availability(on: $0) == nil }
    guard missing.isEmpty else {
      var draft = Draft(.needsDays(missing), says: "Looking who is booked then…")
      draft.date = onlyDate(of: wanted.days)
      throw Unsettled(draft: draft)
    }
    return dates.flatMap { date in
      (context.availability(on: date)?.bookings ?? []).filter {
        $0.date == date && $0.therapist == wanted.therapist && $0.status.isAhead
          && $0.isOutsideShifts(in: after) && !$0.isOutsideShifts(in: context.spa)
      }.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    }
  }

  private func datesTouched(by wanted: NewShifts, _ standing: WorkingHours) -> [LocalDate] {
    let today = context.moment.today
    let named = Set(wanted.days.map(\.day))
    let single = named.compactMap { if case .on(let date) = $0 { date } else { nil } }
    let weekly = (0..<7 * Self.weeksAhead).map { today + $0 }.filter { date in
      named.contains(.every(date.weekday)) && standing.shifts[.on(date)] == nil
    }
    return Array(Set(single + weekly).filter { $0 >= today }.sorted().prefix(28))
  }

  /// `BOOKED: 2 guests stand outside: Fri 27 Nov 18:00 Lan Vo …; :reassign gives them to others.`
  private func warning(of outside: [Booking]) -> String {
    guard let first = outside.first else { return "" }
    return outside.count == 1
      ? "BOOKED: 1 guest stands outside: \(line(of: first)); :reassign gives it to others."
      : "BOOKED: \(outside.count) guests stand outside: \(line(of: first)) …; "
        + ":reassign gives them to others."
  }

  private func line(of booking: Booking) -> String {
    let day = booking.date == context.moment.today ? "" : "\(booking.date.short) "
    return "\(day)\(booking.time.hourMinute) \(booking.customer.name)"
  }
}
