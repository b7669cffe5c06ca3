import BookingDomain
import BookingProtocol
import BookingStore

/// Asks a store every question there is and gives a few orders, whatever its rows contain. A
/// failure is accepted if it says why in a sentence. What is read has to survive the way to a
/// client unchanged.
package struct StoreReading {
  private let store: any BookingStore
  private var complaints: [String] = []

  /// - Returns: what a person or another program would have to complain about.
  package static func complaints(about store: any BookingStore) async -> [String] {
    var reading = StoreReading(store: store)
    await reading.readTheDay()
    await reading.readTheRegister()
    await reading.readTheRest()
    await reading.order()
    return reading.complaints
  }

  private init(store: any BookingStore) { self.store = store }

  private mutating func readTheDay() async {
    let (store, date) = (store, ContractSpa.date)
    guard let day = await asked("the day", { try await store.day(date) }) else { return }
    let availability = Availability(
      spa: day.spa, date: date, bookings: day.bookings, blocks: day.blocks)
    for service in day.spa.services {
      for slot in availability.slots(for: service)
      where !day.spa.therapists.contains(where: { $0.id == slot.therapist }) {
        complaints.append("\(slot.time.hourMinute) is free with nobody")
      }
    }
    let figures = DayFigures(day.bookings, on: date, in: day.spa, at: ContractSpa.now)
    _ = (figures, BoardDigest(day.bookings, blocks: day.blocks))
    let waiting = await asked("who waits", { try await store.waiting(on: date) }) ?? []
    let sent = ServerMessage.bookingSnapshot(
      .init(
        from: date, to: date, position: day.position, spa: day.spa, bookings: day.bookings,
        blocks: day.blocks, waiting: waiting))
    comesAsItIs("the day", sent) {
      try ServerCoding.decode(
        ServerCoding.encode(ServerEnvelope($0, id: nil, timestamp: ContractSpa.now.instant))
      ).message
    }
  }

  private mutating func readTheRegister() async {
    let store = store
    if let cards = await asked(
      "customers", { try await store.customers(matching: "an", limit: 10, today: ContractSpa.date) }
    ) {
      comesAsItIs("customers", cards) { try RegisterCoding.cards(RegisterCoding.encode($0)) }
    }
    if let file = await asked("a customer", { try await store.customerFile(5) }) ?? nil {
      comesAsItIs("a customer", file) { try RegisterCoding.file(RegisterCoding.encode($0)) }
    }
    if let paid = await asked("what is paid", { try await store.unscheduled(limit: 10) }) {
      comesAsItIs("what is paid", paid) {
        try RegisterCoding.unscheduled(RegisterCoding.encode($0))
      }
    }
    if let lines = await asked("a history", { try await store.history(of: 1) }) {
      comesAsItIs("a history", lines) { try RegisterCoding.history(RegisterCoding.encode($0)) }
    }
    if let lines = await asked(
      "changes", { try await store.changes(on: ContractSpa.date, limit: 10) })
    {
      comesAsItIs("changes", lines) { try RegisterCoding.changes(RegisterCoding.encode($0)) }
    }
  }

  private mutating func readTheRest() async {
    let store = store
    _ = await asked("bookings", { try await store.bookings([1, 2, 3]) })
    _ = await asked("blocks", { try await store.blocks(of: 4, on: ContractSpa.date) })
    let position = await asked("the log's end", { try await store.position() })
    _ = await asked(
      "events",
      {
        try await store.events(
          after: LogPosition(epoch: position?.epoch ?? "", seq: 0), limit: 100)
      })
    _ = await asked("an account", { try await store.account(email: "lan@spa.vn") })
    _ = await asked(
      "sessions", { try await store.openSessionHashes(now: ContractSpa.now.instant) })
  }

  private mutating func order() async {
    let store = store
    let move = Change.move(Move(time: TimeOfDay(hour: 12), duration: 75))
    for change in [move, .undo] {
      let answer = await asked(
        "an order",
        {
          try await store.perform(
            ContractSpa.command(1, change), by: ContractSpa.manager, now: ContractSpa.now)
        })
      if case .refused(let refusal)? = answer?.result, !refusal.sentence.hasSuffix(".") {
        complaints.append("an order is refused without a sentence: \(refusal)")
      }
    }
  }

  private mutating func asked<Answer: Sendable>(
    _ what: String, _ ask: @Sendable () async throws -> Answer
  ) async -> Answer? {
    do {
      return try await ask()
    } catch let failure as StoreFailure where failure.sentence.hasSuffix(".") {
      return nil
    } catch {
      complaints.append("\(what): \(error)")
      return nil
    }
  }

  private mutating func comesAsItIs<Value: Equatable>(
    _ what: String, _ value: Value, _ sent: (Value) throws -> Value
  ) {
    do {
      if try sent(value) != value { complaints.append("\(what) comes otherwise than it was read") }
    } catch {
      complaints.append("\(what) cannot be read by clients: \(error)")
    }
  }
}
