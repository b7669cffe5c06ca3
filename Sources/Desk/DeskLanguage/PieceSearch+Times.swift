import BookingDomain

/// Times, spans of them and lengths.
extension PieceSearch {
  func addTimes(
    _ rest: ArraySlice<LineWord>, _ add: (Piece.Meaning, Int, Int) -> Void
  ) {
    if rest.first?.lower == "now" { add(.time(context.earliest), Cost.Time.clear, 1) }
    for found in TimeWindow.read(rest, hours: context.hours) {
      add(.window(found.window), Cost.Time.window, found.count)
    }
    for (count, length) in TimeWord.fromNow(rest) {
      if let time = context.earliest(after: length) {
        add(.time(time), Cost.Time.fromNow, count)
      }
    }
    let all = TimeWord.read(rest, hours: context.hours)
    for found in all {
      switch found.word {
      case .span(let from, let until):
        // `ten to three` is a time as well.
        let isTime = all.contains {
          if case .time = $0.word { $0.count == found.count && $0.count > 1 } else { false }
        }
        add(.span(from, until), isTime ? Cost.Time.spanOrTime : Cost.Time.span, found.count)
      case .time(let time, let form):
        let cost =
          switch form {
          case .clear, .hours: Cost.Time.clear
          case .plain, .dotted: Cost.Time.plain
          }
        add(.time(time), cost, found.count)
      case .length(let minutes, let form):
        if let cost = cost(of: minutes, form, hasH: rest.first?.lower.hasSuffix("h") ?? false) {
          add(.length(minutes), cost, found.count)
        }
      }
    }
  }

  /// Nil where nobody would say such a length so.
  private func cost(of length: Minutes, _ form: TimeWord.Form, hasH: Bool) -> Int? {
    switch form {
    case .clear: return Cost.Time.clearLength
    case .hours:
      guard length <= (hasH && grammar.takesSpans ? Self.longestBlock : Self.longestTreatment)
      else { return nil }
      // `m` and `1h30`: until then, or so long?
      if grammar.kinds.contains(.shift), length <= Self.longestMoved, length.count % 60 != 0 {
        return Cost.Time.clearLength
      }
      return length <= Self.workday ? Cost.Time.hoursLength : Cost.Time.longHoursLength
    case .plain, .dotted:
      let mayBeTime = grammar.kinds.contains(.time)
      return length >= Self.shortestPlain || !mayBeTime ? Cost.Time.plainLength : nil
    }
  }

  /// Nobody is treated for half a day; blocked time may last for one.
  private static let longestTreatment: Minutes = 240
  private static let longestBlock: Minutes = 720
  private static let longestMoved: Minutes = 180
  private static let workday: Minutes = 480
  /// A bare number below is an hour of the day.
  private static let shortestPlain: Minutes = 15
}
