import BookingDomain
import DeskLanguage

/// What `Decision` says to a change of a booking, before anything is sent.
extension Model {
  /// Why this change of the selected booking is not possible now; nil where it is.
  package func whyOff(_ change: Change) -> String? {
    if change == .undo, deeds.last != nil { return nil }
    if let booking = selectedBooking { return whyOff(change, on: booking) }
    switch selectedStop {
    case .block where change == .undo: return nil
    case .block: return "This time is blocked: \(key(.order(.undo))) gives it back."
    case .free: return "Nobody is booked here: \(key(.phrase(.book))) books."
    case .booking, nil:
      return view == .wall
        ? wallTakesNoOrders : "No booking is selected."
    }
  }

  func whyOff(_ change: Change, on booking: Booking) -> String? {
    if let waiting = orders.order(on: booking.id) {
      return "Wait: \(waiting.command.order.spoken) \(waiting.guest) is not answered yet."
    }
    return refusal(of: change, on: booking)?.sentence
  }

  package func refusal(of change: Change, on booking: Booking) -> Refusal? {
    if case .failure(let refusal) = decide(change, on: booking) { return refusal }
    return nil
  }

  /// What the rules make of a change.
  func decide(_ change: Change, on booking: Booking) -> Result<Decision.Outcome, Refusal> {
    guard let person else { return .failure(Refusal(.notAllowed, "Nobody is logged in.")) }
    let isAboutDays = !change.days(of: booking).isEmpty
    let day = isAboutDays ? board.availability : nil
    return Decision.decide(
      change, on: booking, by: person, now: moment,
      given: Decision.Surroundings(
        neighbours: board.neighbours(of: booking), hours: board.hours,
        days: day.map { [$0.date: $0] } ?? [:], policy: policy))
  }

  /// Why a line about the selected booking is not begun: what is over is not moved.
  func whyNot(_ verb: Verb) -> String? {
    guard let booking = selectedBooking else { return nil }
    let wanted: Change
    switch verb {
    case .move, .service, .swap, .longer, .shorter:
      wanted = .move(Move(duration: booking.duration + Minutes(1)))
    case .cancel: wanted = .changeStatus(to: .cancelled, reason: "because")
    case .pay:
      guard !board.others(onVisitOf: booking).contains(where: \.isUnpaid) else { return nil }
      return refusal(of: .takePayment(.cash), on: booking)?.sentence
    default: return nil
    }
    guard let refusal = refusal(of: wanted, on: booking) else { return nil }
    switch refusal.code {
    case .alreadyCompleted, .alreadyCancelled, .alreadyNoShow: return refusal.sentence
    case .alreadyDone where verb == .cancel: return refusal.sentence
    case .alreadyInProgress where verb == .cancel || verb == .swap: return refusal.sentence
    default: return nil
    }
  }
}
