import BookingDomain
import BookingStore

extension StoreContract {
  static let movePromises = [
    Promise("a move tells the old and the new therapist and day, and undo takes it back") {
      let old = try await $0.store.booking(ContractSpa.morning).slot
      let before = try await $0.store.position()
      let nextWeek = ContractSpa.date + 7
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.command(
            ContractSpa.morning,
            .move(Move(therapist: 5, date: nextWeek, time: ContractSpa.clock("15:00")))),
          by: ContractSpa.lan, now: ContractSpa.now))
      let events = try await $0.store.events(after: before, limit: 10)
      let event = try requireValue(events?.first, "the event")
      try requireEqual(event.kind, .updated)
      try requireEqual(event.audience.therapist, 5)
      try requireEqual(event.audience.formerTherapist, 4)
      try requireEqual(event.audience.date, nextWeek)
      try requireEqual(event.audience.formerDate, ContractSpa.date)
      let moved = try await $0.store.booking(ContractSpa.morning)
      try requireEqual(moved.time, ContractSpa.clock("15:00"))
      try requireEqual(moved.lastChange?.kind, .moved(from: old))
      try await requireEqual($0.store.day(nextWeek).bookings.map(\.id), [ContractSpa.morning])
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.command(ContractSpa.morning, .undo), by: ContractSpa.lan, now: ContractSpa.now
        ))
      try await requireEqual($0.store.booking(ContractSpa.morning).slot, old)
      let history = try await $0.store.history(of: ContractSpa.morning)
      try requireEqual(history.map(\.change.kind), [.created, .moved(from: old)])
      try requireEqual(history.last?.undoneByName, "Lan")
    },
    Promise("a manager's reason to overbook is kept, and the day's changes are told newest first") {
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.command(
            ContractSpa.morning,
            .move(Move(time: ContractSpa.clock("03:00"), overrideReason: "A flight to catch"))),
          by: ContractSpa.manager, now: ContractSpa.now))
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.command(ContractSpa.morning, .writeNotes("Window")), by: ContractSpa.lan,
          now: ContractSpa.now))
      let history = try await $0.store.history(of: ContractSpa.morning)
      let forced = try requireValue(history.dropFirst().first, "the move")
      try requireEqual(forced.reason, "A flight to catch")
      try require(forced.isOverride, "it is an override")
      try requireEqual(forced.change.byName, ContractSpa.manager.name)
      // Other programs' writes have the real clock's time, which is later than this spa's.
      let changes = try await $0.store.changes(on: ContractSpa.date, limit: 9)
        .filter { $0.entry.change.by != nil }
      try requireEqual(changes.map(\.booking), [ContractSpa.morning, ContractSpa.morning])
      try requireEqual(changes.map(\.entry), Array(history.reversed().prefix(2)))
      try await requireEqual($0.store.changes(on: ContractSpa.date + 300, limit: 9), [])
    },
    Promise("a move is not undone into a slot that somebody else has by now") {
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.command(ContractSpa.morning, .move(Move(time: ContractSpa.clock("17:00")))),
          by: ContractSpa.lan,
          now: ContractSpa.now))
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.order(.book([ContractSpa.wanted("10:00", for: 6, .sale(.momo))])),
          by: ContractSpa.hoa,
          now: ContractSpa.now))
      let undone = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, .undo), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(undone)?.code, .slotTaken)
      try await requireEqual($0.store.booking(ContractSpa.morning).time, ContractSpa.clock("17:00"))
    },
    Promise("notes are kept, told and taken back one at a time") {
      for text in ["Firm pressure", "Firm pressure, own towel"] {
        _ = try accepted(
          try await $0.store.perform(
            ContractSpa.command(ContractSpa.morning, .writeNotes(text)), by: ContractSpa.lan,
            now: ContractSpa.now))
      }
      let noted = try await $0.store.booking(ContractSpa.morning)
      try requireEqual(noted.lastChange?.kind, .notes(from: "Firm pressure"))
      for text in ["Firm pressure", nil] {
        _ = try accepted(
          try await $0.store.perform(
            ContractSpa.command(ContractSpa.morning, .undo), by: ContractSpa.lan,
            now: ContractSpa.now))
        try await requireEqual($0.store.booking(ContractSpa.morning).notes, text)
      }
    },
    Promise("several steps are taken back, down to the booking itself") {
      let booked = try await $0.store.perform(
        ContractSpa.order(.book([ContractSpa.wanted("12:00")])), by: ContractSpa.lan,
        now: ContractSpa.now)
      let id = try requireValue(booked.current?.id, "the booking")
      for change in [
        Change.move(Move(time: ContractSpa.clock("16:00"))), ContractSpa.change(.confirmed),
        .writeNotes("Tall"),
        .undo, .undo, .undo,
      ] {
        _ = try accepted(
          try await $0.store.perform(
            ContractSpa.command(id, change), by: ContractSpa.lan, now: ContractSpa.now))
      }
      let back = try await $0.store.booking(id)
      try requireEqual(back.time, ContractSpa.clock("12:00"))
      try requireEqual(back.lastChange?.kind, .created)
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.command(id, .undo), by: ContractSpa.lan, now: ContractSpa.now))
      try await requireEqual($0.store.booking(id).status, .cancelled)
      try await requireEqual(left(of: 5, $0.store), 1, "the session is given back")
    },
  ]

  static let listPromises = [
    Promise("blocked time is told, stands in the day and is in the way until it is freed") {
      let block = NewBlock(
        therapist: 4, date: ContractSpa.date, time: ContractSpa.clock("12:00"), duration: 60,
        reason: "Lunch")
      let before = try await $0.store.position()
      let answer = try await $0.store.perform(
        ContractSpa.order(.block(block)), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(try accepted(answer).seq, before.seq + 1)
      let event = try await $0.store.events(after: before, limit: 10)?.first
      try requireEqual(event?.kind, .blocksChanged(4))
      try requireEqual(event?.audience.date, ContractSpa.date)
      let blocks = try await $0.store.blocks(of: 4, on: ContractSpa.date)
      try requireEqual(blocks.map(\.reason), ["Lunch"])
      try await requireEqual($0.store.day(ContractSpa.date).blocks, blocks)
      try await requireEqual($0.store.blocks(of: 5, on: ContractSpa.date), [])
      let wanted = Order.book([ContractSpa.wanted("12:30")])
      let refused = try await $0.store.perform(
        ContractSpa.order(wanted), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(refused)?.code, .blocked)
      let id = try requireValue(blocks.first?.id, "the block")
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.order(.unblock(id)), by: ContractSpa.hoa, now: ContractSpa.now))
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.order(wanted), by: ContractSpa.lan, now: ContractSpa.now))
      let again = try await $0.store.perform(
        ContractSpa.order(.unblock(id)), by: ContractSpa.hoa, now: ContractSpa.now)
      try requireEqual(refusal(again)?.code, .noSuchBlock)
    },
    Promise("time that a booking has is not blocked") {
      let block = NewBlock(
        therapist: 4, date: ContractSpa.date, time: ContractSpa.clock("10:30"), duration: 30,
        reason: "")
      let answer = try await $0.store.perform(
        ContractSpa.order(.block(block)), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(refusal(answer)?.code, .slotTaken)
    },
    Promise("who waits is listed until they are booked") {
      let guest = NewWaiting(
        customer: 5, service: 1, therapist: nil, date: ContractSpa.date,
        from: ContractSpa.clock("12:00"),
        until: ContractSpa.clock("18:00"), note: "")
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.order(.wait(guest)), by: ContractSpa.lan, now: ContractSpa.now))
      let waiting = try await $0.store.waiting(on: ContractSpa.date)
      try requireEqual(waiting.map(\.customer.name), ["An"])
      var wanted = ContractSpa.wanted("12:00")
      wanted.waiting = waiting.first?.id
      let before = try await $0.store.position()
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.order(.book([wanted])), by: ContractSpa.lan, now: ContractSpa.now))
      try await requireEqual($0.store.waiting(on: ContractSpa.date), [])
      let events = try await $0.store.events(after: before, limit: 10) ?? []
      try require(events.contains { $0.kind == .waitingChanged }, "the list is told")
    },
    Promise("what is paid and not scheduled is listed until it is") {
      try await requireEqual(
        $0.store.unscheduled(limit: 10).map(\.customer.name), ["An"])
      _ = try await $0.store.perform(
        ContractSpa.order(.book([ContractSpa.wanted("12:00")])), by: ContractSpa.lan,
        now: ContractSpa.now)
      try await requireEqual($0.store.unscheduled(limit: 10), [])
    },
    Promise("a customer's file has the card and the newest bookings first") {
      let file = try requireValue(try await $0.store.customerFile(5), "the file")
      try requireEqual(file.bookings.map(\.id), [3, 1])
      try requireEqual(file.card.nextVisit, ContractSpa.date)
      try requireEqual(file.card.lastVisit, nil)
      try requireEqual(file.card.sessions.map(\.left), [1])
      try await requireEqual($0.store.customerFile(4711), nil)
    },
  ]

  /// What other programs do is history without an author, and the register knows it.
  static let foreignDeskPromises = [
    Promise("a foreign booking and its rescheduling are history by nobody") {
      try await $0.runForeignSQL([
        ContractSpa.booking(9, customer: 6, item: 2, therapist: 5, "16:00:00", "SCHEDULED", bed: 2),
        "UPDATE bookings SET appointment_time = '18:00:00', booking_notes = 'web'"
          + " WHERE booking_id = 9",
      ])
      let history = try await $0.store.history(of: 9)
      try requireEqual(history.count, 3, "lines")
      try requireEqual(history.first?.change.kind, .created)
      try requireEqual(history[1].change.kind, .notes(from: nil))
      guard case .moved(let from) = history[2].change.kind else {
        throw BrokenPromise(description: "no move in \(history)")
      }
      try requireEqual(from.time, ContractSpa.clock("16:00"))
      try require(history.allSatisfy { $0.change.by == nil }, "nobody is known to have done it")
    },
    Promise("the register knows what other programs write") {
      try await requireEqual(
        $0.store.customers(matching: "an", limit: 5, today: ContractSpa.date).map(\.customer.id),
        [5])
      try await $0.runForeignSQL([
        "INSERT INTO customers (customer_id, full_name, phone_number)"
          + " VALUES (7, 'Ân Nguyễn', '0907')",
        "UPDATE customers SET full_name = 'Bao', email = NULL WHERE customer_id = 5",
      ])
      try await requireEqual(
        $0.store.customers(matching: "an", limit: 5, today: ContractSpa.date).map(\.customer.id),
        [7])
      try await requireEqual(
        $0.store.customers(matching: "bao", limit: 5, today: ContractSpa.date).map(\.customer.id),
        [5])
      try await $0.runForeignSQL(["DELETE FROM customers WHERE customer_id = 7"])
      try await requireEqual(
        $0.store.customers(matching: "an", limit: 5, today: ContractSpa.date), [])
    },
  ]
}
