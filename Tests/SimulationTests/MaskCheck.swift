import BookingDomain
import BookingProtocol

/// Says whether a message tells somebody more than their role may know. Written from the table of
/// roles and without the product's own masks.
enum MaskCheck {
  static func problem(in envelope: ServerEnvelope, for person: Person) -> String? {
    switch envelope.message {
    case .bookingSnapshot(let snapshot): first(snapshot.bookings, person)
    case .commandAccepted(let answer): first([answer.current].compactMap(\.self), person)
    case .commandRefused(let answer): first([answer.current].compactMap(\.self), person)
    case .therapistScheduleUpdated(let schedule): first(schedule.bookings, person)
    case .event(let event): problem(in: event, for: person)
    default: nil
    }
  }

  private static func problem(in event: EventMessage, for person: Person) -> String? {
    if event.kind == .gone, event.customer != nil || event.therapist != nil {
      return "BOOKING_GONE \(event.seq) says whose booking it was"
    }
    if person.role == .customer, !event.byName.isEmpty {
      return "event \(event.seq) names staff to a customer"
    }
    return first([event.current].compactMap(\.self), person)
  }

  private static func first(_ bookings: [Booking], _ person: Person) -> String? {
    bookings.lazy.compactMap { problem(in: $0, for: person) }.first
  }

  private static func problem(in booking: Booking, for person: Person) -> String? {
    switch person.role {
    case .admin, .manager, .receptionist: return nil
    case .therapist:
      if person.id != .user(booking.therapist) {
        return "booking \(booking.id) of therapist \(booking.therapist) told to \(person.name)"
      }
      let isMasked =
        booking.customer.phone == nil && booking.price == nil && booking.payment == nil
      return isMasked ? nil : "a phone number or a price told to \(person.name)"
    case .customer:
      if person.id != .customer(booking.customer.id) {
        return "booking \(booking.id) of another guest told to \(person.name)"
      }
      let isMasked =
        booking.notes == nil && booking.customer.alert == nil && booking.lastChange == nil
        && booking.price == nil && booking.payment == nil
      return isMasked ? nil : "the spa's own notes told to \(person.name)"
    }
  }
}
