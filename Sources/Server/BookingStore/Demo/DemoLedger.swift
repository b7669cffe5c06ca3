import BookingDomain

/// Payments, items and their use, kept so that every booking holds a session of an item and no
/// item holds more than was paid for.
struct DemoLedger {
  private(set) var payments: [DemoDatabase.Payment] = []
  private(set) var items: [DemoDatabase.Item] = []
  /// Packages with sessions left, by service.
  private var open: [ServiceID: [Int]] = [:]
  /// Nobody comes twice on one day.
  private var guestsOfTheDay: Set<CustomerID> = []

  mutating func beginDay() { guestsOfTheDay = [] }

  /// Who comes for this treatment and what it is paid from. Three of five come on a package.
  mutating func buy(
    _ service: DemoDatabase.Service, for guest: CustomerID?, anyOf guests: Int, at: Timestamp,
    _ random: inout DemoRandomness
  ) -> (customer: CustomerID, item: Int) {
    let isPackage = random.happens(percent: 60)
    if isPackage, guest == nil, let item = usePackage(of: service.id, &random) {
      let customer = payments[Int(items[item].payment) - 1].customer
      guestsOfTheDay.insert(customer)
      return (customer, item)
    }
    let customer = guest ?? somebody(of: guests, &random)
    guestsOfTheDay.insert(customer)
    let quantity = isPackage ? random.one(of: [5, 10]) : 1
    let item = sell(service, times: quantity, to: customer, at: at, &random)
    items[item].booked = 1
    if quantity > 1 { open[service.id, default: []].append(item) }
    return (customer, item)
  }

  /// The session of a cancelled booking is free again.
  mutating func giveBack(_ item: Int) { items[item].booked -= 1 }

  mutating func sell(
    _ service: DemoDatabase.Service, times quantity: Int, to customer: CustomerID, at: Timestamp,
    notes: String? = nil, _ random: inout DemoRandomness
  ) -> Int {
    let method = random.weighted([
      ("CASH", percent: 35), ("BANK_TRANSFER", percent: 20), ("CREDIT_CARD", percent: 15),
      ("MOMO", percent: 15), ("VNPAY", percent: 10), ("ZALOPAY", percent: 5),
    ])
    // One in twelve pays at the desk afterwards.
    let isOwed = quantity == 1 && random.below(12) == 0
    payments.append(
      DemoDatabase.Payment(
        id: Int64(payments.count + 1), customer: customer, subtotal: service.price * quantity,
        method: method, status: isOwed ? "PENDING" : "PAID", at: at, notes: notes))
    items.append(
      DemoDatabase.Item(
        id: PaymentItemID(Int64(items.count + 1)), payment: Int64(payments.count),
        service: service.id, quantity: quantity, unitPrice: service.price,
        duration: service.duration, booked: 0))
    return items.count - 1
  }

  /// A few guests come often, most seldom.
  private func somebody(of guests: Int, _ random: inout DemoRandomness) -> CustomerID {
    while true {
      let isRegular = random.happens(percent: 30)
      let guest = CustomerID(Int64(random.within(1...(isRegular ? guests / 10 : guests))))
      if !guestsOfTheDay.contains(guest) { return guest }
    }
  }

  private mutating func usePackage(of service: ServiceID, _ random: inout DemoRandomness) -> Int? {
    guard var packages = open[service], !packages.isEmpty else { return nil }
    let place = random.below(packages.count)
    let item = packages[place]
    guard !guestsOfTheDay.contains(payments[Int(items[item].payment) - 1].customer) else {
      return nil
    }
    items[item].booked += 1
    if items[item].booked == items[item].quantity {
      packages.swapAt(place, packages.count - 1)
      packages.removeLast()
      open[service] = packages
    }
    return item
  }

  mutating func use(_ item: Int) { items[item].booked += 1 }
}
