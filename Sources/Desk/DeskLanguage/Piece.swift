import BookingDomain

/// One or more words and what they may mean.
struct Piece: Hashable {
  let words: Range<Int>
  let meaning: Meaning
  /// The lower the cost, the likelier.
  let cost: Int

  func spoken(_ all: [LineWord]) -> String { all[words].map(\.written).joined(separator: " ") }

  enum Meaning: Hashable {
    case phone(Telephone)
    /// The beginning of one.
    case begunPhone
    case name
    case waiting(WaitingID)
    case choice(Int)
    case service(Lexicon.Services)
    case therapist([UserID])
    case time(TimeOfDay)
    /// A second time: the end of what began with the first.
    case until(TimeOfDay)
    case span(TimeOfDay, TimeOfDay)
    /// - Parameter part: said with it, as in `tomorrow morning`.
    case day(LocalDate, DayPart?)
    case days(ClosedRange<LocalDate>)
    /// The last of several days; they begin with the typed day, or today: `until mon`.
    case lastDay(DayWord)
    /// Every therapist.
    case everybody
    /// The window in which a start is looked for, where no time is typed.
    case window(TimeWindow)
    case length(Minutes)
    case payment(NewBooking.Payment)
    case bed(BedID)
    case weeks(Int)
    case times(Int)
    case leftOut(Int)
    /// A companion's name, after an `&` where the guest is named already.
    case companionName
    /// A companion's number, where the guest is named already.
    case companionPhone(Telephone)
    /// `+30m`.
    case shift(Minutes)
    case scope(Scope)
    /// The same as the guest had last time.
    case same
    /// Somebody new without a number of their own.
    case reach(Reading.Reach)
    /// The guest asks for the therapist who is named.
    case wish
    case reason
    case separator
    case joint
    /// `chị`, `Mr`: a name follows.
    case honorific
    /// Clear to a person, but it has to be typed in another way (`AskedWord`).
    case asked(AskedWord)
    case unread
  }
}

extension Piece.Meaning {
  /// Whether lines of every verb ask about it.
  var isQuestion: Bool {
    switch self {
    case .begunPhone, .asked: true
    default: false
    }
  }

  var kind: Reading.Kind {
    switch self {
    case .phone: .phone
    case .name: .guest
    case .waiting: .waiting
    case .choice: .choice
    case .service: .service
    case .therapist, .everybody: .therapist
    case .time: .time
    case .until, .span: .span
    case .day, .days, .lastDay: .day
    case .window: .window
    case .length: .length
    case .payment: .payment
    case .bed: .bed
    case .weeks: .weeks
    case .times: .times
    case .leftOut: .leftOut
    case .companionName: .companion
    case .companionPhone: .companionPhone
    case .shift: .shift
    case .scope: .scope
    case .same: .same
    case .reach: .reach
    case .wish: .wish
    case .reason: .reason
    case .separator, .joint, .honorific: .joint
    case .begunPhone, .asked, .unread: .unread
    }
  }

  /// What it means, and a spelling that can mean nothing else.
  func spoken(_ lexicon: Lexicon, _ today: LocalDate) -> String {
    switch self {
    case .phone(let phone): return "a number's end (\(phone.digits))"
    case .name: return "a name"
    case .service(let found):
      let name = found.best.first.flatMap { id in lexicon.spa.services.first { $0.id == id } }?.name
      return "the service \(name ?? "")"
    case .therapist(let ids):
      return ids.map { "\(lexicon.name(of: $0)) (\(lexicon.word(for: $0)))" }
        .joined(separator: ", ")
    case .time(let time): return "the time \(time.hourMinute)"
    case .until(let time): return "until \(time.hourMinute) (with a dash before it)"
    case .span(let from, let to): return "\(from.hourMinute)-\(to.hourMinute)"
    case .day(let date, _):
      let (_, month, day) = date.yearMonthDay
      return "the day \(date.short) (\(day)/\(month))"
    case .days(let days): return "the days \(days.words)"
    case .lastDay(let day): return "until \(day.date(today: today).short)"
    case .everybody: return "everybody"
    case .window(let window): return "a part of the day (\(window.spoken))"
    case .length(let minutes): return "a length (\(minutes.count)m)"
    case .payment(let sale): return sale.spoken
    case .shift(let minutes):
      return "\(abs(minutes.count)) minutes \(minutes < 0 ? "earlier" : "later")"
    case .honorific: return "a title before a name"
    case .reason: return "a part of the reason"
    case .separator, .joint: return "a word that holds others together"
    case .waiting, .choice, .bed, .weeks, .times, .leftOut, .same, .reach, .companionName,
      .companionPhone, .wish, .scope, .unread, .begunPhone, .asked:
      return kind.noun
    }
  }
}

extension Piece.Meaning {
  /// The piece as a choice, with a word that can mean nothing else; nil where there is no such
  /// word.
  func choice(_ lexicon: Lexicon, _ today: LocalDate) -> Draft.Choice? {
    let word: String
    switch self {
    case .therapist(let ids) where ids.count == 1: word = lexicon.word(for: ids[0])
    case .time(let time): word = time.hourMinute
    case .length(let minutes): word = "\(minutes.count)m"
    case .shift(let minutes): word = "\(minutes < 0 ? "" : "+")\(minutes.count)m"
    case .day(let date, _): word = date.description
    default: return nil
    }
    return Draft.Choice(text: spoken(lexicon, today), edit: .word(word))
  }
}

/// What a verb's words may be.
struct Grammar: Hashable {
  var kinds: Set<Reading.Kind>
  /// What is asked for, as a sentence says it.
  var wants: String
  /// A second time is the end of the first, and that is likelier than anything else.
  var takesSpans = false
  /// Of two numbers one is a telephone number and the other a time.
  var takesTails = false
  /// A person is likelier than anything else.
  var needsGuest = false
  /// A guest may be named, but need not be.
  var goesWithoutGuest = false
  /// Days from one to another.
  var takesDays = false
  /// `all` is every therapist.
  var takesEverybody = false
  /// Somebody may come along.
  var takesCompanions = false

  static let book = Grammar(
    kinds: [
      .guest, .phone, .waiting, .choice, .service, .therapist, .time, .span, .window, .day, .length,
      .payment, .bed, .companion, .same, .reach, .wish,
    ], wants: "a guest, a service, a therapist, a day and a time", takesTails: true,
    takesCompanions: true)
  static let add = Grammar(
    kinds: [.service, .therapist, .time, .span, .length, .payment, .bed],
    wants: "a service, a therapist and a time")
  static let wait = Grammar(
    kinds: [.guest, .phone, .choice, .service, .therapist, .time, .span, .window, .day],
    wants: "a guest, a service, a therapist, days and from when to when", takesSpans: true,
    takesTails: true, takesDays: true)
  static let unwait = Grammar(
    kinds: [.guest, .phone, .waiting, .choice, .service, .therapist, .time, .span, .day],
    wants: "the name or number of who waits", takesSpans: true, takesTails: true, needsGuest: true)
  static let move = Grammar(
    kinds: [.therapist, .time, .span, .window, .day, .length, .bed, .shift, .scope],
    wants: "a time, a day, a therapist, a bed or a length")
  static let exchange = Grammar(
    kinds: [.service, .therapist, .length, .payment],
    wants: "a service, and perhaps a therapist, a length and how it is paid")
  static let wish = Grammar(kinds: [.therapist], wants: "a therapist")
  static let swap = Grammar(
    kinds: [.guest, .phone, .therapist, .time],
    wants: "the other booking: its guest, therapist or time", takesTails: true)
  static let block = Grammar(
    kinds: [.therapist, .time, .span, .window, .day, .length, .reason],
    wants: "a therapist, a time and how long, then why", takesSpans: true, takesDays: true,
    takesEverybody: true)
  static let free = Grammar(
    kinds: [.guest, .phone, .service, .therapist, .time, .span, .window, .day, .length],
    wants: "a service, a therapist, days and a part of the day", takesTails: true,
    goesWithoutGuest: true, takesDays: true)
  static let off = Grammar(
    kinds: [.therapist, .day, .reason], wants: "a therapist or all, the days, then why",
    takesDays: true, takesEverybody: true)
  static let unblock = Grammar(
    kinds: [.therapist, .time, .day], wants: "a therapist and a time", takesEverybody: true)
  static let reassign = Grammar(
    kinds: [.therapist, .time, .day], wants: "a therapist, and from when on")
  static let rebook = Grammar(
    kinds: [.weeks, .times, .leftOut],
    wants: "a number of weeks, as 2, and how often, as x6")
  static let due = Grammar(kinds: [.day, .time], wants: "a day and a time")
  static let resize = Grammar(kinds: [.length], wants: "minutes, as 15")
  /// All kinds of pieces, to find out what a word would mean in another line.
  static let anything = Grammar(
    kinds: [
      .guest, .phone, .choice, .service, .therapist, .time, .span, .window, .day, .length, .payment,
      .bed,
    ], wants: "", takesTails: true)
}
