/// Whole days that somebody is to be off.
package struct NewTimeOff: Hashable, Sendable {
  /// Nil is everybody.
  package let therapist: UserID?
  package let days: ClosedRange<LocalDate>
  package let reason: String

  package init(therapist: UserID?, days: ClosedRange<LocalDate>, reason: String) {
    (self.therapist, self.days, self.reason) = (therapist, days, reason)
  }

  package init(_ timeOff: TimeOff) {
    self.init(therapist: timeOff.therapist, days: timeOff.days, reason: timeOff.reason)
  }

  /// Days at once: a year of one therapist, a month of everybody.
  package static let mostDays = 366
  package static let mostDaysOfAll = 31
}

extension NewTimeOff {
  /// `Lan off Fri 27 Nov: ill`.
  /// - Parameter name: of the therapist, where it is one's.
  package func words(of name: String, _ isMade: Bool) -> String {
    let whose = therapist == nil ? "everybody" : name
    return "\(whose) \(isMade ? "off" : "not off") \(days.words)"
      + (reason.isEmpty ? "" : ": \(reason)")
  }
}
