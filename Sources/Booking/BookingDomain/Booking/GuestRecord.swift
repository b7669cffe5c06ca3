/// One fact of a guest's record, by the word that the wire and the history have for it.
package enum GuestFact: String, CaseIterable, Hashable, Sendable {
  case name = "NAME", phone = "PHONE", email = "EMAIL"
  case alert = "ALERT", preferences = "PREFERENCES"

  var limit: TextLimit {
    switch self {
    case .name: .customerName
    case .phone: .phone
    case .email: .email
    case .alert: .guestAlert
    case .preferences: .guestPreferences
    }
  }
}

/// What the shop's register says of one guest.
package struct GuestRecord: Hashable, Sendable {
  package let id: CustomerID
  package let name: String
  /// The guest's own; nil for one without a number, and for another of a family.
  package let phone: String?
  package let email: String?
  package let notes: String?

  package init(id: CustomerID, name: String, phone: String?, email: String?, notes: String?) {
    (self.id, self.name, self.phone, self.email, self.notes) = (id, name, phone, email, notes)
  }

  /// What stands there; empty is nothing.
  package func text(of fact: GuestFact) -> String {
    switch fact {
    case .name: name
    case .phone: phone ?? ""
    case .email: email ?? ""
    case .alert: GuestNotes(notes).text(of: .alert) ?? ""
    case .preferences: GuestNotes(notes).text(of: .preferences) ?? ""
    }
  }
}

/// A line of a guest's record: who wrote what, when, and what stood there before.
package struct GuestChangeEntry: Hashable, Sendable {
  package let fact: GuestFact
  package let before: String
  package let after: String
  package let byName: String
  package let at: Timestamp

  package init(fact: GuestFact, before: String, after: String, byName: String, at: Timestamp) {
    self.fact = fact
    self.before = before
    self.after = after
    self.byName = byName
    self.at = at
  }
}
