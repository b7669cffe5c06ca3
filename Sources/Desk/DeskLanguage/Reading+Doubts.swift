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
}
