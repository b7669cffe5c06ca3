import BookingDomain

/// Whether an order was given too long ago, or on a picture that has changed since.
struct Staleness {
  let now: Moment

  /// - Parameter booking: what the order is about, where there is something yet.
  func tooOld(_ command: Command, about booking: Booking?) -> Refusal? {
    guard let notAfter = command.notAfter, now.instant > notAfter else { return nil }
    let until = now.zone.local(notAfter).time.hourMinute
    let rest = booking.map { "; the booking is \($0.status.word)." } ?? "."
    return Refusal(
      .tooOld, "This was meant for \(until) at the latest and was not carried out\(rest)")
  }

  func changed(_ booking: Booking, since seen: Sight) -> Refusal? {
    let isSeen =
      (seen.status ?? booking.status) == booking.status
      && (seen.version ?? booking.version) == booking.version
    return isSeen ? nil : Refusal(.changedMeanwhile, whoChanged(booking))
  }

  private func whoChanged(_ booking: Booking) -> String {
    let unknown = "This booking has changed meanwhile; it is \(booking.status.word) now."
    guard let last = booking.lastChange else { return unknown }
    let who = last.byName.isEmpty ? "Another program" : last.byName
    let at = now.zone.local(last.at).time.hourMinute
    return switch last.kind {
    case .arrival: "\(who) marked the guest as arrived at \(at)."
    case .status(_, let to) where to == booking.status: "\(who) set it to \(to.word) at \(at)."
    case .moved, .swapped:
      "\(who) moved it to \(booking.time.hourMinute) on \(booking.date.short) at \(at)."
    case .notes: "\(who) wrote in its notes at \(at)."
    case .payment: "\(who) changed its payment at \(at)."
    case .service(let exchange): "\(who) made it \(exchange.to.name) at \(at)."
    case .wished: "\(who) noted at \(at) whom the guest wishes for."
    case .called(.calling): "\(who) calls the guest since \(at)."
    case .called(.notReached): "\(who) called the guest in vain at \(at)."
    case .status, .created: unknown
    }
  }
}
