import BookingDomain

/// Whole days off: somebody is ill or on leave, or there is a holiday.
extension Drafting {
  /// `kim fri ill`, `kim 24/12-2/1 leave`, `all 1/1 Tết`.
  func off(_ text: String) -> Draft {
    read(text, .off) { (reading) throws(Unsettled) in try timeOff(&reading) }
  }

  /// Of a line without a time.
  func timeOff(_ reading: inout Reading) throws(Unsettled) -> Draft {
    guard reading.therapist != nil || reading.isForEverybody else {
      return .problem("Who is off? A therapist, or all for everybody.")
    }
    let day = try self.day(reading.day, of: &reading)
    let reason = [reading.reason, reading.note].compactMap { $0 }.joined(separator: " ")
    if let slip = refuseSlip(in: &reading) { return slip }
    let wanted = NewTimeOff(
      therapist: reading.isForEverybody ? nil : reading.therapist,
      days: reading.days ?? day.date...day.date, reason: reason)
    let refusal = Decision.refusal(
      of: wanted, beside: day.timesOff.filter { $0.days.overlaps(wanted.days) },
      by: context.person, now: context.moment, in: context.spa)
    if let refusal { return .refused(refusal) }
    // Who is booked on days that are not shown is asked before anybody sends it.
    let asked = daysToAsk(wanted.days)
    if wanted.days.count > 1, !asked.allSatisfy({ context.fullness[$0] != nil }),
      !context.askedInVain
    {
      return Draft(.asksDays(asked), says: "Asking who is booked then…")
    }
    let name = wanted.therapist.map(context.lexicon.name(of:)) ?? "Everybody"
    let why = reason.isEmpty ? "" : ": \(reason)"
    let when = named(wanted.days)
    var draft = Draft(.ready(.takeOff(wanted)), says: "\(name) is off \(when)\(why).")
    draft.warn(guestsLeft(by: wanted))
    draft.chips = [
      Draft.Chip(kind: .therapist, text: name, isSaid: true),
      Draft.Chip(kind: .day, text: when, isSaid: reading.day != nil),
    ]
    if !reason.isEmpty {
      draft.chips.append(Draft.Chip(kind: .reason, text: reason, isSaid: true))
    }
    if let therapist = wanted.therapist { draft.ghosts = ghosts(therapist, day, reason) }
    draft.guest = name
    draft.done = "\(name) is off \(when)\(why)."
    return draft
  }

  /// `BOOKED: 3 guests with Kim then; :reassign gives them to others.`
  private func guestsLeft(by wanted: NewTimeOff) -> String {
    let count = countOfGuests(wanted)
    guard count > 0 else { return "" }
    let guests = count == 1 ? "1 guest" : "\(count) guests"
    guard let therapist = wanted.therapist else { return "BOOKED: \(guests) then." }
    let name = context.lexicon.name(of: therapist)
    return
      "BOOKED: \(guests) with \(name) then; :reassign gives \(count == 1 ? "it" : "them") to others."
  }

  private func countOfGuests(_ wanted: NewTimeOff) -> Int {
    let isMeant = { (id: UserID) in (wanted.therapist ?? id) == id }
    guard wanted.days.count > 1, !context.fullness.isEmpty else {
      return context.bookings.count {
        isMeant($0.therapist) && $0.status.isAhead && wanted.days.contains($0.date)
      }
    }
    return daysToAsk(wanted.days).reduce(0) { sum, date in
      let ahead = context.fullness[date]?.ahead ?? [:]
      return sum + ahead.reduce(0) { $0 + (isMeant($1.key) ? $1.value : 0) }
    }
  }

  /// As many days as can be asked about at once.
  private func daysToAsk(_ days: ClosedRange<LocalDate>) -> ClosedRange<LocalDate> {
    let first = min(max(days.lowerBound, context.moment.today), days.upperBound)
    return first...min(days.upperBound, first + (DayFullness.mostDays - 1))
  }

  /// The parts of the day in which nobody is booked, so that the bookings stay visible.
  private func ghosts(_ therapist: UserID, _ day: Availability, _ reason: String) -> [Ghost] {
    let hours = day.spa.hours[day.date.weekday]
    let close = min(hours?.close ?? TimeOfDay(hour: 17), .endOfDay)
    var from = hours?.open ?? TimeOfDay(hour: 9)
    var ghosts: [Ghost] = []
    func add(until end: TimeOfDay) {
      guard from < end else { return }
      ghosts.append(
        Ghost(
          .draft, therapist: therapist, date: day.date, time: from, duration: end - from,
          text: reason.isEmpty ? "off" : reason))
    }
    let taken = context.bookings.filter {
      $0.therapist == therapist && $0.date == day.date && $0.status.occupies
    }
    for booking in taken.sorted(by: { $0.time < $1.time }) {
      add(until: min(booking.time, close))
      from = max(from, booking.occupiedUntil)
    }
    add(until: close)
    return ghosts
  }

  /// `Fri 27 Nov`, `today`, or `Thu 24 Dec–Sat 2 Jan`.
  private func named(_ days: ClosedRange<LocalDate>) -> String {
    days.count == 1 ? named(days.lowerBound) : days.words
  }

  /// Time off that is given back, all of its days.
  func back(_ timeOff: TimeOff, asked therapist: UserID?) -> Draft {
    if timeOff.therapist == nil, therapist != nil {
      return .problem("Everybody is off \(timeOff.days.words): unblock all gives that back.")
    }
    if let refusal = Decision.refusal(ofEnding: timeOff, id: timeOff.id, by: context.person) {
      return .refused(refusal)
    }
    let name = timeOff.therapist.map(context.lexicon.name(of:)) ?? "Everybody"
    let why = timeOff.reason.isEmpty ? "" : " (\(timeOff.reason))"
    var draft = Draft(
      .ready(.endTimeOff(timeOff.id)), says: "\(name) is back: not off \(timeOff.days.words)\(why)")
    draft.guest = name
    draft.done = "\(name) is back: not off \(timeOff.days.words)."
    return draft
  }
}

extension Availability {
  /// Of this day and those around it, each once.
  var timesOff: [TimeOff] {
    var seen: Set<TimeOffID> = []
    return blocks.compactMap(\.timeOff).filter { seen.insert($0.id).inserted }
  }
}
