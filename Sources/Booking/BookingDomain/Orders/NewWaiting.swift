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
