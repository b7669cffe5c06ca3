import BookingDomain

/// Which of the spa's people, services and things a word may mean.
package struct Lexicon: Hashable, Sendable {
  package let spa: Spa
  /// The words of everybody's name, as they are written and folded.
  private let therapists: [(therapist: Therapist, words: [(written: String, folded: String)])]
  private let services: [Entry]

  private struct Entry {
    let service: Service
    let folded: String
    let words: [String]
    let initials: String
    let english: [String]

    /// Whether one of its English words is this one, or begins so.
    func isEnglish(_ letters: some StringProtocol) -> Bool {
      english.contains { $0 == letters || letters.count >= 4 && $0.hasPrefix(letters) }
    }
  }

  package init(spa: Spa) {
    self.spa = spa
    therapists = spa.therapists.map { therapist in
      let words = LineWord.words(of: therapist.name)
      return (therapist, words.map { ($0.lower, $0.folded) })
    }
    services = spa.services.filter(\.isActive).map { service in
      let folded = FoldedText(service.name).text
      let words = folded.split { !$0.isLetter }.map(String.init)
      return Entry(
        service: service, folded: folded, words: words,
        initials: String(words.compactMap(\.first)),
        english: ServiceEnglish.words(for: service.name))
    }
  }

  package static func == (a: Self, b: Self) -> Bool { a.spa == b.spa }
  package func hash(into hasher: inout Hasher) { hasher.combine(spa) }

  /// How well a word is met: the less, the better.
  enum Match: Int, Comparable {
    /// The whole word, with its marks.
    case exact
    case whole
    case begun

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  // MARK: - Therapists

  /// Whoever has a name of which all these words are words, by the best match there is: with its
  /// marks, else without, else by the beginning of a word.
  func therapists(_ words: ArraySlice<LineWord>) -> (ids: [UserID], match: Match)? {
    guard words.allSatisfy({ $0.folded.count >= 2 }) else { return nil }
    var best: (ids: [UserID], match: Match) = ([], .begun)
    for entry in therapists {
      guard let match = Self.match(words, entry.words) else { continue }
      if best.ids.isEmpty || match < best.match { best = ([], match) }
      if match == best.match { best.ids.append(entry.therapist.id) }
    }
    return best.ids.isEmpty ? nil : best
  }

  private static func match(
    _ words: ArraySlice<LineWord>, _ name: [(written: String, folded: String)]
  ) -> Match? {
    var worst = Match.exact
    var left = name
    for word in words {
      let found: (index: Int, match: Match)?
      if let index = left.firstIndex(where: { $0.written == word.lower }) {
        found = (index, .exact)
      } else if word.isDayNumbered {
        found = nil
      } else if let index = left.firstIndex(where: { $0.folded == word.folded }) {
        found = (index, .whole)
      } else {
        found = left.firstIndex { $0.folded.hasPrefix(word.folded) }.map { ($0, .begun) }
      }
      guard let found else { return nil }
      worst = max(worst, found.match)
      left.remove(at: found.index)
    }
    return worst
  }

  func name(of therapist: UserID) -> String {
    spa.therapists.first { $0.id == therapist }?.name ?? "Therapist \(therapist)"
  }

  /// Words that mean this therapist and no other: one of the name, all of it, or a number where
  /// names do not tell.
  package func word(for therapist: UserID) -> String {
    let words = LineWord.words(of: name(of: therapist))
    let single = words.first { word in
      therapists([LineWord(word.folded, 0..<0)])?.ids == [therapist] && DayWord(word.folded) == nil
    }
    if let single { return single.folded }
    if words.count > 1, therapists(words[...])?.ids == [therapist] {
      return words.map(\.folded).joined(separator: " ")
    }
    return Self.number(therapist)
  }

  /// `t6` is Friday where people speak Vietnamese, `t06` is nothing else.
  private static func number(_ therapist: UserID) -> String {
    therapist.number < 10 ? "t0\(therapist)" : "t\(therapist)"
  }

  /// `t12`: the therapist of that number.
  func numberedTherapist(_ word: String) -> UserID? {
    guard word.hasPrefix("t"), word.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int64(word.dropFirst())
    else { return nil }
    return spa.therapists.first { $0.id.number == number }?.id
  }

  // MARK: - Services

  enum ServiceMatch: Int {
    case name
    case initials
    case word
    case english
  }

  /// Services that a word may mean.
  struct Services: Hashable {
    /// Those that it means rather.
    var best: [ServiceID] = []
    /// Those whose name it is somewhere else in.
    var others: [ServiceID] = []

    var all: [ServiceID] { best + others }
    var isEmpty: Bool { best.isEmpty }
  }

  /// `sw`, `swedish`, `sm60`: what begins so, has these initials, or has a word that begins so;
  /// digits behind the letters are its length.
  func services(_ word: String) -> (found: Services, match: ServiceMatch, hasLength: Bool)? {
    let letters = word.prefix { !$0.isNumber }
    let digits = word.dropFirst(letters.count).trimmingMinuteSign
    guard letters.count >= 2, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      letters.allSatisfy(\.isLetter)
    else { return nil }
    let minutes = digits.isEmpty ? nil : Int(digits)
    var found: [ServiceMatch: [Service]] = [:]
    for entry in services {
      if !digits.isEmpty, entry.service.duration.count != minutes { continue }
      let match: ServiceMatch
      if entry.folded.hasPrefix(letters) {
        match = .name
      } else if entry.initials.hasPrefix(letters) {
        match = .initials
      } else if entry.words.contains(where: { $0.hasPrefix(letters) }) {
        match = .word
      } else if entry.isEnglish(letters) {
        match = .english
      } else {
        continue
      }
      found[match, default: []].append(entry.service)
    }
    let kinds = found.keys.sorted { $0.rawValue < $1.rawValue }
    guard let best = kinds.first else { return nil }
    let others = kinds.dropFirst().flatMap { found[$0] ?? [] }
    return (
      Services(best: Self.sorted(found[best] ?? []), others: Self.sorted(others)), best,
      !digits.isEmpty
    )
  }

  private static func sorted(_ services: [Service]) -> [ServiceID] {
    services.sorted { ($0.duration, $0.id) < ($1.duration, $1.id) }.map(\.id)
  }

  /// A word that means this service and no other: letters and minutes; nil where names do not tell.
  package func word(for service: ServiceID) -> String? {
    guard let entry = services.first(where: { $0.service.id == service }) else { return nil }
    let letters = [String(entry.initials.prefix(2)), entry.initials] + entry.words
    return letters.lazy.filter { $0.count >= 2 }
      .map { $0 + String(entry.service.duration.count) }
      .first { self.services($0)?.found.best == [service] }
  }

  /// The same treatment of another length: of the same words, or meant by the same letters.
  func service(like service: ServiceID, lasting length: Minutes, typed word: String?) -> ServiceID?
  {
    let words = services.first { $0.service.id == service }?.words
    let same = services.first { $0.words == words && $0.service.duration == length }
    if let same { return same.service.id }
    let letters = FoldedText(word ?? "").text.prefix { $0.isLetter }
    let found = self.services("\(letters)\(length.count)")?.found.best ?? []
    return found.count == 1 ? found[0] : nil
  }

  /// A word for one of them, to show how services are written.
  var serviceExample: String? { services.lazy.compactMap { self.word(for: $0.service.id) }.first }

  /// A word for each service: how its name begins, and how long it is.
  var serviceWords: [String] {
    services.compactMap { entry in
      entry.words.first.map { $0 + String(entry.service.duration.count) }
    }
  }

  /// `hot stone`, `massage thai`: services whose name has a word that begins with each of these.
  func services(named words: ArraySlice<LineWord>) -> [ServiceID] {
    guard words.allSatisfy({ $0.folded.count >= 2 }) else { return [] }
    let named = services.filter { entry in
      var left = entry.words + entry.english
      return words.allSatisfy { word in
        guard let index = left.firstIndex(where: { $0.hasPrefix(word.folded) }) else {
          return false
        }
        left.remove(at: index)
        return true
      }
    }
    return Self.sorted(named.map(\.service))
  }

  // MARK: - Beds and payment

  /// A word that means this bed.
  package func word(for bed: BedID) -> String? {
    let digits = spa.beds.first { $0.id == bed }?.name.filter(\.isNumber) ?? ""
    return ["b\(digits)", "b\(bed)"].first { self.bed($0) == bed }
  }

  /// `g2`: the bed of that name; `b3`: of that number, or of a name that ends so.
  func bed(_ word: String) -> BedID? {
    if word.contains(where: \.isNumber), word.contains(where: \.isLetter),
      let named = spa.beds.first(where: { FoldedText($0.name).text == word })
    {
      return named.id
    }
    guard word.hasPrefix("b"), word.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(word.dropFirst())
    else { return nil }
    let named = spa.beds.first { bed in
      let digits = bed.name.reversed().prefix { $0.isNumber }.reversed()
      return Int(String(digits)) == number
    }
    return named?.id ?? spa.beds.first { $0.id.number == Int64(number) }?.id
  }

  private static let payments: KeyValuePairs<[Spelling], NewBooking.Payment> = [
    ["chưa", "thanh", "toán"]: .unpaidSale, ["chưa", "trả", "tiền"]: .unpaidSale,
    ["chưa", "trả"]: .unpaidSale, ["trả", "sau"]: .unpaidSale, ["pay", "later"]: .unpaidSale,
    ["pays", "later"]: .unpaidSale, ["not", "paid"]: .unpaidSale, ["unpaid"]: .unpaidSale,
    ["tiền", "mặt"]: .sale(.cash), ["chuyển", "khoản"]: .sale(.bankTransfer),
    ["bank", "transfer"]: .sale(.bankTransfer), ["credit", "card"]: .sale(.creditCard),
    ["cash"]: .sale(.cash), ["card"]: .sale(.creditCard), ["transfer"]: .sale(.bankTransfer),
    ["ck"]: .sale(.bankTransfer), ["tm"]: .sale(.cash), ["visa"]: .sale(.creditCard),
    ["mastercard"]: .sale(.creditCard), ["debit", "card"]: .sale(.creditCard),
    ["quẹt", "thẻ"]: .sale(.creditCard), ["cà", "thẻ"]: .sale(.creditCard),
    [Spelling(onlyMarked: "thẻ")]: .sale(.creditCard), ["momo"]: .sale(.momo),
    ["vnpay"]: .sale(.vnPay),
    ["zalopay"]: .sale(.zaloPay), ["zalo"]: .sale(.zaloPay),
  ]

  /// How what is sold is paid.
  static func payment(_ words: ArraySlice<LineWord>) -> (count: Int, sale: NewBooking.Payment)? {
    payments.first { words.begins(with: $0.key) }.map { ($0.key.count, $0.value) }
  }

  // MARK: - Slips of the finger

  private static let days = [
    "today", "tomorrow", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday",
  ]

  /// The day that a misspelt word was probably meant to be; `mondays` is spelt well.
  static func day(meantBy word: LineWord) -> String? {
    days.first { isSlip(word.lower, of: $0) && word.lower != $0 + "s" }
  }

  /// English words that are nearly others.
  private static let wellSpelt: Set<String> = ["oily", "sundry", "sundae", "toady"]

  /// One letter wrong, too many, missing, or in its neighbour's place.
  static func isSlip(_ typed: String, of meant: String) -> Bool {
    let (a, b) = (Array(typed), Array(meant))
    guard typed != meant, !wellSpelt.contains(typed), abs(a.count - b.count) <= 1 else {
      return false
    }
    let same = zip(a, b).prefix { $0 == $1 }.count
    let (left, right) = (a[same...], b[same...])
    if a.count > b.count { return left.dropFirst().elementsEqual(right) }
    if a.count < b.count { return left.elementsEqual(right.dropFirst()) }
    return left.dropFirst().elementsEqual(right.dropFirst())
      || left.prefix(2).elementsEqual(right.prefix(2).reversed())
        && left.dropFirst(2).elementsEqual(right.dropFirst(2))
  }

  /// Words of the language that a misspelt one was probably meant to be.
  func meant(by word: LineWord) -> String? {
    guard word.folded.count >= 4 else { return nil }
    let fixed =
      Self.days + ["until"] + ["cash", "card", "transfer", "zalopay", "vnpay", "momo", "unpaid"]
    let names = therapists.flatMap { $0.words.map(\.folded) }
    let menu = services.flatMap(\.words).filter { $0.count >= 4 }
    return (fixed + names + menu).first { $0 != word.folded && Self.isNearly(word.folded, $0) }
  }

  /// One letter too many, too few, changed or in its neighbour's place; in short words only the
  /// last, since names are short and many.
  private static func isNearly(_ typed: String, _ meant: String) -> Bool {
    let (a, b) = (Array(typed), Array(meant))
    if a.count == b.count {
      let wrong = a.indices.filter { a[$0] != b[$0] }
      if wrong.count == 2, wrong[1] == wrong[0] + 1, a[wrong[0]] == b[wrong[1]],
        a[wrong[1]] == b[wrong[0]]
      {
        return true
      }
      return a.count >= 6 && wrong.count == 1
    }
    guard min(a.count, b.count) >= 5, abs(a.count - b.count) == 1 else { return false }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    let same = zip(short, long).prefix { $0 == $1 }.count
    return short[same...].elementsEqual(long[(same + 1)...])
  }
}

extension Substring {
  /// `60'` and `60m` are lengths in a service's word.
  fileprivate var trimmingMinuteSign: Substring {
    guard let last, "'’m".contains(last), count > 1 else { return self }
    return dropLast()
  }
}
