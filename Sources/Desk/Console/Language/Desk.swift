import BookingDomain

/// What has to be known to understand what somebody types about a booking: a part of the model, as
/// a value of its own, so that the language needs no screen.
package struct Desk: Sendable {
  package let spa: Spa
  /// The day on the board; nil while it is being fetched.
  package let day: Availability?
  package let date: LocalDate
  /// Every booking of that day, cancelled ones too.
  package let bookings: [Booking]
  package let waiting: [WaitingGuest]
  package let selected: Booking?
  package let person: Person
  package let moment: Moment
  /// Customers by the words they were asked for with.
  package let found: [String: [CustomerCard]]
  /// The limits that the spa has set for itself.
  package var policy = Decision.Policy()

  package init(
    spa: Spa, day: Availability?, date: LocalDate, bookings: [Booking], waiting: [WaitingGuest],
    selected: Booking?, person: Person, moment: Moment, found: [String: [CustomerCard]]
  ) {
    self.spa = spa
    self.day = day
    self.date = date
    self.bookings = bookings
    self.waiting = waiting
    self.selected = selected
    self.person = person
    self.moment = moment
    self.found = found
  }

  var hours: BusinessHours? { spa.hours[date.weekday] }

  func therapist(_ id: UserID) -> Therapist? { spa.therapists.first { $0.id == id } }
  func service(_ id: ServiceID) -> Service? { spa.services.first { $0.id == id } }

  /// The first start of the day that is not over, on the five minutes.
  var earliest: TimeOfDay {
    guard date == moment.today else { return hours?.open ?? .midnight }
    let minutes = (moment.local.time.minutes + 4) / 5 * 5
    return max(hours?.open ?? .midnight, TimeOfDay(hour: 0, minute: minutes))
  }
}
