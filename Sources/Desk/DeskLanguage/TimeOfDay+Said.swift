import BookingDomain

extension TimeOfDay {
  /// As a line says it, and nothing else: `14:05`, `2 pm`, `9h30`.
  package init?(said text: String, in hours: BusinessHours?) {
    let words = LineWord.words(of: text)
    let found = TimeWord.read(words[...], hours: hours).first { found in
      if case .time = found.word { found.count == words.count } else { false }
    }
    guard case .time(let time, _)? = found?.word else { return nil }
    self = time
  }
}
