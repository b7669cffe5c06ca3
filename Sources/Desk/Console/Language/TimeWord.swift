import BookingDomain

/// A time of day as people type it.
enum TimeWord {
  /// Nothing else looks like it: `14:30`, `14h`, `14h30`, `2p`, `2:30pm`.
  case clear(TimeOfDay)
  /// May also be a part of a phone number or a length: `1430`, `930`, `14`.
  case plain(TimeOfDay)

  init?(_ word: String, hours: BusinessHours?) {
    if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), (1...4).contains(word.utf8.count) {
      guard let number = Int(word), let time = Self.plain(number, word.utf8.count, hours) else {
        return nil
      }
      self = .plain(time)
      return
    }
    guard let time = Self.clear(word) else { return nil }
    self = .clear(time)
  }

  var time: TimeOfDay {
    switch self {
    case .clear(let time), .plain(let time): time
    }
  }

  private static func plain(_ number: Int, _ digits: Int, _ hours: BusinessHours?) -> TimeOfDay? {
    let (hour, minute) = digits <= 2 ? (number, 0) : (number / 100, number % 100)
    guard hour < 24, minute < 60 else { return nil }
    let time = TimeOfDay(hour: hour, minute: minute)
    // Nobody books at two in the night: "2" is the afternoon where the spa opens later.
    if digits <= 2, hour < 12, let open = hours?.open, time < open {
      return TimeOfDay(hour: hour + 12, minute: minute)
    }
    return time
  }

  private static func clear(_ word: String) -> TimeOfDay? {
    var rest = Substring(word)
    var isAfternoon: Bool?
    for (ending, afternoon) in [("pm", true), ("am", false), ("p", true), ("a", false)]
    where rest.hasSuffix(ending) {
      isAfternoon = afternoon
      rest = rest.dropLast(ending.count)
      break
    }
    let parts = rest.split(
      separator: rest.contains("h") ? "h" : ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 1 && isAfternoon != nil,
      var hour = number(parts[0]), hour < 24
    else { return nil }
    var minute = 0
    if parts.count == 2, !parts[1].isEmpty {
      guard parts[1].count == 2, let minutes = number(parts[1]), minutes < 60 else { return nil }
      minute = minutes
    } else if parts.count == 2, !rest.contains("h") {
      return nil
    }
    if let isAfternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    return TimeOfDay(hour: hour, minute: minute)
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}

/// A day as people type it in a booking: what `DayWord` knows, a weekday, or a day and month.
enum BookingDay {
  /// - Returns: the day meant; of a weekday the next one, today included, of a day and month the
  ///   next one from today.
  static func read(_ word: String, today: LocalDate) -> LocalDate? {
    if let day = DayWord(word) { return day.date(today: today) }
    if word.count >= 3 {
      for day in (0..<7).map({ today + $0 }) where day.weekday.spoken.lowercased().hasPrefix(word) {
        return day
      }
    }
    let parts = word.split(whereSeparator: { $0 == "/" || $0 == "." })
    guard parts.count == 2, let day = Int(parts[0]), let month = Int(parts[1]) else { return nil }
    let year = today.yearMonthDay.year
    return [year, year + 1].compactMap { LocalDate(year: $0, month: month, day: day) }
      .first { $0 >= today }
  }
}
