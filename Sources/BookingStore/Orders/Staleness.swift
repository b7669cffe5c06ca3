import BookingDomain

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
