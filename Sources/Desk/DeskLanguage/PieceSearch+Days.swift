import BookingDomain

/// How likely a day is, and what else it may be.
extension PieceSearch {
  /// `fri 5/12`, where nothing in it can be anything else; a name or a time with a day is that.
  func contradiction(
    _ words: ArraySlice<LineWord>, _ found: DayWord.Found, _ days: (LocalDate, LocalDate)
  ) -> AskedWord? {
    let isClear =
      found.certainty == .clear
      || found.certainty == .mayBeName && !words.contains { $0.isTomorrow || isTherapist($0) }
    return isClear ? AskedWord(words, days, today: context.moment.today) : nil
  }

  /// Whether a day begins here that is no other word.
  func isDay(_ words: ArraySlice<LineWord>) -> Bool {
    words.first?.isTomorrow == false && !DayWord.read(words).isEmpty
  }

  private func isTherapist(_ word: LineWord) -> Bool {
    context.lexicon.therapists([word]) != nil
  }

  func cost(of found: DayWord.Found, _ rest: ArraySlice<LineWord>) -> Int {
    if case .twice = found.day { return cost(ofTwice: found, rest) }
    guard let word = rest.first else { return Cost.Day.clear }
    switch found.certainty {
    case .clear: return found.count > 1 ? Cost.Day.inWords : Cost.Day.clear
    case .mayBeName where word.isTomorrow:
      return word.isWrittenAsName ? Cost.Day.tomorrowWrittenAsName : Cost.Day.tomorrowOrName
    // As likely as the therapist who is called so.
    case .mayBeName:
      let isName = word.isWrittenAsName && grammar.kinds.contains(.guest)
      return isName ? Cost.Day.orNumber : min(Cost.Day.orNumber, named(word) ?? Cost.Day.orNumber)
    case .mayBeNumber, .mayBeTime: return Cost.Day.orNumber
    case .mayBeHour: return Cost.Day.orHour
    }
  }

  /// `mai 28/11` is as likely Mai on that day.
  private func cost(ofTwice found: DayWord.Found, _ rest: ArraySlice<LineWord>) -> Int {
    guard found.certainty == .mayBeName, grammar.kinds.contains(.therapist),
      let name = rest.prefix(found.count).lazy.compactMap(named).first
    else { return Cost.Day.inWords }
    return name + Cost.Day.clear
  }

  /// What it costs as the name of one therapist that may be a day; nil where it is neither.
  private func named(_ word: LineWord) -> Int? {
    guard DayWord.mayBeName(word), let (_, match) = context.lexicon.therapists([word]) else {
      return nil
    }
    return Self.cost(of: match)
  }
}
