import BookingDomain

/// What the desk has to do, and what it notes of a call.
extension Drafting {
  /// `order oil tomorrow 10:00`: what, and behind it when that is due.
  func task(_ text: String) -> Draft {
    let words = LineWord.words(of: text)
    if let draft = refuse(noDayIn: words) { return draft }
    if let draft = refuse(spanBehindDay: words) { return draft }
    var (count, reading) = due(in: words)
    if count > 0, words.count > count + 1,
      Self.befores.contains(words[words.count - count - 1].lower)
    {
      count += 1
    }
    let end = count == 0 ? text.count : words[words.count - count].range.lowerBound
    var what = String(text.prefix(end)).trimmingBlanks
    while count > 0, what.count > 1, let last = what.last, ",;".contains(last) { what.removeLast() }
    if let (slip, meant) = daySlip(in: what) { return refuse(slip, of: text, meant) }
    let task = NewTask(text: what, date: dueDate(reading), time: reading?.time)
    if let refusal = Decision.refusal(of: task, beside: context.openTasks, by: context.person) {
      return .refused(refusal)
    }
    let due = [
      task.date.map(named), task.time?.hourMinute,
    ].compactMap(\.self).joined(separator: " ")
    let whole = due.isEmpty ? what : "\(what), \(due)"
    var draft = Draft(.ready(.addTask(task)), says: "For the desk: \(whole)")
    draft.chips = [Draft.Chip(kind: .reason, text: what, isSaid: true)]
    if let date = task.date {
      draft.chips.append(
        Draft.Chip(kind: .day, text: named(date), isSaid: reading?.day != nil))
    }
    if let time = task.time {
      draft.chips.append(Draft.Chip(kind: .time, text: time.hourMinute, isSaid: true))
    }
    draft.words = words.enumerated().map { index, word in
      Reading.Word(
        range: word.range, kind: index < words.count - count ? .reason : .day,
        written: word.written)
    }
    draft.guest = what
    draft.done = "Written down for the desk: \(whole)."
    return draft
  }

  /// `before 5pm`, `by friday`: it is due then.
  private static let befores: Set<String> = ["before", "by", "until", "trước", "truoc"]

  /// `31/11`: meant as a day, and none of the calendar.
  private func refuse(noDayIn words: [LineWord]) -> Draft? {
    guard let word = words.first(where: { DayWord.isNoDay($0.written) }) else { return nil }
    var draft = Draft.problem("\"\(word.written)\" is no day of the calendar.")
    draft.words = words.map {
      Reading.Word(range: $0.range, kind: $0 == word ? .unread : .reason, written: $0.written)
    }
    return draft
  }

  /// `order oil tomorow`: a day that is misspelt at the beginning or the end.
  private func daySlip(in what: String) -> (LineWord, meant: String)? {
    let words = LineWord.words(of: what)
    for word in [words.first, words.last].compactMap(\.self)
    where word != words.last || !word.isWrittenAsName {
      if let day = Lexicon.day(meantBy: word) { return (word, day) }
    }
    return nil
  }

  /// `order oil fri 14-16`: a task is due at one time; the day is not lost because of it.
  private func refuse(spanBehindDay words: [LineWord]) -> Draft? {
    guard let last = words.last,
      !TimeReader(hours: context.hours).spans([last]).isEmpty
        || TimeReader(hours: context.hours).noSpan([last]) != nil,
      due(in: words.dropLast()).1?.day != nil
    else { return nil }
    var draft = Draft.problem(Reading(last.written, .due, at: context).problem ?? "")
    draft.words = words.map {
      Reading.Word(range: $0.range, kind: $0 == last ? .unread : .reason, written: $0.written)
    }
    return draft
  }

  /// A time without a day is the next such time.
  private func dueDate(_ reading: Reading?) -> LocalDate? {
    if let day = reading?.day { return day }
    guard let time = reading?.time else { return nil }
    let today = context.moment.today
    return time > context.moment.local.time ? today : today + 1
  }

  /// The longest end of the line that is a day, a time or both, and leaves something to do.
  private func due(in words: [LineWord]) -> (count: Int, Reading?) {
    for count in stride(from: min(6, words.count - 1), through: 1, by: -1) {
      let end = words.suffix(count).map(\.written).joined(separator: " ")
      let reading = Reading(end, .due, at: context)
      guard reading.isUnderstood, reading.day != nil || reading.time != nil else { continue }
      // `keys to Mai` are for Mai: a day that could be a name is written small.
      guard !Self.mayBeForSomebody(words.suffix(count)) else { continue }
      // `order oil 10` is ten of them.
      if reading.day == nil, end.allSatisfy(\.isNumber) { continue }
      return (count, reading)
    }
    return (0, nil)
  }

  /// A day that could be a name, written as one is; beside its date it is the day: `Fri 4 Dec`.
  private static func mayBeForSomebody(_ words: ArraySlice<LineWord>) -> Bool {
    words.indices.contains { index in
      words[index].isWrittenAsNameAndDay
        && DayWord.readWithParts(words[index...]).allSatisfy { $0.count == 1 }
    }
  }

  /// `engaged`, or nothing: nobody took the call.
  func noAnswer(_ text: String) -> Draft {
    guard let booking = context.selected else { return Self.nobodySelected }
    let note = text.trimmingBlanks
    let wanted = Change.noteCall(.notReached, note: note)
    switch decide(wanted, on: booking) {
    case .failure(let refusal): return .refused(refusal)
    case .success:
      var draft = Draft(
        .ready(change(wanted, of: booking)),
        says:
          "\(booking.customer.name)\(onDay(booking.date)), \(booking.time.hourMinute): no answer"
          + (note.isEmpty ? "" : ", \(note)"))
      draft.guest = booking.customer.name
      return draft
    }
  }
}

extension LineWord {
  fileprivate var isWrittenAsNameAndDay: Bool {
    isWrittenAsName && DayWord.mayBeName(self)
  }
}
