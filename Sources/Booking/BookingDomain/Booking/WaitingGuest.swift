/// Somebody who would come on that day if there were room.
package struct WaitingGuest: Hashable, Sendable, Identifiable {
  package let id: WaitingID
  package let customer: Customer
  package let service: ServiceSummary
  /// Nil is whoever is free.
  package let therapist: UserID?
  package let date: LocalDate
  /// Starts from then on would do, up to and with the other.
  package let from: TimeOfDay
  package let until: TimeOfDay
  /// As the desk wrote it; empty is none.
  package let note: String
  package let byName: String
  package let since: Timestamp

  package init(
    id: WaitingID, customer: Customer, service: ServiceSummary, therapist: UserID?,
    date: LocalDate, from: TimeOfDay, until: TimeOfDay, note: String, byName: String,
    since: Timestamp
  ) {
    self.id = id
    self.customer = customer
    self.service = service
    self.therapist = therapist
    self.date = date
    self.from = from
    self.until = until
    self.note = note
    self.byName = byName
    self.since = since
  }
}

/// Somebody who is to be put on the waiting list.
package struct NewWaiting: Hashable, Sendable {
  package let customer: CustomerID
  package let service: ServiceID
  package let therapist: UserID?
  package let date: LocalDate
  package let from: TimeOfDay
  package let until: TimeOfDay
  package let note: String

  package init(
    customer: CustomerID, service: ServiceID, therapist: UserID?, date: LocalDate,
    from: TimeOfDay, until: TimeOfDay, note: String
  ) {
    self.customer = customer
    self.service = service
    self.therapist = therapist
    self.date = date
    self.from = from
    self.until = until
    self.note = note
  }
}

/// A free slot that would do for somebody who waits.
package struct WaitingOffer: Hashable, Sendable {
  package let guest: WaitingGuest
  package let therapist: UserID
  package let time: TimeOfDay
}

extension Availability {
  /// The first slot of the day that would do for each guest, where there is one: in the order in
  /// which they came to the list, since who waits longest is asked first.
  /// - Parameter earliest: starts before this are over.
  package func offers(to guests: [WaitingGuest], from earliest: TimeOfDay = .midnight)
    -> [WaitingOffer]
  {
    guests.filter { $0.date == date }.sorted { ($0.since, $0.id) < ($1.since, $1.id) }
      .compactMap { guest in
        guard let service = spa.services.first(where: { $0.id == guest.service.id }) else {
          return nil
        }
        let start = max(guest.from, earliest)
        let slot = slots(for: service, therapist: guest.therapist, from: start)
          .first { $0.time <= guest.until }
        return slot.map { WaitingOffer(guest: guest, therapist: $0.therapist, time: $0.time) }
      }
  }
}
