import BookingDomain

/// Times in words.
extension TimeReader {
  static let numbers: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "fifteen": 15,
    "forty": 40, "fifty": 50,
  ]

  /// Only with their Vietnamese marks: without marks they can be names or other words.
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
  func spoken(_ words: ArraySlice<LineWord>) -> [(count: Int, Clock)] {
    guard let first = words.first else { return [] }
    return besideHour(words, first) + hourFirst(words, first) + halfInVietnamese(words, first)
      + minutesMissing(words, first)
  }

  /// `half past two`, `a quarter to 3`, `ten past nine`.
  private func besideHour(_ words: ArraySlice<LineWord>, _ first: LineWord) -> [(count: Int, Clock)]
  {
    var found: [(count: Int, Clock)] = []
    func add(_ count: Int, _ hour: Int?, _ minute: Int) {
      if let clock = Clock(hour, minute) { found.append((count, clock)) }
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
      // `10 to 3` means from ten until three.
      if isTo, side != "of", !first.isNumber { add(3, hour, -minutes) }
    }
    return found
  }

  /// `3 o'clock`, `two`, `two thirty`, `two twenty five`.
  private func hourFirst(_ words: ArraySlice<LineWord>, _ first: LineWord) -> [(count: Int, Clock)]
  {
    var found: [(count: Int, Clock)] = []
    func add(_ count: Int, _ hour: Int?, _ minute: Int, form: TimeWord.Form = .clear) {
      if let clock = Clock(hour, minute, form) { found.append((count, clock)) }
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
    return found
  }

  /// `hai giờ`, `hai giờ rưỡi`, `9 rưỡi`, `chín rưỡi`.
  private func halfInVietnamese(
    _ words: ArraySlice<LineWord>, _ first: LineWord
  ) -> [(count: Int, Clock)] {
    var found: [(count: Int, Clock)] = []
    if let hour = Self.vietnamese[first.lower], words.dropFirst().begins(with: ["giờ"]) {
      let isHalf = words.dropFirst(2).begins(with: [Self.half])
      if let clock = Clock(hour, isHalf ? 30 : 0) { found.append((isHalf ? 3 : 2, clock)) }
    }
    if words.dropFirst().begins(with: [Self.half]),
      let hour = number(first) ?? Self.vietnamese[first.lower]
    {
      let clock =
        (13...23).contains(hour) ? Clock(hour: hour, minute: 30, digits: 2) : Clock(hour, 30)
      if let clock { found.append((2, clock)) }
    }
    return found
  }

  /// `3h kém 15`, `ba giờ kém 15`: so many minutes before.
  private func minutesMissing(
    _ words: ArraySlice<LineWord>, _ first: LineWord
  ) -> [(count: Int, Clock)] {
    let hasH = first.lower.hasSuffix("h")
    let before = words.dropFirst(hasH ? 1 : 2)
    guard hasH || words.dropFirst().begins(with: ["giờ"]), before.begins(with: ["kém"]),
      let minutes = before.dropFirst().first?.number
    else { return [] }
    let hour = Self.vietnamese[first.lower] ?? Int(first.lower.prefix(while: \.isNumber))
    var clock = Clock(hour, -minutes)
    if let hour, (13...23).contains(hour), (1...59).contains(minutes) {
      clock = Clock(hour: hour - 1, minute: 60 - minutes, digits: 2)
    }
    return clock.map { [(hasH ? 3 : 4, $0)] } ?? []
  }
}

extension TimeReader.Clock {
  /// As people say it: one of twelve hours, and minutes after it, or before where they are negative.
  init?(_ hour: Int?, _ minute: Int, _ form: TimeWord.Form = .clear) {
    guard var hour, (1...12).contains(hour), (-59...59).contains(minute) else { return nil }
    if minute < 0 { hour = hour == 1 ? 12 : hour - 1 }
    self.init(
      hour: hour, minute: (minute + 60) % 60, digits: hour > 9 ? 2 : 1, form: form)
  }
}
