import BookingDomain
import BookingStore
import GRDB

/// One order, from "was it answered before?" to the answer that is remembered, inside one
/// transaction that already holds the write lock.
struct CommandTransaction {
  let command: Command
  let person: Person
  let now: Moment
  let db: Database

  func answer() throws -> CommandAnswer {
    let booking = try BookingRows.one(command.booking, db)
    let requests = RequestLog(db: db)
    if let first = try requests.answer(to: command, by: person) {
      return CommandAnswer(result: first, current: booking, isReplayed: true)
    }
    let result = try carryOut(on: booking)
    try requests.remember(result, of: command, by: person, at: now.instant)
    return CommandAnswer(result: result, current: try BookingRows.one(command.booking, db))
  }

  private func carryOut(on booking: Booking?) throws -> CommandAnswer.Result {
    guard let booking, Visibility.maySee(booking, person) else {
      return .refused(Refusal(.noSuchBooking, "There is no booking \(command.booking)."))
    }
    if let refusal = Staleness(command: command, booking: booking, now: now).refusal {
      return .refused(refusal)
    }
    let decision = Decision.decide(
      command.change, on: booking, by: person, now: now, given: try surroundings(of: booking))
    switch decision {
    case .failure(let refusal): return .refused(refusal)
    case .success(let outcome):
      let writing = BookingWriting(
        before: booking, outcome: outcome, change: command.change, person: person, now: now, db: db)
      return try writing.write()
    }
  }

  private func surroundings(of booking: Booking) throws -> Decision.Surroundings {
    Decision.Surroundings(
      neighbours: try BookingRows.neighbours(of: booking, db),
      sessionsLeft: try SessionUsage(item: booking.paymentItem, db: db).left(),
      hours: try SpaRows.hours(db)[booking.date.weekday])
  }
}

/// Whether an order was given on a picture that has changed since, or too long ago.
struct Staleness {
  let command: Command
  let booking: Booking
  let now: Moment

  var refusal: Refusal? {
    if let notAfter = command.notAfter, now.instant > notAfter {
      let until = now.zone.local(notAfter).time.hourMinute
      return Refusal(
        .tooOld,
        "This was meant for \(until) at the latest and was not carried out; "
          + "the booking is \(booking.status.word).")
    }
    let isSeen =
      (command.expectedStatus ?? booking.status) == booking.status
      && (command.expectedVersion ?? booking.version) == booking.version
    return isSeen ? nil : Refusal(.changedMeanwhile, whoChangedIt)
  }

  private var whoChangedIt: String {
    guard let last = booking.lastChange else {
      return "This booking has changed meanwhile; it is \(booking.status.word) now."
    }
    let who = last.byName.isEmpty ? "Another program" : last.byName
    let at = now.zone.local(last.at).time.hourMinute
    return switch last.kind {
    case .arrival: "\(who) marked the guest as arrived at \(at)."
    case .status(_, let to) where to == booking.status: "\(who) set it to \(to.word) at \(at)."
    case .status: "This booking has changed meanwhile; it is \(booking.status.word) now."
    }
  }
}
