extension NewBooking.Payment {
  /// With which session or sale a service is paid for.
  /// - Parameter paid: what is left of what the guest has paid for.
  func settled(_ service: Service, with paid: [PaidSessions]) throws(Refusal)
    -> Decision.Booked.Settlement
  {
    let usable = paid.filter { $0.service.id == service.id && $0.left > 0 }
      .sorted { ($0.paidAt?.milliseconds ?? 0, $0.item) < ($1.paidAt?.milliseconds ?? 0, $1.item) }
    let item: PaidSessions?
    switch self {
    case .sale(let method): return .sale(method)
    case .unpaidSale: return .unpaidSale
    case .paidSessionOrSale(let method):
      guard let first = usable.first else { return .sale(method) }
      item = first
    case .paidSessionOrUnpaidSale:
      guard let first = usable.first else { return .unpaidSale }
      item = first
    case .paidSession: item = usable.first
    case .item(let id): item = usable.first { $0.item == id }
    }
    guard let item else {
      throw Refusal(.noSessionLeft, "No paid session of \(service.name) is left.")
    }
    return .session(item.item)
  }
}

extension Decision.Booked.Settlement {
  /// How the sale stands that it makes; nil where nothing is sold. The shop's column wants a method
  /// before anybody knows it.
  package var standing: PaymentStanding? {
    switch self {
    case .session: nil
    case .sale(let method): PaymentStanding(.paid, method)
    case .unpaidSale: PaymentStanding(.pending, .cash)
    }
  }
}
