import BookingDomain

/// The simulated shop's customers and what they have paid for.
package struct SimulatedRegister: Sendable {
  package struct Sold: Sendable {
    package let customer: CustomerID?
    package let service: ServiceSummary?
    package let total: Int
    package var left: Int
    package let paidAt: Timestamp?
    /// Sold at the desk with a booking; what stands in the books from the start is the shop's.
    var isDeskSale: Bool { paidAt != nil }
  }

  package internal(set) var customers: [CustomerID: Customer] = [:]
  package internal(set) var emails: [CustomerID: String] = [:]
  /// At whose number somebody without one is called.
  var holders: [CustomerID: CustomerID] = [:]
  package internal(set) var sold: [PaymentItemID: Sold] = [:]

  func sessions(of customer: CustomerID) -> [PaidSessions] {
    sold.filter { $0.value.customer == customer }.compactMap { item, sold in
      sold.service.map {
        PaidSessions(
          item: item, service: $0, total: sold.total, left: sold.left, paidAt: sold.paidAt)
      }
    }.sorted { ($0.paidAt?.milliseconds ?? 0, $0.item) < ($1.paidAt?.milliseconds ?? 0, $1.item) }
  }

  /// The number that is the customer's and not of the family.
  func own(_ customer: Customer) -> String? {
    holders[customer.id] == nil ? customer.phone : nil
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
    of service: ServiceSummary? = nil, at: Timestamp? = nil
  ) {
    register.sold[item] = SimulatedRegister.Sold(
      customer: customer, service: service, total: sessions, left: sessions - taken, paidAt: at)
  }

  package mutating func register(_ customer: Customer, email: String? = nil) {
    register.customers[customer.id] = customer
    register.emails[customer.id] = email
  }
}
