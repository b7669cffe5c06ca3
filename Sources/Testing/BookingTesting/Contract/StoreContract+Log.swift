import BookingDomain
import BookingStore

extension StoreContract {
  static let logPromises = [
    Promise("the log is dense and in order, whoever writes") {
      let before = try await $0.store.position()
      for time in ["10:01:00", "10:02:00", "10:03:00"] {
        _ = try await $0.store.perform(
          ContractSpa.command(ContractSpa.other, ContractSpa.change(.confirmed)),
          by: ContractSpa.lan, now: ContractSpa.now)
        try await $0.runForeignSQL([
          "UPDATE bookings SET appointment_time = '\(time)' WHERE booking_id = 1"
        ])
        _ = try await $0.store.perform(
          ContractSpa.command(ContractSpa.other, .undo), by: ContractSpa.lan, now: ContractSpa.now)
      }
      let events = try requireValue(
        try await $0.store.events(after: before, limit: 100), "the events")
      try requireEqual(events.map(\.seq), Array(before.seq + 1...before.seq + 9))
      let versions = events.filter { $0.booking == ContractSpa.other }.map(\.version)
      try requireEqual(versions, [2, 3, 4, 5, 6, 7], "versions of one booking")
    },
    Promise("a refused order leaves nothing in the log") {
      let before = try await $0.store.position()
      _ = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.completed)),
        by: ContractSpa.lan, now: ContractSpa.now)
      try await requireEqual($0.store.position(), before)
    },
    Promise("a write that was rolled back leaves neither an event nor a hole") {
      let before = try await $0.store.position()
      try await $0.runForeignSQL([
        "BEGIN", "UPDATE bookings SET booking_status = 'CANCELLED' WHERE booking_id = 1",
        "ROLLBACK",
      ])
      _ = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed)),
        by: ContractSpa.lan, now: ContractSpa.now)
      let events = try await $0.store.events(after: before, limit: 10)
      try requireEqual(events?.map(\.seq), [before.seq + 1])
    },
    Promise("events come after a position, as many as were asked for") {
      let before = try await $0.store.position()
      for booking in [ContractSpa.morning, ContractSpa.other] {
        _ = try await $0.store.perform(
          ContractSpa.command(booking, ContractSpa.change(.confirmed)), by: ContractSpa.lan,
          now: ContractSpa.now)
      }
      let first = try await $0.store.events(after: before, limit: 1)
      try requireEqual(first?.map(\.seq), [before.seq + 1])
      let end = try await $0.store.position()
      try await requireEqual($0.store.events(after: end, limit: 10), [], "nothing is new")
    },
    Promise("a position from the future or of another epoch needs a snapshot") {
      let end = try await $0.store.position()
      let future = LogPosition(epoch: end.epoch, seq: end.seq + 1)
      let foreign = LogPosition(epoch: "another", seq: end.seq)
      try await requireEqual($0.store.events(after: future, limit: 10), nil)
      try await requireEqual($0.store.events(after: foreign, limit: 10), nil)
    },
    Promise("a commit wakes everybody who waits, also a foreign one") {
      let store = $0.store
      let runForeignSQL = $0.runForeignSQL
      try await expectWake(of: store) {
        _ = try await store.perform(
          ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed)),
          by: ContractSpa.lan, now: ContractSpa.now)
      }
      try await expectWake(of: store) {
        try await runForeignSQL([
          "UPDATE bookings SET booking_notes = 'late' WHERE booking_id = 1"
        ])
      }
    },
    Promise("what is past keeping is pruned, and its readers are told to start anew") {
      let before = try await $0.store.position()
      _ = try await $0.store.perform(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed)),
        by: ContractSpa.lan, now: ContractSpa.now)
      try await $0.store.prune(now: ContractSpa.moment(9, 50, day: ContractSpa.date + 1).instant)
      try await requireEqual(
        $0.store.events(after: before, limit: 10)?.count, 1, "events of the last day")
      let end = try await $0.store.position()
      // The rows of the spa itself were logged by the real clock, years from the story's.
      try await $0.store.prune(
        now: ContractSpa.moment(9, 50, day: ContractSpa.date + 36_500).instant)
      try await requireEqual($0.store.events(after: before, limit: 10), nil)
      try await requireEqual($0.store.position(), end, "the end of the log stays")
      try await requireEqual($0.store.events(after: end, limit: 10), [])
    },
    Promise("a request id is kept for seven days") {
      let command = ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed))
      _ = try await $0.store.perform(command, by: ContractSpa.lan, now: ContractSpa.now)
      try await $0.store.prune(now: ContractSpa.moment(9, 49, day: ContractSpa.date + 7).instant)
      let again = try await $0.store.perform(command, by: ContractSpa.lan, now: ContractSpa.now)
      try require(again.isReplayed, "it is a replay")
    },
  ]

  /// Two listeners each hear of what `work` commits, within ten seconds.
  private static func expectWake(
    of store: any BookingStore, by work: @escaping @Sendable () async throws -> Void
  ) async throws {
    let listeners = [store.commits(), store.commits()]
    try await work()
    let heard = await withTaskGroup(of: Bool?.self) { group in
      for listener in listeners {
        group.addTask {
          for await _ in listener { return true }
          return false
        }
      }
      group.addTask {
        try? await Task.sleep(for: .seconds(10))
        return nil
      }
      var heard = 0
      for await result in group {
        guard result == true else { break }
        heard += 1
        if heard == listeners.count { break }
      }
      group.cancelAll()
      return heard
    }
    try requireEqual(heard, 2, "listeners that heard of the commit")
  }
}
