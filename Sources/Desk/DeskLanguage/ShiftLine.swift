import BookingDomain

/// A line about when somebody works, word by word: whose hours, on which days, from when until when.
/// `kim mon-fri 9-17 sat off`. A weekday alone is every such day, a date or `tomorrow` that day.
struct ShiftLine {
  private(set) var therapist: UserID?
  /// The hours for each day, in the order in which they were typed.
  private(set) var days: [DayShifts] = []
  /// All hours that are set are to be removed.
  private(set) var isCleared = false
  private(set) var words: [Reading.Word] = []
  private(set) var problem: Draft?

  /// Days, and the hours that were typed after them.
  private struct Group {
    var days: [ShiftDay] = []
    var shifts: [Shift] = []
    var isOff = false
    var isAsOpen = false

    var isSettled: Bool { !shifts.isEmpty || isOff || isAsOpen }
  }

  private let context: PhraseContext
  private var group = Group()

  init(_ text: String, at context: PhraseContext) {
    self.context = context
    let all = Self.parted(LineWord.words(of: text))
    var rest = all[...]
    while !rest.isEmpty { rest = rest.dropFirst(take(rest)) }
    settle()
    if problem == nil, let twice = Self.twice(days.map(\.day)) {
      problem = .problem("\(twice.text) is said twice.")
    }
  }

  /// `mon,wed` are two words.
  private static func parted(_ words: [LineWord]) -> [LineWord] {
    words.flatMap { word -> [LineWord] in
      guard word.written.contains(",") else { return [word] }
      var parts: [LineWord] = []
      var place = word.range.lowerBound
      for part in word.written.split(separator: ",", omittingEmptySubsequences: false) {
        if !part.isEmpty { parts.append(LineWord(String(part), place..<place + part.count)) }
        place += part.count + 1
      }
      return parts
    }
  }

  private static func twice(_ days: [ShiftDay]) -> ShiftDay? {
    var seen: Set<ShiftDay> = []
    return days.first { !seen.insert($0).inserted }
  }

  // MARK: - Words

  private static let joints: Set<String> = [
    "and", "&", "và", "on", "from", "at", "as", "works", "work", "every", "each", "mỗi", "từ",
    "làm",
    "the",
  ]
  private static let offs: Set<String> = ["off", "nghỉ", "not", "none"]
  private static let opens: Set<String> = ["clear", "open"]

  private static let sets: KeyValuePairs<[Spelling], [Weekday]> = [
    ["every", "day"]: Weekday.allCases, ["everyday"]: Weekday.allCases,
    ["daily"]: Weekday.allCases, ["mỗi", "ngày"]: Weekday.allCases,
    ["hàng", "ngày"]: Weekday.allCases, ["weekdays"]: Array(Weekday.allCases.prefix(5)),
    ["weekends"]: [.saturday, .sunday], ["weekend"]: [.saturday, .sunday],
    ["cuối", "tuần"]: [.saturday, .sunday],
  ]

  /// - Returns: how many words were taken.
  private mutating func take(_ rest: ArraySlice<LineWord>) -> Int {
    if therapist == nil, words.isEmpty, let count = takeTherapist(rest) { return count }
    if let (days, count) = Self.weekdays(rest) {
      said(days.map(ShiftDay.every))
      return mark(rest, count, .day)
    }
    if let (shift, count) = shift(rest) {
      guard !group.isOff, !group.isAsOpen else { return unread(rest) }
      group.shifts.append(shift)
      return mark(rest, count, .span)
    }
    if let (days, count) = dates(rest) {
      said(days)
      return mark(rest, count, .day)
    }
    guard let word = rest.first else { return 1 }
    if Self.offs.contains(word.lower) || Self.opens.contains(word.lower) {
      guard !group.isSettled else { return unread(rest) }
      if Self.offs.contains(word.lower) { group.isOff = true } else { group.isAsOpen = true }
      return mark(rest, 1, .span)
    }
    if Self.joints.contains(word.lower) { return mark(rest, 1, .joint) }
    if therapist == nil, let count = takeTherapist(rest) { return count }
    return unread(rest)
  }

  /// Days that follow hours begin a new group.
  private mutating func said(_ days: [ShiftDay]) {
    if group.isSettled, !group.days.isEmpty { settle() }
    group.days += days
  }

  private mutating func settle() {
    defer { group = Group() }
    guard problem == nil else { return }
    if group.days.isEmpty, group.isAsOpen, days.isEmpty {
      isCleared = true
    } else if group.days.isEmpty, group.isSettled {
      problem = .problem("On which days? mon-fri, every day, or tomorrow.")
    } else if !group.days.isEmpty, !group.isSettled {
      let named = group.days.map(\.text).joined(separator: ", ")
      problem = .problem("\(named): from when until when? 13-20, off, or as open.")
    } else {
      let shifts = group.isAsOpen ? nil : group.shifts
      days += group.days.map { DayShifts($0, shifts) }
    }
  }

  private mutating func takeTherapist(_ rest: ArraySlice<LineWord>) -> Int? {
    let lexicon = context.lexicon
    if let first = rest.first, let id = lexicon.numberedTherapist(first.lower) {
      therapist = id
      return mark(rest, 1, .therapist)
    }
    for count in stride(from: min(4, rest.count), through: 1, by: -1) {
      guard let (ids, _) = lexicon.therapists(rest.prefix(count)) else { continue }
      guard ids.count == 1 else {
        let said = rest.prefix(count).map(\.written).joined(separator: " ")
        let doubt = lexicon.doubt(said, between: ids)
        problem = Draft.problem(doubt.sentence).with(choices: doubt.choices)
        return mark(rest, count, .unread)
      }
      therapist = ids[0]
      return mark(rest, count, .therapist)
    }
    return nil
  }

  private mutating func unread(_ rest: ArraySlice<LineWord>) -> Int {
    if problem == nil, let word = rest.first?.written {
      let day = DayWord.read(rest).first
      let text = rest.prefix(day?.count ?? 1).map(\.written).joined(separator: " ")
      let twice = day?.day.problem(text, today: context.moment.today)
      problem = .problem(
        twice
          ?? (therapist == nil
            ? "\"\(word)\" is no therapist: lan mon-fri 9-17 sets when Lan works."
            : "\"\(word)\": days and times are meant here: mon-fri 9-17, tomorrow 13-20, sat off."))
    }
    return mark(rest, 1, .unread)
  }

  private mutating func mark(
    _ rest: ArraySlice<LineWord>, _ count: Int, _ kind: Reading.Kind
  ) -> Int {
    words += rest.prefix(count).map {
      Reading.Word(range: $0.range, kind: kind, written: $0.written)
    }
    return max(1, count)
  }

  // MARK: - Days and times

  /// `mon`, `mon-fri`, `thứ 2 đến thứ 6`, `t2-t6`, `every day`.
  private static func weekdays(_ rest: ArraySlice<LineWord>) -> ([Weekday], Int)? {
    if let set = sets.first(where: { rest.begins(with: $0.key) }) {
      return (set.value, set.key.count)
    }
    for (left, right) in DaySpan.cuts(rest.first?.written ?? "") {
      if let from = weekday(left), let to = weekday(right) { return (days(from, to), 1) }
    }
    guard let (from, count) = weekday(rest) else { return nil }
    let behind = rest.dropFirst(count)
    if let joint = behind.first, joint.isOne(of: DaySpan.joints),
      let (to, more) = weekday(behind.dropFirst())
    {
      return (days(from, to), count + 1 + more)
    }
    return ([from], count)
  }

  private static func weekday(_ text: String) -> Weekday? {
    let words = LineWord.words(of: text)
    guard let (day, count) = weekday(words[...]), count == words.count else { return nil }
    return day
  }

  /// A weekday without a word for a certain week.
  private static func weekday(_ rest: ArraySlice<LineWord>) -> (Weekday, Int)? {
    guard let first = rest.first, first.folded != "this", first.folded != "next" else { return nil }
    for found in DayWord.read(rest) {
      if case .weekday(let day, 0) = found.day { return (day, found.count) }
      // `fri tuần sau` is one day.
      if case .weekday = found.day { return nil }
      // `fri 4/12` too.
      switch found.day {
      case .weekAfter, .coming, .twice: return nil
      default: break
      }
    }
    return nil
  }

  private static func days(_ from: Weekday, _ to: Weekday) -> [Weekday] {
    let all = Weekday.allCases
    guard let first = all.firstIndex(of: from), let last = all.firstIndex(of: to) else { return [] }
    let count = (last - first + 7) % 7
    return (0...count).map { all[(first + $0) % 7] }
  }

  private func dates(_ rest: ArraySlice<LineWord>) -> ([ShiftDay], Int)? {
    let today = context.moment.today
    if let span = DaySpan.read(rest, today: today).max(by: { $0.count < $1.count }),
      span.days.count <= NewShifts.mostDays
    {
      return (span.days.map(ShiftDay.on), span.count)
    }
    guard let found = DayWord.read(rest).first, found.day.contradiction(today: today) == nil else {
      return nil
    }
    return ([.on(found.day.date(today: today))], found.count)
  }

  /// `13-20`, `9h đến 17h`; in a spa that is open past midnight also `18-2`.
  private func shift(_ rest: ArraySlice<LineWord>) -> (Shift, Int)? {
    let hours = context.hours ?? context.spa.hours.values.first
    for found in TimeWord.read(rest, hours: hours) {
      if case .span(let from, let until) = found.word {
        return (Shift(from: from, until: until), found.count)
      }
    }
    guard context.spa.hours.values.contains(where: { $0.close > .endOfDay }),
      let parts = rest.first?.lower.split(separator: "-"), parts.count == 2,
      let from = TimeOfDay(said: String(parts[0]), in: hours),
      let until = TimeOfDay(said: String(parts[1]), in: nil), from < .endOfDay
    else { return nil }
    return (Shift(from: from, until: until), 1)
  }
}
