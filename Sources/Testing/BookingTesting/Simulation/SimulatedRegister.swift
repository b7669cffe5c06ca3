import BookingDomain

/// The simulated shop's customers and what they have paid for.
package struct SimulatedRegister: Sendable {
  package struct Sold: Sendable {
    package let customer: CustomerID?
    package let service: ServiceSummary?
    package let total: Int
    package var left: Int
    package let soldAt: Timestamp?
    /// Each item has one of its own.
    package var payment: BookingPayment
    /// Whether it was sold at the desk with a booking; what is in the books from the start was sold
    /// by the shop.
    var isDeskSale: Bool { soldAt != nil }
  }

  package internal(set) var customers: [CustomerID: Customer] = [:]
  package internal(set) var emails: [CustomerID: String] = [:]
  /// The customer whose number is called for somebody without one of their own.
  var holders: [CustomerID: CustomerID] = [:]
  package internal(set) var sold: [PaymentItemID: Sold] = [:]

  func sessions(of customer: CustomerID) -> [PaidSessions] {
    sold.filter {
      $0.value.customer == customer && $0.value.payment.standing.status == .paid
    }.compactMap { item, sold in
      sold.service.map {
        PaidSessions(
          item: item, service: $0, total: sold.total, left: sold.left,
          paidAt: sold.payment.paidAt)
      }
    }.sorted { ($0.paidAt?.milliseconds ?? 0, $0.item) < ($1.paidAt?.milliseconds ?? 0, $1.item) }
  }

  /// The number that is the customer's and not of the family.
  func own(_ customer: Customer) -> String? {
    holders[customer.id] == nil ? customer.phone : nil
  }

  /// However it is capitalised, as the shop's table compares it.
  func has(_ customer: CustomerID, email: String) -> Bool {
    emails[customer]?.lowercased() == email.lowercased()
  }

  /// Stays within what was paid for, as the table's statement does.
  mutating func apply(_ effect: Decision.SessionEffect, to item: PaymentItemID) {
    guard var sold = sold[item] else { return }
    switch effect {
    case .none: break
    case .givenBack: sold.left = min(sold.total, sold.left + 1)
    case .taken: sold.left = max(0, sold.left - 1)
    }
    self.sold[item] = sold
  }
}

extension SimulatedBooks {
  /// Sessions of the item that are paid for, those that bookings use among them.
  package mutating func sell(
    _ item: PaymentItemID, sessions: Int, taken: Int, to customer: CustomerID? = nil,
    of service: ServiceSummary? = nil, at: Timestamp? = nil, for sum: Money = .zero,
    standing: PaymentStanding = PaymentStanding(.paid, .cash)
  ) {
    register.sold[item] = SimulatedRegister.Sold(
      customer: customer, service: service, total: sessions, left: sessions - taken, soldAt: at,
      payment: BookingPayment(
        number: item.number, standing: standing, sum: sum, sessions: sessions,
        paidAt: standing.status == .paid ? at : nil, isDeskSale: at != nil))
  }

  func takings(on date: LocalDate, in span: Range<Timestamp>) -> DayTakings {
    let lines = PaymentMethod.allCases.flatMap { method in
      [true, false].compactMap { isDesk -> DayTakings.Line? in
        let mine = register.sold.values.filter {
          $0.payment.standing.method == method && $0.isDeskSale == isDesk
            && ($0.payment.paidAt.map(span.contains) ?? false)
        }.map(\.payment)
        guard !mine.isEmpty else { return nil }
        return DayTakings.Line(
          method: method, isDesk: isDesk,
          taken: Self.total(mine.filter { $0.standing.status == .paid }),
          paidBack: Self.total(mine.filter { $0.standing.status == .refunded }))
      }
    }
    let owed = Dictionary(
      day(date).filter(\.isUnpaid).compactMap { booking in
        booking.payment.map { ($0.number, $0) }
      }, uniquingKeysWith: { first, _ in first })
    return DayTakings(date: date, lines: lines, unpaid: Self.total(Array(owed.values)))
  }

  private static func total(_ payments: [BookingPayment]) -> DayTakings.Total {
    payments.reduce(DayTakings.Total()) { $0 + DayTakings.Total(count: 1, sum: $1.sum) }
  }

  package mutating func register(_ customer: Customer, email: String? = nil) {
    register.customers[customer.id] = customer
    register.emails[customer.id] = email
  }
}
