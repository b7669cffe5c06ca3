extension Decision {
  /// - Returns: nil where the therapist may work so, or why not. Who is booked outside then stays
  ///   booked: the desk gives those guests to others.
  package static func refusal(
    of wanted: NewShifts, by person: Person, now: Moment, in spa: Spa
  ) -> Refusal? {
    if let refusal = refusal(ofAskingFor: wanted, by: person) { return refusal }
    guard let therapist = spa.therapists.first(where: { $0.id == wanted.therapist }) else {
      return Refusal(.noSuchTherapist, "There is no therapist \(wanted.therapist).")
    }
    for case .on(let date) in wanted.days.map(\.day) {
      if let refusal = Self.refusal(ofDay: date, now: now) { return refusal }
      guard date >= now.today else {
        return Refusal(.alreadyPast, "\(date.short) is over.")
      }
    }
    guard !wanted.stands(in: spa.shifts[wanted.therapist] ?? WorkingHours()) else {
      return Refusal(.alreadyDone, "\(therapist.name) works so already.")
    }
    return nil
  }

  /// Whether anybody may ask for it at all.
  static func refusal(ofAskingFor wanted: NewShifts, by person: Person) -> Refusal? {
    let operation: Operation = wanted.days.allSatisfy(\.day.isSingle) ? .setDays : .setShifts
    if let refusal = refusal(of: operation, for: person) { return refusal }
    guard (1...NewShifts.mostDays).contains(wanted.days.count),
      Set(wanted.days.map(\.day)).count == wanted.days.count
    else {
      return Refusal(
        .malformed, "Hours are set for 1 to \(NewShifts.mostDays) days at once, each named once.")
    }
    for day in wanted.days {
      if let refusal = refusal(of: day.shifts ?? []) { return refusal }
    }
    return nil
  }

  private static func refusal(of shifts: [Shift]) -> Refusal? {
    guard shifts.count <= WorkingHours.mostShifts else {
      return Refusal(.malformed, "A day has at most \(WorkingHours.mostShifts) shifts.")
    }
    for shift in shifts {
      guard shift.from >= .midnight, shift.from < .endOfDay,
        (shift.until - shift.from).count <= 1440
      else {
        return Refusal(
          .malformed, "A shift begins between 00:00 and 23:59 and lasts at most 24 hours.")
      }
    }
    let ordered = shifts.sorted { $0.from < $1.from }
    for (first, second) in zip(ordered, ordered.dropFirst()) where second.from < first.until {
      return Refusal(.malformed, "\(first.text) and \(second.text) overlap.")
    }
    return nil
  }
}
