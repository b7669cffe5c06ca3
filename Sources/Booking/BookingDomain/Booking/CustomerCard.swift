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

  package init(
    customer: Customer, email: String?, notes: String?, sessions: [PaidSessions],
    lastVisit: LocalDate?, nextVisit: LocalDate?
  ) {
    self.customer = customer
    self.email = email
    self.notes = notes
    self.sessions = sessions
    self.lastVisit = lastVisit
    self.nextVisit = nextVisit
  }
}

/// A customer with their bookings, newest first.
package struct CustomerFile: Hashable, Sendable {
  package let card: CustomerCard
  package let bookings: [Booking]

  package init(card: CustomerCard, bookings: [Booking]) {
    self.card = card
    self.bookings = bookings
  }
}

/// A line of the list "paid, not yet scheduled".
package struct UnscheduledSessions: Hashable, Sendable {
  package let customer: Customer
  package let sessions: PaidSessions

  package init(customer: Customer, sessions: PaidSessions) {
    self.customer = customer
    self.sessions = sessions
  }
}
