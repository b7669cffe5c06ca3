import BookingTesting
import Testing

/// The short form of `make chaos`.
@Suite struct ChaosTests {
  @Test(.timeLimit(.minutes(5)))
  func nothingIsLostAndNothingDoubledWhateverBreaks() async throws {
    let seed = SeededRandomness.announced(for: "chaos").seed
    var plan = ChaosPlan(seed: seed)
    plan.kills = 10
    plan.rate = 30
    let report = try await Chaos.run(plan)
    #expect(report.isClean, "\(report)")
    #expect(report.accepted > 0, "\(report)")
  }
}
