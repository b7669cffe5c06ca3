import BookingDomain

/// A time of day, a span of it or a length, as people say them.
enum TimeWord: Hashable {
  case time(TimeOfDay, Form)
  case span(TimeOfDay, TimeOfDay)
  case length(Minutes, Form)

  /// What else it may be.
  enum Form: Hashable {
    /// Nothing: `14:30`, `2:30 pm`, `90 min`.
    case clear
    /// `5h`, `1h30`: a time of day and a length look alike.
    case hours
    /// `1430`, `14`: digits alone.
    case plain
    /// `10.10`: a day as well.
    case dotted
  }

  struct Found: Hashable {
    let count: Int
    let word: TimeWord
  }

  /// Every time, span and length that begins with the first of `words`, the longest first.
  static func read(_ words: ArraySlice<LineWord>, hours: BusinessHours?) -> [Found] {
    let reader = TimeReader(hours: hours)
    return (reader.spans(words) + reader.times(words) + reader.lengths(words))
      .sorted { $0.count > $1.count }
  }

  /// Every length that begins with the first of `words`.
  static func lengths(_ words: [LineWord]) -> [(count: Int, length: Minutes, form: Form)] {
    TimeReader(hours: nil).lengths(words[...]).compactMap {
      if case .length(let length, let form) = $0.word { ($0.count, length, form) } else { nil }
    }
  }

  /// How long from now: `in 30 minutes`, `in half an hour`, `30 phút nữa`.
  static func fromNow(_ words: ArraySlice<LineWord>) -> [(count: Int, length: Minutes)] {
    let isIn = words.first?.lower == "in"
    return TimeReader(hours: nil).lengths(words.dropFirst(isIn ? 1 : 0)).compactMap { found in
      guard case .length(let length, let form) = found.word, form != .plain else { return nil }
      if isIn { return (found.count + 1, length) }
      return words.dropFirst(found.count).first?.folded == "nua" ? (found.count + 1, length) : nil
    }
  }

  /// Whether it says itself which half of the day it means: `14`, `2 pm`, `09:00`.
  static func saysHalfOfDay(_ words: ArraySlice<LineWord>) -> Bool {
    words.contains { word in
      DayPart(behindTime: word) != nil || word.lower == "now"
        || word.lower.contains { "ap".contains($0) }
        || word.written.prefix(while: \.isNumber).count >= 2
    }
  }

  /// The longest that anything lasts.
  static let longest = 720
}

private struct TimeReader {
  let hours: BusinessHours?

  // MARK: - Times

  func times(_ words: ArraySlice<LineWord>) -> [TimeWord.Found] {
    guard let first = words.first else { return [] }
    var found: [TimeWord.Found] = []
    func add(_ count: Int, _ time: TimeOfDay, _ form: TimeWord.Form) {
      found.append(TimeWord.Found(count: count, word: .time(time, form)))
    }
    let rest = words.dropFirst()
    // `2:30 pm`, `9h sáng`.
    if let part = DayPart(behindTime: rest.first), let parts = clock(first.lower),
      let time = time(parts, in: part)
    {
      add(2, time, .clear)
    }
    // `chiều 3h`.
    if let part = DayPart(beside: first), rest.first.flatMap({ clock($0.lower) }) != nil {
      for inner in times(rest) {
        if case .time(let time, _) = inner.word, !TimeWord.saysHalfOfDay(rest.prefix(inner.count)) {
          add(inner.count + 1, part.moved(time), .clear)
        }
      }
    }
    // `14 giờ 30`, `2 giờ chiều`, `2 giờ rưỡi`, `14 h 30`.
    if let next = rest.first, ["gio", "h", "g"].contains(next.folded), let hour = first.number,
      hour < 24
    {
      var count = 2
      var minute = 0
      if let third = rest.dropFirst().first {
        if third.folded == "ruoi" {
          (count, minute) = (3, 30)
        } else if let number = third.number, third.written.count == 2, number < 60 {
          (count, minute) = (3, number)
        }
      }
      let parts = Clock(hour: hour, minute: minute, digits: first.written.count)
      if let part = DayPart(behindTime: words.dropFirst(count).first),
        let time = time(parts, in: part)
      {
        add(count + 1, time, .clear)
      } else {
        add(count, civil(parts), .clear)
      }
    }
    // `2h rưỡi`.
    if let next = rest.first, next.folded == "ruoi", first.lower.hasSuffix("h"),
      let parts = clock(first.lower), parts.minute == 0
    {
      add(2, civil(Clock(hour: parts.hour, minute: 30, digits: parts.digits)), .clear)
    }
    // `2 30 pm`.
    if let hour = first.number, let second = rest.first, second.written.count >= 2,
      let (minute, count, part) = minute(second, rest.dropFirst().first),
      first.written.count <= 2, let time = part.time(hour: hour, minute: minute)
    {
      add(1 + count, time, .clear)
    }
    if let (time, form) = word(first.lower) { add(1, time, form) }
    for (count, spoken) in spoken(words) {
      if let part = DayPart(behindTime: words.dropFirst(count).first),
        let time = time(spoken, in: part)
      {
        add(count + 1, time, .clear)
      } else {
        add(count, civil(spoken), spoken.form)
      }
    }
    return found
  }

  /// The minutes of `2 30 pm` and `2 30pm`, and in how many words they stand.
  private func minute(_ word: LineWord, _ next: LineWord?) -> (Int, count: Int, part: DayPart)? {
    let digits = word.written.prefix(while: \.isNumber)
    guard digits.utf8.count == 2, let minute = Int(digits), minute < 60 else { return nil }
    let ending = String(word.lower.dropFirst(2))
    if ending.isEmpty, let part = DayPart(behindTime: next) { return (minute, 2, part) }
    guard ending == "pm" || ending == "am" else { return nil }
    return (minute, 1, ending == "pm" ? .afternoon : .morning)
  }

  // MARK: - In words

  private static let numbers: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "fifteen": 15,
    "forty": 40, "fifty": 50,
  ]

  /// With their marks: without, they are names and other words.
  private static let vietnamese: [String: Int] = [
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
    "chín": 9, "mười": 10,
  ]

  private func number(_ word: LineWord?) -> Int? {
    guard let word else { return nil }
    return word.number ?? Self.numbers[word.lower]
  }

  /// `half past two`, `quarter to 3`, `ten past nine`, `two thirty`, `3 o'clock`, `hai giờ rưỡi`,
  /// `3h kém 15`.
  private func spoken(_ words: ArraySlice<LineWord>) -> [(count: Int, Clock)] {
    guard let first = words.first else { return [] }
    var found: [(count: Int, Clock)] = []
    func add(_ count: Int, _ hour: Int?, _ minute: Int, form: TimeWord.Form = .clear) {
      guard var hour, (1...12).contains(hour), (-59...59).contains(minute) else { return }
      if minute < 0 { hour = hour == 1 ? 12 : hour - 1 }
      found.append(
        (count, Clock(hour: hour, minute: (minute + 60) % 60, digits: hour > 9 ? 2 : 1, form: form))
      )
    }
    let skipped = first.lower == "a" ? 1 : 0
    let rest = words.dropFirst(skipped)
    let hour = number(rest.dropFirst(2).first)
    let side = rest.dropFirst().first?.lower ?? ""
    let (isPast, isTo) = (["past", "after"].contains(side), ["to", "before", "of"].contains(side))
    switch rest.first?.lower {
    case "half" where isPast: add(3 + skipped, hour, 30)
    case "quarter" where isPast: add(3 + skipped, hour, 15)
    case "quarter" where isTo: add(3 + skipped, hour, -15)
    default: break
    }
    if let minutes = number(first), minutes > 2, minutes < 60 {
      if isPast, skipped == 0 { add(3, hour, minutes) }
      // `10 to 3` are from ten till three.
      if isTo, side != "of", !first.isNumber { add(3, hour, -minutes) }
    }
    let next = words.dropFirst().first
    if let next, ["o'clock", "oclock", "o’clock"].contains(next.lower) { add(2, number(first), 0) }
    if let hour = Self.numbers[first.lower] {
      if let minute = next.flatMap({ Self.numbers[$0.lower] }), minute >= 10 {
        let five = words.dropFirst(2).first?.lower == "five" && minute >= 20
        add(five ? 3 : 2, hour, minute + (five ? 5 : 0))
      }
      add(1, hour, 0, form: .plain)
    }
    if let hour = Self.vietnamese[first.lower], next?.folded == "gio" {
      let isHalf = words.dropFirst(2).first?.folded == "ruoi"
      add(isHalf ? 3 : 2, hour, isHalf ? 30 : 0)
    }
    // `9 rưỡi`, `chín rưỡi`.
    if next?.folded == "ruoi", let hour = number(first) ?? Self.vietnamese[first.lower] {
      if (13...23).contains(hour) {
        found.append((2, Clock(hour: hour, minute: 30, digits: 2)))
      } else {
        add(2, hour, 30)
      }
    }
    let isHour = first.lower.hasSuffix("h") || next?.folded == "gio"
    let before = words.dropFirst(first.lower.hasSuffix("h") ? 1 : 2)
    if isHour, before.first?.folded == "kem", let minutes = before.dropFirst().first?.number {
      let digits = first.lower.prefix(while: \.isNumber)
      let hour = Self.vietnamese[first.lower] ?? Int(digits)
      let count = first.lower.hasSuffix("h") ? 3 : 4
      if let hour, (13...23).contains(hour), (1...59).contains(minutes) {
        found.append((count, Clock(hour: hour - 1, minute: 60 - minutes, digits: 2)))
      } else {
        add(count, hour, -minutes)
      }
    }
    return found
  }

  /// One word that is a time.
  func word(_ text: String) -> (TimeOfDay, TimeWord.Form)? {
    if ["noon", "midday", "trưa"].contains(text) { return (TimeOfDay(hour: 12), .clear) }
    for (ending, part) in [
      ("pm", DayPart.afternoon), ("am", .morning), ("p", .afternoon), ("a", .morning),
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

  private struct Clock {
    let hour: Int
    let minute: Int
    /// Of the hour: `05` is no afternoon.
    let digits: Int
    var form = TimeWord.Form.clear
  }

  /// `14:30`, `14.30`, `14,30`, `14h30`, `14h`, `1430`, `14`.
  private func clock(_ text: String) -> Clock? {
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

  /// Nobody books at two in the night: "2" is the afternoon where the spa opens later.
  private func civil(_ clock: Clock) -> TimeOfDay {
    let time = TimeOfDay(hour: clock.hour, minute: clock.minute)
    guard clock.digits == 1, clock.hour > 0, clock.hour < 12, let open = hours?.open, time < open
    else { return time }
    return TimeOfDay(hour: clock.hour + 12, minute: clock.minute)
  }

  private func time(_ clock: Clock, in part: DayPart) -> TimeOfDay? {
    // `14h chiều` is said as well.
    if clock.hour > 12, clock.form == .hours, part != .morning {
      return TimeOfDay(hour: clock.hour, minute: clock.minute)
    }
    return part.time(hour: clock.hour, minute: clock.minute)
  }

  // MARK: - Spans

  private static let joints: Set<String> = ["to", "til", "till", "until", "den"]

  private static let dashes: Set<String> = ["-", "–", "—"]

  /// `13-14`, `1pm-2pm`, `13 to 21`, `13h đến 15h`.
  func spans(_ words: ArraySlice<LineWord>) -> [TimeWord.Found] {
    guard let first = words.first else { return [] }
    for dash in ["-", "–"] as [Character] where first.lower.contains(dash) {
      let parts = first.lower.split(separator: dash, omittingEmptySubsequences: false)
      if parts.count == 2, let span = span(String(parts[0]), String(parts[1])) {
        return [TimeWord.Found(count: 1, word: .span(span.0, span.1))]
      }
    }
    var found: [TimeWord.Found] = []
    for from in times(words) {
      let rest = words.dropFirst(from.count)
      guard let joint = rest.first,
        Self.joints.contains(joint.folded) || Self.dashes.contains(joint.written),
        case .time(let start, let form) = from.word
      else { continue }
      for until in times(rest.dropFirst()) {
        guard case .time(let end, _) = until.word, let end = later(end, than: start, form) else {
          continue
        }
        found.append(
          TimeWord.Found(count: from.count + 1 + until.count, word: .span(start, end)))
      }
    }
    return found
  }

  private func span(_ from: String, _ until: String) -> (TimeOfDay, TimeOfDay)? {
    guard let (end, _) = word(until) else { return nil }
    // In `1-2pm` both are in the afternoon.
    if let (start, form) = word(from), let end = later(end, than: start, form) {
      return (start, end)
    }
    return nil
  }

  /// `9-5` ends in the afternoon.
  private func later(_ end: TimeOfDay, than start: TimeOfDay, _ form: TimeWord.Form) -> TimeOfDay? {
    if end > start { return end }
    let evening = TimeOfDay(seconds: end.seconds + 12 * 3600)
    return end.hour < 12 && evening > start && evening <= .endOfDay && form != .clear
      ? evening : nil
  }

  // MARK: - Lengths

  private static let minuteWords: Set<String> = [
    "m", "min", "mins", "minute", "minutes", "phut", "p",
  ]
  private static let spokenLengths: KeyValuePairs<[String], Int> = [
    ["half", "an", "hour"]: 30, ["half", "hour"]: 30, ["an", "hour", "and", "a", "half"]: 90,
    ["hour", "and", "a", "half"]: 90, ["an", "hour"]: 60, ["quarter", "of", "an", "hour"]: 15,
  ]

  private static let hourWords: Set<String> = ["h", "hr", "hrs", "hour", "hours", "tieng"]

  /// `90m`, `60'`, `60p`, `90 min`, `1.5h`, `2 hours`, `1 tiếng rưỡi`, `5h`, `1h30`.
  func lengths(_ words: ArraySlice<LineWord>) -> [TimeWord.Found] {
    guard let first = words.first else { return [] }
    var found: [TimeWord.Found] = []
    func add(_ count: Int, _ minutes: Int?, _ form: TimeWord.Form = .clear) {
      guard let minutes, (1...TimeWord.longest).contains(minutes) else { return }
      found.append(TimeWord.Found(count: count, word: .length(Minutes(minutes), form)))
    }
    let next = words.dropFirst().first
    if let next, let number = first.number, first.written.utf8.count <= 3 {
      if Self.minuteWords.contains(next.folded) { add(2, number) }
      if Self.hourWords.contains(next.folded) {
        let isHalf = words.dropFirst(2).first?.folded == "ruoi"
        // `14 h` is a time as well, as `14h` is.
        add(
          isHalf ? 3 : 2, number <= 12 ? number * 60 + (isHalf ? 30 : 0) : nil,
          next.folded == "h" ? .hours : .clear)
      }
    }
    let spoken = words.prefix(5).map(\.lower)
    for (phrase, minutes) in Self.spokenLengths where spoken.starts(with: phrase) {
      add(phrase.count, minutes)
    }
    if let next, let number = Self.numbers[first.lower] {
      if Self.hourWords.contains(next.folded), number <= 12 { add(2, number * 60) }
      if Self.minuteWords.contains(next.folded) { add(2, number) }
    }
    let isQuoted = first.lower.last.map { "'’".contains($0) } ?? false
    let text = isQuoted ? first.lower : first.folded
    for ending in ["minutes", "mins", "min", "phut", "m", "'", "’", "p"]
    where text.hasSuffix(ending) {
      let digits = text.dropLast(ending.count)
      guard (1...3).contains(digits.utf8.count), let number = Int(digits),
        digits.allSatisfy(\.isNumber)
      else { continue }
      // `2p` is two in the afternoon.
      if ending != "p" || number > 12 { add(1, number) }
      break
    }
    if let hours = halves(first.lower) { add(1, hours) }
    if let parts = clock(first.lower), parts.form == .hours, (1...12).contains(parts.hour) {
      add(1, parts.hour * 60 + parts.minute, .hours)
    }
    if let number = first.number, first.written.utf8.count <= 3, first.written.first != "0" {
      add(1, number, .plain)
    }
    return found
  }

  /// `1.5h`, `1,5h`.
  private func halves(_ text: String) -> Int? {
    for ending in ["hours", "hrs", "h"] where text.hasSuffix(ending) {
      let parts = text.dropLast(ending.count).split(whereSeparator: { $0 == "." || $0 == "," })
      if parts.count == 2, parts[1] == "5", let hour = Int(parts[0]), hour < 12 {
        return hour * 60 + 30
      }
    }
    return nil
  }
}
