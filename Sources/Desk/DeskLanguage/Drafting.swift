import BookingDomain

/// Makes an order of what was typed, with everything left out filled in, and asks the rules about
/// it before anybody sends it.
struct Drafting {
  let context: PhraseContext

  /// The day that is meant where none is said: nobody is booked in the past.
  var usualDay: LocalDate { max(context.date, context.moment.today) }

  /// The day that is meant, if it is the one that is shown.
  func day(_ wanted: LocalDate?, of reading: inout Reading) throws(Unsettled) -> Availability {
    let date = wanted ?? usualDay
    reading.settledDay = date
    return try day(date)
  }

  func day(_ date: LocalDate) throws(Unsettled) -> Availability {
    guard let day = context.day, day.date == date else {
      throw Unsettled(draft: Draft(.needsDay(date), says: "Fetching \(date.spoken)…"))
    }
    return day
  }

  /// Nothing is planned on a day that is over: its word is red, and the board stays where it is. What
  /// was forgotten a manager writes down with a reason.
  func checkIsToCome(_ reading: inout Reading) throws(Unsettled) {
    guard let day = reading.day, !(mayOverbook && reading.note != nil) else { return }
    let end = LocalMoment(date: day, time: .endOfDay)
    guard context.moment.minutesUntil(end) < -Placing.lateEntry else { return }
    reading.refuse(.day, "\(day.short(seenFrom: context.moment.today)) is over.")
    throw .problem("")
  }

  /// Why a line cannot be drafted further: the draft says what is wrong, or what it waits for.
  struct Unsettled: Error {
    let draft: Draft

    static func problem(_ sentence: String) -> Self { Self(draft: .problem(sentence)) }
  }

  func change(_ change: Change, of booking: Booking) -> Order {
    .change(
      change, of: booking.id, seen: Sight(status: booking.status, version: booking.version))
  }

  /// What the rules say to a change of the selected booking.
  /// - Parameter paid: what the guest has paid for, where it matters.
  func decide(_ change: Change, on booking: Booking, paidFor paid: [PaidSessions] = [])
    -> Result<Decision.Outcome, Refusal>
  {
    let days = context.day.map { [$0.date: $0] } ?? [:]
    var given = Decision.Surroundings(
      neighbours: context.bookings, hours: context.day.flatMap { $0.spa.hours[$0.date.weekday] },
      days: days, policy: context.policy)
    given.sessions = paid
    return Decision.decide(
      change, on: booking, by: context.person, now: context.moment, given: given)
  }

  /// What the rules say to changes of several bookings that are ordered as one.
  func decide(together changes: [(Change, of: Booking)]) -> Result<[Decision.PartOutcome], Refusal>
  {
    let days = context.day.map { [$0.date: $0] } ?? [:]
    let given = Decision.Surroundings(
      neighbours: context.bookings, hours: context.day.flatMap { $0.spa.hours[$0.date.weekday] },
      days: days, policy: context.policy)
    return Decision.decide(
      together: changes.map { Decision.Part($0.0, of: $0.of, given: given) }, by: context.person,
      now: context.moment)
  }

  func changeTogether(_ changes: [(Change, of: Booking)]) -> Order {
    guard changes.count > 1 else { return change(changes[0].0, of: changes[0].of) }
    return .changeTogether(
      changes.map {
        Order.Part(
          $0.0, of: $0.of.id, seen: Sight(status: $0.of.status, version: $0.of.version))
      })
  }

  static let nobodySelected = Draft.problem("No booking is selected.")

  /// The day as a sentence names it: `today`, or `Fri 4 Dec`.
  func named(_ date: LocalDate) -> String {
    switch date - context.moment.today {
    case 0: "today"
    case 1: "tomorrow \(date.short)"
    default: date.short(seenFrom: context.moment.today)
    }
  }

  /// Nothing on the day that is today, else ` on Fri 4 Dec`.
  func onDay(_ date: LocalDate) -> String {
    let today = context.moment.today
    return date == today ? "" : " on \(date.short(seenFrom: today))"
  }

  /// Reads a line and drafts it; one that was not understood is a problem and nothing else.
  func read(
    _ text: String, _ grammar: Grammar, _ draft: (inout Reading) throws(Unsettled) -> Draft
  ) -> Draft {
    var reading = Reading(text, grammar, at: context)
    return finish(&reading, draft)
  }

  func finish(
    _ reading: inout Reading, _ draft: (inout Reading) throws(Unsettled) -> Draft
  ) -> Draft {
    var made: Draft
    if let problem = reading.problem {
      made = Draft.problem(problem).with(choices: reading.choices)
    } else {
      do { made = try draft(&reading) } catch { made = error.draft }
      // What the register does not know is not understood either.
      if let problem = reading.problem { made = Draft.problem(problem).with(choices: made.choices) }
    }
    made.words = reading.words
    // What can be sent says itself what it would do.
    if made.chips.isEmpty, !made.isReady { made.chips = chips(of: reading) }
    made.date = made.date ?? reading.settledDay ?? reading.day
    return made
  }

  /// What was said, where nothing is decided yet.
  private func chips(of reading: Reading) -> [Draft.Chip] {
    var chips: [Draft.Chip] = []
    func add(_ kind: Reading.Kind, _ text: String?) {
      // Red words are not understood, whatever else they might have been.
      guard let text, reading.words.contains(where: { $0.kind == kind }) else { return }
      chips.append(Draft.Chip(kind: kind, text: text, isSaid: true))
    }
    add(.guest, reading.guest.spoken)
    add(.phone, reading.guest.phone.map { $0.isWhole ? $0.digits : "…\($0.digits)" })
    add(.waiting, reading.waiting.map { "waiting \($0)" })
    let names = meant(by: reading.services, reading.length, reading.therapist).map(\.name)
    add(.service, names.count > 2 ? "\(names.count) services" : names.joined(separator: " / "))
    add(.therapist, reading.therapist.map(context.lexicon.name(of:)))
    add(.day, reading.day.map(named))
    if let time = reading.time {
      let end = reading.until.map { "–\($0.hourMinute)" } ?? ""
      chips.append(Draft.Chip(kind: .time, text: time.hourMinute + end, isSaid: true))
    }
    add(.window, reading.window?.spoken)
    add(.length, reading.length?.spoken)
    add(.same, reading.isSame ? "as last time" : nil)
    add(.bed, reading.bed.flatMap { bed in context.spa.beds.first { $0.id == bed }?.name })
    add(.payment, reading.payment?.spoken)
    add(.weeks, reading.weeks.map { $0 == 1 ? "in a week" : "in \($0) weeks" })
    add(.reason, reading.reason)
    return chips
  }
}

extension NewBooking.Payment {
  var spoken: String {
    switch self {
    case .sale(let method), .paidSessionOrSale(let method): method.spoken
    case .unpaidSale, .paidSessionOrUnpaidSale: "unpaid"
    case .paidSession, .item: "paid session"
    }
  }
}

extension PaymentMethod {
  package var spoken: String {
    switch self {
    case .bankTransfer: "transfer"
    case .creditCard: "card"
    case .vnPay: "VNPay"
    case .momo: "Momo"
    case .zaloPay: "ZaloPay"
    case .cash: "cash"
    }
  }
}
