import BookingDomain
import BookingStore

extension StoreContract {
  /// Whom guests ask for.
  static let wishPromises = [
    Promise("whom a guest asked for stays with another therapist, and goes back with an undo") {
      let store = $0.store
      let id = ContractSpa.morning
      func wished() async throws -> UserID? {
        let booking: Booking = try await store.booking(id)
        return booking.wish
      }
      func ordered(_ change: Change) async throws {
        _ = try accepted(
          try await store.perform(
            ContractSpa.command(id, change), by: ContractSpa.lan, now: ContractSpa.now))
      }
      try requireEqual(try await wished(), nil)
      try await ordered(.wish(4))
      try requireEqual(try await wished(), 4)
      let version = try await store.booking(id).version
      try await ordered(.move(Move(therapist: 5, time: ContractSpa.clock("16:00"))))
      try requireEqual(try await wished(), 4, "with somebody else")
      try await ordered(.undo)
      try await ordered(.wish(5))
      try requireEqual(
        try await store.booking(id).lastChange?.kind, .wished(from: 4, to: 5))
      try require(try await store.booking(id).version > version, "every board is told")
      try await ordered(.undo)
      try requireEqual(try await wished(), 4)
      try await ordered(.wish(nil))
      try requireEqual(try await wished(), nil)
      try await ordered(.undo)
      try await ordered(.undo)
      try requireEqual(try await wished(), nil)
      let lines = try await store.history(of: id).filter { $0.change.by != nil }
      try require(lines.allSatisfy { $0.undoneAt != nil }, "each was taken back once")
    },
    Promise("a wish comes with a booking, for somebody who is there") {
      let store = $0.store
      var wanted = ContractSpa.wanted("12:00", for: 6, with: 5, .sale(.cash))
      wanted.isWished = true
      let made = try await store.perform(
        ContractSpa.order(.book([wanted])), by: ContractSpa.lan, now: ContractSpa.now)
      try requireEqual(made.current?.wish, 5)
      let nobody = try await store.perform(
        ContractSpa.command(ContractSpa.morning, .wish(99)), by: ContractSpa.lan,
        now: ContractSpa.now)
      try requireEqual(refusal(nobody)?.code, .noSuchTherapist)
    },
  ]
}
