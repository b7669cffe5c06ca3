/// A customer as the desk's register shows one.
package struct CustomerCard: Hashable, Sendable {
  package let customer: Customer
  package let email: String?
  package let notes: String?
  /// What is paid for, oldest first; used-up ones too.
  package let sessions: [PaidSessions]
  /// The last day with a completed booking, and the next with one ahead.
  package let lastVisit: LocalDate?
  package let nextVisit: LocalDate?
  package let past: GuestPast
  /// Whose number they are called at, where it is that of somebody else of the family.
  package let family: String?

  package init(
    customer: Customer, email: String?, notes: String?, sessions: [PaidSessions],
    lastVisit: LocalDate?, nextVisit: LocalDate?, past: GuestPast = GuestPast(),
    family: String? = nil
  ) {
    self.customer = customer
    self.email = email
    self.notes = notes
    self.sessions = sessions
    self.lastVisit = lastVisit
    self.nextVisit = nextVisit
    self.past = past
    self.family = family
  }
}

/// A customer with their bookings and what was written of them, newest first.
package struct CustomerFile: Hashable, Sendable {
  package let card: CustomerCard
  package let bookings: [Booking]
  package let record: [GuestChangeEntry]

  /// Lines of the record that are read: what was written in years fits.
  package static let mostRecord = 50

  package init(card: CustomerCard, bookings: [Booking], record: [GuestChangeEntry] = []) {
    (self.card, self.bookings, self.record) = (card, bookings, record)
  }

  /// Who wrote what stands there now; nil where it was another program.
  package func author(of fact: GuestFact, standing text: String) -> GuestChangeEntry? {
    record.first { $0.fact == fact }.flatMap { $0.after == text ? $0 : nil }
  }
}

/// A line of the list "paid, not yet scheduled".
package struct UnscheduledSessions: Hashable, Sendable {
  package let customer: Customer
  package let sessions: PaidSessions

  package init(customer: Customer, sessions: PaidSessions) {
    (self.customer, self.sessions) = (customer, sessions)
  }
}
