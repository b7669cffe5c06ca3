import BookingDomain

/// What the words of a line say, in whatever order they come. A word is what it looks like; what
/// nothing else claims is somebody's name.
struct Phrase: Hashable {
  var services: [ServiceID] = []
  var therapist: UserID?
  var time: TimeOfDay?
  /// The end of a span of time, `14-18`.
  var until: TimeOfDay?
  var date: LocalDate?
  var duration: Minutes?
  var bed: BedID?
  var payment: PaymentMethod?
  /// Digits of a phone number.
  var phone: String?
  /// Which of several customers is meant, from 1 (`#2`).
  var choice: Int?
  /// From the waiting list (`w8`).
  var waiting: WaitingID?
  /// Plain numbers that nothing else claimed.
  var numbers: [Int] = []
  var name: [String] = []
  /// What comes after `//`.
  var notes: String?

  /// What a verb takes plain numbers for.
  enum Numbers {
    /// The first that is no clear time is a phone number, the next a time.
    case phoneThenTime
    /// The first is a time, the next a length in minutes.
    case timeThenMinutes
  }

  init(_ text: String, at desk: Desk, numbers kind: Numbers) {
    var words = text
    if let start = text.firstRange(of: "//") {
      notes = String(text[start.upperBound...].drop(while: \.isWhitespace))
      words = String(text[..<start.lowerBound])
    }
    let lexicon = Lexicon(spa: desk.spa)
    var unclear: [(word: String, written: String)] = []
    for written in words.split(separator: " ").map(String.init) {
      let word = FoldedText(written).text
      if !takeClear(word, at: desk, lexicon) { unclear.append((word, written)) }
    }
    for (word, written) in unclear {
      // A guest's name is written as a name where the number is whole: "Lan 0901234567" is no
      // therapist called Lan.
      if hasWholePhone, written.first?.isUppercase ?? false {
        name.append(written)
      } else {
        take(word, written, at: desk, lexicon, kind)
      }
    }
  }

  /// Fewer digits than this are a tail; a whole number may be somebody new's.
  static let wholePhone = 8

  var hasWholePhone: Bool { phone.map { $0.count >= Self.wholePhone } ?? false }

  /// Words that can only be one thing.
  private mutating func takeClear(_ word: String, at desk: Desk, _ lexicon: Lexicon) -> Bool {
    if word == "now" {
      time = desk.earliest
    } else if word.hasPrefix("#"), let number = Int(word.dropFirst()), number > 0 {
      choice = number
    } else if word.hasPrefix("w"), let number = Int64(word.dropFirst()),
      desk.waiting.contains(where: { $0.id.number == number })
    {
      waiting = WaitingID(number)
    } else if let span = Self.span(word, desk.hours) {
      (time, until) = span
    } else if case .clear(let clear) = TimeWord(word, hours: desk.hours) {
      time = clear
    } else if let day = BookingDay.read(word, today: desk.moment.today),
      // Where somebody is called Thu, "thu" is no Thursday.
      lexicon.therapists(word).isEmpty
    {
      date = day
    } else if let length = Lexicon.minutes(word) {
      duration = length
    } else if let method = Lexicon.payment(word) {
      payment = method
    } else if let found = lexicon.numberedTherapist(word) {
      therapist = found
    } else if let found = lexicon.bed(word) {
      bed = found
    } else if word.utf8.count > 4, word.drop(while: { $0 == "+" }).allSatisfy(\.isNumber) {
      phone = String(word.filter(\.isNumber))
    } else {
      return false
    }
    return true
  }

  private static func span(_ word: String, _ hours: BusinessHours?) -> (TimeOfDay, TimeOfDay)? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = TimeWord(String(parts[0]), hours: hours),
      let until = TimeWord(String(parts[1]), hours: hours), from.time <= until.time
    else { return nil }
    return (from.time, until.time)
  }

  private mutating func take(
    _ word: String, _ written: String, at desk: Desk, _ lexicon: Lexicon, _ kind: Numbers
  ) {
    if word.allSatisfy(\.isNumber), let number = Int(word) {
      return takeNumber(word, number, at: desk, kind)
    }
    let services = lexicon.services(word)
    let therapists = lexicon.therapists(word)
    // A word that is both is the one that is still missing; letters with a length are a service.
    if !services.isEmpty, self.services.isEmpty, therapists.isEmpty || therapist != nil {
      self.services = services.map(\.id)
    } else if let first = therapists.first, therapist == nil {
      therapist = therapists.first(where: \.state.isThere)?.id ?? first.id
    } else if !services.isEmpty, self.services.isEmpty {
      self.services = services.map(\.id)
    } else {
      name.append(written)
    }
  }

  private mutating func takeNumber(_ word: String, _ number: Int, at desk: Desk, _ kind: Numbers) {
    let time = TimeWord(word, hours: desk.hours)?.time
    switch kind {
    case .phoneThenTime:
      let hasCustomer = phone != nil || !name.isEmpty || waiting != nil
      if let time, self.time == nil, hasCustomer || word.count < 3 {
        self.time = time
      } else if phone == nil, word.count >= 3 {
        phone = word
      } else {
        numbers.append(number)
      }
    case .timeThenMinutes:
      if let time, self.time == nil {
        self.time = time
      } else if duration == nil, (1...720).contains(number) {
        duration = Minutes(number)
      } else {
        numbers.append(number)
      }
    }
  }
}

extension Therapist.State {
  var isThere: Bool { self == .available || self == .busy }
}
