import BookingDomain

/// Who is meant, and what stands before a name.
extension PieceSearch {
  /// The words written as names that stand directly before a whole number, or where none do,
  /// behind it.
  func namesBesideNumber() -> Set<Int> {
    for start in words.indices {
      guard let found = phone(at: start), found.phone.isWhole, !found.isBegun else { continue }
      var before: Set<Int> = []
      for index in words[..<start].indices.reversed() {
        // One sign may part name and number; behind it something else begins.
        if isSign(at: index), before.isEmpty { continue }
        guard words[index].isWrittenAsName, words[index].mayBeName else { break }
        if !isLabel(at: index) { before.insert(index) }
      }
      // Whoever is called Chị Hoa is Hoa.
      if before.count > 1, let first = before.min(), Self.isHonorific(words[first]) {
        before.remove(first)
      }
      if !before.isEmpty { return before }
      var after: Set<Int> = []
      for index in words.indices.dropFirst(start + found.count) {
        if isSign(at: index), after.isEmpty { continue }
        guard words[index].isWrittenAsName, words[index].mayBeName else { break }
        after.insert(index)
      }
      return after
    }
    return []
  }

  private func isSign(at index: Int) -> Bool { Self.signs.contains(words[index].written) }

  private func phone(at start: Int) -> Telephone.Found? {
    if let found = Telephone.read(words[start...]) { return found }
    return Telephone.word(words[start].written).flatMap {
      $0.isWhole ? Telephone.Found(count: 1, phone: $0) : nil
    }
  }

  /// What is written before a number to say that it is one.
  private static let labels: Set<String> = [
    "tel", "phone", "mobile", "mob", "whatsapp", "sđt", "sdt", "đt", "dđ",
  ]

  /// `sđt 0901…`, `Tel: 0901…`: directly before a whole number it is no part of a name.
  func isLabel(at index: Int) -> Bool {
    let word = words[index].lower.filter { !":.".contains($0) }
    guard Self.labels.contains(word), words.indices.contains(index + 1) else { return false }
    return phone(at: index + 1)?.phone.isWhole ?? false
  }

  /// Before somebody's name, guest's or therapist's. Anh, Em and Chi are names too.
  private static let honorifics: Set<String> = [
    "chị", "cô", "ông", "bà", "chú", "bác", "anh", "em", "mr", "mr.", "mrs", "mrs.", "ms", "ms.",
    "miss", "mister", "madam", "madame", "monsieur", "herr", "frau",
  ]

  /// The same without their marks, where nothing else is as likely.
  static let unmarked: Set<String> = ["chi", "co", "ong", "ba", "chu", "bac"]

  static func isHonorific(_ word: LineWord) -> Bool {
    honorifics.contains(word.lower)
      && !(word.isWrittenAsName && ["anh", "em"].contains(word.lower))
  }

  func addGuest(
    _ rest: ArraySlice<LineWord>, _ word: LineWord, _ add: (Piece.Meaning, Int, Int) -> Void
  ) {
    if word.written.hasPrefix("#"), let number = Int(word.written.dropFirst()), number > 0 {
      add(.choice(number), Cost.Guest.choice, 1)
    }
    if word.lower.hasPrefix("w"), let number = Int64(word.lower.dropFirst()),
      context.waiting.contains(where: { $0.id.number == number })
    {
      add(.waiting(WaitingID(number)), Cost.Guest.waiting, 1)
    }
    guard grammar.kinds.contains(.phone) || grammar.kinds.contains(.guest) else { return }
    if grammar.kinds.contains(.phone) {
      if let found = Telephone.read(rest) {
        found.isBegun
          ? add(.begunPhone, Cost.Guest.begunPhone, found.count)
          : add(.phone(found.phone), Cost.certain, found.count)
      }
      if let phone = Telephone.word(word.written) {
        let isLong = !word.isNumber || word.written.utf8.count > 4
        add(.phone(phone), isLong ? Cost.certain : Cost.Guest.shortTail, 1)
      }
    }
    if word.mayBeName {
      let plain = word.isWrittenAsName ? Cost.Guest.writtenAsName : Cost.Guest.plainName
      add(.name, isNamed(word) ? Cost.Guest.nameInList : plain, 1)
    }
  }

  /// Whether one of the few that can be meant is called so.
  private func isNamed(_ word: LineWord) -> Bool {
    grammar.needsGuest
      && context.waiting.contains { guest in
        Drafting.words(guest.customer.name).contains(word.folded)
      }
  }
}
