/// Days as sentences name them.
extension Weekday {
  package var spoken: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}

extension LocalDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `Sunday 22 November 2026`.
  package var spoken: String {
    let (year, month, day) = yearMonthDay
    return "\(weekday.spoken) \(day) \(Self.months[month - 1]) \(year)"
  }

  /// `Sun 22 Nov`.
  package var short: String {
    let (_, month, day) = yearMonthDay
    return "\(weekday.spoken.prefix(3)) \(day) \(Self.months[month - 1].prefix(3))"
  }

  /// `Sun 22 Nov 2026`.
  package var shortWithYear: String { "\(short) \(yearMonthDay.year)" }

  /// `Sun 22 Nov`, and of a day that may be taken for one of this year, with its year.
  package func short(seenFrom today: LocalDate) -> String {
    let isFar = abs(self - today) > 180 && yearMonthDay.year != today.yearMonthDay.year
    return isFar ? shortWithYear : short
  }

  /// `today`, `tomorrow`, `in 3 days`, `2 days ago`.
  package func relative(to today: LocalDate) -> String {
    switch self - today {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "yesterday"
    case let days where days > 0: "in \(days) days"
    case let days: "\(-days) days ago"
    }
  }
}
