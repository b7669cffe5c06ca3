import BookingDomain
import BookingStore

extension StoreContract {
  static let shiftPromises = [
    Promise("when somebody works is kept, told once, and nobody is booked outside") { subject in
      let store = subject.store
      let before = try await store.position()
      let wanted = NewShifts(
        therapist: 4,
        days: [
          DayShifts(.every(.tuesday), [shift("09:00", "10:00"), shift("13:00", "20:00")]),
          DayShifts(.every(.saturday), []), DayShifts(.on(ContractSpa.date + 7), nil),
          DayShifts(.on(ContractSpa.date + 6), [shift("18:00", "02:00")]),
        ])
      let answer = try await perform(wanted, in: store)
      try requireEqual(try accepted(answer).seq, before.seq + 1)
      let events = try await store.events(after: before, limit: 20) ?? []
      try requireEqual(events.map(\.kind), [.therapistScheduleUpdated(4)])
      try requireEqual(events.map(\.byName), [ContractSpa.manager.name])
      var hours = WorkingHours()
      for day in wanted.days { hours.set(day) }
      for store in [store, try await subject.reopen()] {
        try await requireEqual(store.spa().shifts, [4: hours])
        try await requireEqual(store.day(ContractSpa.date).spa.shifts, [4: hours])
      }
      let refused = refusal(try await book("12:30", in: store))
      try requireEqual(refused?.code, .notAtWork)
      try requireEqual(
        refused?.sentence,
        "12:30–13:30 does not fit: Thu works 09:00 to 10:00 and 13:00 to 20:00 on Tuesday.")
      try requireEqual(refusal(try await perform(wanted, in: store))?.code, .alreadyDone)
      _ = try accepted(try await perform(wanted.back(to: WorkingHours()), in: store))
      try await requireEqual(store.spa().shifts, [:])
      _ = try accepted(try await book("12:30", in: store))
    },
    Promise("other hours take the place of those that stood there, day by day") { subject in
      let store = subject.store
      let mornings = [DayShifts(.every(.monday), [shift("09:00", "12:00")])]
      let others = [DayShifts(.every(.tuesday), []), DayShifts(.on(ContractSpa.date), [])]
      _ = try accepted(try await set(mornings + others, in: store))
      _ = try accepted(
        try await set([DayShifts(.every(.monday), [shift("13:00", "15:00")])], in: store))
      try await requireEqual(
        store.spa().shifts[4]?.all,
        [DayShifts(.every(.monday), [shift("13:00", "15:00")])] + others)
      _ = try accepted(try await set([DayShifts(.on(ContractSpa.date), nil)], in: store))
      try await requireEqual(store.spa().shifts[4]?.shifts(on: ContractSpa.date), [])
      try await requireEqual(store.spa().shifts[5], nil)
    },
    Promise(
      "hours that another program writes are heard, and what is no hour is as the spa is open"
    ) {
      subject in
      let store = subject.store
      let columns = "(therapist_id, weekday, date, from_time, until_time)"
      for statement in [
        "INSERT INTO frontdesk_shifts \(columns) VALUES (4, 'TUESDAY', NULL, '13:00:00', '20:00:00')",
        "UPDATE frontdesk_shifts SET until_time = '19:00:00' WHERE therapist_id = 4",
      ] {
        let before = try await store.position()
        try await subject.runForeignSQL([statement])
        let events = try await store.events(after: before, limit: 10) ?? []
        try requireEqual(events.map(\.kind), [.therapistScheduleUpdated(4)], statement)
        try requireEqual(events.map(\.byName), [""], statement)
      }
      try await requireEqual(
        store.spa().shifts[4]?.shifts(on: ContractSpa.date), [shift("13:00", "19:00")])
      try requireEqual(refusal(try await book("12:30", in: store))?.code, .notAtWork)
      try await subject.runForeignSQL(["DELETE FROM frontdesk_shifts"])
      try await requireEqual(store.spa().shifts, [:])
      try await subject.runForeignSQL([
        "INSERT INTO frontdesk_shifts \(columns) VALUES (4, 'SOMEDAY', NULL, '13:00:00', '20:00:00'),"
          + " (4, NULL, NULL, NULL, NULL), (4, 'TUESDAY', NULL, NULL, '20:00:00')"
      ])
      try await requireEqual(store.spa().shifts[4]?.all, [DayShifts(.every(.tuesday), [])])
      try await requireEqual(store.spa().shifts[4]?.isInDoubt, true)
      let tomorrow = ContractSpa.date + 1
      let wednesday = "(4, 'WEDNESDAY', NULL, '09:00:00', '12:00:00')"
      for (values, doubtful) in [
        ("(4, 'TUESDAY', NULL, NULL, NULL)", [false, false]),
        ("(4, 'SOMEDAY', NULL, NULL, NULL)", [true, true]),
        ("(4, 'TUESDAY', NULL, '09:00:00', NULL)", [true, false]),
        ("(4, 'TUESDAY', NULL, '09:00:00', '12:00:00')", [false, false]),
        ("(4, NULL, '\(tomorrow)', '09:00:00', NULL)", [false, true]),
        ("(4, NULL, '\(tomorrow)', '09:00:00', NULL), \(wednesday)", [false, true]),
      ] {
        try await subject.runForeignSQL([
          "DELETE FROM frontdesk_shifts",
          "INSERT INTO frontdesk_shifts \(columns) VALUES \(values)",
        ])
        let hours = try await store.spa().shifts[4]
        try requireEqual(
          [ContractSpa.date, tomorrow].map { hours?.isInDoubt(on: $0) }, doubtful, values)
      }
    },
    Promise("single days before are left out, but no weekday and nothing that cannot be read") {
      subject in
      let store = subject.store
      let date = ContractSpa.date
      let columns = "(therapist_id, weekday, date, from_time, until_time)"
      let days = (-400...3).map { "(4, NULL, '\(date + $0)', '09:00:00', '12:00:00')" }
      try await subject.runForeignSQL([
        "INSERT INTO frontdesk_shifts \(columns) VALUES (4, 'MONDAY', NULL, NULL, NULL),"
          + " \(days.joined(separator: ", "))"
      ])
      let shifts = [shift("09:00", "12:00")]
      let expected =
        [DayShifts(.every(.monday), [])] + (-2...3).map { DayShifts(.on(date + $0), shifts) }
      try await requireEqual(
        store.day(date + 9, hoursSince: date - 2).spa.shifts[4]?.all, expected)
      try await requireEqual(store.spa(hoursSince: date - 2).shifts[4]?.all, expected)
      try await requireEqual(store.spa().shifts[4]?.all.count, 405)
      let again = NewShifts(
        therapist: 4, days: [DayShifts(.every(.monday), []), DayShifts(.on(date + 1), shifts)])
      try requireEqual(refusal(try await perform(again, in: store))?.code, .alreadyDone)
      try await subject.runForeignSQL([
        "UPDATE frontdesk_shifts SET weekday = 'SOMEDAY' WHERE weekday = 'MONDAY'"
      ])
      try await requireEqual(store.spa(hoursSince: date - 2).shifts[4]?.isInDoubt, true)
    },
    Promise("reception says when somebody works on a day, and only managers for whole weeks") {
      let wanted = Order.setShifts(
        NewShifts(therapist: 4, days: [DayShifts(.every(.monday), [])]))
      for person in [ContractSpa.lan, ContractSpa.therapist, ContractSpa.guest] {
        let answer = try await $0.store.perform(
          ContractSpa.order(wanted), by: person, now: ContractSpa.now)
        try requireEqual(refusal(answer)?.code, .notAllowed)
      }
      try await requireEqual($0.store.spa().shifts, [:])
      let day = DayShifts(.on(ContractSpa.date), [shift("09:00", "14:00")])
      for (person, isTaken) in [(ContractSpa.therapist, false), (ContractSpa.lan, true)] {
        let answer = try await $0.store.perform(
          ContractSpa.order(.setShifts(NewShifts(therapist: 4, days: [day]))), by: person,
          now: ContractSpa.now)
        try requireEqual(refusal(answer)?.code, isTaken ? nil : .notAllowed)
      }
      try await requireEqual($0.store.spa().shifts[4]?.all, [day])
    },
  ]

  private static func shift(_ from: String, _ until: String) -> Shift {
    Shift(from: ContractSpa.clock(from), until: ContractSpa.clock(until))
  }

  private static func set(_ days: [DayShifts], in store: any BookingStore) async throws
    -> CommandAnswer
  {
    try await perform(NewShifts(therapist: 4, days: days), in: store)
  }

  private static func perform(_ wanted: NewShifts, in store: any BookingStore) async throws
    -> CommandAnswer
  {
    try await store.perform(
      ContractSpa.order(.setShifts(wanted)), by: ContractSpa.manager, now: ContractSpa.now)
  }

  private static func book(_ time: String, in store: any BookingStore) async throws
    -> CommandAnswer
  {
    try await store.perform(
      ContractSpa.order(.book([ContractSpa.wanted(time)])), by: ContractSpa.lan,
      now: ContractSpa.now)
  }
}
