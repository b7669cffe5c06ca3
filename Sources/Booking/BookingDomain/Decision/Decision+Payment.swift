extension Decision.Case {
  func takePayment(_ method: PaymentMethod) throws(Refusal) -> Decision.Outcome {
    guard let payment = booking.payment else {
      throw Refusal(.unreadable, "Nothing can be read of its payment; look it up in the web shop.")
    }
    switch payment.standing.status {
    case .pending, .failed: break
    case .paid: throw Refusal(.alreadyPaid, paidAlready(payment))
    case .refunded:
      throw Refusal(.alreadyPaid, "This sale was paid back; what is paid now is a new sale.")
    }
    guard booking.status != .cancelled else {
      throw Refusal(.alreadyCancelled, "This booking is cancelled; nothing is to be paid for it.")
    }
    let standing = PaymentStanding(.paid, method)
    let change = recorded(.payment(from: payment.standing, to: standing))
    var after = booking
    after.payment?.standing = standing
    after.payment?.paidAt = now.instant
    after.lastChange = change
    return Decision.Outcome(after, recorded: change)
  }

  /// `Paid by the web shop at 10:12.`
  private func paidAlready(_ payment: BookingPayment) -> String {
    let at = payment.paidAt.map { instant in
      let local = now.zone.local(instant)
      return local.date == now.today
        ? local.time.hourMinute : "\(local.time.hourMinute) on \(local.date.short)"
    }
    let when = at.map { " at \($0)" } ?? ""
    guard case .payment? = booking.lastChange?.kind, let last = booking.lastChange else {
      return when.isEmpty ? "It is paid already." : "It was paid\(when)."
    }
    let who = last.byName.isEmpty ? "Paid by the web shop" : "\(last.byName) took it"
    return "\(who)\(when)."
  }

  func undoPayment(from: PaymentStanding, _ to: PaymentStanding) throws(Refusal)
    -> Decision.Outcome
  {
    guard booking.payment?.standing == to else {
      throw Refusal(.nothingToUndo, "The payment has changed since; it is not taken back here.")
    }
    var after = booking
    after.payment?.standing = from
    after.payment?.paidAt = nil
    after.lastChange = nil
    return Decision.Outcome(after, recorded: nil)
  }
}

extension Change {
  /// Whether it sets how the booking's payment stands, so that nobody else may do so meanwhile.
  package func settles(_ booking: Booking) -> Bool {
    switch self {
    case .takePayment: return true
    case .changeService: return booking.payment?.isSoldForOne == true
    case .undo:
      switch booking.lastChange?.kind {
      case .payment: return true
      case .service(let exchange): return exchange.sold != nil
      default: return false
      }
    case .changeStatus, .markArrived, .move, .writeNotes, .noteCall, .wish: return false
    }
  }
}
