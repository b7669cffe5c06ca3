/// What a customer may book without the desk: what the web shop offers, and nothing else.
struct CustomersRules {
  let day: Availability
  let now: Moment

  func check(_ wanted: NewBooking, _ service: Service) throws(Refusal) {
    guard service.isActive, service.isBookableOnline else {
      throw Refusal(.notOnline, "\(service.name) is booked at the desk; call the spa.")
    }
    guard (wanted.duration ?? service.duration) == service.duration else {
      throw Refusal(
        .notOnline, "\(service.name) lasts \(service.duration.count) minutes, as it is sold.")
    }
    guard wanted.bed == nil, wanted.overrideReason == nil else {
      throw Refusal(.notOnline, "The spa chooses the place; leave bedId and overrideReason out.")
    }
    guard now.minutesUntil(LocalMoment(date: day.date, time: wanted.time)) >= 0 else {
      throw Refusal(.alreadyPast, "\(wanted.time.hourMinute) on \(day.date.short) is over.")
    }
    let offered = DaySchedule.starts(
      in: day.spa.openings(on: day.date), lasting: service.duration, grid: day.grid)
    guard day.spa.shifts[wanted.therapist]?.isInDoubt(on: day.date) != true else {
      throw Refusal(
        .notOnline, "When this therapist works is not certain just now; call the spa.")
    }
    guard offered.contains(wanted.time) || !isOnlyOffGrid(wanted, service) else {
      throw Refusal(
        .offGrid,
        "\(service.name) begins every \(day.grid.count) minutes; choose an offered start.",
        alternatives: Self.nearest(to: wanted.time, among: free(for: wanted, service)))
    }
  }

  /// What `slotTaken` would offer instead.
  private func free(for wanted: NewBooking, _ service: Service) -> [TimeOfDay] {
    let earliest = now.today == day.date ? now.local.time : .midnight
    return day.slots(for: service, therapist: wanted.therapist, from: earliest).map(\.time)
  }

  /// Within opening hours: what lies outside is refused as that.
  private func isOnlyOffGrid(_ wanted: NewBooking, _ service: Service) -> Bool {
    day.spa.isOpen(
      during: DaySchedule.Interval(start: wanted.time, end: wanted.time + service.duration),
      on: day.date)
  }

  private static func nearest(to time: TimeOfDay, among starts: [TimeOfDay]) -> [TimeOfDay] {
    Array(
      starts.sorted {
        (abs($0.seconds - time.seconds), $0.seconds) < (abs($1.seconds - time.seconds), $1.seconds)
      }.prefix(3))
  }
}

extension Decision.Case {
  /// A customer changes nothing about a booking any more once it should have begun.
  func checkCustomerIsInTime() throws(Refusal) {
    guard person.role == .customer, untilStart <= 0 else { return }
    throw Refusal(
      .alreadyOver, "It began at \(booking.time.hourMinute); only the desk can change it now.")
  }
}
