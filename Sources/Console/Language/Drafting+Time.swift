import BookingDomain

extension Verb {
  /// The line with another start, as chosen from the alternatives.
  func text(_ text: String, startingAt time: TimeOfDay, at desk: Desk) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    let hadTime = Phrase(text, at: desk, numbers: numbers).time
    if let hadTime,
      let index = words.lastIndex(where: { TimeWord($0, hours: desk.hours)?.time == hadTime })
    {
      words[index] = time.hourMinute
    } else {
      words.append(time.hourMinute)
    }
    return words.joined(separator: " ")
  }

  private var numbers: Phrase.Numbers {
    switch self {
    case .book, .walkIn, .wait, .unwait, .find, .rebook: .phoneThenTime
    case .move, .swap, .cancel, .longer, .shorter, .notes, .block, .unblock, .reassign:
      .timeThenMinutes
    }
  }
}
