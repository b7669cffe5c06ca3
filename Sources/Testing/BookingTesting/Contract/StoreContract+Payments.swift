import BookingDomain
import BookingStore

extension StoreContract {
  /// What is sold and not paid yet.
  package static let paymentPromises = [
    Promise("an unpaid booking is owed for until its payment is taken, and again after an undo") {
      let store = $0.store
      let booking = try await booked(unpaidIn: store)
      var found = try await store.booking(booking)
      try requireEqual(found.payment?.standing.status, .pending)
      try requireEqual(found.payment?.sum, Money("500000"))
      try requireEqual(found.payment?.paidAt, nil)
      try require(found.isUnpaid, "it is owed for")
      let file = try requireValue(try await store.customerFile(6), "the file")
      try requireEqual(file.card.sessions.map(\.total), [1], "what is not paid is no session")

      let answer = try await store.perform(
        ContractSpa.command(booking, .takePayment(.creditCard)), by: ContractSpa.lan,
        now: ContractSpa.now)
      _ = try accepted(answer)
      found = try await store.booking(booking)
      let paid = PaymentStanding(.paid, .creditCard)
      try requireEqual(found.payment?.standing, paid)
      try requireEqual(found.payment?.paidAt, ContractSpa.now.instant)
      try requireEqual(
        found.lastChange?.kind, .payment(from: PaymentStanding(.pending, .cash), to: paid))
      let again = try await store.perform(
        ContractSpa.command(booking, .takePayment(.cash), expectedVersion: 1),
        by: ContractSpa.hoa, now: ContractSpa.now)
      try requireEqual(refusal(again)?.code, .alreadyPaid)
      try requireEqual(refusal(again)?.sentence, "Lan took it at 09:50.")

      _ = try accepted(
        try await store.perform(
          ContractSpa.command(booking, .undo), by: ContractSpa.lan, now: ContractSpa.now))
      found = try await store.booking(booking)
      try requireEqual(found.payment?.standing, PaymentStanding(.pending, .cash))
      try requireEqual(found.payment?.paidAt, nil)
      try requireEqual(found.lastChange?.kind, .created)
      let lines = try await store.history(of: booking)
      try requireEqual(lines.map { $0.undoneAt != nil }, [false, true])
    },
    Promise("what is owed goes with the booking that it was sold for, and comes back with it") {
      let store = $0.store
      let booking = try await booked(unpaidIn: store)
      _ = try accepted(
        try await store.perform(
          ContractSpa.command(booking, ContractSpa.change(.cancelled, "ill")),
          by: ContractSpa.lan, now: ContractSpa.now))
      var found = try await store.booking(booking)
      try requireEqual(found.payment?.standing.status, .failed)
      try require(!found.isUnpaid, "nothing is owed for what does not take place")
      let refused = try await store.perform(
        ContractSpa.command(booking, .takePayment(.cash)), by: ContractSpa.lan,
        now: ContractSpa.now)
      try requireEqual(refusal(refused)?.code, .alreadyCancelled)
      for status in [PaymentStatus.pending, .failed] {
        _ = try accepted(
          try await store.perform(
            ContractSpa.command(booking, .undo), by: ContractSpa.lan, now: ContractSpa.now))
        found = try await store.booking(booking)
        try requireEqual(found.payment?.standing.status, status, "first the cancelling, then all")
      }
      try requireEqual(found.status, .cancelled)
    },
    Promise("what a visit owes is taken in one order, and goes back with one undo") {
      let store = $0.store
      let wanted = [
        ContractSpa.wanted("12:00", for: 6, with: 5, .unpaidSale),
        ContractSpa.wanted("13:15", for: 6, with: 5, .unpaidSale),
      ]
      let made = try await store.perform(
        ContractSpa.order(.book(wanted)), by: ContractSpa.lan, now: ContractSpa.now)
      let first = try requireValue(made.current?.id, "the first")
      let both = try await store.customerFile(6)?.bookings.filter {
        $0.visit?.number == first.number
      }
      let ids = try requireValue(both, "the visit").map(\.id).sorted()
      try requireEqual(ids.count, 2)
      func standings() async throws -> [PaymentStatus?] {
        try await store.bookings(ids).sorted { $0.id < $1.id }.map { $0.payment?.standing.status }
      }
      let taken = Order.changeTogether(
        ids.map { Order.Part(.takePayment(.momo), of: $0, seen: Sight()) })
      _ = try accepted(
        try await store.perform(
          ContractSpa.order(taken), by: ContractSpa.lan, now: ContractSpa.now))
      try requireEqual(try await standings(), [.paid, .paid])
      _ = try accepted(
        try await store.perform(
          ContractSpa.order(.takeBack(ids[1], seen: Sight())), by: ContractSpa.lan,
          now: ContractSpa.now))
      try requireEqual(try await standings(), [.pending, .pending])
    },
    Promise("a sale goes back with its booking's undo, but not once another booking had it before")
    {
      let store = $0.store
      let span = ContractSpa.now.zone.span(of: ContractSpa.date)
      func booked(_ payment: NewBooking.Payment) async throws -> Booking {
        let wanted = ContractSpa.wanted("12:00", for: 6, with: 5, payment)
        let answer = try await store.perform(
          ContractSpa.order(.book([wanted])), by: ContractSpa.lan, now: ContractSpa.now)
        return try requireValue(answer.current, "the booking")
      }
      func give(_ change: Change, on booking: Booking) async throws {
        _ = try accepted(
          try await store.perform(
            ContractSpa.command(booking.id, change), by: ContractSpa.lan, now: ContractSpa.now))
      }
      func paidBack() async throws -> Int {
        try await store.takings(on: ContractSpa.date, in: span).lines.map(\.paidBack.count)
          .reduce(0, +)
      }
      let slip = try await booked(.sale(.cash))
      try await give(.undo, on: slip)
      try requireEqual(try await store.booking(slip.id).payment?.standing.status, .refunded)
      try requireEqual(try await paidBack(), 1)

      let first = try await booked(.sale(.cash))
      try await give(ContractSpa.change(.cancelled, "ill"), on: first)
      let second = try await booked(.paidSession)
      try requireEqual(second.paymentItem, first.paymentItem, "it uses what was left")
      try await give(.undo, on: second)
      try requireEqual(try await store.booking(second.id).payment?.standing.status, .paid)
      try requireEqual(try await paidBack(), 1)
    },
    Promise("a day's takings are what was paid on it, by ways of payment, and what is owed") {
      let store = $0.store
      let span = ContractSpa.now.zone.span(of: ContractSpa.date)
      let sold = [
        ContractSpa.wanted("12:00", for: 6, with: 5, .sale(.cash)),
        ContractSpa.wanted("16:00", for: 6, with: 5, .sale(.momo)),
        ContractSpa.wanted("18:00", for: 6, with: 5, .unpaidSale),
      ]
      var bookings: [BookingID] = []
      for one in sold {
        let answer = try await store.perform(
          ContractSpa.order(.book([one])), by: ContractSpa.lan, now: ContractSpa.now)
        bookings.append(try requireValue(answer.current?.id, "the booking"))
      }
      _ = try accepted(
        try await store.perform(
          ContractSpa.command(bookings[1], .undo), by: ContractSpa.lan, now: ContractSpa.now))
      let price = try requireValue(Money("500000"))
      let (none, one) = (DayTakings.Total(), DayTakings.Total(count: 1, sum: price))
      let takings = try await store.takings(on: ContractSpa.date, in: span)
      try requireEqual(
        takings.lines.sorted { $0.method.rawValue < $1.method.rawValue },
        [
          .init(method: .cash, isDesk: true, taken: one, paidBack: none),
          .init(method: .momo, isDesk: true, taken: none, paidBack: one),
        ])
      try requireEqual(takings.unpaid, one)
      let tomorrow = ContractSpa.date + 1
      let later = try await store.takings(
        on: tomorrow, in: ContractSpa.now.zone.span(of: tomorrow))
      try requireEqual(later, DayTakings(date: tomorrow, lines: [], unpaid: none))
    },
  ]

  /// Binh's, with Minh at noon.
  private static func booked(unpaidIn store: any BookingStore) async throws -> BookingID {
    let answer = try await store.perform(
      ContractSpa.order(.book([ContractSpa.wanted("12:00", for: 6, with: 5, .unpaidSale)])),
      by: ContractSpa.lan, now: ContractSpa.now)
    return try requireValue(answer.current?.id, "the booking")
  }

  /// Those that need another program's SQL.
  static let foreignPaymentPromises = [
    Promise("what the web shop is paid meanwhile is not taken again, and goes back only there") {
      let store = $0.store
      let booking = try await booked(unpaidIn: store)
      let before = try await store.booking(booking)
      let payment = try requireValue(before.payment, "the payment")
      try await $0.runForeignSQL([
        "UPDATE payments SET payment_status = 'PAID', payment_method = 'VNPAY',"
          + " payment_date = '2026-03-10 09:45:00' WHERE payment_id = \(payment.number)"
      ])
      let answer = try await store.perform(
        ContractSpa.command(booking, .takePayment(.cash), expectedVersion: before.version),
        by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(answer)?.sentence, "Paid by the web shop at 09:45.")
      let found = try await store.booking(booking)
      try require(found.version > before.version, "every board is told")
      try requireEqual(found.payment?.standing, PaymentStanding(.paid, .vnPay))
      try await requireEqual(
        store.history(of: booking).last?.change.kind,
        .payment(from: payment.standing, to: PaymentStanding(.paid, .vnPay)))
      for person in [ContractSpa.lan, ContractSpa.manager] {
        let undo = try await store.perform(
          ContractSpa.command(booking, .undo), by: person, now: ContractSpa.now)
        try requireEqual(refusal(undo)?.code, .undoNotYours)
      }
    },
    Promise("a payment for several bookings is taken for all of them, and goes back for all") {
      let store = $0.store
      try await $0.runForeignSQL([
        "UPDATE payments SET payment_status = 'PENDING' WHERE payment_id = 1"
      ])
      let both = [ContractSpa.morning, ContractSpa.afternoon]
      let before = try await store.bookings(both).map(\.version).max() ?? 0
      _ = try accepted(
        try await store.perform(
          ContractSpa.command(ContractSpa.morning, .takePayment(.cash)), by: ContractSpa.lan,
          now: ContractSpa.now))
      try await $0.runForeignSQL([])
      for booking in both {
        let found = try await store.booking(booking)
        try requireEqual(found.payment?.standing, PaymentStanding(.paid, .cash))
        try requireEqual(found.payment?.sessions, 3)
        try require(found.version > before, "\(booking) is told")
        try requireEqual(found.lastChange?.byName, "Lan")
      }
      _ = try accepted(
        try await store.perform(
          ContractSpa.command(ContractSpa.afternoon, .undo), by: ContractSpa.lan,
          now: ContractSpa.now))
      for booking in both {
        let found = try await store.booking(booking)
        try requireEqual(found.payment?.standing.status, .pending)
        let lines = try await store.history(of: booking).filter { $0.change.by != nil }
        try requireEqual(lines.map { $0.undoneAt != nil }, [true], "the desk's line of \(booking)")
      }
    },
  ]
}
