import BookingDomain
import BookingStore

extension StoreContract {
  package static let undoPromises = [
    Promise("undo takes back the newest change, then the one before") {
      let store = $0.store
      _ = try await store.perform(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed)),
        by: ContractSpa.lan, now: ContractSpa.now)
      _ = try await store.perform(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.inProgress)),
        by: ContractSpa.lan, now: ContractSpa.moment(9, 55))
      _ = try accepted(
        try await store.perform(
          ContractSpa.command(ContractSpa.morning, .undo), by: ContractSpa.lan,
          now: ContractSpa.moment(9, 56)))
      var booking = try await store.booking(ContractSpa.morning)
      try requireEqual(booking.status, .confirmed)
      try requireEqual(booking.startedAt, nil)
      try requireEqual(booking.arrivedAt, nil, "an arrival that the start implied")
      try requireEqual(booking.lastChange?.kind, .status(from: .scheduled, to: .confirmed))
      _ = try accepted(
        try await store.perform(
          ContractSpa.command(ContractSpa.morning, .undo), by: ContractSpa.lan,
          now: ContractSpa.moment(9, 57)))
      booking = try await store.booking(ContractSpa.morning)
      try requireEqual(booking.status, .scheduled)
      try requireEqual(booking.lastChange?.kind, .created)
      try requireEqual(booking.version, 5)
      let shops = try await store.perform(
        ContractSpa.command(ContractSpa.morning, .undo), by: ContractSpa.lan,
        now: ContractSpa.moment(9, 58))
      // The shop booked it, and databases give its writes the day on which the test runs.
      let code = try requireValue(refusal(shops)?.code, "the shop booked it")
      try require([.undoNotYours, .undoTooLate].contains(code), "the shop's: \(code)")
    },
    Promise("an arrival can be taken back") {
      _ = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, .markArrived), by: ContractSpa.lan,
        now: ContractSpa.now)
      try await requireEqual($0.store.booking(ContractSpa.morning).lastChange?.kind, .arrival)
      let answer = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, .undo), by: ContractSpa.lan, now: ContractSpa.now)
      _ = try accepted(answer)
      try await requireEqual($0.store.booking(ContractSpa.morning).arrivedAt, nil)
      try await requireEqual($0.store.booking(ContractSpa.morning).lastChange?.kind, .created)
    },
    Promise("taking an arrival back leaves what was done before it") {
      _ = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed)),
        by: ContractSpa.lan, now: ContractSpa.now)
      for change in [Change.markArrived, .undo] {
        _ = try await $0.store.perform(
          ContractSpa.command(ContractSpa.morning, change), by: ContractSpa.lan,
          now: ContractSpa.now)
      }
      let booking = try await $0.store.booking(ContractSpa.morning)
      try requireEqual(booking.arrivedAt, nil)
      try requireEqual(booking.lastChange?.kind, .status(from: .scheduled, to: .confirmed))
    },
    Promise("undo survives a restart, since it reads the stored history") {
      _ = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed)),
        by: ContractSpa.lan, now: ContractSpa.now)
      let reopened = try await $0.reopen()
      let answer = try await reopened.perform(
        ContractSpa.command(ContractSpa.morning, .undo), by: ContractSpa.lan, now: ContractSpa.now)
      _ = try accepted(answer)
      try await requireEqual(reopened.booking(ContractSpa.morning).status, .scheduled)
    },
    Promise("a sale goes back with the booking that it was made for") {
      let answer = try await $0.store.perform(
        ContractSpa.order(
          .book([ContractSpa.wanted("12:00", for: 6, with: 5, .paidSessionOrSale(.cash))])),
        by: ContractSpa.lan, now: ContractSpa.now)
      let booking = try requireValue(answer.current?.id, "the booking")
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.command(booking, .undo), by: ContractSpa.lan, now: ContractSpa.now))
      let file = try requireValue(try await $0.store.customerFile(6), "the file")
      try requireEqual(file.card.sessions.map(\.total), [1])
    },
  ]

  /// Those that need another program's SQL.
  static let foreignUndoPromises = [
    Promise("a cancellation gives the session back, and its undo needs it again") {
      let store = $0.store
      _ = try await store.perform(
        ContractSpa.command(ContractSpa.other, ContractSpa.change(.cancelled, "ill")),
        by: ContractSpa.lan, now: ContractSpa.now)
      let cancelled = try await store.booking(ContractSpa.other)
      try requireEqual(cancelled.status, .cancelled)
      try requireEqual(cancelled.cancellationReason, "ill")
      try await $0.runForeignSQL([
        "UPDATE payment_item_usage SET booked_quantity = booked_quantity + 1"
          + " WHERE payment_item_id = 2"
      ])
      let taken = try await store.perform(
        ContractSpa.command(ContractSpa.other, .undo), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(taken)?.code, .noSessionLeft)
      try await $0.runForeignSQL([
        "UPDATE payment_item_usage SET booked_quantity = 0 WHERE payment_item_id = 2"
      ])
      _ = try accepted(
        try await store.perform(
          ContractSpa.command(ContractSpa.other, .undo), by: ContractSpa.lan, now: ContractSpa.now))
      let booking = try await store.booking(ContractSpa.other)
      try requireEqual(booking.status, .scheduled)
      try requireEqual(booking.cancellationReason, nil)
    },
    Promise("an undo into a slot that has gone is refused with free starts to choose") {
      _ = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.cancelled, "ill")),
        by: ContractSpa.lan, now: ContractSpa.now)
      try await $0.runForeignSQL([
        ContractSpa.booking(9, customer: 6, item: 2, therapist: 4, "10:15:00", "SCHEDULED", bed: 2)
      ])
      let answer = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, .undo), by: ContractSpa.lan, now: ContractSpa.now)
      let gone = try requireValue(refusal(answer), "the refusal")
      try requireEqual(gone.code, .slotTaken)
      try requireEqual(gone.alternatives.count, 3)
    },
  ]

  static let racePromises = [
    Promise("of two who change one booking in the same instant one is first") {
      let store = $0.store
      async let one = store.perform(
        ContractSpa.command(
          ContractSpa.morning, ContractSpa.change(.confirmed), expectedVersion: 1),
        by: ContractSpa.lan,
        now: ContractSpa.now)
      async let two = store.perform(
        ContractSpa.command(
          ContractSpa.morning, ContractSpa.change(.cancelled, "ill"), expectedVersion: 1),
        by: ContractSpa.hoa,
        now: ContractSpa.now)
      let answers = try await [one, two]
      let refusals = answers.compactMap { refusal($0) }
      try requireEqual(refusals.map(\.code), [.changedMeanwhile])
      try await requireEqual(store.booking(ContractSpa.morning).version, 2)
    },
    Promise("one bed is started once, however many press the key") {
      let store = $0.store
      try await $0.runForeignSQL([
        ContractSpa.booking(9, customer: 6, item: 2, therapist: 5, "10:05:00", "CONFIRMED", bed: 1)
      ])
      let codes = try await withThrowingTaskGroup(of: Refusal.Code?.self) { group in
        for number in 0..<10 {
          let booking: BookingID = number.isMultiple(of: 2) ? ContractSpa.morning : 9
          group.addTask {
            let answer = try await store.perform(
              ContractSpa.command(booking, ContractSpa.change(.inProgress)), by: ContractSpa.lan,
              now: ContractSpa.now)
            return refusal(answer)?.code
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      try requireEqual(codes.filter { $0 == nil }.count, 1, "accepted starts")
    },
    Promise("a bed that is started is not given to a guest who is moved in the same instant") {
      let store = $0.store
      _ = try accepted(
        try await store.perform(
          ContractSpa.command(ContractSpa.morning, ContractSpa.change(.inProgress)),
          by: ContractSpa.lan, now: ContractSpa.now))
      _ = try accepted(
        try await store.perform(
          ContractSpa.command(ContractSpa.other, .move(Move(time: ContractSpa.clock("11:15")))),
          by: ContractSpa.lan,
          now: ContractSpa.now))
      let late = ContractSpa.moment(10, 50)
      for _ in 0..<8 {
        async let moved = store.perform(
          ContractSpa.command(ContractSpa.morning, .move(Move(bed: 2))), by: ContractSpa.lan,
          now: late)
        async let started = store.perform(
          ContractSpa.command(ContractSpa.other, ContractSpa.change(.inProgress)),
          by: ContractSpa.hoa, now: late)
        let answers = try await [moved, started]
        try requireEqual(answers.compactMap { refusal($0)?.code }, [.bedBusy])
        let winner =
          refusal(answers[0]) == nil
          ? (ContractSpa.morning, ContractSpa.lan) : (ContractSpa.other, ContractSpa.hoa)
        _ = try accepted(
          try await store.perform(ContractSpa.command(winner.0, .undo), by: winner.1, now: late))
      }
    },
    Promise("one order sent twice at once is done once") {
      let store = $0.store
      let command = ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed))
      async let one = store.perform(command, by: ContractSpa.lan, now: ContractSpa.now)
      async let two = store.perform(command, by: ContractSpa.lan, now: ContractSpa.now)
      let answers = try await [one, two]
      try requireEqual(answers[0].result, answers[1].result)
      try requireEqual(answers.filter(\.isReplayed).count, 1)
    },
  ]
}
