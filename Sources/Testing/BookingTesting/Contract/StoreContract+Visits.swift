import BookingDomain
import BookingStore

/// What belongs together: visits of one day, and series of several.
extension StoreContract {
  static let visitPromises = [
    Promise("what is booked in one order on one day is one visit, and stands alone else") {
      let made = try await bookVisit($0.store)
      try requireEqual(Set(made.map(\.visit)), [VisitID(made[0].id.number)])
      try requireEqual(made.map(\.series), [nil, nil])
      try requireEqual(made.map(\.version), [1, 1], "one event each")
      try await requireEqual($0.store.booking(ContractSpa.morning).visit, nil)
      let again = try await $0.reopen().bookings(made.map(\.id))
      try requireEqual(Set(again.map(\.visit)), [VisitID(made[0].id.number)], "after a restart")
    },
    Promise("a visit moves as one, into its own places, and goes back as one") {
      let made = try await bookVisit($0.store)
      let before = try await $0.store.position()
      _ = try accepted(try await move(made, by: 60, $0.store))
      let moved = try await $0.store.bookings(made.map(\.id)).sorted { $0.id < $1.id }
      try requireEqual(moved.map(\.time), [ContractSpa.clock("17:00"), ContractSpa.clock("18:15")])
      let events = try requireValue(try await $0.store.events(after: before, limit: 10))
      try requireEqual(Set(events.compactMap(\.booking)), Set(made.map(\.id)), "told")
      let answer = try await $0.store.perform(
        ContractSpa.order(.takeBack(made[1].id, seen: Sight(version: moved[1].version))),
        by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(answer.current?.id, made[1].id, "the booking that the answer is about")
      let back = try await $0.store.bookings(made.map(\.id)).sorted { $0.id < $1.id }
      try requireEqual(back.map(\.slot), made.map(\.slot))
      for booking in made {
        let last = try requireValue(try await $0.store.history(of: booking.id).last)
        try requireEqual(last.undoneByName, "Lan")
      }
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.order(.takeBack(made[0].id, seen: Sight())), by: ContractSpa.lan,
          now: ContractSpa.now))
      let gone = try await $0.store.bookings(made.map(\.id))
      try requireEqual(gone.map(\.status), [.cancelled, .cancelled], "booked by mistake")
    },
    Promise("of a visit nothing moves where a part of it may not, or was changed meanwhile") {
      let made = try await bookVisit($0.store)
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.order(
            .book([ContractSpa.wanted("18:30", for: 6, with: 5, .sale(.cash))])),
          by: ContractSpa.hoa, now: ContractSpa.now))
      let taken = try await $0.store.perform(
        ContractSpa.order(
          .changeTogether(
            made.map {
              Order.Part(
                .move(Move(therapist: 5, time: $0.time + 75)), of: $0.id, seen: Sight())
            })), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(taken)?.code, .slotTaken)
      let stale = made.map {
        Order.Part(
          .markArrived, of: $0.id, seen: Sight(version: $0.id == made[0].id ? $0.version : 7))
      }
      let refused = try await $0.store.perform(
        ContractSpa.order(.changeTogether(stale)), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(refused)?.code, .changedMeanwhile)
      let standing = try await $0.store.bookings(made.map(\.id)).sorted { $0.id < $1.id }
      try requireEqual(standing.map(\.version), [1, 1])
      try requireEqual(standing.map(\.slot), made.map(\.slot))
    },
    Promise("a visit is cancelled as one, its sessions come back, and the same id does it once") {
      let made = try await bookVisit($0.store, .paidSession)
      try await requireEqual(left(of: 5, $0.store), 0, "sessions left")
      let order = ContractSpa.order(
        .changeTogether(
          made.map {
            Order.Part(ContractSpa.change(.cancelled, "ill"), of: $0.id, seen: Sight())
          }))
      for isAgain in [false, true] {
        let answer = try await $0.store.perform(order, by: ContractSpa.lan, now: ContractSpa.now)
        try requireEqual(answer.isReplayed, isAgain)
        try await requireEqual(left(of: 5, $0.store), 2, "what was paid for, and what was sold")
      }
      let cancelled = try await $0.store.bookings(made.map(\.id))
      try requireEqual(cancelled.map(\.status), [.cancelled, .cancelled])
    },
    Promise("what is added to what stands alone makes a visit of both, and both are told") {
      var more = ContractSpa.wanted("15:15", with: 5, .sale(.cash))
      more.joins = ContractSpa.afternoon
      let before = try await $0.store.booking(ContractSpa.afternoon)
      let position = try await $0.store.position()
      let answer = try await $0.store.perform(
        ContractSpa.order(.book([more])), by: ContractSpa.lan, now: ContractSpa.now)
      let made = try requireValue(answer.current)
      try requireEqual(made.visit, VisitID(ContractSpa.afternoon.number))
      let standing = try await $0.store.booking(ContractSpa.afternoon)
      try requireEqual(standing.visit, made.visit)
      try requireEqual(standing.version, before.version + 1)
      let told = try requireValue(try await $0.store.events(after: position, limit: 20))
      try require(told.contains { $0.booking == standing.id && $0.kind == .updated }, "told")
      // It was booked alone, so that it is cancelled alone.
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.order(.takeBack(made.id, seen: Sight())), by: ContractSpa.lan,
          now: ContractSpa.now))
      try await requireEqual($0.store.booking(made.id).status, .cancelled)
      try await requireEqual($0.store.booking(ContractSpa.afternoon).status, .confirmed)
    },
    Promise("nobody has two treatments of a visit at once, whoever begins the second") {
      var more = ContractSpa.wanted("12:00", with: 5, .sale(.cash))
      more.joins = ContractSpa.morning
      let booked = try await $0.store.perform(
        ContractSpa.order(.book([more])), by: ContractSpa.lan, now: ContractSpa.now)
      let second = try requireValue(booked.current, "the second treatment").id
      let store = $0.store
      func set(_ id: BookingID, _ status: BookingStatus, _ hour: Int, by person: Person)
        async throws -> CommandAnswer
      {
        try await store.perform(
          ContractSpa.order(
            .change(ContractSpa.change(status, "the guest is here"), of: id, seen: Sight())),
          by: person, now: ContractSpa.moment(hour))
      }
      _ = try accepted(
        try await set(ContractSpa.morning, .inProgress, 10, by: ContractSpa.therapist))
      let refused = try await set(second, .inProgress, 12, by: ContractSpa.otherTherapist)
      try requireEqual(refusal(refused)?.code, .guestBusy)
      _ = try accepted(
        try await set(ContractSpa.morning, .completed, 12, by: ContractSpa.therapist))
      _ = try accepted(try await set(second, .inProgress, 12, by: ContractSpa.otherTherapist))
    },
    Promise("visits of several days are a series, and go back as the one thing they are") {
      let weeks = (0..<3).map { week in
        var one = ContractSpa.wanted("16:00", .sale(.cash))
        one.date = ContractSpa.date + 7 * week
        return one
      }
      let answer = try await $0.store.perform(
        ContractSpa.order(.book(weeks)), by: ContractSpa.lan, now: ContractSpa.now)
      let first = try requireValue(answer.current)
      try requireEqual(first.series, SeriesID(first.id.number))
      try requireEqual(first.visit, nil)
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.order(.takeBack(first.id, seen: Sight(version: 1))), by: ContractSpa.lan,
          now: ContractSpa.now))
      for week in 0..<3 {
        let day = try await $0.store.day(ContractSpa.date + 7 * week).bookings
        try requireEqual(
          day.filter { $0.series == first.series }.map(\.status), [.cancelled], "week \(week)")
      }
    },
  ]

  /// An's, at four with Thu and at a quarter past five with her again: her buffer is in between.
  private static func bookVisit(
    _ store: any BookingStore, _ payment: NewBooking.Payment = .sale(.cash)
  ) async throws -> [Booking] {
    let wanted = [
      ContractSpa.wanted("16:00", payment), ContractSpa.wanted("17:15", .sale(.cash)),
    ]
    let answer = try await store.perform(
      ContractSpa.order(.book(wanted)), by: ContractSpa.lan, now: ContractSpa.now)
    let first = try requireValue(answer.current, "the first of the visit: \(answer.result)")
    return try await store.day(ContractSpa.date).bookings.filter { $0.visit == first.visit }
      .sorted { $0.id < $1.id }
  }

  private static func move(_ bookings: [Booking], by minutes: Minutes, _ store: any BookingStore)
    async throws -> CommandAnswer
  {
    let parts = bookings.map {
      Order.Part(
        .move(Move(time: $0.time + minutes)), of: $0.id, seen: Sight(version: $0.version))
    }
    return try await store.perform(
      ContractSpa.order(.changeTogether(parts)), by: ContractSpa.lan, now: ContractSpa.now)
  }
}
