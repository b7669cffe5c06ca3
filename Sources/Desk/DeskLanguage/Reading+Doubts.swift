import BookingDomain

/// What could be two things, and is asked about.
extension Reading {
  /// Two readings are as good as each other: the words in which they differ are asked about.
  mutating func ask(
    _ one: Path, _ other: Path, _ all: [LineWord], _ context: PhraseContext
  ) {
    guard let differing = one.pieces.first(where: { !other.pieces.contains($0) }),
      let instead = other.pieces.first(where: { $0.words.overlaps(differing.words) })
    else { return }
    let range =
      min(
        differing.words.lowerBound, instead.words.lowerBound)..<max(
        differing.words.upperBound, instead.words.upperBound)
    let text = all[range].map(\.written).joined(separator: " ")
    let today = context.moment.today
    markUnread(all[range])
    // `fri sat`: each could be a name as well, and no name was asked for.
    if let name = [differing, instead].first(where: { $0.meaning == .name }),
      let first = one.pieces.first(where: {
        $0.meaning.kind != .guest && $0 != name && !other.pieces.contains($0)
      }),
      let second = other.pieces.first(where: {
        $0.meaning.kind == first.meaning.kind && !one.pieces.contains($0)
      })
    {
      markUnread(all[first.words] + all[second.words])
      let both = [first, second].sorted { $0.words.lowerBound < $1.words.lowerBound }
        .map { all[$0.words].map(\.written).joined(separator: " ") }
      fail(Self.two(first.meaning.kind, both[0], both[1]))
      return
    }
    let both = [differing.meaning, instead.meaning]
    fail(
      "\"\(text)\" could be "
        + both.map { $0.spoken(context.lexicon, today) }.joined(separator: " or ") + ": which?",
      choices: [one, other].compactMap { $0.choice(of: range, context.lexicon, today) })
  }

  /// `thu 6` with somebody called Thu: six o'clock with her, or on Thursday, or Friday.
  mutating func doubtWeekday(_ ways: [Path], _ all: [LineWord], _ context: PhraseContext) {
    guard let path = ways.first else { return }
    let today = context.moment.today
    for (piece, next) in zip(path.pieces, path.pieces.dropFirst()) {
      guard case .time(let time) = next.meaning, piece.words.count == 1, next.words.count == 1,
        let meant = DayWord.read(all[piece.words.lowerBound..<next.words.upperBound])
          .first(where: { $0.certainty == .mayBeHour && $0.count == 2 })
      else { continue }
      let word = all[piece.words.lowerBound]
      let meanings = ways.flatMap(\.pieces).filter { $0.words == piece.words }.map(\.meaning)
      let mine = all[piece.words.lowerBound..<next.words.upperBound]
      var could = [
        Draft.Choice(
          text:
            "\(meant.day.date(today: today).short) (thứ \(mine[next.words.lowerBound].written))",
          edit: .word(meant.day.date(today: today).description))
      ]
      for meaning in meanings {
        switch meaning {
        case .therapist(let ids) where ids.count == 1 && day == nil || meanings.count > 1:
          guard let id = ids.first else { continue }
          could.append(
            Draft.Choice(
              text: "\(context.lexicon.name(of: id)) at \(time.hourMinute)",
              edit: .word("\(context.lexicon.word(for: id)) \(time.hourMinute)")))
        case .day(let date, _) where DayWord.mayBeName(word):
          could.append(
            Draft.Choice(
              text: "\(date.short) at \(time.hourMinute)",
              edit: .word("\(date) \(time.hourMinute)")))
        default: continue
        }
      }
      guard could.count > 1 else { continue }
      markUnread(mine)
      fail(
        "\"\(mine.map(\.written).joined(separator: " "))\" could be "
          + could.map(\.text).joined(separator: " or ") + ": which?", choices: could)
    }
  }

  /// `tối mai 9h`: the part of the day that was said says which nine; without a time it says where
  /// one is looked for.
  mutating func settleDayPart(_ path: Path, _ all: [LineWord]) {
    guard let day = path.pieces.first(where: { $0.meaning.kind == .day }),
      case .day(_, let part?) = day.meaning,
      let word = all[day.words].first(where: { DayPart(beside: $0) == part })
    else { return }
    guard let time else {
      if grammar.kinds.contains(.window) {
        settleWindow(in: part, word, path, all)
      } else {
        markUnread([word])
        fail(
          grammar.kinds.contains(.time)
            ? "\"\(word.written)\": say the time too, as 14:30."
            : "\"\(word.written)\": whole days are meant here; :block takes a time.")
      }
      return
    }
    guard let said = path.pieces.first(where: { [.time, .span].contains($0.meaning.kind) }) else {
      return
    }
    guard !TimeWord.saysHalfOfDay(all[said.words]) else {
      if !part.window.contains(time) {
        markUnread([word])
        fail(Self.two(.time, word.written, said.spoken(all)))
      }
      return
    }
    self.time = part.moved(time)
    until = until.map { part.moved($0) }
  }

  /// `after 3 tomorrow afternoon`: both say where a start is looked for.
  private mutating func settleWindow(
    in part: DayPart, _ word: LineWord, _ path: Path, _ all: [LineWord]
  ) {
    guard let bounds = window,
      let said = path.pieces.first(where: { $0.meaning.kind == .window })
    else {
      window = part.window
      return
    }
    window = bounds.narrowed(to: part, saysHalfOfDay: TimeWord.saysHalfOfDay(all[said.words]))
    guard window == nil else { return }
    markUnread([word])
    fail(Self.two(.time, word.written, said.spoken(all)))
  }

  /// `in 30 minutes fri`: so long from now is today.
  mutating func settleFromNow(_ path: Path, _ all: [LineWord], _ today: LocalDate) {
    guard let date = day, date != today,
      let day = path.pieces.first(where: { $0.meaning.kind == .day }),
      let time = path.pieces.first(where: { $0.meaning.kind == .time })
    else { return }
    let words = all[time.words]
    guard words.first?.lower == "now" || !TimeWord.fromNow(words).isEmpty else { return }
    markUnread(all[day.words])
    fail("\"\(time.spoken(all))\" is today, and \"\(day.spoken(all))\" is \(date.short): which?")
  }
}
