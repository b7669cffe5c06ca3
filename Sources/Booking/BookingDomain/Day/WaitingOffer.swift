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
