import BookingLab
import BookingTesting
import Testing

/// The short form of `make chaos`.
@Suite(.serialized) struct ChaosTests {
  @Test(.timeLimit(.minutes(5)), arguments: [Way.Database.sqlite, .mariaDB])
  func nothingIsLostAndNothingDoubledWhateverBreaks(database: Way.Database) async throws {
    let seed = SeededRandomness.announced(for: "chaos on \(database)").seed
    var plan = ChaosPlan(seed: seed)
    plan.database = database
    plan.kills = 10
    plan.rate = 30
    let report = try await Chaos.run(plan)
    print(report)
    #expect(report.isClean, "\(report)")
    #expect(report.accepted > 0, "\(report)")
  }
}
