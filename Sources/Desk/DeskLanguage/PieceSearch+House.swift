import BookingDomain

/// What the spa has: therapists, services, beds, and ways of payment.
extension PieceSearch {
  private static let everybody: Set<String> = ["all", "everybody", "everyone"]

  static func cost(of match: Lexicon.Match) -> Int {
    switch match {
    case .exact: Cost.House.exactTherapist
    case .whole: Cost.House.wholeTherapist
    case .begun: Cost.House.begunTherapist
    }
  }

  func addSpa(
    _ rest: ArraySlice<LineWord>, _ word: LineWord, _ add: (Piece.Meaning, Int, Int) -> Void
  ) {
    let lexicon = context.lexicon
    if grammar.takesEverybody {
      if Self.everybody.contains(word.lower) { add(.everybody, Cost.House.everybody, 1) }
      if rest.prefix(2).map(\.lower) == ["tất", "cả"] { add(.everybody, Cost.House.everybody, 2) }
    }
    if let id = lexicon.numberedTherapist(word.lower) {
      add(
        .therapist([id]),
        word.lower.count == 2 ? Cost.House.shortNumberedTherapist : Cost.House.numberedTherapist, 1)
    }
    if let bed = lexicon.bed(word.lower) { add(.bed(bed), Cost.House.bed, 1) }
    if let (count, sale) = Lexicon.payment(rest) {
      add(.payment(sale), Cost.House.payment, count)
    }
    for count in 1...min(4, rest.count) {
      let several = rest.prefix(count)
      guard several.allSatisfy({ $0.mayBeName || count == 1 }) else { break }
      if let (ids, match) = lexicon.therapists(several) {
        add(
          .therapist(ids), count > 1 ? Cost.House.exactTherapist : Self.cost(of: match), count)
      }
      if count > 1 {
        let named = lexicon.services(named: several)
        if !named.isEmpty {
          add(.service(Lexicon.Services(best: named)), Cost.House.serviceInWords, count)
        }
      } else if let (found, match, hasLength) = lexicon.services(word.folded) {
        let cost =
          switch match {
          case .name: Cost.House.serviceByName
          case .initials: Cost.House.serviceByInitials
          case .word, .english: Cost.House.serviceByWord
          }
        add(.service(found), hasLength ? Cost.House.serviceWithLength : cost, 1)
      }
    }
  }
}
