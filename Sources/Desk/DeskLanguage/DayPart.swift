import BookingDomain

/// A part of the day as people say it, with a time, a day or alone.
enum DayPart: Hashable {
  case morning
  case noon
  case afternoon
  case evening

  /// After a time or next to a day it may be typed without marks: `9h sang`, `chieu mai`.
  private static let words: KeyValuePairs<Spelling, DayPart> = [
    "morning": .morning, "lunchtime": .noon, "afternoon": .afternoon,
    "evening": .evening, "tonight": .evening, "sáng": .morning, "trưa": .noon,
    "chiều": .afternoon, "tối": .evening,
  ]

  /// Only after a time.
  private static let halves: KeyValuePairs<Spelling, DayPart> = [
    "noon": .noon, "pm": .afternoon, "p.m.": .afternoon, "p.m": .afternoon, "am": .morning,
    "a.m.": .morning, "a.m": .morning,
  ]

  /// Sang is a name, so that the word needs its mark when it stands alone. `trưa` alone is a time.
  private static let notAlone: Set<String> = ["sang", "trưa", "trua"]

  init?(beside word: LineWord?) {
    guard let word, let part = Self.part(word, Self.words) else { return nil }
    self = part
  }

  init?(behindTime word: LineWord?) {
    guard let word, let part = Self.part(word, Self.words) ?? Self.part(word, Self.halves) else {
      return nil
    }
    self = part
  }

  /// `pm`, `a.m.`: the half of the day.
  init?(half text: String) {
    guard let part = Self.halves.first(where: { $0.key.means(text) })?.value else { return nil }
    self = part
  }

  /// `pm`, `chiều`; `in the afternoon`.
  static func behindTime(_ words: ArraySlice<LineWord>) -> (count: Int, part: DayPart)? {
    if let part = DayPart(behindTime: words.first) { return (1, part) }
    guard words.begins(with: ["in", "the"]) else { return nil }
    return DayPart(beside: words.dropFirst(2).first).map { (3, $0) }
  }

  private static func part(_ word: LineWord, _ words: KeyValuePairs<Spelling, DayPart>) -> DayPart?
  {
    words.first { $0.key.means(word) }?.value
  }

  /// Where no day and no time stands beside it: `in the afternoon`, `buổi chiều`, `chiều`.
  static func read(_ words: ArraySlice<LineWord>) -> (count: Int, part: DayPart)? {
    if words.begins(with: ["in", "the"]), let part = DayPart(beside: words.dropFirst(2).first) {
      return (3, part)
    }
    if words.begins(with: ["buổi"]), let part = DayPart(beside: words.dropFirst().first) {
      return (2, part)
    }
    guard let word = words.first, !notAlone.contains(word.lower),
      let part = DayPart(beside: word)
    else { return nil }
    return (1, part)
  }

  /// The range of starts that belong to it.
  var window: TimeWindow {
    switch self {
    case .morning: TimeWindow(from: nil, until: TimeOfDay(hour: 12))
    case .noon: TimeWindow(from: TimeOfDay(hour: 11), until: TimeOfDay(hour: 14))
    case .afternoon: TimeWindow(from: TimeOfDay(hour: 12), until: TimeOfDay(hour: 18))
    case .evening: TimeWindow(from: TimeOfDay(hour: 17), until: nil)
    }
  }

  /// The time that an hour of a twelve-hour clock means in it: `2` in the afternoon is 14:00, `11`
  /// at noon is 11:00.
  ///
  /// - Returns: nil where the clock has no such hour.
  func time(hour: Int, minute: Int) -> TimeOfDay? {
    guard (1...12).contains(hour), (0..<60).contains(minute) else { return nil }
    let isBeforeNoon = self == .morning || self == .noon && (10...11).contains(hour)
    return TimeOfDay(hour: hour % 12 + (isBeforeNoon ? 0 : 12), minute: minute)
  }

  /// The time in this part of the day, where the typed time does not say which half of the day.
  func moved(_ time: TimeOfDay) -> TimeOfDay {
    switch self {
    case .morning where time.hour >= 12: TimeOfDay(seconds: time.seconds - 12 * 3600)
    case .noon where (1...9).contains(time.hour): time + 720
    case .afternoon where time.hour < 12, .evening where time.hour < 12: time + 720
    default: time
    }
  }
}

/// Between when and when a start is looked for; nil is as early or as late as the spa is open.
struct TimeWindow: Hashable {
  var from: TimeOfDay?
  /// The latest start, not the end of the treatment.
  var until: TimeOfDay?
  /// The free start nearest to this time is meant; without it, the first.
  var about: TimeOfDay?

  func contains(_ start: TimeOfDay) -> Bool {
    (from ?? .midnight) <= start && start <= (until ?? .endOfDay)
  }

  /// "About" a time is from half an hour before it to half an hour after it.
  init(about time: TimeOfDay) {
    (from, until, about) = (max(.midnight, time - 30), min(.endOfDay, time + 30), time)
  }

  static let anyTime = TimeWindow(from: nil, until: nil)

  /// The part of this window that is in a part of the day: `after 3` in the afternoon is from
  /// 15:00.
  ///
  /// - Parameter saysHalfOfDay: whether the typed times say the half of the day, as `15:00` and
  ///   `3 pm` do.
  /// - Returns: nil where no part of it is.
  func narrowed(to part: DayPart, saysHalfOfDay: Bool) -> TimeWindow? {
    func moved(_ time: TimeOfDay) -> TimeOfDay { saysHalfOfDay ? time : part.moved(time) }
    if let about = about.map(moved) {
      return part.window.contains(about) ? TimeWindow(about: about) : nil
    }
    let first = [from.map(moved), part.window.from].compactMap { $0 }.max()
    let last = [until.map(moved), part.window.until].compactMap { $0 }.min()
    guard (first ?? .midnight) <= (last ?? .endOfDay) else { return nil }
    return TimeWindow(from: first, until: last)
  }

  init(from: TimeOfDay?, until: TimeOfDay?) { (self.from, self.until) = (from, until) }

  /// Of the starts that are possible, sorted by time, the one that is meant.
  func best<Start>(of starts: some Sequence<Start>, at time: (Start) -> TimeOfDay) -> Start? {
    guard let about else { return starts.first { _ in true } }
    return starts.min { abs((time($0) - about).count) < abs((time($1) - about).count) }
  }

  /// `12:00–18:00`, `from 14:00`, `until 12:00`, `about 12:00`.
  var spoken: String {
    if let about { return "about \(about.hourMinute)" }
    switch (from, until) {
    case (let from?, let until?): return "\(from.hourMinute)–\(until.hourMinute)"
    case (let from?, nil): return "from \(from.hourMinute)"
    case (nil, let until?): return "until \(until.hourMinute)"
    case (nil, nil): return "any time"
    }
  }

  private static let wholeDays: [[Spelling]] = [
    ["all", "day"], ["whole", "day"], ["the", "whole", "day"], ["any", "time"], ["anytime"],
    ["cả", "ngày"], ["lúc", "nào", "cũng", "được"], ["giờ", "nào", "cũng", "được"],
  ]

  private static let abouts: Set<String> = ["about", "around", "khoảng", "khoang", "tầm", "~"]

  private static let openEnds: [[Spelling]] = [
    ["trở", "đi"], ["or", "later"], ["onward"], ["onwards"],
  ]

  /// `chiều`, `after 2pm`, `sau 14h`, `before 16`, `14h trở đi`, `khoảng 12h`, `cả ngày`.
  static func read(_ words: ArraySlice<LineWord>, hours: BusinessHours?) -> [Found] {
    var found: [Found] = []
    if let (count, part) = DayPart.read(words) {
      found.append(Found(count: count, window: part.window))
    }
    for phrase in Self.wholeDays where words.begins(with: phrase) {
      found.append(Found(count: phrase.count, window: .anyTime))
    }
    // `chiều sau 3h`.
    if let (count, part) = DayPart.read(words) {
      let behind = words.dropFirst(count)
      found += bounds(behind, hours: hours).compactMap { bound in
        let says = TimeWord.saysHalfOfDay(behind.prefix(bound.count))
        return bound.window.narrowed(to: part, saysHalfOfDay: says).map {
          Found(count: count + bound.count, window: $0)
        }
      }
    }
    return found + bounds(words, hours: hours)
  }

  /// `after 2pm`, `sau 14h`, `before 16`, `14h trở đi`, `khoảng 12h`.
  private static func bounds(_ words: ArraySlice<LineWord>, hours: BusinessHours?) -> [Found] {
    guard let first = words.first else { return [] }
    var found: [Found] = []
    func times(_ words: ArraySlice<LineWord>) -> [(count: Int, time: TimeOfDay)] {
      TimeWord.read(words, hours: hours).compactMap {
        if case .time(let time, _) = $0.word { ($0.count, time) } else { nil }
      }
    }
    if Self.abouts.contains(first.lower) {
      found += times(words.dropFirst()).map {
        Found(count: $0.count + 1, window: TimeWindow(about: $0.time))
      }
    }
    let isAfter = ["after", "sau"].contains(first.lower)
    if isAfter || ["before", "trước", "truoc"].contains(first.lower) {
      found += times(words.dropFirst()).map {
        let window =
          isAfter ? TimeWindow(from: $0.time, until: nil) : TimeWindow(from: nil, until: $0.time)
        return Found(count: $0.count + 1, window: window)
      }
    }
    let skipped = ["from", "từ", "tu"].contains(first.lower) ? 1 : 0
    for (count, time) in times(words.dropFirst(skipped)) {
      let behind = words.dropFirst(skipped + count)
      guard let end = Self.openEnds.first(where: behind.begins) else { continue }
      found.append(
        Found(
          count: skipped + count + end.count, window: TimeWindow(from: time, until: nil)))
    }
    return found
  }

  struct Found: Hashable {
    let count: Int
    let window: TimeWindow
  }
}
