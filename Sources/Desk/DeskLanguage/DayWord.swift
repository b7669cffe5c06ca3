import BookingDomain

/// A day as people say it. The only place that knows which words are days: lines, `:date` and
/// `--date` read them here.
package indirect enum DayWord: Hashable, Sendable {
  /// So many days from today; 0 is today, and moves on at midnight.
  case fromToday(Int)
  case on(LocalDate)
  /// The next day of that name, today included, or with `weeks` that of so many weeks later.
  case weekday(Weekday, weeks: Int)
  /// A week after the next day of that name: `monday week`.
  case weekAfter(Weekday)
  /// The next day of that name, today excluded: `thứ 6 tới`.
  case coming(Weekday)
  /// The next of that day and month, today included.
  case dayAndMonth(Int, Int)
  /// The next such day of a month, today included.
  case dayOfMonth(Int)
  /// By its name and its date.
  case twice(DayWord, DayWord)

  package static let today = DayWord.fromToday(0)

  /// - Parameter text: all of it has to be a day.
  package init?(_ text: String) {
    let words = LineWord.words(of: text)
    guard let found = Self.readWithParts(words[...]).first(where: { $0.count == words.count })
    else {
      return nil
    }
    self = found.day
  }

  /// The sentence for a text that is none.
  package static func problem(_ text: String) -> String {
    "\"\(text)\" is not a day: write \(usual.joined(separator: ", "))."
  }

  package func date(today: LocalDate) -> LocalDate {
    switch self {
    case .fromToday(let days): return today + days
    case .on(let date): return date
    case .weekday(let day, let weeks):
      let wanted = day.place
      let now = today.weekday.place
      guard weeks > 0 else { return today + (wanted - now + 7) % 7 }
      return today - now + 7 * weeks + wanted
    case .coming(let day): return DayWord.weekday(day, weeks: 0).date(today: today + 1)
    case .weekAfter(let day): return DayWord.weekday(day, weeks: 0).date(today: today) + 7
    case .dayAndMonth(let day, let month):
      let year = today.yearMonthDay.year
      // The 29th of February comes every four years, and once in a while after eight.
      return (year...year + 8).lazy.compactMap { LocalDate(year: $0, month: month, day: day) }
        .first { $0 >= today } ?? today
    case .twice(let first, let second): return Self.date(first, second, today: today)
    case .dayOfMonth(let day):
      // Of two months one has it.
      return (0...62).lazy.map { today + $0 }.first { $0.yearMonthDay.day == day } ?? today
    }
  }
}

extension DayWord {
  struct Found: Hashable {
    let count: Int
    let day: DayWord
    var certainty = Certainty.clear
    /// Said with it: `tomorrow morning`.
    var part: DayPart?
  }

  enum Certainty: Hashable {
    /// Means a day and nothing else.
    case clear
    /// `thu`, `mon`, `mai`: short, and somebody's name as well.
    case mayBeName
    /// `t6`: may be a therapist's number.
    case mayBeNumber
    /// `4.12`: may be a time.
    case mayBeTime
    /// `thu 6` without its mark: Friday, or Thursday at six.
    case mayBeHour
  }

  /// Whether the word alone is a short day that somebody may be called: `thu`, `mai`.
  static func mayBeName(_ word: LineWord) -> Bool {
    once([word]).contains { $0.count == 1 && $0.certainty == .mayBeName }
  }

  /// Every day that begins with the first of `words`, the longest first.
  static func read(_ words: ArraySlice<LineWord>) -> [Found] {
    (once(words) + twice(words, once)).sorted { $0.count > $1.count }
  }

  private static func once(_ words: ArraySlice<LineWord>) -> [Found] {
    guard let first = words.first else { return [] }
    let folded = words.prefix(4).map(\.folded)
    var found = phrases(words, folded, first)
    if let day = numbered(first) {
      found.append(Found(count: 1, day: day))
    } else if let day = dotted(first.written) {
      found.append(
        Found(count: 1, day: day, certainty: first.written.hasSuffix(".") ? .clear : .mayBeTime))
    }
    found += ofMonth(words) + inWords(words) + ordinalAlone(words)
    if let day = weekday(first.lower) {
      found.append(
        Found(
          count: 1, day: .weekday(day, weeks: 0),
          certainty: first.lower.count > 4 ? .clear : .mayBeName))
    }
    found += weekLater(folded)
    return found + vietnamese(words)
  }

  /// The same, with the part of the day beside it: `tomorrow morning`, `chiều mai`, `tối nay`.
  static func readWithParts(_ words: ArraySlice<LineWord>) -> [Found] {
    guard let first = words.first else { return [] }
    var found = read(words)
    let rest = words.dropFirst()
    if let part = DayPart(beside: first) {
      if rest.begins(with: ["nay"]) { found.append(Found(count: 2, day: .today, part: part)) }
      found += read(rest).map { Found(count: $0.count + 1, day: $0.day, part: part) }
    }
    if first.folded == "this", let part = DayPart(beside: rest.first) {
      found.append(Found(count: 2, day: .today, part: part))
    }
    for day in read(words) {
      guard let part = DayPart(beside: words.dropFirst(day.count).first) else { continue }
      found.append(Found(count: day.count + 1, day: day.day, part: part))
    }
    return found.sorted { $0.count > $1.count }
  }
}
