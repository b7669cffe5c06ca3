import BookingDomain

/// One or more words and what they may mean.
struct Piece: Hashable {
  let words: Range<Int>
  let meaning: Meaning
  /// The less, the likelier.
  let cost: Int

  enum Meaning: Hashable {
    case phone(Telephone)
    /// The beginning of one.
    case begunPhone
    case name
    case waiting(WaitingID)
    case choice(Int)
    case service([ServiceID])
    case therapist([UserID])
    case time(TimeOfDay)
    /// A second time: the end of what began with the first.
    case until(TimeOfDay)
    case span(TimeOfDay, TimeOfDay)
    case day(LocalDate)
    case length(Minutes)
    case payment(PaymentMethod)
    case bed(BedID)
    case weeks(Int)
    case reason
    case separator
    case joint
    case unread
  }
}

extension Piece.Meaning {
  var kind: Reading.Kind {
    switch self {
    case .phone: .phone
    case .name: .guest
    case .waiting: .waiting
    case .choice: .choice
    case .service: .service
    case .therapist: .therapist
    case .time: .time
    case .until, .span: .span
    case .day: .day
    case .length: .length
    case .payment: .payment
    case .bed: .bed
    case .weeks: .weeks
    case .reason: .reason
    case .separator, .joint: .joint
    case .begunPhone, .unread: .unread
    }
  }

  /// What it means, and how it is written so that it means nothing else.
  func spoken(_ lexicon: Lexicon, _ today: LocalDate) -> String {
    switch self {
    case .phone(let phone): return "a number's end (\(phone.digits))"
    case .name: return "a name"
    case .service(let ids):
      let name = ids.first.flatMap { id in lexicon.spa.services.first { $0.id == id } }?.name
      return "the service \(name ?? "")"
    case .therapist(let ids):
      return ids.map { "\(lexicon.name(of: $0)) (\(lexicon.word(for: $0)))" }
        .joined(separator: ", ")
    case .time(let time): return "the time \(time.hourMinute)"
    case .until(let time): return "until \(time.hourMinute) (with a dash before it)"
    case .span(let from, let to): return "\(from.hourMinute)-\(to.hourMinute)"
    case .day(let date):
      let (_, month, day) = date.yearMonthDay
      return "the day \(date.short) (\(day)/\(month))"
    case .length(let minutes): return "a length (\(minutes.count)m)"
    case .payment(let method): return method.spoken
    case .waiting, .choice, .bed, .weeks, .reason, .separator, .joint, .unread, .begunPhone:
      return "something else"
    }
  }
}

/// What a verb's words may be.
struct Grammar: Hashable {
  var kinds: Set<Reading.Kind>
  /// A second time ends the first, and nothing else is as likely.
  var takesSpans = false
  /// Two numbers are somebody's and a time.
  var takesTails = false
  /// Somebody is meant before anything else.
  var needsGuest = false
  /// Somebody may come along.
  var takesCompanions = false

  static let book = Grammar(
    kinds: [
      .guest, .phone, .waiting, .choice, .service, .therapist, .time, .span, .day, .length,
      .payment, .bed,
    ], takesTails: true, takesCompanions: true)
  static let wait = Grammar(
    kinds: [.guest, .phone, .choice, .service, .therapist, .time, .span, .day],
    takesSpans: true, takesTails: true)
  static let unwait = Grammar(
    kinds: [.guest, .phone, .waiting, .choice, .service, .therapist, .time, .span, .day],
    takesSpans: true, takesTails: true, needsGuest: true)
  static let move = Grammar(kinds: [.therapist, .time, .span, .day, .length, .bed])
  static let swap = Grammar(kinds: [.guest, .phone, .therapist, .time], takesTails: true)
  static let block = Grammar(
    kinds: [.therapist, .time, .span, .day, .length, .reason], takesSpans: true)
  static let unblock = Grammar(kinds: [.therapist, .time, .day])
  static let reassign = Grammar(kinds: [.therapist, .time, .day])
  static let rebook = Grammar(kinds: [.weeks])
  static let resize = Grammar(kinds: [.length])
}
