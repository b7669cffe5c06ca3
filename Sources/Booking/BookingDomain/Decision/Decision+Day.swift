extension Decision {
  /// Nobody plans so far ahead, and databases have calendars that end: a day out there is a mistake,
  /// whatever reason somebody gives.
  /// - Returns: nil where the day may be planned.
  static func refusal(ofDay date: LocalDate, now: Moment) -> Refusal? {
    guard !Ranges.daysFromToday.contains(date - now.today) else { return nil }
    return Refusal(.malformed, "\(date) is more than ten years from today.")
  }

  static func checkDay(_ date: LocalDate, now: Moment) throws(Refusal) {
    if let refusal = Self.refusal(ofDay: date, now: now) { throw refusal }
  }
}

extension LocalMoment {
  /// "23:59 on 2026-11-27", also where the time is counted from the midnight of a day before.
  var onItsOwnDay: String {
    guard time > .endOfDay else { return "\(time.hourMinute) on \(date.short)" }
    let (days, seconds) = time.seconds.quotientAndRemainder(dividingBy: TimeOfDay.day)
    return "\(TimeOfDay(seconds: seconds).hourMinute) on \(date + days)"
  }
}
