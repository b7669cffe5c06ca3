import BookingDomain

/// Readings of the first words of a line, as pieces that fit together.
struct Path {
  private(set) var pieces: [Piece] = []
  private(set) var cost = 0
  private var taken: Set<Reading.Kind> = []
  private var time: TimeOfDay?
  private var hasPlainTime = false
  private var hasSpanOfDays = false
  /// `tomorrow afternoon`: a start is looked for in that part of the day.
  private var hasPartOfDay = false
  private var nameEnd: Int?
  private var reasonEnd: Int?
  private var hasWholePhone = false
  /// Whether an `&` came after the guest: a name after it is the companion's.
  private var namesCompanion = false
  private var hasCompanionPhone = false
  /// Whether somebody's name has to follow.
  private var wantsName = false

  /// What the path means, whatever words were used; of names and reasons the words themselves.
  var sense: Set<Piece> {
    Set(
      pieces.map { piece in
        switch piece.meaning {
        case .name, .companionName, .reason, .unread: piece
        default: Piece(words: 0..<0, meaning: piece.meaning, cost: 0)
        }
      })
  }
  var isUnderstood: Bool { !pieces.contains { $0.meaning == .unread } }

  /// Nil where the piece does not fit, for instance because that was said already.
  func adding(_ piece: Piece, _ words: [LineWord], _ grammar: Grammar) -> Path? {
    var longer = self
    if wantsName {
      guard [.guest, .therapist, .unread].contains(piece.meaning.kind) else { return nil }
      longer.wantsName = false
    }
    guard let taken = longer.take(piece, words, grammar) else { return nil }
    longer.cost += taken.cost
    longer.pieces.append(Piece(words: piece.words, meaning: taken.meaning, cost: piece.cost))
    return longer
  }

  /// What a piece means and costs after the pieces so far.
  private typealias Taken = (meaning: Piece.Meaning, cost: Int)

  private mutating func take(
    _ piece: Piece, _ words: [LineWord], _ grammar: Grammar
  ) -> Taken? {
    let start = piece.words.lowerBound
    var cost = piece.cost
    switch piece.meaning {
    case .unread:
      if nameEnd != nil, words[start].mayBeName { cost = Cost.unreadBehindName }
    case .begunPhone, .asked, .joint: break
    case .honorific: wantsName = true
    case .separator:
      guard !taken.isDisjoint(with: [.guest, .phone, .waiting, .therapist]) else { return nil }
      taken.subtract([.service, .therapist, .length, .companion, .wish, .choice, .reach])
      taken.insert(.joint)
      namesCompanion = !taken.isDisjoint(with: [.guest, .phone, .waiting])
      if namesCompanion { nameEnd = nil }
      hasCompanionPhone = false
    case .name where namesCompanion:
      guard words[start].isWrittenAsName, nameEnd == nil || nameEnd == start else { return nil }
      nameEnd = piece.words.upperBound
      taken.insert(.companion)
      return (.companionName, cost)
    case .name: return takeName(piece, words)
    case .phone(let phone) where namesCompanion:
      guard !hasCompanionPhone else { return nil }
      hasCompanionPhone = true
      // What can be a time is the time, where none was typed yet.
      return (
        .companionPhone(phone), cost + (phone.isWhole ? 0 : Cost.Guest.companionsTail)
      )
    case .phone(let phone):
      guard !taken.contains(.phone), mayBeGuest else { return nil }
      if hasPlainTime, !phone.isWhole { cost += Cost.Guest.tailBehindPlainTime }
      hasWholePhone = phone.isWhole
      taken.insert(.phone)
    case .window:
      guard time == nil, taken.isDisjoint(with: [.window, .shift]) else { return nil }
      taken.insert(.window)
    case .day(_, let part):
      guard taken.insert(.day).inserted, part == nil || !taken.contains(.shift) else { return nil }
      hasPartOfDay = part != nil
      if part != nil, let last = pieces.last, [.time, .span].contains(last.meaning.kind),
        DayPart(beside: words[start]) == part
      {
        cost += Cost.Day.partBehindTime
      }
      if namesSomebody(words) { cost += Cost.Day.behindWith }
    case .days, .lastDay:
      guard !hasSpanOfDays else { return nil }
      hasSpanOfDays = true
      if case .days = piece.meaning, !taken.insert(.day).inserted { return nil }
    case .time(let found): return takeTime(found, piece, words, grammar)
    case .span(let from, _):
      guard time == nil, taken.isDisjoint(with: [.length, .span, .window]) else { return nil }
      time = from
      taken.insert(.span)
    // Several days may be left out.
    case .leftOut: taken.insert(.leftOut)
    case .shift:
      guard time == nil, !hasPartOfDay, !taken.contains(.window), taken.insert(.shift).inserted
      else { return nil }
    case .length:
      guard taken.isDisjoint(with: [.length, .span]) else { return nil }
      if time == nil, cost > Cost.Time.clearLength, grammar.kinds.contains(.time) {
        cost += Cost.Time.lengthBeforeTime
      }
      taken.insert(.length)
    case .reason:
      let isBegun = reasonEnd == start
      // Whole days have no time, but they have a therapist.
      let isOff = grammar.takesDays && !taken.isDisjoint(with: [.therapist, .day])
      let hasTime = time != nil || taken.contains(.window) || isOff
      guard isBegun || reasonEnd == nil && hasTime && !words[start].isNumber else { return nil }
      if isBegun { cost += Cost.Reason.goesOn }
      reasonEnd = piece.words.upperBound
      taken.insert(.reason)
    default:
      guard taken.insert(piece.meaning.kind).inserted else { return nil }
    }
    return (piece.meaning, cost)
  }

  /// Whether a therapist is likelier: after an `&` whose companion has none yet, or after `with`.
  private func namesSomebody(_ words: [LineWord]) -> Bool {
    guard let last = pieces.last else { return false }
    return taken.contains(.joint) && !taken.contains(.therapist)
      || last.meaning == .joint && ["with", "với"].contains(words[last.words.lowerBound].lower)
  }

  private mutating func takeName(_ piece: Piece, _ words: [LineWord]) -> Taken? {
    let start = piece.words.lowerBound
    guard nameEnd == nil || nameEnd == start, mayBeGuest else { return nil }
    var cost = piece.cost
    if nameEnd == start, start > 0, cost == Cost.Guest.writtenAsName,
      words[start - 1].isWrittenAsName
    {
      cost = Cost.Guest.nameGoesOn
    }
    if taken.contains(.therapist), cost > Cost.certain { cost += Cost.Guest.nameBesideTherapist }
    nameEnd = piece.words.upperBound
    taken.insert(.guest)
    return (piece.meaning, cost)
  }

  /// A second time is the end of the span that the first began.
  private mutating func takeTime(
    _ found: TimeOfDay, _ piece: Piece, _ words: [LineWord], _ grammar: Grammar
  ) -> Taken? {
    guard taken.isDisjoint(with: [.window, .shift]) else { return nil }
    guard let start = time else {
      time = found
      hasPlainTime = piece.cost == Cost.Time.plain
      return (piece.meaning, piece.cost)
    }
    guard taken.isDisjoint(with: [.span, .length]), found > start, grammar.kinds.contains(.span)
    else { return nil }
    taken.insert(.span)
    let cost = Cost.Time.end(
      of: piece.cost, isShort: words[piece.words.lowerBound].written.utf8.count <= 2,
      takesSpans: grammar.takesSpans)
    return (.until(found), cost)
  }

  /// Whether the guest may be named here: a companion without a name of their own is not.
  private var mayBeGuest: Bool {
    !taken.contains(.joint) || taken.isDisjoint(with: [.guest, .phone, .waiting])
  }

  /// The path with the costs that are only known at the end of the line.
  func ended(_ words: [LineWord], _ grammar: Grammar) -> Path {
    var ended = self
    let hasGuest = !taken.isDisjoint(with: [.guest, .phone, .waiting])
    if grammar.needsGuest, !hasGuest { ended.cost += Cost.Guest.missing }
    if taken.contains(.guest), taken.contains(.phone), !hasWholePhone {
      ended.cost += Cost.Guest.nameAndTail
    }
    if taken.contains(.waiting), taken.contains(.guest) || taken.contains(.phone) {
      ended.cost += Cost.Guest.waitingAndNamed
    }
    let isTomorrow = pieces.contains { piece in
      if case .day = piece.meaning {
        return piece.words.count == 1 && words[piece.words.lowerBound].isTomorrow
      }
      return false
    }
    if isTomorrow, grammar.kinds.contains(.guest), !grammar.goesWithoutGuest, !hasGuest {
      ended.cost += Cost.Guest.missingBesideTomorrow
    }
    return ended
  }

  /// This reading of these words as a choice; nil where one of its pieces cannot be written so that
  /// it means only this.
  func choice(of range: Range<Int>, _ lexicon: Lexicon, _ today: LocalDate) -> Draft.Choice? {
    let meanings = pieces.filter { range.overlaps($0.words) }.map(\.meaning)
    let choices = meanings.compactMap { $0.choice(lexicon, today) }
    guard !choices.isEmpty, choices.count == meanings.count else { return nil }
    let words = choices.compactMap { choice -> String? in
      if case .word(let word)? = choice.edit { word } else { nil }
    }
    return Draft.Choice(
      text: choices.map(\.text).joined(separator: ", "),
      edit: .word(words.joined(separator: " ")))
  }

  /// The guest's name, where a short word for a day next to it may be a part of it: `minh thu`.
  func otherName(_ words: [LineWord]) -> String? {
    guard
      let day = pieces.first(where: { piece in
        guard case .day = piece.meaning, piece.words.count == 1 else { return false }
        let word = words[piece.words.lowerBound]
        return DayWord.mayBeName(word)
      })
    else { return nil }
    let names = pieces.filter { $0.meaning == .name }
    guard let first = names.first?.words.lowerBound, let last = names.last?.words.upperBound,
      day.words.lowerBound == last || day.words.upperBound == first
    else { return nil }
    let whole = min(first, day.words.lowerBound)..<max(last, day.words.upperBound)
    return words[whole].map(\.written).joined(separator: " ")
  }
}
