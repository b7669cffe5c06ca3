import BookingDomain

/// Words that were read as a name and are none.
extension Drafting {
  /// Where nobody has the name: the words at its beginning or end that do not belong to it, or all
  /// of its words where they could be a new name.
  func surplus(in name: [String]) throws(Unsettled) -> [String] {
    for count in stride(from: min(name.count - 1, 3), through: 1, by: -1) {
      for (known, rest) in [
        (name.prefix(count), name.dropFirst(count)), (name.suffix(count), name.dropLast(count)),
      ] where !rest.allSatisfy(isWrittenAsName) {
        let text = known.joined(separator: " ")
        guard text.count >= 2 else { continue }
        if !named(text, try cards(for: text)).isEmpty { return Array(rest) }
      }
    }
    return name
  }

  func isWrittenAsName(_ word: String) -> Bool {
    LineWord(word, 0..<word.count).isWrittenAsName
  }

  private func slips(in names: [String]) -> [String] {
    names.filter { name in
      let word = LineWord(name, 0..<name.count)
      return !word.isWrittenAsName && context.lexicon.meant(by: word) != nil
    }
  }

  /// A word that differs by one letter from a word that means something.
  func refuseSlip(in person: Reading.Person, _ reading: inout Reading) -> Draft? {
    let slips = slips(in: person.name)
    guard let slip = slips.first else { return nil }
    reading.refuse(names: slips, of: person, reading.sentence(about: [slip], context))
    return .problem("")
  }
}
