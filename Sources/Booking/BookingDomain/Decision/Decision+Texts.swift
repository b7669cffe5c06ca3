extension TextLimit {
  /// Nil and empty text pass.
  /// - Throws: what to say where the text is too long or holds control characters.
  func check(_ text: String?) throws(Refusal) {
    guard let text, let refusal = self.refusal(of: text) else { return }
    throw refusal
  }

  func refusal(of text: String) -> Refusal? {
    sentence(against: text).map { Refusal(allows(text) ? .malformed : .textTooLong, $0) }
  }
}

extension Change {
  /// Every text that it brings, checked before anything else is looked at.
  func checkTexts() throws(Refusal) {
    switch self {
    case .changeStatus(_, let reason): try TextLimit.reason.check(reason)
    case .move(let move): try TextLimit.reason.check(move.overrideReason)
    case .changeService(let wanted): try TextLimit.reason.check(wanted.overrideReason)
    case .writeNotes(let text): try TextLimit.notes.check(text)
    case .noteCall(_, let note): try TextLimit.callNote.check(note)
    case .markArrived, .takePayment, .wish, .undo: break
    }
  }
}

extension NewBooking {
  func checkTexts() throws(Refusal) {
    try TextLimit.notes.check(notes)
    try TextLimit.reason.check(overrideReason)
    if case .new(let customer) = self.customer { try customer.check() }
  }
}

extension NewCustomer {
  func check() throws(Refusal) {
    guard !name.isBlank else { throw Refusal(.malformed, "A customer has a name.") }
    try TextLimit.customerName.check(name)
    if let phone { try Self.check(phone: phone) }
    if let email { try Self.check(email: email) }
  }

  static func check(phone: String) throws(Refusal) {
    try TextLimit.phone.check(phone)
    guard PhoneText.isNumber(phone) else {
      throw Refusal(.malformed, "A phone number has 3 to 15 digits.")
    }
  }

  static func check(email: String) throws(Refusal) {
    try TextLimit.email.check(email)
    guard email.contains("@"), !email.contains(where: \.isWhitespace) else {
      throw Refusal(.malformed, "This is no e-mail address.")
    }
  }
}

extension String? {
  /// Whether somebody really said why.
  var isReason: Bool { self.map { !$0.isBlank } ?? false }
}
