import BookingDomain

/// How long.
extension TimeReader {
  private static let minuteWords: [Spelling] = [
    "m", "min", "mins", "minute", "minutes", "phút", "p",
  ]
  private static let spokenLengths: KeyValuePairs<[String], Int> = [
    ["half", "an", "hour"]: 30, ["half", "hour"]: 30, ["an", "hour", "and", "a", "half"]: 90,
    ["hour", "and", "a", "half"]: 90, ["an", "hour"]: 60, ["quarter", "of", "an", "hour"]: 15,
  ]

  private static let hourWords: [Spelling] = ["h", "hr", "hrs", "hour", "hours", "tiếng"]

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
      if next.isOne(of: Self.minuteWords) { add(2, number) }
      if next.isOne(of: Self.hourWords) {
        let isHalf = words.dropFirst(2).begins(with: [Self.half])
        // `14 h` is a time as well, as `14h` is.
        add(
          isHalf ? 3 : 2, number <= 12 ? number * 60 + (isHalf ? 30 : 0) : nil,
          next.lower == "h" ? .hours : .clear)
      }
    }
    let spoken = words.prefix(5).map(\.lower)
    for (phrase, minutes) in Self.spokenLengths where spoken.starts(with: phrase) {
      add(phrase.count, minutes)
    }
    if let next, let number = Self.numbers[first.lower] {
      if next.isOne(of: Self.hourWords), number <= 12 { add(2, number * 60) }
      if next.isOne(of: Self.minuteWords) { add(2, number) }
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
