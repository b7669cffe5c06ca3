import BookingDomain
import BookingStore

extension StoreContract {
  /// Another treatment, paid for anew.
  static let servicePromises = [
    Promise("a sale at the desk is given back for another treatment, and comes back with an undo") {
      let store = $0.store
      let before = try await booked(.sale(.cash), in: store)
      let after = try await changed(before.id, .sale(.cash), in: store)
      try requireEqual(after.service.id, 2)
      try requireEqual(after.duration, 90)
      try requireEqual(after.payment?.sum, Money("650000"))
      try requireEqual(after.payment?.standing, PaymentStanding(.paid, .cash))
      try require(after.paymentItem != before.paymentItem, "it uses what was sold now")
      try requireEqual(
        after.lastChange?.kind,
        .service(
          ServiceExchange(
            from: before.service, to: after.service, slot: before.slot, item: before.paymentItem,
            left: PaymentStanding(.paid, .cash), sold: PaymentStanding(.paid, .cash))))
      try await requireTaken("650000", paidBack: "500000", in: store)
      try requireEqual(try await sessions(of: 6, in: store), ["1: 0 of 1", "2: 0 of 1"])

      let back = try await undone(before.id, in: store)
      try requireSame(back, before)
      try await requireTaken("500000", paidBack: "650000", in: store)
      try requireEqual(try await sessions(of: 6, in: store), ["1: 0 of 1", "1: 0 of 1"])
      let lines = try await store.history(of: before.id)
      try requireEqual(lines.map { $0.undoneAt != nil }, [false, true])
    },
    Promise("what is owed is owed for the other treatment, and for the old one after an undo") {
      let store = $0.store
      let before = try await booked(.unpaidSale, in: store)
      let after = try await changed(before.id, .unpaidSale, in: store)
      try requireEqual(after.payment?.standing.status, .pending)
      try requireEqual(after.payment?.sum, Money("650000"))
      let span = ContractSpa.now.zone.span(of: ContractSpa.date)
      let takings = try await store.takings(on: ContractSpa.date, in: span)
      try requireEqual(
        takings.unpaid, DayTakings.Total(count: 1, sum: try requireValue(Money("650000"))))
      _ = try accepted(
        try await store.perform(
          ContractSpa.command(before.id, .takePayment(.momo)), by: ContractSpa.lan,
          now: ContractSpa.now))
      let first = try await undone(before.id, in: store)
      try requireEqual(first.service.id, 2, "first the payment")
      try requireEqual(first.payment?.standing, PaymentStanding(.pending, .cash))
      let back = try await undone(before.id, in: store)
      try requireSame(back, before)
    },
    Promise("a package's session is free again, and used again after an undo") {
      let store = $0.store
      let before = try await store.booking(ContractSpa.morning)
      try requireEqual(try await sessions(of: 5, in: store), ["1: 1 of 3"])
      let after = try await changed(before.id, .unpaidSale, in: store)
      try requireEqual(try await sessions(of: 5, in: store), ["1: 2 of 3"])
      try requireEqual(after.lastChange?.kind.exchange?.left, nil, "no sale went back")
      // Back again with the session that is free.
      let again = try await changed(before.id, to: 1, .paidSession, in: store)
      try requireEqual(again.paymentItem, before.paymentItem)
      try requireEqual(try await sessions(of: 5, in: store), ["1: 1 of 3"])
      _ = try await undone(before.id, in: store)
      try requireEqual(try await sessions(of: 5, in: store), ["1: 2 of 3"])
      let back = try await undone(before.id, in: store)
      try requireSame(back, before)
      try requireEqual(try await sessions(of: 5, in: store), ["1: 1 of 3"])
      let none = try await store.perform(
        command(before.id, .paidSession), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(none)?.code, .noSessionLeft)
    },
    Promise("a longer treatment needs the time, and a session that others use does not come back") {
      let store = $0.store
      let neighbour = ContractSpa.wanted("11:15", for: 5, with: 4, .sale(.cash))
      let made = try await store.perform(
        ContractSpa.order(.book([neighbour])), by: ContractSpa.lan, now: ContractSpa.now)
      let id = try requireValue(made.current?.id, "the neighbour")
      let refused = try await store.perform(
        command(ContractSpa.morning, .unpaidSale), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(refused)?.code, .slotTaken)
      _ = try accepted(
        try await store.perform(
          ContractSpa.command(id, ContractSpa.change(.cancelled, "ill")), by: ContractSpa.lan,
          now: ContractSpa.now))
      _ = try await changed(ContractSpa.morning, .unpaidSale, in: store)
      for time in ["17:00", "19:00", "12:00"] {
        _ = try await store.perform(
          ContractSpa.order(.book([ContractSpa.wanted(time)])), by: ContractSpa.lan,
          now: ContractSpa.now)
      }
      let undo = try await store.perform(
        ContractSpa.command(ContractSpa.morning, .undo), by: ContractSpa.lan,
        now: ContractSpa.now)
      try requireEqual(refusal(undo)?.code, .noSessionLeft)
    },
    Promise("a guest who is being treated may ask for more, of the same therapist") {
      let store = $0.store
      let id = ContractSpa.morning
      _ = try accepted(
        try await store.perform(
          ContractSpa.command(id, ContractSpa.change(.inProgress)), by: ContractSpa.lan,
          now: ContractSpa.now))
      let other = try await store.perform(
        command(id, .unpaidSale, with: 5), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(other)?.code, .alreadyInProgress)
      let found = try await changed(id, .unpaidSale, in: store)
      try requireEqual(found.status, .inProgress)
      try requireEqual(found.place.bed, 1)
      _ = try accepted(
        try await store.perform(
          ContractSpa.command(id, ContractSpa.change(.completed)), by: ContractSpa.lan,
          now: ContractSpa.now))
      let over = try await store.perform(
        command(id, to: 1, .unpaidSale), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(over)?.code, .alreadyCompleted)
    },
  ]

  private static func command(
    _ booking: BookingID, to service: ServiceID = 2, _ payment: NewBooking.Payment,
    with therapist: UserID? = nil
  ) -> Command {
    ContractSpa.command(
      booking,
      .changeService(ServiceChange(to: service, therapist: therapist, payment: payment)))
  }

  private static func changed(
    _ booking: BookingID, to service: ServiceID = 2, _ payment: NewBooking.Payment,
    in store: any BookingStore
  ) async throws -> Booking {
    let answer = try await store.perform(
      command(booking, to: service, payment), by: ContractSpa.lan, now: ContractSpa.now)
    _ = try accepted(answer)
    return try await store.booking(booking)
  }

  private static func undone(_ booking: BookingID, in store: any BookingStore) async throws
    -> Booking
  {
    _ = try accepted(
      try await store.perform(
        ContractSpa.command(booking, .undo), by: ContractSpa.lan, now: ContractSpa.now))
    return try await store.booking(booking)
  }

  /// Binh's, with Minh at noon.
  private static func booked(_ payment: NewBooking.Payment, in store: any BookingStore) async throws
    -> Booking
  {
    let answer = try await store.perform(
      ContractSpa.order(.book([ContractSpa.wanted("12:00", for: 6, with: 5, payment)])),
      by: ContractSpa.lan, now: ContractSpa.now)
    return try await store.booking(try requireValue(answer.current?.id, "the booking"))
  }

  /// Exactly what was before, payment included.
  private static func requireSame(_ back: Booking, _ before: Booking) throws {
    var same = before
    same.version = back.version
    try requireEqual(back, same)
  }

  private static func sessions(of customer: CustomerID, in store: any BookingStore) async throws
    -> [String]
  {
    let file = try requireValue(try await store.customerFile(customer), "the file")
    return file.card.sessions.map { "\($0.service.id): \($0.left) of \($0.total)" }.sorted()
  }

  private static func requireTaken(
    _ taken: String, paidBack: String, in store: any BookingStore
  ) async throws {
    let takings = try await store.takings(
      on: ContractSpa.date, in: ContractSpa.now.zone.span(of: ContractSpa.date))
    func total(_ text: String) throws -> DayTakings.Total {
      DayTakings.Total(count: 1, sum: try requireValue(Money(text)))
    }
    try requireEqual(
      takings.lines,
      [
        .init(
          method: .cash, isDesk: true, taken: try total(taken), paidBack: try total(paidBack))
      ])
  }
}

extension BookingChange.Kind {
  fileprivate var exchange: ServiceExchange? {
    if case .service(let exchange) = self { exchange } else { nil }
  }
}
