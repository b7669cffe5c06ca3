/// Days and hours of work as lines, chips and lists say them.
package enum ShiftWords {
  /// Days that follow one another with the same hours as one: `Mon–Fri 09:00–17:00`, `Sat off`.
  package static func grouped(_ days: [DayShifts]) -> [String] {
    var groups: [[DayShifts]] = []
    for day in days.sorted(by: { $0.day < $1.day }) {
      if let last = groups.last?.last, last.shifts == day.shifts, follows(day.day, last.day) {
        groups[groups.count - 1].append(day)
      } else {
        groups.append([day])
      }
    }
    return groups.map { "\(span($0.map(\.day))) \($0[0].hours)" }
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
    let (first, last) = (days[0], days[days.count - 1])
    guard case .every = first else {
      return days.count == 1 ? short(first) : "\(short(first))–\(short(last))"
    }
    switch days.count {
    case 1: return "every \(short(first))"
    case 7: return "every day"
    default: return "\(short(first))–\(short(last))"
    }
  }

  private static func short(_ day: ShiftDay) -> String {
    switch day {
    case .every(let weekday): String(weekday.spoken.prefix(3))
    case .on(let date): date.short
    }
  }
}
