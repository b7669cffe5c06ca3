extension Decision {
  /// - Parameters:
  ///   - record: what stands there; nil where there is no such guest.
  ///   - owner: another customer who has this phone number or e-mail.
  /// - Returns: nil where the fact may be written.
  package static func refusal(
    of change: GuestChange, on record: GuestRecord?, of id: CustomerID, owner: Customer?,
    by person: Person
  ) -> Refusal? {
    if let refusal = refusal(ofAsking: .guest(change, of: id), by: person) { return refusal }
    guard let record else {
      return Refusal(.noSuchCustomer, "There is no customer \(id).")
    }
    let stands = record.text(of: change.fact)
    if let seen = change.seen, seen != stands {
      return Refusal(
        .changedMeanwhile,
        stands.isEmpty
          ? "\(record.name)'s \(change.fact.word) has been taken away meanwhile."
          : "\(record.name)'s \(change.fact.word) has changed meanwhile: \(stands)")
    }
    guard change.text != stands else {
      return Refusal(.alreadyDone, "That stands there already.")
    }
    if let owner, owner.id != id {
      return Refusal(
        .customerExists, "\(change.text) is \(owner.name)'s already: each has their own.")
    }
    return nil
  }
}

extension GuestFact {
  /// As a sentence calls it.
  package var word: String {
    switch self {
    case .name: "name"
    case .phone: "phone number"
    case .email: "e-mail"
    case .alert: "alert"
    case .preferences: "preferences"
    }
  }
}

extension GuestChange {
  func checkText() throws(Refusal) {
    try fact.limit.check(text)
    switch fact {
    case .name:
      guard !text.isBlank else { throw Refusal(.malformed, "A customer has a name.") }
    case .phone: if !text.isEmpty { try NewCustomer.check(phone: text) }
    case .email: if !text.isEmpty { try NewCustomer.check(email: text) }
    case .alert, .preferences: break
    }
  }
}
