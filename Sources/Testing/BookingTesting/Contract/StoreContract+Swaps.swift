import BookingDomain
import BookingStore

extension StoreContract {
  static let swapPromises = [
    Promise("two that begin together swap therapists, each with one line of history") {
      let slots = try await swapAtTwo($0.store)
      let swapped = try await [$0.store.booking(ContractSpa.other), $0.store.booking(3)]
      try requireEqual(swapped.map(\.therapist), [4, 5])
      try requireEqual(
        swapped.map(\.time), [ContractSpa.clock("14:00"), ContractSpa.clock("14:00")])
      try requireEqual(
        swapped.map(\.lastChange?.kind),
        [.swapped(from: slots[0], with: 3), .swapped(from: slots[1], with: ContractSpa.other)])
      let lines = try await $0.store.history(of: 3).filter { $0.change.byName == "Hoa" }
      try requireEqual(lines.count, 1, "lines of the swap")
    },
    Promise("undo of either half takes both back, and tells both") {
      for half in [ContractSpa.other, ContractSpa.afternoon] {
        let slots = try await swapAtTwo($0.store)
        let before = try await $0.store.position()
        let answer = try await $0.store.perform(
          ContractSpa.command(half, .undo), by: ContractSpa.hoa, now: ContractSpa.now)
        let seq = try accepted(answer).seq
        try requireEqual(answer.current?.id, half, "the booking that the answer is about")
        try await requireEqual(
          [$0.store.booking(ContractSpa.other).slot, $0.store.booking(3).slot], slots)
        let events = try requireValue(try await $0.store.events(after: before, limit: 10))
        try requireEqual(
          Set(events.compactMap(\.booking)), [ContractSpa.other, ContractSpa.afternoon])
        try require(events.contains { $0.seq == seq && $0.booking == half }, "the answer's event")
        for booking in [ContractSpa.other, ContractSpa.afternoon] {
          let last = try requireValue(try await $0.store.history(of: booking).last)
          try requireEqual(last.undoneByName, "Hoa")
          try await requireEqual(
            $0.store.day(ContractSpa.date).bookings.filter { $0.id == booking }.count, 1)
        }
      }
    },
    Promise("a swap goes back although the other half was confirmed or noted since") {
      let slots = try await swapAtTwo($0.store)
      for change in [ContractSpa.change(.confirmed), .writeNotes("Window")] {
        _ = try accepted(
          try await $0.store.perform(
            ContractSpa.command(ContractSpa.other, change), by: ContractSpa.lan,
            now: ContractSpa.now))
      }
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.command(3, .undo), by: ContractSpa.hoa, now: ContractSpa.now))
      let other = try await $0.store.booking(ContractSpa.other)
      try requireEqual(other.slot, slots[0])
      try requireEqual(other.status, .confirmed)
      try requireEqual(other.lastChange?.kind, .notes(from: nil))
    },
    Promise("a swap stays where the other half has moved on") {
      _ = try await swapAtTwo($0.store)
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.command(ContractSpa.other, .move(Move(time: ContractSpa.clock("17:00")))),
          by: ContractSpa.lan,
          now: ContractSpa.now))
      let moved = try await $0.store.perform(
        ContractSpa.command(3, .undo), by: ContractSpa.hoa, now: ContractSpa.now)
      try requireEqual(refusal(moved)?.code, .nothingToUndo)
      try await requireEqual($0.store.booking(3).therapist, 5)
      for (half, person) in [
        (ContractSpa.other, ContractSpa.lan), (ContractSpa.afternoon, ContractSpa.hoa),
      ] {
        _ = try accepted(
          try await $0.store.perform(
            ContractSpa.command(half, .undo), by: person, now: ContractSpa.now))
      }
      try await requireEqual($0.store.booking(ContractSpa.other).therapist, 5)
    },
    Promise("a swap is not undone into a slot that somebody else has by now") {
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.command(3, .move(Move(duration: 30))), by: ContractSpa.lan,
          now: ContractSpa.now))
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.order(.swap(ContractSpa.other, with: 3, seen: Sight(), otherSeen: Sight())),
          by: ContractSpa.hoa,
          now: ContractSpa.now))
      // Minh's booking is half an hour shorter now, and somebody books that time.
      let block = NewBlock(
        therapist: 5, date: ContractSpa.date, time: ContractSpa.clock("11:15"), duration: 15,
        reason: "")
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.order(.block(block)), by: ContractSpa.lan, now: ContractSpa.now))
      for half in [ContractSpa.other, ContractSpa.afternoon] {
        let answer = try await $0.store.perform(
          ContractSpa.command(half, .undo), by: ContractSpa.hoa, now: ContractSpa.now)
        try requireEqual(refusal(answer)?.code, .blocked)
      }
      let id = try requireValue(try await $0.store.blocks(of: 5, on: ContractSpa.date).first?.id)
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.order(.unblock(id)), by: ContractSpa.lan, now: ContractSpa.now))
      _ = try accepted(
        try await $0.store.perform(
          ContractSpa.order(.book([ContractSpa.wanted("11:15", for: 6, with: 5, .sale(.cash))])),
          by: ContractSpa.lan,
          now: ContractSpa.now))
      for half in [ContractSpa.other, ContractSpa.afternoon] {
        let answer = try await $0.store.perform(
          ContractSpa.command(half, .undo), by: ContractSpa.manager, now: ContractSpa.now)
        try requireEqual(refusal(answer)?.code, .slotTaken)
      }
    },
    Promise("of two who undo the two halves in one instant one does it") {
      let slots = try await swapAtTwo($0.store)
      let store = $0.store
      async let one = store.perform(
        ContractSpa.command(ContractSpa.other, .undo), by: ContractSpa.hoa, now: ContractSpa.now)
      async let two = store.perform(
        ContractSpa.command(3, .undo), by: ContractSpa.hoa, now: ContractSpa.now)
      let answers = try await [one, two]
      // The second order finds the change of the first, which somebody else made.
      try requireEqual(answers.filter { refusal($0) == nil }.count, 1, "accepted")
      try await requireEqual(
        [store.booking(ContractSpa.other).slot, store.booking(3).slot], slots)
    },
  ]

  static let foreignSwapPromises = [
    Promise("a swap stays where the other half has been deleted") {
      _ = try await swapAtTwo($0.store)
      try await $0.runForeignSQL(["DELETE FROM bookings WHERE booking_id = 2"])
      let gone = try await $0.store.perform(
        ContractSpa.command(3, .undo), by: ContractSpa.hoa, now: ContractSpa.now)
      try requireEqual(refusal(gone)?.code, .nothingToUndo)
    },
    Promise("what an older FrontDesk kept as two moves stays two moves") {
      let slots = try await swapAtTwo($0.store)
      try await $0.runForeignSQL(["UPDATE frontdesk_changes SET swapped_with = NULL"])
      try await requireEqual($0.store.booking(3).lastChange?.kind, .moved(from: slots[1]))
      let answer = try await $0.store.perform(
        ContractSpa.command(3, .undo), by: ContractSpa.hoa, now: ContractSpa.now)
      try requireEqual(refusal(answer)?.code, .slotTaken)
    },
  ]

  /// Minh's booking goes to 14:00, where Thu's begins as well, and the two change places.
  /// - Returns: where they stood before the swap.
  private static func swapAtTwo(_ store: any BookingStore) async throws -> [BookedSlot] {
    if try await store.booking(ContractSpa.other).time != ContractSpa.clock("14:00") {
      _ = try accepted(
        try await store.perform(
          ContractSpa.command(ContractSpa.other, .move(Move(time: ContractSpa.clock("14:00")))),
          by: ContractSpa.lan,
          now: ContractSpa.now))
    }
    let slots = try await [store.booking(ContractSpa.other).slot, store.booking(3).slot]
    _ = try accepted(
      try await store.perform(
        ContractSpa.order(.swap(ContractSpa.other, with: 3, seen: Sight(), otherSeen: Sight())),
        by: ContractSpa.hoa,
        now: ContractSpa.now))
    return slots
  }
}
