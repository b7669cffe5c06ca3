extension Decision {
  /// Whether this person may give such an order at all, and whether it is one: asked before anything
  /// is read or held for it. Orders about a standing booking are asked again, with the booking.
  /// - Returns: nil where it may go on.
  package static func refusal(ofAsking order: Order, by person: Person) -> Refusal? {
    do throws(Refusal) {
      switch order {
      case .book(let wanted): try checkAsking(wanted, by: person)
      case .block(let block):
        try checkScope(of: .block, for: person)
        try TextLimit.blockReason.check(block.reason)
      case .unblock: try checkScope(of: .block, for: person)
      case .wait(let guest):
        try checkScope(of: .keepWaitingList, for: person)
        try TextLimit.waitingNote.check(guest.note)
      case .stopWaiting: try checkScope(of: .keepWaitingList, for: person)
      case .swap:
        guard Rights.scope(of: .move, for: person.role) != .none else {
          throw Refusal(.notAllowed, Operation.move.refusal(for: person.role))
        }
      case .change: break
      }
      return nil
    } catch {
      return error
    }
  }

  private static func checkScope(of operation: Operation, for person: Person) throws(Refusal) {
    guard Rights.scope(of: operation, for: person.role) == .all else {
      throw Refusal(.notAllowed, operation.refusal(for: person.role))
    }
  }

  static func checkAsking(_ wanted: [NewBooking], by person: Person) throws(Refusal) {
    guard (1...largestParty).contains(wanted.count) else {
      throw Refusal(.malformed, "Between 1 and \(largestParty) bookings can be made together.")
    }
    for one in wanted { try checkRights(toBook: one, by: person) }
    guard wanted[0].customer != .companion else { throw person.refusalOfNobody }
    for one in wanted { try one.checkTexts() }
  }

  private static func checkRights(toBook wanted: NewBooking, by person: Person) throws(Refusal) {
    if wanted.waiting != nil { try checkScope(of: .keepWaitingList, for: person) }
    switch Rights.scope(of: .book, for: person.role) {
    case .all: return
    case .own:
      if case .known(let id) = wanted.customer, person.isCustomer(id), !wanted.payment.sells {
        return
      }
      if wanted.customer == .companion, !wanted.payment.sells { return }
      throw Refusal(.notAllowed, "You can book for yourself, with a session you have paid for.")
    case .none: throw Refusal(.notAllowed, Operation.book.refusal(for: person.role))
    }
  }
}

extension Person {
  /// Only who comes along with somebody may come without a number.
  var refusalOfNobody: Refusal {
    Refusal(
      .malformed,
      role == .customer
        ? "Say who the booking is for: your own customerId."
        : "Say who the booking is for: customerId or newCustomer.")
  }
}

extension NewBooking.Payment {
  fileprivate var sells: Bool {
    switch self {
    case .sale, .paidSessionOrSale: true
    case .paidSession, .item: false
    }
  }
}
