import BookingDomain

/// What was asked for, in a few bytes: two orders with the same fingerprint ask for the same. What
/// their sender saw plays no part.
package struct OrderFingerprint: Hashable, Sendable {
  /// At most 64 bytes.
  package let text: String
  /// As it was written before `rest` was part of it. What was answered then is still the same order
  /// when it is sent again (`Retention.requests`).
  package let former: String

  package init(_ order: Order) {
    former = Self.main(order)
    let whole = "\(former) \(Self.digest(Self.rest(order)))"
    text = whole.utf8.count <= Self.length ? whole : Self.digest([whole])
  }

  private static let length = 64

  private static func main(_ order: Order) -> String {
    switch order {
    case .change(let change, let booking, _): "\(Self.what(change)) \(booking)"
    case .changeTogether(let parts):
      "TOGETHER " + Self.digest(parts.map { "\(Self.what($0.change)) \($0.booking)" })
    case .takeBack(let booking, _): "UNDO TOGETHER \(booking)"
    case .swap(let booking, let other, _, _): "SWAP \(booking) \(other)"
    case .book(let wanted): "BOOK " + Self.digest(wanted.flatMap(Self.parts))
    case .block(let block):
      "BLOCK \(block.therapist) \(block.date) \(block.time) \(block.duration.count)"
    case .unblock(let block): "UNBLOCK \(block)"
    case .takeOff(let wanted):
      "OFF \(Self.text(wanted.therapist)) \(wanted.days.lowerBound) \(wanted.days.upperBound)"
    case .endTimeOff(let id): "END OFF \(id)"
    case .setShifts(let wanted):
      "SHIFTS \(wanted.therapist) " + Self.digest(wanted.days.map(\.text))
    case .wait(let guest):
      "WAIT \(guest.customer) \(guest.service) \(guest.date) \(guest.from) \(guest.until)"
    case .stopWaiting(let guest): "STOP WAITING \(guest)"
    case .guest(let change, let guest):
      "GUEST \(guest) " + Self.digest([change.fact.rawValue, change.text])
    case .addTask(let task):
      "TASK " + Self.digest([task.text, Self.text(task.date), Self.text(task.time)])
    case .markTask(let task, let mark): "TASK \(task) \(mark.rawValue)"
    }
  }

  /// Reasons, notes and how it is paid.
  private static func rest(_ order: Order) -> [String] {
    switch order {
    case .change(let change, _, _): rest(change)
    case .changeTogether(let parts): parts.flatMap { rest($0.change) }
    case .book(let wanted): wanted.flatMap(rest)
    case .block(let block): [block.reason]
    case .takeOff(let wanted): [wanted.reason]
    case .wait(let guest): [text(guest.therapist), guest.note]
    case .takeBack, .swap, .unblock, .endTimeOff, .setShifts, .stopWaiting, .guest, .addTask,
      .markTask:
      []
    }
  }

  private static func rest(_ change: Change) -> [String] {
    if case .changeService(let wanted) = change {
      return [text(change.reason), text(wanted.payment)]
    }
    return [text(change.reason)]
  }

  private static func rest(_ wanted: NewBooking) -> [String] {
    let email: String? = if case .new(let guest) = wanted.customer { guest.email } else { nil }
    return [
      text(wanted.payment), text(wanted.notes), text(wanted.overrideReason), text(wanted.waiting),
      text(email),
    ]
  }

  private static func text(_ payment: NewBooking.Payment) -> String {
    switch payment {
    case .paidSession: "paid"
    case .item(let item): "item \(item)"
    case .paidSessionOrSale(let method): "paid or \(method.rawValue)"
    case .sale(let method): method.rawValue
    case .paidSessionOrUnpaidSale: "paid or unpaid"
    case .unpaidSale: "unpaid"
    }
  }

  private static func what(_ change: Change) -> String {
    switch change {
    case .changeStatus(let status, _): status.rawValue
    case .markArrived: "ARRIVED"
    case .undo: "UNDO"
    case .takePayment(let method): "PAYMENT \(method.rawValue)"
    case .writeNotes(let text): "NOTES " + digest([text])
    case .wish(let therapist): "WISH \(text(therapist))"
    case .noteCall(let outcome, let note): "CALL " + digest([outcome.rawValue, note])
    case .changeService(let wanted):
      "SERVICE "
        + digest([
          text(wanted.service), text(wanted.therapist), text(wanted.duration?.count),
        ])
    case .move(let move):
      "MOVE "
        + digest([
          text(move.therapist), text(move.date), text(move.time), text(move.duration?.count),
          text(move.bed),
        ])
    }
  }

  private static func parts(_ wanted: NewBooking) -> [String] {
    let guest =
      switch wanted.customer {
      case .known(let id): "known \(id)"
      case .new(let customer): "new \(reach(customer)) \(customer.name)"
      case .companion: "companion"
      }
    return [
      guest, text(wanted.service), text(wanted.therapist), text(wanted.date), text(wanted.time),
      text(wanted.duration?.count), text(wanted.bed),
    ] + (wanted.isWished ? ["wished"] : []) + [wanted.joins].compactMap { $0.map { "joins \($0)" } }
  }

  private static func reach(_ customer: NewCustomer) -> String {
    switch customer.reach {
    case .phone(let phone): phone
    case .familyOf(let holder): "family \(holder)"
    case .nowhere: "-"
    }
  }

  private static func text(_ value: (some CustomStringConvertible)?) -> String {
    value?.description ?? "-"
  }

  /// It only has to tell apart different orders that were given one id by mistake. Attackers have
  /// ids of their own.
  private static func digest(_ parts: [String]) -> String {
    FNV1a.digits(of: parts.joined(separator: "\u{1F}"))
  }
}
