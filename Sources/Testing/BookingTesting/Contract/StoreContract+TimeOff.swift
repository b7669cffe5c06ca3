import BookingDomain
import BookingStore

extension StoreContract {
  static let timeOffPromises = [
    Promise("whoever is off is told on each day and cannot be booked until that ends") { subject in
      let store = subject.store
      let days = ContractSpa.date...ContractSpa.date + 7
      let before = try await store.position()
      let answer = try await perform(
        .takeOff(NewTimeOff(therapist: 4, days: days, reason: "Nghỉ phép")), in: store)
      try requireEqual(try accepted(answer).seq, before.seq + 8)
      let events = try await store.events(after: before, limit: 20) ?? []
      try requireEqual(events.map(\.kind), Array(repeating: .blocksChanged(4), count: 8))
      try requireEqual(events.compactMap(\.audience.date), Array(days))
      for date in days {
        let blocks = try await store.blocks(of: 4, on: date)
        try requireEqual(blocks.map(\.reason), ["Nghỉ phép"])
        try requireEqual(blocks.compactMap(\.timeOff?.days), [days])
        try await requireEqual(store.day(date).blocks, blocks)
        try await requireEqual(store.blocks(of: 5, on: date), [])
      }
      try await requireEqual(store.blocks(of: 4, on: days.upperBound + 1), [])
      let wanted = Order.book([ContractSpa.wanted("12:30")])
      let refused = refusal(try await perform(wanted, in: store))
      try requireEqual(refused?.code, .blocked)
      try requireEqual(refused?.sentence, "Thu is off Tue 10 Mar–Tue 17 Mar (Nghỉ phép).")
      let twice = try await perform(
        .takeOff(NewTimeOff(therapist: 4, days: days, reason: "")), in: store)
      try requireEqual(refusal(twice)?.code, .alreadyDone)
      let reopened = try await subject.reopen()
      try await requireEqual(reopened.blocks(of: 4, on: ContractSpa.date).count, 1)
      let id = try await timeOff(of: 4, store)
      _ = try accepted(try await perform(.endTimeOff(id), in: store))
      try await requireEqual(store.day(ContractSpa.date).blocks, [])
      _ = try accepted(try await perform(wanted, in: store))
      try requireEqual(
        refusal(try await perform(.endTimeOff(id), in: store))?.code, .noSuchBlock)
    },
    Promise("on a holiday everybody is off, also who is hired later") { subject in
      let store = subject.store
      let holiday = ContractSpa.date + 7
      _ = try accepted(
        try await perform(
          .takeOff(NewTimeOff(therapist: nil, days: holiday...holiday, reason: "Tết")), in: store))
      try await requireEqual(store.day(holiday).blocks.map(\.therapist), [4, 5])
      try await subject.runForeignSQL([
        "INSERT INTO users (user_id, role_id, full_name, email, hash_password, is_active)"
          + " VALUES (8, 3, 'Yến', 'yen@spa.vn', 'x', 1)"
      ])
      try await requireEqual(store.day(holiday).blocks.map(\.therapist), [4, 5, 8])
      try await requireEqual(store.blocks(of: 8, on: holiday).map(\.reason), ["Tết"])
      var wanted = ContractSpa.wanted("12:30")
      wanted.date = holiday
      let refused = refusal(try await perform(.book([wanted]), in: store))
      try requireEqual(refused?.sentence, "The spa is closed on Tue 17 Mar (Tết).")
      try requireEqual(
        refused?.told(to: .customer).sentence, "This time is not free; choose another.")
    },
    Promise("only reception and managers say who is off") {
      let wanted = Order.takeOff(
        NewTimeOff(therapist: 4, days: ContractSpa.date...ContractSpa.date, reason: ""))
      for person in [ContractSpa.therapist, ContractSpa.guest] {
        let answer = try await $0.store.perform(
          ContractSpa.order(wanted), by: person, now: ContractSpa.now)
        try requireEqual(refusal(answer)?.code, .notAllowed)
      }
    },
  ]

  private static func perform(_ order: Order, in store: any BookingStore) async throws
    -> CommandAnswer
  {
    try await store.perform(ContractSpa.order(order), by: ContractSpa.lan, now: ContractSpa.now)
  }

  private static func timeOff(of therapist: UserID, _ store: any BookingStore) async throws
    -> TimeOffID
  {
    let found = try await store.blocks(of: therapist, on: ContractSpa.date)
    return try requireValue(found.first?.timeOff?.id, "the time off")
  }
}
