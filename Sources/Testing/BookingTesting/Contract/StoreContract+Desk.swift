import BookingDomain
import BookingStore

/// What the desk does beside changing what stands: kept by every store, the simulated one too.
extension StoreContract {
  package static let deskPromises =
    bookingPromises + movePromises + swapPromises + visitPromises + midnightPromises + listPromises
    + guestPromises + taskPromises + walkPromises

  private static let bookingPromises = [
    Promise("a booking on a paid session holds it and is told, and is its own history") {
      let before = try await $0.store.position()
      let answer = try await $0.store.perform(
        ContractSpa.order(.book([ContractSpa.wanted("12:00")])), by: ContractSpa.lan,
        now: ContractSpa.now)
      try requireEqual(try accepted(answer).version, 1)
      let made = try requireValue(answer.current, "the booking")
      try requireEqual(made.status, .scheduled)
      try requireEqual(made.customer.name, "An")
      try requireEqual(made.place.bed, 2, "the bed that was used last before")
      try requireEqual(made.lastChange?.kind, .created)
      let created = try await $0.store.events(after: before, limit: 10)?
        .first { $0.kind == .created }
      try requireEqual(created?.booking, made.id)
      try requireEqual(created?.byName, "Lan")
      let history = try await $0.store.history(of: made.id)
      try requireEqual(history.map(\.change.kind), [.created])
      try requireEqual(history.first?.change.byName, "Lan")
      try await requireEqual(left(of: 5, $0.store), 0, "sessions left")
      let another = try await $0.store.perform(
        ContractSpa.order(.book([ContractSpa.wanted("16:00")])), by: ContractSpa.lan,
        now: ContractSpa.now)
      try requireEqual(refusal(another)?.code, .noSessionLeft)
    },
    Promise("a caller without a paid session is sold one with the booking") {
      let answer = try await $0.store.perform(
        ContractSpa.order(
          .book([ContractSpa.wanted("12:00", for: 6, with: 5, .paidSessionOrSale(.cash))])),
        by: ContractSpa.lan, now: ContractSpa.now)
      _ = try accepted(answer)
      let file = try requireValue(try await $0.store.customerFile(6), "the file")
      try requireEqual(file.card.sessions.map(\.total), [1, 1])
      try requireEqual(file.card.sessions.map(\.left), [0, 0])
      try requireEqual(file.bookings.first?.id, answer.current?.id, "the newest booking")
    },
    Promise("somebody new is registered once, however the number is written") {
      let anh = NewCustomer(name: "Đặng Thị Ánh", phone: "0903 000 111", email: "anh@mail.vn")
      let first = try await $0.store.perform(
        ContractSpa.order(.book([ContractSpa.wanted("12:00", guest: .new(anh), .sale(.cash))])),
        by: ContractSpa.lan,
        now: ContractSpa.now)
      _ = try accepted(first)
      let again = NewCustomer(name: "Anh", phone: "+84 903-000-111")
      let second = try await $0.store.perform(
        ContractSpa.order(.book([ContractSpa.wanted("16:00", guest: .new(again), .sale(.cash))])),
        by: ContractSpa.lan,
        now: ContractSpa.now)
      try requireEqual(refusal(second)?.code, .customerExists)
      try await $0.runForeignSQL([])
      for text in ["dang thi anh", "THI DANG", "000111", "anh@"] {
        let found = try await $0.store.customers(matching: text, limit: 5, today: ContractSpa.date)
        try requireEqual(found.map(\.customer.name), ["Đặng Thị Ánh"], text)
      }
    },
    Promise("a couple gets two beds of one room, or nothing") {
      let couple = [
        ContractSpa.wanted("12:00"),
        ContractSpa.wanted("12:00", guest: .companion, with: 5, .sale(.cash)),
      ]
      let before = try await $0.store.day(ContractSpa.date).bookings.count
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.order(.book(couple)), by: ContractSpa.lan, now: ContractSpa.now))
      let made = try await $0.store.day(ContractSpa.date).bookings.filter { $0.time.hour == 12 }
      try requireEqual(made.map(\.customer.name), ["An", "An"])
      try requireEqual(Set(made.map(\.place.bed)), [1, 2])
      let new = NewCustomer(name: "Chi", phone: "0904")
      let late = [
        ContractSpa.wanted("17:00", guest: .new(new), .sale(.cash)),
        ContractSpa.wanted("12:30", guest: .companion, with: 5, .sale(.cash)),
      ]
      // What triggers wrote about the first booking may not be in the log yet.
      try await $0.runForeignSQL([])
      let position = try await $0.store.position()
      let answer = try await $0.store.perform(
        ContractSpa.order(.book(late)), by: ContractSpa.lan, now: ContractSpa.now)
      try require(refusal(answer) != nil, "the second is in the way")
      try await requireEqual($0.store.position(), position, "nothing is left behind")
      try await requireEqual($0.store.day(ContractSpa.date).bookings.count, before + 2)
    },
    Promise("the same order to book is done once and answered with its booking") {
      let command = ContractSpa.order(.book([ContractSpa.wanted("12:00")]))
      let first = try await $0.store.perform(command, by: ContractSpa.lan, now: ContractSpa.now)
      try await $0.runForeignSQL([])
      let position = try await $0.store.position()
      let again = try await $0.store.perform(command, by: ContractSpa.lan, now: ContractSpa.now)
      try require(again.isReplayed, "it is a replay")
      try requireEqual(again.result, first.result)
      try requireEqual(again.current?.id, first.current?.id)
      try await requireEqual($0.store.position(), position)
    },
    Promise("of two desks that book one slot one gets it, the other hears who and when else") {
      let store = $0.store
      async let one = store.perform(
        ContractSpa.order(.book([ContractSpa.wanted("12:00", for: 5, .sale(.cash))])),
        by: ContractSpa.lan, now: ContractSpa.now)
      async let two = store.perform(
        ContractSpa.order(.book([ContractSpa.wanted("12:15", for: 6, .sale(.cash))])),
        by: ContractSpa.hoa, now: ContractSpa.now)
      let answers = try await [one, two]
      let refusals = answers.compactMap(refusal)
      try requireEqual(refusals.count, 1, "refusals")
      try requireEqual(refusals.first?.code, .slotTaken)
      try requireEqual(refusals.first?.alternatives.count, 3, "alternatives")
      let winner = answers.compactMap { answer in
        refusal(answer) == nil ? answer.current?.customer.name : nil
      }
      try requireEqual(winner.count, 1)
      let sentence = refusals.first?.sentence ?? ""
      try require(sentence.contains(winner[0]), sentence)
    },
    Promise("the last paid session is used by one of two bookings") {
      let store = $0.store
      async let one = store.perform(
        ContractSpa.order(.book([ContractSpa.wanted("12:00")])), by: ContractSpa.lan,
        now: ContractSpa.now)
      async let two = store.perform(
        ContractSpa.order(.book([ContractSpa.wanted("17:00", with: 5)])), by: ContractSpa.hoa,
        now: ContractSpa.now)
      let codes = try await [one, two].compactMap { refusal($0)?.code }
      try requireEqual(codes, [.noSessionLeft])
      try await requireEqual(left(of: 5, store), 0)
    },
  ]

  static func left(of customer: CustomerID, _ store: any BookingStore) async throws -> Int? {
    try await store.customerFile(customer)?.card.sessions.map(\.left).reduce(0, +)
  }
}
