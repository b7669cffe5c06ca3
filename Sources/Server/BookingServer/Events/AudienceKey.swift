import BookingDomain

/// Under which names sockets are found for an event, so that news for one guest does not walk
/// through a thousand boards.
enum AudienceKey: Hashable, Sendable {
  case staff
  case therapist(UserID)
  case customer(CustomerID)

  /// Nil for people whose number does not fit their role: they see nothing.
  init?(_ person: Person) {
    switch (Visibility.Mask(person.role), person.id) {
    case (.staff, _): self = .staff
    case (.therapist, .user(let id)): self = .therapist(id)
    case (.customer, .customer(let id)): self = .customer(id)
    case (.therapist, .customer), (.customer, .user): return nil
    }
  }

  /// Everybody whom the event may concern; `EventSight` then says what it is to each.
  static func all(for event: BookingEvent, current: Booking?) -> Set<AudienceKey> {
    var keys: Set<AudienceKey> = [.staff]
    let therapists = [event.audience.therapist, event.audience.formerTherapist, current?.therapist]
    keys.formUnion(therapists.compactMap(\.self).map(AudienceKey.therapist))
    var customers = [event.audience.customer, current?.customer.id]
    if case .paymentCompleted(_, let customer) = event.kind { customers.append(customer) }
    keys.formUnion(customers.compactMap(\.self).map(AudienceKey.customer))
    return keys
  }
}
