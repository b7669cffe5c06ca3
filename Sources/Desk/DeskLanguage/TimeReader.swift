import BookingDomain

/// Reads times of day, spans and lengths where a line has them.
struct TimeReader {
  let hours: BusinessHours?

  static let half: Spelling = "rưỡi"

  // MARK: - Times

  func times(_ words: ArraySlice<LineWord>) -> [TimeWord.Found] {
    besideDayPart(words) + inHours(words) + halfPastHour(words) + minutesApart(words)
      + oneWord(words) + inWords(words)
  }

  /// `2:30 pm`, `9h sáng`; `chiều 3h`.
  private func besideDayPart(_ words: ArraySlice<LineWord>) -> [TimeWord.Found] {
    guard let first = words.first else { return [] }
    var found: [TimeWord.Found] = []
    let rest = words.dropFirst()
    if let (count, part) = DayPart.behindTime(rest), let parts = clock(first.lower),
      let time = time(parts, in: part)
    {
      found.append(.time(time, words: 1 + count))
    }
    if let part = DayPart(beside: first), rest.first.flatMap({ clock($0.lower) }) != nil {
      for inner in times(rest) {
        if case .time(let time, _) = inner.word, !TimeWord.saysHalfOfDay(rest.prefix(inner.count)) {
          found.append(.time(part.moved(time), words: inner.count + 1))
        }
      }
    }
    return found
  }

  /// `14 giờ 30`, `2 giờ chiều`, `2 giờ rưỡi`, `14 h 30`.
  private func inHours(_ words: ArraySlice<LineWord>) -> [TimeWord.Found] {
    guard let first = words.first, let next = words.dropFirst().first,
      next.isOne(of: ["giờ", "h", "g"]), let hour = first.number, hour < 24
    else { return [] }
    var count = 2
    var minute = 0
    if let third = words.dropFirst(2).first {
      if Self.half.means(third) {
        (count, minute) = (3, 30)
      } else if let number = third.number, third.written.count == 2, number < 60 {
        (count, minute) = (3, number)
      }
    }
    let parts = Clock(hour: hour, minute: minute, digits: first.written.count)
    if let (more, part) = DayPart.behindTime(words.dropFirst(count)),
      let time = time(parts, in: part)
    {
      return [.time(time, words: count + more)]
    }
    return [.time(civil(parts), words: count)]
  }

  /// `2h rưỡi`, `2h rưỡi chiều`.
  private func halfPastHour(_ words: ArraySlice<LineWord>) -> [TimeWord.Found] {
    guard let first = words.first, words.dropFirst().begins(with: [Self.half]),
      let parts = clock(first.lower), parts.minute == 0, parts.form == .hours
    else { return [] }
    let half = Clock(hour: parts.hour, minute: 30, digits: parts.digits, form: .hours)
    if let (count, part) = DayPart.behindTime(words.dropFirst(2)), let time = time(half, in: part) {
      return [.time(time, words: 2 + count)]
    }
    return [.time(civil(half), words: 2)]
  }

  /// `2 30 pm`.
  private func minutesApart(_ words: ArraySlice<LineWord>) -> [TimeWord.Found] {
    let rest = words.dropFirst()
    guard let first = words.first, let hour = first.number, let second = rest.first,
      second.written.count >= 2,
      let (minute, count, part) = minute(second, rest.dropFirst().first),
      first.written.count <= 2, let time = part.time(hour: hour, minute: minute)
    else { return [] }
    return [.time(time, words: 1 + count)]
  }

  private func oneWord(_ words: ArraySlice<LineWord>) -> [TimeWord.Found] {
    guard let first = words.first, let (time, form) = word(first.lower) else { return [] }
    return [.time(time, words: 1, form)]
  }

  private func inWords(_ words: ArraySlice<LineWord>) -> [TimeWord.Found] {
    spoken(words).map { count, spoken in
      if let (more, part) = DayPart.behindTime(words.dropFirst(count)),
        let time = time(spoken, in: part)
      {
        return .time(time, words: count + more)
      }
      return .time(civil(spoken), words: count, spoken.form)
    }
  }

  /// The minutes of `2 30 pm` and `2 30pm`, and how many words they take.
  private func minute(_ word: LineWord, _ next: LineWord?) -> (Int, count: Int, part: DayPart)? {
    let digits = word.written.prefix(while: \.isNumber)
    guard digits.utf8.count == 2, let minute = Int(digits), minute < 60 else { return nil }
    let ending = String(word.lower.dropFirst(2))
    if ending.isEmpty, let part = DayPart(behindTime: next) { return (minute, 2, part) }
    return DayPart(half: ending).map { (minute, 1, $0) }
  }

  // MARK: - On the clock

  /// One word that is a time.
  func word(_ text: String) -> (TimeOfDay, TimeWord.Form)? {
    if ["noon", "midday", "trưa"].contains(text) { return (TimeOfDay(hour: 12), .clear) }
    for (ending, part) in [
      ("p.m.", DayPart.afternoon), ("a.m.", .morning), ("p.m", .afternoon), ("a.m", .morning),
      ("pm", .afternoon), ("am", .morning), ("p", .afternoon), ("a", .morning),
    ] {
      guard text.hasSuffix(ending) else { continue }
      let stem = String(text.dropLast(ending.count))
      // `14h30p` is said for "14 giờ 30 phút".
      if ending == "p", stem.contains("h") {
        guard let parts = clock(stem), !stem.hasSuffix("h") else { return nil }
        return (civil(parts), .clear)
      }
      guard let parts = clock(stem), let time = time(parts, in: part) else { return nil }
      return (time, .clear)
    }
    guard let parts = clock(text) else { return nil }
    return (civil(parts), parts.form)
  }

  struct Clock {
    let hour: Int
    let minute: Int
    /// Digits of the hour: `05` with two digits is never the afternoon.
    let digits: Int
    var form = TimeWord.Form.clear
  }

  /// `14:30`, `14.30`, `14,30`, `14h30`, `14h`, `1430`, `14`.
  func clock(_ text: String) -> Clock? {
    func digits(_ part: Substring) -> Int? {
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    for separator in [":", "h", ".", "g", ","] as [Character] where text.contains(separator) {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 2, (1...2).contains(parts[0].utf8.count), let hour = digits(parts[0]),
        hour < 24
      else { return nil }
      let isHours = separator == "h" || separator == "g"
      if parts[1].isEmpty {
        return isHours
          ? Clock(hour: hour, minute: 0, digits: parts[0].count, form: .hours) : nil
      }
      guard parts[1].utf8.count == 2, let minute = digits(parts[1]), minute < 60 else {
        return nil
      }
      return Clock(
        hour: hour, minute: minute, digits: parts[0].count,
        form: isHours ? .hours : separator == "." ? .dotted : .clear)
    }
    guard (1...4).contains(text.utf8.count), let number = digits(text[...]) else { return nil }
    let count = text.utf8.count
    let (hour, minute) = count <= 2 ? (number, 0) : (number / 100, number % 100)
    guard hour < 24, minute < 60 else { return nil }
    return Clock(
      hour: hour, minute: minute, digits: count <= 2 ? count : count - 2, form: .plain)
  }

  /// "2" is 14:00 where the spa is closed at 2:00 in the night.
  func civil(_ clock: Clock) -> TimeOfDay {
    let time = TimeOfDay(hour: clock.hour, minute: clock.minute)
    guard clock.digits == 1, clock.hour > 0, clock.hour < 12, let open = hours?.open, time < open
    else { return time }
    return TimeOfDay(hour: clock.hour + 12, minute: clock.minute)
  }

  func time(_ clock: Clock, in part: DayPart) -> TimeOfDay? {
    // `14h chiều` is said as well.
    if clock.hour > 12, clock.form == .hours, part != .morning {
      return TimeOfDay(hour: clock.hour, minute: clock.minute)
    }
    return part.time(hour: clock.hour, minute: clock.minute)
  }
}

extension TimeWord.Found {
  static func time(_ time: TimeOfDay, words count: Int, _ form: TimeWord.Form = .clear) -> Self {
    Self(count: count, word: .time(time, form))
  }
}
