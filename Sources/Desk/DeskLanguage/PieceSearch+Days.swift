import BookingDomain

/// How likely words are a day, and what else they may be.
extension PieceSearch {
  func addDays(
    _ rest: ArraySlice<LineWord>, _ word: LineWord, _ add: (Piece.Meaning, Int, Int) -> Void
  ) {
    if grammar.takesDays {
      for found in DaySpan.read(rest, today: context.moment.today) {
        add(.days(found.days), Cost.Day.span, found.count)
      }
      for found in DaySpan.ends(rest) { add(.lastDay(found.day), Cost.Day.span, found.count) }
    }
    let shifts = shifts(rest).filter { !$0.mayBeDays }
    for found in DayWord.readWithParts(rest)
    where !shifts.contains(where: { $0.count == found.count }) {
      let today = context.moment.today
      if let days = found.day.contradiction(today: today) {
        if let asked = contradiction(rest.prefix(found.count), found, days) {
          add(.asked(asked), Cost.asked, found.count)
        }
        continue
      }
      add(.day(found.day.date(today: today), found.part), cost(of: found, rest), found.count)
    }
  }

  /// `fri 5/12`, where no word of it can be anything else; where one can be a name or a time, it is
  /// that and a day.
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

  /// `mai 28/11` means Mai on that day just as likely.
  private func cost(ofTwice found: DayWord.Found, _ rest: ArraySlice<LineWord>) -> Int {
    guard found.certainty == .mayBeName, grammar.kinds.contains(.therapist),
      let name = rest.prefix(found.count).lazy.compactMap(named).first
    else { return Cost.Day.inWords }
    return name + Cost.Day.clear
  }

  /// The cost of a word as the name of the only therapist called so, where it can also be a day;
  /// nil where it is not both.
  private func named(_ word: LineWord) -> Int? {
    guard DayWord.mayBeName(word), let (_, match) = context.lexicon.therapists([word]) else {
      return nil
    }
    return Self.cost(of: match)
  }
}
