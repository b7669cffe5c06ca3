extension Decision {
  /// - Parameters:
  ///   - standing: time off that has a day in common with it.
  ///   - spa: with the therapist.
  /// - Returns: nil where they may be off, or why not. Who is booked then stays booked: the desk
  ///   gives those guests to others.
  package static func refusal(
    of wanted: NewTimeOff, beside standing: [TimeOff], by person: Person, now: Moment, in spa: Spa
  ) -> Refusal? {
    if let refusal = refusal(ofAskingFor: wanted, by: person) { return refusal }
    let therapist = spa.therapists.first { $0.id == wanted.therapist }
    if let id = wanted.therapist, therapist == nil {
      return Refusal(.noSuchTherapist, "There is no therapist \(id).")
    }
    for date in [wanted.days.lowerBound, wanted.days.upperBound] {
      if let refusal = Self.refusal(ofDay: date, now: now) { return refusal }
    }
    guard wanted.days.upperBound >= now.today else {
      return Refusal(.alreadyPast, "\(wanted.days.upperBound.short) is over.")
    }
    let same = standing.first {
      $0.therapist == wanted.therapist && $0.days.overlaps(wanted.days)
    }
    return same.map {
      let who = therapist.map { "\($0.name) is off" } ?? "Everybody is off"
      return Refusal(.alreadyDone, "\(who) then already: \($0.days.words).")
    }
  }

  /// Whether anybody may ask for it at all.
  static func refusal(ofAskingFor wanted: NewTimeOff, by person: Person) -> Refusal? {
    if let refusal = refusal(of: .block, for: person) { return refusal }
    let most = wanted.therapist == nil ? NewTimeOff.mostDaysOfAll : NewTimeOff.mostDays
    guard wanted.days.upperBound - wanted.days.lowerBound < most else {
      let whose = wanted.therapist == nil ? "Everybody is off" : "A therapist is off"
      return Refusal(.malformed, "\(whose) for at most \(most) days at once.")
    }
    return TextLimit.blockReason.refusal(of: wanted.reason)
  }

  /// - Returns: nil where it may end.
  package static func refusal(ofEnding timeOff: TimeOff?, id: TimeOffID, by person: Person)
    -> Refusal?
  {
    if let refusal = refusal(of: .block, for: person) { return refusal }
    return timeOff == nil
      ? Refusal(.noSuchBlock, "There is no time off \(id) any more.") : nil
  }
}
