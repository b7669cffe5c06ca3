/// What of a guest's bookings says how the next one will be: what they came for, and how often they
/// did not.
package struct GuestPast: Hashable, Sendable {
  /// A booking, as far as another one is made after it.
  package struct Visit: Hashable, Sendable {
    package let service: ServiceSummary
    package let slot: HeldSlot

    package init(service: ServiceSummary, slot: HeldSlot) {
      (self.service, self.slot) = (service, slot)
    }
  }

  /// A booking that the guest called off.
  package struct Cancellation: Hashable, Sendable {
    package let start: LocalMoment
    package let at: Timestamp

    package init(start: LocalMoment, at: Timestamp) { (self.start, self.at) = (start, at) }
  }

  /// Completed, newest first, at most `mostVisits`.
  package let visits: [Visit]
  /// The one ahead that comes first.
  package let next: Visit?
  /// No-shows.
  package let missed: Int
  /// Newest first, at most `mostCancellations`.
  package let cancellations: [Cancellation]

  package static let mostVisits = 6
  package static let mostCancellations = 20

  package init(
    visits: [Visit] = [], next: Visit? = nil, missed: Int = 0, cancellations: [Cancellation] = []
  ) {
    self.visits = visits
    self.next = next
    self.missed = missed
    self.cancellations = cancellations
  }

  /// From so many on, whoever books the guest again is told.
  package static let worthAWord = 2

  /// What the guest has as a rule: the last treatment with its therapist, on the weekday and at the
  /// time that most of the last visits had; nil for one who was not here yet.
  package var usual: Usual? {
    guard let last = visits.first else { return nil }
    let slots = visits.map(\.slot)
    let weekday = Self.mostFrequent(slots.map(\.date.weekday)) ?? last.slot.date.weekday
    let times = slots.filter { $0.date.weekday == weekday }.map(\.time)
    return Usual(
      service: last.service.id, therapist: last.slot.therapist, duration: last.slot.duration,
      weekday: weekday, time: Self.mostFrequent(times) ?? last.slot.time)
  }

  package struct Usual: Hashable, Sendable {
    package let service: ServiceID
    package let therapist: UserID
    package let duration: Minutes
    package let weekday: Weekday
    package let time: TimeOfDay

    /// The first such day after this one.
    package func date(after day: LocalDate) -> LocalDate {
      (1...7).lazy.map { day + $0 }.first { $0.weekday == weekday } ?? day + 7
    }
  }

  /// Of several that are as frequent, the first.
  private static func mostFrequent<Value: Hashable>(_ values: [Value]) -> Value? {
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    let most = counts.values.max()
    return values.first { counts[$0] == most }
  }
}

/// What a booking is usually cancelled for, as the desk has it by a digit.
package enum CancellationReason {
  package static let mistake = "Booked by mistake"
  package static let therapist = "Therapist is away"
  package static let usual = [
    "Guest cannot come", "Guest is ill", mistake, therapist, "Other",
  ]

  /// Whether it says nothing about the guest.
  package static func isTheSpas(_ reason: String?) -> Bool {
    reason == mistake || reason == therapist
  }
}
