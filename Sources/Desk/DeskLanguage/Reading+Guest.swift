import BookingDomain

/// Which words are the guest's name, and which could be.
extension Reading {
  /// The guest's name together with words next to it that were read as a therapist: `lan vo`. Nil
  /// where there are none.
  func nameAround(_ lexicon: Lexicon) -> Range<Int>? {
    guard let first = words.firstIndex(where: { $0.kind == .guest }),
      let last = words.lastIndex(where: { $0.kind == .guest })
    else { return nil }
    var (lower, upper) = (first, last + 1)
    while lower > 0, words[lower - 1].isTherapist(lexicon) { lower -= 1 }
    while upper < words.count, words[upper].isTherapist(lexicon) { upper += 1 }
    return lower < first || upper > last + 1 ? lower..<upper : nil
  }

  /// The words that were read as the guest, and those that were not understood and could be the
  /// guest, each with the words next to it.
  func namesAndUnread(_ lexicon: Lexicon) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, word) in words.enumerated() {
      let couldBe = word.kind == .unread && word.couldBeName(lexicon)
      guard word.kind == .guest || couldBe else { continue }
      if let last = runs.last, last.upperBound == index, words[index - 1].kind == word.kind {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// Reads these words as the guest. The words that were read as the guest before mean nothing
  /// then.
  mutating func name(_ range: Range<Int>, _ context: PhraseContext) {
    for index in words.indices where words[index].kind == .guest { words[index].kind = .unread }
    if words[range].contains(where: { $0.kind == .therapist }) { therapist = nil }
    for index in range { words[index].kind = .guest }
    guest.name = words[range].map(\.written)
    (problem, choices) = (nil, [])
    say(context)
  }
}

extension Reading.Word {
  /// No other meaning of it is known here.
  fileprivate func couldBeName(_ lexicon: Lexicon) -> Bool {
    let word = LineWord(written, range)
    return word.mayBeName && lexicon.therapists([word]) == nil
  }

  fileprivate func isTherapist(_ lexicon: Lexicon) -> Bool {
    kind == .therapist
      || kind == .unread && lexicon.therapists([LineWord(written, range)]) != nil
  }
}
