import BookingDomain

/// What is typed to find a booking of the day: words of the guest's name, the end of a phone
/// number, a service, a therapist, a time; all of them have to fit.
package struct BookingSearch {
  private let words: [LineWord]
  private let phone: Telephone?
  private let lexicon: Lexicon?
  private let time: TimeOfDay?
  /// What the end of a phone number may be as well: `0930`.
  private let otherwise: TimeOfDay?

  package init(_ text: String, in lexicon: Lexicon?) {
    var words = LineWord.words(of: text)
    self.lexicon = lexicon
    // A number may be written in groups.
    let start = words.firstIndex { Telephone.word($0.written) != nil } ?? words.count
    otherwise = words.indices.contains(start) ? Self.time(words[start]) : nil
    if let found = Telephone.read(words[start...]), !found.isBegun {
      phone = found.phone
      words.removeSubrange(start..<start + found.count)
    } else if words.indices.contains(start), let found = Telephone.word(words[start].written) {
      phone = found
      words.remove(at: start)
    } else {
      phone = nil
    }
    // Only a time that can be nothing else.
    let times = words.indices.filter { TimeOfDay(words[$0].written) != nil || words[$0].hasHours }
    time = times.first.flatMap { Self.time(words[$0]) }
    if let index = times.first { words.remove(at: index) }
    self.words = words
  }

  private static func time(_ word: LineWord) -> TimeOfDay? {
    TimeWord.read([word], hours: nil).lazy.compactMap { found -> TimeOfDay? in
      if case .time(let time, _) = found.word { time } else { nil }
    }.first
  }

  package var isEmpty: Bool { words.isEmpty && phone == nil && time == nil }

  /// The bookings of those guests who have each word as a whole word of their name, and the number
  /// and time that were said.
  package func named(in bookings: [Booking]) -> [Booking] {
    guard !isEmpty else { return [] }
    return bookings.filter { booking in
      let names = names(of: booking)
      return fits(booking) && words.allSatisfy { $0.isMet { names.contains($0) } }
    }
  }

  /// The bookings of those guests who are called so, or where nobody is, whose name begins so.
  func guests(in bookings: [Booking]) -> [Booking] {
    let called = named(in: bookings)
    guard called.isEmpty else { return called }
    return bookings.filter { booking in
      let names = names(of: booking)
      return fits(booking)
        && words.allSatisfy { $0.isMet { word in names.contains { $0.hasPrefix(word) } } }
    }
  }

  /// The bookings of whose guests are called so, or where nobody is, whose names begin so, or where
  /// nobody's does, those whose guest, service or therapist fits each word, or where none does, those
  /// whose guest's name has the words anywhere.
  package func found(in bookings: [Booking]) -> [Booking] {
    guard !isEmpty else { return [] }
    let guests = guests(in: bookings)
    if !guests.isEmpty { return guests }
    let timely = bookings.filter(fits)
    let all = timely.map { ($0, names(of: $0)) }
    let services = Dictionary(
      uniqueKeysWithValues: Set(words.map(\.folded)).map {
        ($0, lexicon?.services($0)?.found.all ?? [])
      })
    let therapists = Dictionary(
      words.map { ($0.folded, lexicon?.therapists([$0])?.ids ?? []) },
      uniquingKeysWith: { a, _ in a })
    let other = all.filter { booking, names in
      words.allSatisfy { word in
        word.isMet { word in names.contains { $0.hasPrefix(word) } }
          || services[word.folded]?.contains(booking.service.id) ?? false
          || Self.words(of: booking.service.name).contains { $0 == word.bare }
          || therapists[word.folded]?.contains(booking.therapist) ?? false
      }
    }
    if !other.isEmpty { return other.map(\.0) }
    return timely.filter { booking in
      let names = FoldedText.spellings(of: booking.customer.name).map(\.text)
      return words.allSatisfy { $0.isMet { word in names.contains { $0.contains(word) } } }
    }
  }

  private func fits(_ booking: Booking) -> Bool {
    ((phone?.matches(booking.customer.phone) ?? true) || otherwise == booking.time)
      && (time.map { $0 == booking.time } ?? true)
  }

  private func names(of booking: Booking) -> [Substring] { Self.words(of: booking.customer.name) }

  private static func words(of name: String) -> [Substring] {
    FoldedText.spellings(of: name).flatMap {
      $0.text.split(separator: " ").map(\.withoutPunctuation)
    }
  }
}

extension LineWord {
  /// `müller` of `Müller,`.
  fileprivate var bare: Substring { folded[...].withoutPunctuation }

  /// Whether one of its spellings is met.
  fileprivate func isMet(_ isMet: (Substring) -> Bool) -> Bool {
    isMet(bare)
      || FoldedText.spellings(of: written).dropFirst().contains {
        isMet($0.text[...].withoutPunctuation)
      }
  }

  /// `14h30`, `14h`.
  fileprivate var hasHours: Bool {
    lower.contains("h") && lower.allSatisfy { $0.isNumber || $0 == "h" } && lower.count >= 2
  }
}

extension Substring {
  /// What stands before or behind a word is no part of it; what is nothing else stays as it is.
  fileprivate var withoutPunctuation: Substring {
    let front = drop(while: \.isPunctuation)
    guard let last = front.lastIndex(where: { !$0.isPunctuation }) else { return self }
    return front[...last]
  }
}
