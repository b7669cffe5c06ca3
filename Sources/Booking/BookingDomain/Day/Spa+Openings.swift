extension Spa {
  /// When the spa is open, on the clock of that day: its own hours, what is left of the evening
  /// before (open until 2:00), and whatever joins on to either. In order, none touching another.
  package func openings(on date: LocalDate) -> [DaySchedule.Interval] {
    let near = [date - 1, date, date + 1].compactMap { day in
      hours[day.weekday].map {
        DaySchedule.Interval(start: $0.open, end: $0.close).seen(from: date, itsOwn: day)
      }
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

  /// Whether all of this time lies in opening hours.
  package func isOpen(during wanted: DaySchedule.Interval, on date: LocalDate) -> Bool {
    openings(on: date).contains { $0.start <= wanted.start && wanted.end <= $0.end }
  }
}
