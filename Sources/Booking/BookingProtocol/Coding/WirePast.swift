import BookingDomain

/// What of a guest's bookings says how the next one will be.
struct WirePast: WireForm {
  let visits: [WireVisit]?
  let next: WireVisit?
  let missed: WireCount
  let cancellations: [WireCancellation]?

  struct WireCancellation: Codable {
    let appointmentDate, appointmentTime: String
    let at: String
  }

  init(_ past: GuestPast) {
    visits = [WireVisit](ifAny: past.visits)
    next = past.next.map(WireVisit.init)
    missed = WireCount(past.missed)
    let called = past.cancellations.map {
      WireCancellation(
        appointmentDate: $0.start.date.description, appointmentTime: $0.start.time.description,
        at: $0.at.description)
    }
    cancellations = called.isEmpty ? nil : called
  }

  func value() throws(MessageProblem) -> GuestPast {
    GuestPast(
      visits: try visits?.values() ?? [],
      next: try next?.value(), missed: missed.int,
      cancellations: try cancellations?.read { (wire) throws(MessageProblem) in
        GuestPast.Cancellation(
          start: LocalMoment(
            date: try Wire.date(wire.appointmentDate, "appointmentDate"),
            time: try Wire.time(wire.appointmentTime, "appointmentTime")),
          at: try Wire.timestamp(wire.at, "at"))
      } ?? [])
  }
}

/// A visit that was, or the next one.
struct WireVisit: WireForm, SlotFields, ServiceFields {
  let serviceId: Int64
  let serviceName: String
  let therapistId: Int64
  let appointmentDate, appointmentTime: String
  let durationMinutes: WireDuration

  init(_ visit: GuestPast.Visit) {
    (serviceId, serviceName) = Wire.fields(of: visit.service)
    (therapistId, appointmentDate, appointmentTime, durationMinutes) = Wire.fields(of: visit.slot)
  }

  func value() throws(MessageProblem) -> GuestPast.Visit {
    GuestPast.Visit(service: service, slot: try heldSlot())
  }
}

/// A line of a guest's record.
struct WireGuestChange: WireForm {
  let fact: String
  let before, after: String
  let byName: String
  let at: String

  init(_ entry: GuestChangeEntry) {
    fact = entry.fact.rawValue
    before = entry.before
    after = entry.after
    byName = entry.byName
    at = entry.at.description
  }

  /// Nil for a fact that only a newer server knows.
  func value() throws(MessageProblem) -> GuestChangeEntry? {
    guard let fact = GuestFact(rawValue: fact) else { return nil }
    return GuestChangeEntry(
      fact: fact, before: before, after: after, byName: byName, at: try Wire.timestamp(at, "at"))
  }
}
