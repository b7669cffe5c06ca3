package typealias CustomerID = Identifier<Customer>
/// A row of `users`. A therapist is named by the *user* id (`bookings.therapist_user_id`).
package typealias UserID = Identifier<Person>

/// Whose number it is: rows of `users` and of `customers` have numbers of their own, so that
/// user 5 and customer 5 are two people.
package enum PersonID: Hashable, Sendable {
  case user(UserID)
  case customer(CustomerID)

  package var number: Int64 {
    switch self {
    case .user(let id): id.number
    case .customer(let id): id.number
    }
  }
}

/// Somebody who may log in: who, in which role.
package struct Person: Hashable, Sendable {
  package let id: PersonID
  package let role: Role
  package let name: String

  package init(id: PersonID, role: Role, name: String) {
    (self.id, self.role, self.name) = (id, role, name)
  }

  package func isTherapist(_ therapist: UserID) -> Bool {
    role == .therapist && id == .user(therapist)
  }

  package func isCustomer(_ customer: CustomerID) -> Bool {
    role == .customer && id == .customer(customer)
  }
}

/// The guest of a booking, as far as the viewer may know.
package struct Customer: Hashable, Sendable {
  package let id: CustomerID
  package let name: String
  /// Nil where there is none or the viewer may not see it.
  package let phone: String?
  /// What must be said at arrival (an allergy); nil where there is nothing.
  package let alert: String?
  /// What the guest likes, for whoever treats them; nil where nothing is known.
  package let preferences: String?

  package init(
    id: CustomerID, name: String, phone: String? = nil, alert: String? = nil,
    preferences: String? = nil
  ) {
    (self.id, self.name) = (id, name)
    (self.phone, self.alert, self.preferences) = (phone, alert, preferences)
  }
}
