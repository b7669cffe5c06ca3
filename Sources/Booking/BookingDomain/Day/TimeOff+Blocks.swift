extension TimeOff {
  /// What it keeps free of one therapist's day.
  /// - Parameter hours: of the spa, which say where one day's work ends and the next one's begins.
  package func block(
    of therapist: UserID, on date: LocalDate, hours: [Weekday: BusinessHours]
  ) -> Block {
    Block(
      id: BlockID(-id.number), therapist: therapist, date: date, time: hours.begin(of: date),
      duration: Minutes(1440), reason: reason, byName: byName, kind: .timeOff(self))
  }

  /// What they keep free of that day, of these therapists.
  package static func blocks(
    _ timesOff: [TimeOff], of therapists: [UserID], on date: LocalDate,
    hours: [Weekday: BusinessHours]
  ) -> [Block] {
    timesOff.filter { $0.days.contains(date) }.flatMap { timeOff in
      therapists.filter(timeOff.isOf).map { timeOff.block(of: $0, on: date, hours: hours) }
    }
  }
}

extension [Weekday: BusinessHours] {
  /// Where the day's own work begins: at midnight, and in a spa that is open past it when that
  /// night is over. It lasts for 24 hours.
  func begin(of date: LocalDate) -> TimeOfDay {
    let nights = [self[(date - 1).weekday], self[date.weekday]].compactMap { $0?.close.seconds }
    let latest = (nights + [TimeOfDay.day]).max() ?? TimeOfDay.day
    return TimeOfDay(seconds: latest - TimeOfDay.day)
  }
}

extension [Block] {
  /// Who is off on that day.
  package func away(on date: LocalDate) -> Set<UserID> {
    Set(filter { $0.date == date && $0.timeOff != nil }.map(\.therapist))
  }
}

extension Block {
  /// Why the therapist cannot be had then, in a sentence for the desk.
  package func sentence(of name: String) -> String {
    let why = reason.isEmpty ? "" : " (\(reason))"
    switch kind {
    case .time: return "\(name) is blocked \(time.hourMinute)–\(end.hourMinute)\(why)."
    case .timeOff(let timeOff):
      let on = timeOff.days.lowerBound == timeOff.days.upperBound ? "on " : ""
      return timeOff.therapist == nil
        ? "The spa is closed \(on)\(timeOff.days.words)\(why)."
        : "\(name) is off \(on)\(timeOff.days.words)\(why)."
    }
  }

  /// The time off that it is a day of.
  package var timeOff: TimeOff? { if case .timeOff(let found) = kind { found } else { nil } }
}
