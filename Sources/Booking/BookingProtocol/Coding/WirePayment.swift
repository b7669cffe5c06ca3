import BookingDomain

/// How a payment stands, in the shop's words.
struct WireStanding: Codable {
  let status, method: String

  init(_ standing: PaymentStanding) {
    status = standing.status.rawValue
    method = standing.method.rawValue
  }

  /// Nil for words that only a newer server knows.
  var standing: PaymentStanding? {
    guard let status = PaymentStatus(rawValue: status),
      let method = PaymentMethod(rawValue: method)
    else { return nil }
    return PaymentStanding(status, method)
  }
}

/// The payment of a booking.
struct WireBookingPayment: Codable {
  let paymentId: Int64
  let status, method: String
  let sum: String
  let sessions: WireCount
  let paidAt: String?
  /// Left out is no.
  var atDesk: Bool?

  init(_ payment: BookingPayment) {
    paymentId = payment.number
    status = payment.standing.status.rawValue
    method = payment.standing.method.rawValue
    sum = payment.sum.description
    sessions = WireCount(payment.sessions)
    paidAt = payment.paidAt?.description
    atDesk = payment.isDeskSale ? true : nil
  }

  /// Nil for words that only a newer server knows.
  var payment: BookingPayment? {
    guard let status = PaymentStatus(rawValue: status),
      let method = PaymentMethod(rawValue: method), let sum = Wire.sum(sum)
    else { return nil }
    return BookingPayment(
      number: paymentId, standing: PaymentStanding(status, method), sum: sum,
      sessions: sessions.int, paidAt: paidAt.flatMap { Timestamp($0) },
      isDeskSale: atDesk ?? false)
  }
}
