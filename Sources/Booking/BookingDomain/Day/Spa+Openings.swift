extension Spa {
  /// When the spa is open, on the clock of that day: its own hours, what is left of the evening
  /// before (open until 2:00), and whatever joins on to either. In order, none touching another.
  /// - Parameter therapist: with whom; when they do not work is left out. Nil is the spa itself.
  package func openings(on date: LocalDate, of therapist: UserID? = nil)
    -> [DaySchedule.Interval]
  {
    let near = [date - 1, date, date + 1].flatMap { day in
      ownOpenings(of: day, therapist).map { $0.seen(from: date, itsOwn: day) }
    }
    var joined: [DaySchedule.Interval] = []
    for opening in near.sorted(by: { $0.start < $1.start }) {
      if let last = joined.last, opening.start <= last.end {
        joined[joined.count - 1] = DaySchedule.Interval(
          start: last.start, end: max(last.end, opening.end))
      } else {
        joined.append(opening)
      }
    }
    return joined.filter { $0.end > .midnight && $0.start < .endOfDay }
  }

  /// Of that day alone, on its own clock.
  func ownOpenings(of day: LocalDate, _ therapist: UserID?) -> [DaySchedule.Interval] {
    guard let hours = hours[day.weekday] else { return [] }
    let open = DaySchedule.Interval(start: hours.open, end: hours.close)
    guard let therapist, let shifts = shifts[therapist]?.shifts(on: day) else { return [open] }
    return shifts.compactMap { shift in
      let (start, end) = (max(shift.from, open.start), min(shift.until, open.end))
      return start < end ? DaySchedule.Interval(start: start, end: end) : nil
    }
  }

  /// Whether all of this time lies in opening hours.
  /// - Parameter therapist: as of `openings`.
  package func isOpen(
    during wanted: DaySchedule.Interval, on date: LocalDate, of therapist: UserID? = nil
  ) -> Bool {
    openings(on: date, of: therapist).contains { $0.start <= wanted.start && wanted.end <= $0.end }
  }

  /// A time of a day at which the spa is open and a therapist does not work.
  package struct Pause: Hashable, Sendable {
    package let interval: DaySchedule.Interval
    /// When they begin again; nil where they do not on that day.
    package let workFrom: TimeOfDay?

    /// `from 13:00`, `until 20:00`.
    package var words: String {
      workFrom.map { "from \($0.onClock.hourMinute)" }
        ?? "until \(interval.start.onClock.hourMinute)"
    }
  }

  /// In the order of the day.
  package func pauses(of therapist: UserID, on date: LocalDate) -> [Pause] {
    let shifts = openings(on: date, of: therapist)
    return openings(on: date).flatMap { opening -> [Pause] in
      var pauses: [Pause] = []
      var from = opening.start
      func add(until end: TimeOfDay, workFrom: TimeOfDay?) {
        guard from < end else { return }
        pauses.append(
          Pause(interval: DaySchedule.Interval(start: from, end: end), workFrom: workFrom))
      }
      for shift in shifts where shift.start < opening.end && opening.start < shift.end {
        add(until: shift.start, workFrom: shift.start)
        from = max(from, shift.end)
      }
      add(until: opening.end, workFrom: nil)
      return pauses
    }
  }

  /// Whether the spa is open on that day and the therapist does not work at all.
  package func isDayOff(of therapist: UserID, _ date: LocalDate) -> Bool {
    shifts[therapist] != nil && !openings(on: date).isEmpty
      && openings(on: date, of: therapist).isEmpty
  }
}

extension Booking {
  /// Whether its therapist does not work all of its time, while the spa itself is open then: its guest
  /// has to be given to somebody else, or another time.
  /// - Parameter other: who may take it instead; nil is who has it.
  package func isOutsideShifts(of other: UserID? = nil, in spa: Spa) -> Bool {
    let therapist = other ?? therapist
    guard spa.shifts[therapist] != nil else { return false }
    let interval = DaySchedule.Interval(start: time, end: end)
    return spa.isOpen(during: interval, on: date)
      && !spa.isOpen(during: interval, on: date, of: therapist)
  }
}
