import BookingDomain
import BookingStore

private typealias Spa = StoreContractSpa

extension StoreContract {
  static let swapPromises = [
    Promise("two that begin together swap therapists, each with one line of history") {
      let slots = try await swapAtTwo($0.store)
      let swapped = try await [$0.store.booking(Spa.other), $0.store.booking(3)]
      try requireEqual(swapped.map(\.therapist), [4, 5])
      try requireEqual(swapped.map(\.time), [Spa.clock("14:00"), Spa.clock("14:00")])
      try requireEqual(
        swapped.map(\.lastChange?.kind),
        [.swapped(from: slots[0], with: 3), .swapped(from: slots[1], with: Spa.other)])
      let lines = try await $0.store.history(of: 3).filter { $0.change.byName == "Hoa" }
      try requireEqual(lines.count, 1, "lines of the swap")
    },
    Promise("undo of either half takes both back, and tells both") {
      for half in [Spa.other, Spa.afternoon] {
        let slots = try await swapAtTwo($0.store)
        let before = try await $0.store.position()
        let answer = try await $0.store.perform(
          Spa.command(half, .undo), by: Spa.hoa, now: Spa.now)
        let seq = try accepted(answer).seq
        try requireEqual(answer.current?.id, half, "the booking that the answer is about")
        try await requireEqual(
          [$0.store.booking(Spa.other).slot, $0.store.booking(3).slot], slots)
        let events = try requireValue(try await $0.store.events(after: before, limit: 10))
        try requireEqual(Set(events.compactMap(\.booking)), [Spa.other, Spa.afternoon])
        try require(events.contains { $0.seq == seq && $0.booking == half }, "the answer's event")
        for booking in [Spa.other, Spa.afternoon] {
          let last = try requireValue(try await $0.store.history(of: booking).last)
          try requireEqual(last.undoneByName, "Hoa")
          try await requireEqual(
            $0.store.day(Spa.date).bookings.filter { $0.id == booking }.count, 1)
        }
      }
    },
    Promise("a swap goes back although the other half was confirmed or noted since") {
      let slots = try await swapAtTwo($0.store)
      for change in [Spa.change(.confirmed), .writeNotes("Window")] {
        _ = try accepted(
          try await $0.store.perform(Spa.command(Spa.other, change), by: Spa.lan, now: Spa.now))
      }
      _ = try accepted(
        try await $0.store.perform(Spa.command(3, .undo), by: Spa.hoa, now: Spa.now))
      let other = try await $0.store.booking(Spa.other)
      try requireEqual(other.slot, slots[0])
      try requireEqual(other.status, .confirmed)
      try requireEqual(other.lastChange?.kind, .notes(from: nil))
    },
    Promise("a swap stays where the other half has moved on") {
      _ = try await swapAtTwo($0.store)
      _ = try accepted(
        try await $0.store.perform(
          Spa.command(Spa.other, .move(Move(time: Spa.clock("17:00")))), by: Spa.lan,
          now: Spa.now))
      let moved = try await $0.store.perform(Spa.command(3, .undo), by: Spa.hoa, now: Spa.now)
      try requireEqual(refusal(moved)?.code, .nothingToUndo)
      try await requireEqual($0.store.booking(3).therapist, 5)
      for (half, person) in [(Spa.other, Spa.lan), (Spa.afternoon, Spa.hoa)] {
        _ = try accepted(
          try await $0.store.perform(Spa.command(half, .undo), by: person, now: Spa.now))
      }
      try await requireEqual($0.store.booking(Spa.other).therapist, 5)
    },
    Promise("a swap is not undone into a slot that somebody else has by now") {
      _ = try accepted(
        try await $0.store.perform(
          Spa.command(3, .move(Move(duration: 30))), by: Spa.lan, now: Spa.now))
      _ = try accepted(
        try await $0.store.perform(
          Spa.order(.swap(Spa.other, with: 3, seen: Sight(), otherSeen: Sight())), by: Spa.hoa,
          now: Spa.now))
      // Minh has half an hour less now, of which somebody makes use.
      let block = NewBlock(
        therapist: 5, date: Spa.date, time: Spa.clock("11:15"), duration: 15, reason: "")
      _ = try accepted(
        try await $0.store.perform(Spa.order(.block(block)), by: Spa.lan, now: Spa.now))
      for half in [Spa.other, Spa.afternoon] {
        let answer = try await $0.store.perform(
          Spa.command(half, .undo), by: Spa.hoa, now: Spa.now)
        try requireEqual(refusal(answer)?.code, .blocked)
      }
      let id = try requireValue(try await $0.store.blocks(of: 5, on: Spa.date).first?.id)
      _ = try accepted(
        try await $0.store.perform(Spa.order(.unblock(id)), by: Spa.lan, now: Spa.now))
      _ = try accepted(
        try await $0.store.perform(
          Spa.order(.book([Spa.wanted("11:15", for: 6, with: 5, .sale(.cash))])), by: Spa.lan,
          now: Spa.now))
      for half in [Spa.other, Spa.afternoon] {
        let answer = try await $0.store.perform(
          Spa.command(half, .undo), by: Spa.manager, now: Spa.now)
        try requireEqual(refusal(answer)?.code, .slotTaken)
      }
    },
    Promise("of two who undo the two halves in one instant one does it") {
      let slots = try await swapAtTwo($0.store)
      let store = $0.store
      async let one = store.perform(Spa.command(Spa.other, .undo), by: Spa.hoa, now: Spa.now)
      async let two = store.perform(Spa.command(3, .undo), by: Spa.hoa, now: Spa.now)
      let answers = try await [one, two]
      // Whoever is second finds the change before, which was somebody else's.
      try requireEqual(answers.filter { refusal($0) == nil }.count, 1, "accepted")
      try await requireEqual(
        [store.booking(Spa.other).slot, store.booking(3).slot], slots)
    },
  ]

  static let foreignSwapPromises = [
    Promise("a swap stays where the other half has been deleted") {
      _ = try await swapAtTwo($0.store)
      try await $0.runForeignSQL(["DELETE FROM bookings WHERE booking_id = 2"])
      let gone = try await $0.store.perform(Spa.command(3, .undo), by: Spa.hoa, now: Spa.now)
      try requireEqual(refusal(gone)?.code, .nothingToUndo)
    },
    Promise("what an older FrontDesk kept as two moves stays two moves") {
      let slots = try await swapAtTwo($0.store)
      try await $0.runForeignSQL(["UPDATE frontdesk_changes SET swapped_with = NULL"])
      try await requireEqual($0.store.booking(3).lastChange?.kind, .moved(from: slots[1]))
      let answer = try await $0.store.perform(Spa.command(3, .undo), by: Spa.hoa, now: Spa.now)
      try requireEqual(refusal(answer)?.code, .slotTaken)
    },
  ]

  /// Minh's booking goes to 14:00, where Thu's begins as well, and the two change places.
  /// - Returns: where they stood before the swap.
  private static func swapAtTwo(_ store: any BookingStore) async throws -> [BookedSlot] {
    if try await store.booking(Spa.other).time != Spa.clock("14:00") {
      _ = try accepted(
        try await store.perform(
          Spa.command(Spa.other, .move(Move(time: Spa.clock("14:00")))), by: Spa.lan,
          now: Spa.now))
    }
    let slots = try await [store.booking(Spa.other).slot, store.booking(3).slot]
    _ = try accepted(
      try await store.perform(
        Spa.order(.swap(Spa.other, with: 3, seen: Sight(), otherSeen: Sight())), by: Spa.hoa,
        now: Spa.now))
    return slots
  }
}
