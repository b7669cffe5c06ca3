import BookingDomain

/// Days off, and what stands behind them.
extension Reading {
  /// `ill until mon`: from the day that is said, or from today.
  mutating func settleLastDay(_ path: Path, _ all: [LineWord], _ today: LocalDate) {
    guard let lastDay, let said = path.pieces.first(where: { $0.meaning == .lastDay(lastDay) })
    else { return }
    let begin = day ?? today
    guard let found = DaySpan.days(from: .on(begin), to: lastDay, today: today) else {
      markUnread(all[said.words])
      fail("\"\(said.spoken(all))\" is before \(begin.short).")
      return
    }
    (day, days) = (begin, found)
  }

  /// A reason may be any words, but not such as were meant as one more day, time or therapist, or
  /// as one that there is not: `ill and wed`, `25:00 ill`.
  mutating func doubtReason(_ path: Path, _ all: [LineWord], _ context: PhraseContext) {
    guard grammar.takesDays, grammar.kinds.contains(.reason) else { return }
    let reasons = path.pieces.filter { $0.meaning == .reason }.map(\.words.lowerBound)
    guard let first = reasons.first, let last = reasons.last else { return }
    for start in reasons {
      let rest = all[start...last]
      let isFirst = start == first || Self.ands.contains(all[start - 1].lower)
      guard let (count, kind) = doubt(rest, isFirst: isFirst, context) else { continue }
      let mine = rest.prefix(count)
      markUnread(mine)
      fail(said(mine.map(\.written).joined(separator: " "), isAnother: kind))
      return
    }
  }

  private func said(_ text: String, isAnother kind: Kind) -> String {
    switch kind {
    case .day: Self.daysSaidOnce(text)
    case .therapist:
      "\"\(text)\": one therapist is blocked, or all. Behind // any words are the reason."
    default:
      "\"\(text)\": the time is said once, as 13:00-14:00. Behind // any words are the reason."
    }
  }

  static func daysSaidOnce(_ text: String) -> String {
    "\"\(text)\": days are said once, as 24/12-2/1. Behind // any words are the reason."
  }

  private static let ands: Set<String> = ["and", "&", "và", ","]

  /// - Parameter isFirst: a word behind others may be a part of what they say.
  private func doubt(
    _ rest: ArraySlice<LineWord>, isFirst: Bool, _ context: PhraseContext
  ) -> (count: Int, kind: Kind)? {
    guard let word = rest.first else { return nil }
    let listed = word.written.split(separator: ",").map { LineWord(String($0), word.range) }
    if listed.count > 1, listed.allSatisfy({ !DayWord.read([$0]).isEmpty }) { return (1, .day) }
    let days = DayWord.read(rest).first { isFirst || $0.certainty == .clear }
    let spans = DaySpan.read(rest, today: context.moment.today).map(\.count)
    let span = (spans + DaySpan.ends(rest).map(\.count)).max()
    if let count = span ?? days?.count {
      return (count, .day)
    }
    let times = TimeWord.read(rest, hours: context.hours).first {
      switch $0.word {
      case .span, .time(_, .clear), .time(_, .hours): true
      default: false
      }
    }
    let isNoTime = word.written.contains(":") && word.written.contains(where: \.isNumber)
    if times != nil || isNoTime {
      return (times?.count ?? 1, .time)
    }
    if isFirst, !word.isWrittenAsName, let (_, match) = context.lexicon.therapists([word]),
      match == .exact
    {
      return (1, .therapist)
    }
    return nil
  }
}
