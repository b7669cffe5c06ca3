/// The next free starts of a service, where it is all the same on which day.
package struct FreeQuestion: Hashable, Sendable {
  /// As far as anybody looks for the next start.
  package static let mostDays = 14
  /// More than anybody reads.
  package static let mostStarts = 60

  package let service: ServiceID
  /// Nil is whoever does it.
  package let therapist: UserID?
  package let days: ClosedRange<LocalDate>
  /// The earliest and the latest start that would do; nil is as early or as late as the spa is open.
  package let from: TimeOfDay?
  package let until: TimeOfDay?

  package init(
    service: ServiceID, therapist: UserID?, days: ClosedRange<LocalDate>, from: TimeOfDay?,
    until: TimeOfDay?
  ) {
    (self.service, self.therapist, self.days) = (service, therapist, days)
    (self.from, self.until) = (from, until)
  }
}

package struct FreeStart: Hashable, Sendable {
  package let date: LocalDate
  package let time: TimeOfDay
  package let therapist: UserID

  package init(date: LocalDate, time: TimeOfDay, therapist: UserID) {
    (self.date, self.time, self.therapist) = (date, time, therapist)
  }
}

extension Availability {
  /// Of this day, as far apart as the service lasts, so that a list of them reaches over many days.
  /// - Parameter earliest: starts before this are over.
  package func starts(for question: FreeQuestion, from earliest: TimeOfDay = .midnight)
    -> [FreeStart]
  {
    guard let service = spa.services.first(where: { $0.id == question.service }) else { return [] }
    let from = max(earliest, question.from ?? .midnight)
    var next = TimeOfDay.midnight
    return slots(for: service, therapist: question.therapist, from: from).compactMap { slot in
      guard slot.time >= next, question.until.map({ slot.time <= $0 }) ?? true else { return nil }
      next = slot.time + service.duration
      return FreeStart(date: date, time: slot.time, therapist: slot.therapist)
    }
  }
}
