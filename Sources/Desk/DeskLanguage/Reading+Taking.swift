import BookingDomain

/// What each piece says goes into the reading.
extension Reading {
  mutating func take(_ piece: Piece, _ all: [LineWord], _ context: PhraseContext) {
    let mine = all[piece.words]
    for word in mine {
      words.append(
        Word(
          range: word.range, kind: piece.meaning.kind, written: word.written,
          place: place(of: piece.meaning)))
    }
    let isCompanion = !companions.isEmpty
    switch piece.meaning {
    case .phone(let found): guest.phone = found
    case .name: guest.name.append(contentsOf: mine.map(\.written))
    case .waiting(let id): waiting = id
    case .choice(let number): setWhom { $0.choice = number }
    case .service(let found):
      if isCompanion {
        companions[companions.count - 1].services = found
      } else {
        services = found
      }
    case .therapist(let ids):
      let id = ids.count == 1 ? ids[0] : nil
      if mine.contains(where: \.isWish) { takeWish() }
      if id == nil { doubt(ids, mine, context) }
      if isCompanion {
        companions[companions.count - 1].therapist = id
      } else {
        therapist = id
      }
    case .time(let found): time = found
    case .until(let found): take(until: found, mine)
    case .span(let from, let to): (time, until) = (from, to)
    case .day(let date, _): day = date
    case .days(let found): (day, days) = (found.lowerBound, found)
    case .lastDay(let found): lastDay = found
    case .everybody: isForEverybody = true
    case .window(let found): window = found
    case .length(let minutes):
      if isCompanion { companions[companions.count - 1].length = minutes } else { length = minutes }
    case .payment(let sale): payment = sale
    case .bed(let found): bed = found
    case .weeks(let number): weeks = number
    case .times(let number): times = number
    case .leftOut(let number): leftOut.insert(number)
    case .companionName: setWhom { $0.name.append(contentsOf: mine.map(\.written)) }
    case .companionPhone(let found): setWhom { $0.phone = found }
    case .shift(let minutes): shift = minutes
    case .scope(let found): scope = found
    case .same: isSame = true
    case .reach(let found): setWhom { $0.reach = found }
    case .wish: takeWish()
    case .reason:
      // Free text keeps its commas.
      let text = mine.map { $0.written + $0.ending }
      reason = ([reason].compactMap { $0 } + text).joined(separator: " ")
    case .asked(let asked): fail(asked.sentence, choices: asked.choices)
    case .separator: companions.append(Companion(who: Person(place: companions.count + 1)))
    case .joint, .honorific: break
    case .begunPhone:
      let text = mine.map(\.written).joined(separator: " ")
      fail("\"\(text)\": the number is not whole yet, or is it two numbers? A time is 9:30.")
    case .unread: break
    }
  }

  /// Whoever was named last.
  private mutating func setWhom(_ change: (inout Person) -> Void) {
    if companions.isEmpty {
      change(&guest)
    } else {
      change(&companions[companions.count - 1].who)
    }
  }

  private func place(of meaning: Piece.Meaning) -> Int {
    switch meaning {
    case .companionName, .companionPhone, .choice, .reach: companions.count
    default: 0
    }
  }

  /// A second time ends the first only where lines have spans: else it is another one.
  private mutating func take(until found: TimeOfDay, _ mine: ArraySlice<LineWord>) {
    until = found
    guard !grammar.takesSpans, let time else { return }
    let first = words.filter { $0.kind == .time }.map(\.written).joined(separator: " ")
    let second = mine.map(\.written).joined(separator: " ")
    for index in words.indices where [.time, .span].contains(words[index].kind) {
      words[index].kind = .unread
    }
    let span = "\(time.hourMinute)-\(found.hourMinute)"
    fail(
      Self.two(.time, first, second),
      choices: [time.hourMinute, found.hourMinute, span].map {
        Draft.Choice(text: $0, edit: .word($0))
      })
  }

  /// `7919 & 3757 mt60`: said once, behind the last of several guests, it is everybody's.
  mutating func shareService() {
    guard services.isEmpty, let last = companions.last, !last.services.isEmpty,
      companions.allSatisfy(\.who.isNamed),
      companions.dropLast().allSatisfy({ $0.services.isEmpty })
    else { return }
    services = last.services
    length = length ?? last.length
    for index in companions.indices {
      companions[index].services = last.services
      companions[index].length = last.length
    }
  }

  private mutating func takeWish() {
    if companions.isEmpty {
      isWished = true
    } else {
      companions[companions.count - 1].isWished = true
    }
  }

  private mutating func doubt(
    _ ids: [UserID], _ mine: ArraySlice<LineWord>, _ context: PhraseContext
  ) {
    let text = mine.map(\.written).joined(separator: " ")
    let doubt = context.lexicon.doubt(text, between: ids)
    markUnread(mine)
    fail(doubt.sentence, choices: doubt.choices)
  }
}
