package typealias WaitingID = Identifier<WaitingGuest>

/// Somebody who would come on that day if there were room.
package struct WaitingGuest: Hashable, Sendable, Identifiable {
  package let id: WaitingID
  package let customer: Customer
  package let service: ServiceSummary
  /// Nil where any therapist would do.
  package let therapist: UserID?
  package let date: LocalDate
  /// The earliest and the latest start that would do.
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
