import BookingStore
import BookingTesting
import Testing

@Suite struct RepeatedWorkTests {
  private let rounds = Watched(0)

  @Test func itGoesOnUntilItIsEnded() async throws {
    let work = RepeatedWork()
    work.start { [rounds] in
      rounds.change { $0 += 1 }
      return .milliseconds(1)
    }
    try await rounds.waits(for: "three rounds") { $0 >= 3 ? true : nil }
    await work.end()
    let done = rounds.value
    await work.end()
    #expect(rounds.value == done, "nothing is done after the end")
  }

  @Test func itEndsByItselfWhereNobodyNeedsItAnyMore() async throws {
    let work = RepeatedWork()
    work.start { [rounds] in
      rounds.change { $0 += 1 }
      return nil
    }
    try await rounds.waits(for: "the only round") { $0 == 1 ? true : nil }
    await work.end()
    #expect(rounds.value == 1)
  }
}
