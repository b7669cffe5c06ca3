import BookingDomain

/// The same as last time, where nothing else is said.
extension Drafting {
  /// Nil where the line does not ask for it.
  func usual(of guest: Guest, _ reading: Reading) throws(Unsettled) -> GuestPast.Usual? {
    guard reading.isSame else { return nil }
    guard let usual = guest.card?.past.usual else {
      throw .problem("\(guest.name) was not here yet: say the service.")
    }
    return usual
  }

  /// What is not typed is as it usually is for this guest: the treatment, the therapist and, if
  /// possible, the free start nearest to the usual time.
  func take(
    _ usual: GuestPast.Usual, _ reading: inout Reading, isNow: Bool, on day: Availability
  ) {
    if reading.services.isEmpty, let service = context.service(usual.service), service.isActive {
      reading.services = Lexicon.Services(best: [service.id])
      if reading.length == nil, usual.duration != service.duration {
        reading.length = usual.duration
      }
    }
    let service = reading.services.best.first.flatMap(context.service)
    if reading.therapist == nil, let therapist = context.therapist(usual.therapist),
      therapist.state.takesBookings, service.map(therapist.does) ?? true
    {
      reading.therapist = therapist.id
    }
    guard !isNow, reading.time == nil, reading.window == nil, let service else { return }
    let placing = Placing(day: day, now: context.moment, person: context.person)
    let earliest = context.earliest(on: day.date)
    let starts = day.slots(for: service, therapist: reading.therapist, from: earliest).filter {
      fits(service, $0.therapist, $0.time, reading.length, in: placing)
    }.map(\.time)
    reading.time = Self.nearest(starts, to: usual.time).first
  }
}
