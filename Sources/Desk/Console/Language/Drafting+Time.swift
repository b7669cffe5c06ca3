import BookingDomain

extension Verb {
  /// The line with another start, as chosen from the alternatives.
  func text(_ text: String, startingAt time: TimeOfDay, at desk: Desk) -> String {
    let (line, note) = Drafting.parted(text)
    var words = line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    let hadTime = Phrase(line, at: desk, numbers: numbers).time
    if let hadTime,
      let index = words.lastIndex(where: { TimeWord($0, hours: desk.hours)?.time == hadTime })
    {
      words[index] = time.hourMinute
    } else {
      words.append(time.hourMinute)
    }
    if let note { words += ["//", note] }
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
