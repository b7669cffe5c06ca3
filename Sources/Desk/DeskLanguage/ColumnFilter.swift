import BookingDomain

/// Which columns of the board are looked at, as `lan, late, foot` says it: a therapist's, those with
/// somebody who is late or waits, those of who does a service; whoever fits one of the words.
package struct ColumnFilter: Hashable, Sendable {
  /// As it was typed, for the title.
  package let text: String
  private var therapists: Set<UserID> = []
  private var wantsNeeded = false

  package struct Unknown: Error, Hashable {
    /// What is wrong with which word.
    package let sentence: String
  }

  /// Somebody is late, waits, or is treated past the time.
  private static let needed: Set<String> = ["late", "waiting", "trễ", "muộn", "chờ"]

  package init(_ text: String, _ lexicon: Lexicon) throws(Unknown) {
    let parts = text.split(separator: ",").map { LineWord.words(of: String($0)) }
    self.text = parts.map { $0.map(\.written).joined(separator: " ") }.joined(separator: ", ")
    for words in parts where !words.isEmpty {
      // `lan anh` is one; `lan foot` are two.
      if !take(words[...], lexicon) {
        for word in words where !take([word], lexicon) {
          throw Unknown(
            sentence:
              "\"\(word.written)\": no therapist or service; \"late\" shows who needs somebody.")
        }
      }
    }
  }

  /// - Returns: whether it is understood.
  private mutating func take(_ words: ArraySlice<LineWord>, _ lexicon: Lexicon) -> Bool {
    if words.count == 1, let word = words.first, Self.needed.contains(word.lower) {
      wantsNeeded = true
      return true
    }
    if let (ids, _) = lexicon.therapists(words) {
      therapists.formUnion(ids)
      return true
    }
    let services =
      words.count == 1
      ? lexicon.services(words.first?.folded ?? "")?.found.best ?? []
      : lexicon.services(named: words)
    let meant = lexicon.spa.services.filter { services.contains($0.id) }
    therapists.formUnion(
      lexicon.spa.therapists.filter { meant.contains(where: $0.does) }.map(\.id))
    return !meant.isEmpty
  }

  /// - Parameter needed: therapists with somebody who is late or waits.
  package func shows(_ therapist: UserID, needed: Set<UserID>) -> Bool {
    therapists.contains(therapist) || wantsNeeded && needed.contains(therapist)
  }
}
