import BookingDomain
import BookingStore

/// The contract's spa is open all Sunday, and closed on the Saturday before: what is booked there
/// late in the evening a manager has booked.
extension StoreContract {
  private static let saturday = ContractSpa.date + 4
  private static let sunday = ContractSpa.date + 5

  static let midnightPromises = [
    Promise("what runs past midnight keeps its therapist and its bed the next day") {
      _ = try await book("23:30", on: saturday, by: ContractSpa.manager, $0.store)
      let early = try await $0.store.perform(
        wanted("00:30", on: sunday), by: ContractSpa.lan, now: ContractSpa.now)
      let taken = try requireValue(refusal(early), "the refusal")
      try requireEqual(taken.code, .slotTaken)
      try require(taken.sentence.contains(saturday.short), taken.sentence)
      let bed = try await $0.store.perform(
        wanted("00:30", on: sunday, with: 5, bed: 1), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(bed)?.code, .bedBusy)
      let beside = try await book("00:30", on: sunday, with: 5, by: ContractSpa.lan, $0.store)
      try requireEqual(beside.place.bed, 2)
      _ = try await book("00:45", on: sunday, by: ContractSpa.lan, $0.store)
    },
    Promise("what the next day begins with is in the way of the evening before") {
      let evening = try await book("22:00", on: sunday, by: ContractSpa.lan, $0.store)
      _ = try await book("00:00", on: sunday + 1, by: ContractSpa.manager, $0.store)
      for (length, code) in [(120, Refusal.Code.slotTaken), (105, nil)] {
        let answer = try await $0.store.perform(
          ContractSpa.command(evening.id, .move(Move(duration: Minutes(length)))),
          by: ContractSpa.lan,
          now: ContractSpa.now)
        try requireEqual(refusal(answer)?.code, code, "\(length) minutes")
      }
    },
    Promise(
      "blocked time that runs past midnight is blocked the next day, and finds bookings there"
    ) {
      func block(_ therapist: UserID) -> Command {
        ContractSpa.order(
          .block(
            NewBlock(
              therapist: therapist, date: saturday, time: ContractSpa.clock("23:00"), duration: 90,
              reason: "")))
      }
      _ = try accepted(
        try await $0.store.perform(block(5), by: ContractSpa.lan, now: ContractSpa.now))
      _ = try await book("00:15", on: sunday, by: ContractSpa.lan, $0.store)
      let taken = try await $0.store.perform(block(4), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(taken)?.code, .slotTaken)
      let blocked = try await $0.store.perform(
        wanted("00:15", on: sunday, with: 5), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(blocked)?.code, .blocked)
    },
    Promise("undo finds what has come on the other side of midnight") {
      let late = try await book("23:30", on: saturday, by: ContractSpa.manager, $0.store)
      for change in [
        ContractSpa.change(.cancelled, "ill"),
        .move(Move(date: sunday, time: ContractSpa.clock("12:00"))),
      ] {
        _ = try accepted(
          try await $0.store.perform(
            ContractSpa.command(late.id, change), by: ContractSpa.lan, now: ContractSpa.now))
        let taker = try await book("00:30", on: sunday, by: ContractSpa.lan, $0.store)
        let refused = try await $0.store.perform(
          ContractSpa.command(late.id, .undo), by: ContractSpa.lan, now: ContractSpa.now)
        try requireEqual(refusal(refused)?.code, .slotTaken)
        for id in [taker.id, late.id] {
          _ = try accepted(
            try await $0.store.perform(
              ContractSpa.command(id, .undo), by: ContractSpa.lan, now: ContractSpa.now))
        }
      }
    },
    Promise("a swap that would run into the next day's first booking is refused") {
      let evening = try await book("22:45", on: sunday, by: ContractSpa.lan, $0.store)
      let noon = try await book(
        "12:00", on: sunday, with: 5, lasting: 75, by: ContractSpa.lan, $0.store)
      _ = try await book("00:00", on: sunday + 1, by: ContractSpa.manager, $0.store)
      let answer = try await $0.store.perform(
        ContractSpa.order(.swap(evening.id, with: noon.id, seen: Sight(), otherSeen: Sight())),
        by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(answer)?.code, .slotTaken)
    },
    Promise("nobody is started while the therapist is still with last night's guest") {
      let late = try await book("23:30", on: saturday, by: ContractSpa.manager, $0.store)
      let early = try await book("00:45", on: sunday, by: ContractSpa.lan, $0.store)
      let started = try await $0.store.perform(
        ContractSpa.command(late.id, ContractSpa.change(.inProgress)), by: ContractSpa.lan,
        now: ContractSpa.moment(23, 30, day: saturday))
      _ = try accepted(started)
      let refused = try await $0.store.perform(
        ContractSpa.command(early.id, ContractSpa.change(.inProgress)), by: ContractSpa.lan,
        now: ContractSpa.moment(0, 20, day: sunday))
      try requireEqual(refusal(refused)?.code, .therapistBusy)
    },
    Promise("of two desks on either side of midnight one gets the time between") {
      for week in 0..<4 {
        let (eve, day) = (saturday + 7 * week, sunday + 7 * week)
        let evening = try await book("22:00", on: eve, by: ContractSpa.manager, $0.store)
        let store = $0.store
        async let longer = store.perform(
          ContractSpa.command(evening.id, .move(Move(duration: 120))), by: ContractSpa.lan,
          now: ContractSpa.now)
        async let booked = store.perform(
          wanted("00:00", on: day), by: ContractSpa.hoa, now: ContractSpa.now)
        let codes = try await [longer, booked].compactMap { refusal($0)?.code }
        try requireEqual(codes, [.slotTaken])
      }
    },
  ]

  private static func wanted(
    _ time: String, on date: LocalDate, with therapist: UserID = 4, lasting: Minutes? = nil,
    bed: BedID? = nil, why: String? = nil
  ) -> Command {
    ContractSpa.order(
      .book([
        NewBooking(
          customer: .known(6), service: 1, therapist: therapist, date: date,
          time: ContractSpa.clock(time), duration: lasting, bed: bed, payment: .sale(.cash),
          overrideReason: why)
      ]))
  }

  /// What a manager books is booked against the opening hours.
  private static func book(
    _ time: String, on date: LocalDate, with therapist: UserID = 4, lasting: Minutes? = nil,
    by person: Person, _ store: any BookingStore
  ) async throws -> Booking {
    let answer = try await store.perform(
      wanted(
        time, on: date, with: therapist, lasting: lasting,
        why: person == ContractSpa.manager ? "A party" : nil),
      by: person, now: ContractSpa.now)
    _ = try accepted(answer)
    return try requireValue(answer.current, "the booking")
  }
}
