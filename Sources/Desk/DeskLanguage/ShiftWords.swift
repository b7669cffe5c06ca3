import BookingDomain

/// Days and hours of work as lines and chips say them.
enum ShiftWords {
  /// `every Friday`, `Fri 27 Nov`.
  static func name(of day: ShiftDay) -> String {
    switch day {
    case .every(let weekday): "every \(weekday.spoken)"
    case .on(let date): date.short
    }
  }

  /// Days that follow one another with the same hours as one: `Mon–Fri 09:00–17:00`, `Sat off`.
  static func grouped(_ days: [DayShifts]) -> [String] {
    var groups: [(days: [ShiftDay], shifts: [Shift]?)] = []
    for day in days.sorted(by: { $0.day < $1.day }) {
      if let last = groups.last, last.shifts == day.shifts, let end = last.days.last,
        follows(day.day, end)
      {
        groups[groups.count - 1].days.append(day.day)
      } else {
        groups.append(([day.day], day.shifts))
      }
    }
    return groups.map { "\(span($0.days)) \(hours($0.shifts))" }
  }

  private static func follows(_ day: ShiftDay, _ before: ShiftDay) -> Bool {
    switch (before, day) {
    case (.every(let first), .every(let second)):
      second.place == first.place + 1
    case (.on(let first), .on(let second)): second == first + 1
    case (.every, .on), (.on, .every): false
    }
  }

  private static func span(_ days: [ShiftDay]) -> String {
    guard let first = days.first, let last = days.last else { return "" }
    if days.count == 7, case .every = first { return "every day" }
    switch first {
    case .every: return days.count == 1 ? "every \(short(first))" : "\(short(first))–\(short(last))"
    case .on: return days.count == 1 ? short(first) : "\(short(first))–\(short(last))"
    }
  }

  private static func short(_ day: ShiftDay) -> String {
    switch day {
    case .every(let weekday): String(weekday.spoken.prefix(3))
    case .on(let date): date.short
    }
  }

  private static func hours(_ shifts: [Shift]?) -> String {
    shifts?.text ?? "as the spa is open"
  }
}
