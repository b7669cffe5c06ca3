extension Block {
  package var interval: DaySchedule.Interval { DaySchedule.Interval(start: time, end: end) }

  /// The same on the clock of that day.
  package func interval(on day: LocalDate) -> DaySchedule.Interval {
    interval.seen(from: day, itsOwn: date)
  }
}
