import BookingDomain

/// Which of the spa's people and services a word may mean.
struct Lexicon {
  let spa: Spa

  /// `anna` or `an`: whoever has a name that begins so.
  func therapists(_ word: String) -> [Therapist] {
    guard word.count >= 2 else { return [] }
    return spa.therapists.filter { therapist in
      FoldedText(therapist.name).text.split(separator: " ").contains { $0.hasPrefix(word) }
    }
  }

  /// A word that means this therapist and no other: a name, or `t12` where names do not tell.
  func word(for therapist: UserID) -> String {
    let name = spa.therapists.first { $0.id == therapist }?.name ?? ""
    let words = FoldedText(name).text.split(separator: " ").map(String.init)
    return words.first { therapists($0).map(\.id) == [therapist] } ?? "t\(therapist)"
  }

  /// `t12`: the therapist of that number.
  func numberedTherapist(_ word: String) -> UserID? {
    guard word.hasPrefix("t"), let number = Int64(word.dropFirst()) else { return nil }
    return spa.therapists.first { $0.id.number == number }?.id
  }

  /// A word that means this bed.
  func word(for bed: BedID) -> String? {
    let digits = spa.beds.first { $0.id == bed }?.name.filter(\.isNumber) ?? ""
    return ["b\(digits)", "b\(bed)"].first { self.bed($0) == bed }
  }

  /// `sw`, `swedish`, `sm60`: what begins so, has a word that begins so, or has these initials;
  /// digits behind the letters are its length. The best match first.
  func services(_ word: String) -> [Service] {
    let letters = word.prefix { !$0.isNumber }
    let digits = word.dropFirst(letters.count)
    guard letters.count >= 2, digits.allSatisfy(\.isNumber) else { return [] }
    let ranked = spa.services.filter(\.isActive).compactMap { service -> (Int, Service)? in
      if let minutes = Int(digits), service.duration.count != minutes { return nil }
      return Self.rank(FoldedText(service.name).text, letters).map { ($0, service) }
    }
    let best = ranked.map(\.0).min()
    return ranked.filter { $0.0 == best }.map(\.1)
      .sorted { ($0.duration, $0.id) < ($1.duration, $1.id) }
  }

  private static func rank(_ name: String, _ letters: Substring) -> Int? {
    if name.hasPrefix(letters) { return 0 }
    let words = name.split { !$0.isLetter }
    if String(words.compactMap(\.first)).hasPrefix(letters) { return 1 }
    return words.contains { $0.hasPrefix(letters) } ? 2 : nil
  }

  /// `b3`: the bed of that number, or of a name that ends so.
  func bed(_ word: String) -> BedID? {
    guard word.hasPrefix("b"), let number = Int(word.dropFirst()) else { return nil }
    let named = spa.beds.first { bed in
      let digits = bed.name.reversed().prefix { $0.isNumber }.reversed()
      return Int(String(digits)) == number
    }
    return named?.id ?? spa.beds.first { $0.id.number == Int64(number) }?.id
  }

  static func payment(_ word: String) -> PaymentMethod? {
    switch word {
    case "cash": .cash
    case "card": .creditCard
    case "transfer": .bankTransfer
    case "momo": .momo
    case "vnpay": .vnPay
    case "zalopay": .zaloPay
    default: nil
    }
  }

  /// `45m`, `90min`.
  static func minutes(_ word: String) -> Minutes? {
    for ending in ["min", "m"] where word.hasSuffix(ending) {
      return Int(word.dropLast(ending.count)).flatMap { (1...720).contains($0) ? Minutes($0) : nil }
    }
    return nil
  }
}
