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
      case .unblock, .endTimeOff: try checkScope(of: .block, for: person)
      case .takeOff(let wanted): return refusal(ofAskingFor: wanted, by: person)
      case .setShifts(let wanted): return refusal(ofAskingFor: wanted, by: person)
      case .wait(let guest):
        try checkScope(of: .keepWaitingList, for: person)
        try TextLimit.waitingNote.check(guest.note)
      case .stopWaiting: try checkScope(of: .keepWaitingList, for: person)
      case .guest(let change, _):
        try checkScope(of: .keepGuests, for: person)
        try change.checkText()
      case .addTask(let task):
        try checkScope(of: .keepTasks, for: person)
        try task.checkText()
      case .markTask: try checkScope(of: .keepTasks, for: person)
      case .swap:
        guard Rights.scope(of: .move, for: person.role) != .none else {
          throw Refusal(.notAllowed, Operation.move.refusal(for: person.role))
        }
      case .changeTogether(let parts): try checkAsking(parts)
      case .change, .takeBack: break
      }
      return nil
    } catch {
      return error
    }
  }

  private static func checkScope(of operation: Operation, for person: Person) throws(Refusal) {
    if let refusal = refusal(of: operation, for: person) { throw refusal }
  }

  /// - Returns: nil where the person may do it to all there is.
  static func refusal(of operation: Operation, for person: Person) -> Refusal? {
    Rights.scope(of: operation, for: person.role) == .all
      ? nil : Refusal(.notAllowed, operation.refusal(for: person.role))
  }

  static func checkAsking(_ wanted: [NewBooking], by person: Person) throws(Refusal) {
    try checkCounts(wanted, by: person)
    for one in wanted { try checkRights(toBook: one, by: person) }
    guard wanted[0].customer != .companion || wanted[0].joins != nil else {
      throw person.refusalOfNobody
    }
    for one in wanted { try one.checkTexts() }
  }

  private static func checkCounts(_ wanted: [NewBooking], by person: Person) throws(Refusal) {
    let party = Visit.largestParty
    let isGuest = Rights.scope(of: .book, for: person.role) == .own
    guard !wanted.isEmpty, !isGuest || wanted.count <= party else {
      let most = isGuest ? party : Series.mostBookings
      throw Refusal(.malformed, "Between 1 and \(most) bookings can be made together.")
    }
    let days = Dictionary(grouping: wanted, by: \.date)
    guard days.count <= Series.longest, wanted.count <= Series.mostBookings else {
      throw Refusal(
        .malformed,
        "A series has at most \(Series.longest) days and \(Series.mostBookings) bookings.")
    }
    for visit in days.values {
      guard visit.count <= Visit.most else {
        throw Refusal(.malformed, "A visit has at most \(Visit.most) treatments.")
      }
      guard Dictionary(grouping: visit, by: \.time).values.allSatisfy({ $0.count <= party }) else {
        throw Refusal(.malformed, "At most \(party) guests can come together.")
      }
    }
  }

  static func checkAsking(_ parts: [Order.Part]) throws(Refusal) {
    guard (1...Series.mostBookings).contains(parts.count) else {
      throw Refusal(
        .malformed, "Between 1 and \(Series.mostBookings) bookings can be changed together.")
    }
    guard Set(parts.map(\.booking)).count == parts.count else {
      throw Refusal(.malformed, "Of bookings that are changed together each is named once.")
    }
    for part in parts {
      switch part.change {
      case .undo: throw Refusal(.malformed, "An undo is an order of its own.")
      case .changeService: throw Refusal(.malformed, "Another treatment is an order of its own.")
      default: break
      }
    }
  }

  private static func checkRights(toBook wanted: NewBooking, by person: Person) throws(Refusal) {
    if wanted.waiting != nil { try checkScope(of: .keepWaitingList, for: person) }
    // Nobody learns of a booking by asking to join it.
    if wanted.joins != nil { try checkScope(of: .book, for: person) }
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
    case .sale, .paidSessionOrSale, .paidSessionOrUnpaidSale, .unpaidSale: true
    case .paidSession, .item: false
    }
  }
}
