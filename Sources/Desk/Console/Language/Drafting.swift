import BookingDomain

/// What follows a word of the key table and says what is to be done, in the desk's own language.
package enum Verb: String, CaseIterable, Hashable, Sendable {
  case book
  case walkIn = "walk-in"
  case move
  case swap
  case cancel
  case longer
  case shorter
  case notes
  case block
  case unblock
  case wait
  case unwait
  case rebook
  case reassign
  case find

  /// What a line of this verb would do.
  package func draft(_ text: String, at desk: Desk) -> Draft {
    let drafting = Drafting(desk: desk)
    return switch self {
    case .book: drafting.book(text, isWalkIn: false)
    case .walkIn: drafting.book(text, isWalkIn: true)
    case .move: drafting.move(text)
    case .swap: drafting.swap(text)
    case .cancel: drafting.cancel(text)
    case .longer: drafting.resize(text, by: 1)
    case .shorter: drafting.resize(text, by: -1)
    case .notes: drafting.notes(text)
    case .block: drafting.block(text)
    case .unblock: drafting.unblock(text)
    case .wait: drafting.wait(text)
    case .unwait: drafting.unwait(text)
    case .rebook: drafting.rebook(text)
    case .reassign: drafting.reassign(text)
    case .find: drafting.find(text)
    }
  }
}

/// Makes an order of what was typed, with everything left out filled in, and asks the rules about
/// it before anybody sends it.
struct Drafting {
  let desk: Desk

  var placing: (Availability) -> Placing {
    { Placing(day: $0, now: desk.moment, person: desk.person) }
  }

  /// The day that is meant, if it is on the board.
  func day(_ wanted: LocalDate?) -> Result<Availability, DayMissing> {
    let date = wanted ?? max(desk.date, desk.moment.today)
    guard date == desk.date, let day = desk.day else { return .failure(DayMissing(date: date)) }
    return .success(day)
  }

  struct DayMissing: Error {
    let date: LocalDate

    var draft: Draft { Draft(.needsDay(date), says: "Fetching \(date.spoken)…") }
  }

  func change(_ change: Change, of booking: Booking) -> Order {
    .change(
      change, of: booking.id, seen: Sight(status: booking.status, version: booking.version))
  }

  /// What the rules say to a change of the selected booking.
  func decide(_ change: Change, on booking: Booking) -> Result<Decision.Outcome, Refusal> {
    let days = desk.day.map { [$0.date: $0] } ?? [:]
    return Decision.decide(
      change, on: booking, by: desk.person, now: desk.moment,
      given: Decision.Surroundings(
        neighbours: desk.bookings, hours: desk.hours, days: days, policy: desk.policy))
  }

  static let nobodySelected = Draft.problem("No booking is selected.")
}
