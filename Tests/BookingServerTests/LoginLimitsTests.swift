import BookingDomain
import NIOCore
import Testing

@testable import BookingServer

@Suite struct LoginLimitsTests {
  private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)
  private let lan = LoginLimits.Target.person(.user(2))

  private func network(_ address: String) throws -> Network {
    try #require(PeerAddress(address)).network
  }

  private func tries(
    _ count: Int, _ limits: inout LoginLimits, _ target: LoginLimits.Target, _ address: String,
    at now: NIODeadline
  ) throws -> Int {
    let attempt = LoginLimits.Attempt(target: target, network: try network(address))
    return (0..<count).count { _ in limits.admit(attempt, at: now) }
  }

  @Test func tenMistakesAtOnceThenOneInSixSeconds() throws {
    var limits = LoginLimits()
    #expect(try tries(20, &limits, lan, "10.0.0.1", at: start) == 10)
    #expect(try tries(20, &limits, lan, "10.0.0.1", at: start + .seconds(6)) == 1)
    // Another account from there, and the same from elsewhere, have their own.
    #expect(try tries(20, &limits, .person(.user(3)), "10.0.0.1", at: start) == 10)
    #expect(try tries(20, &limits, lan, "10.0.0.2", at: start) == 10)
  }

  @Test func whoeverGuessesOnceASecondKeepsNobodyOut() throws {
    var limits = LoginLimits()
    let owner = LoginLimits.Attempt(target: lan, network: try network("192.0.2.9"))
    let neighbour = LoginLimits.Attempt(
      target: .person(.user(7)), network: try network("203.0.113.5"))
    for second in 0..<3_600 {
      let now = start + .seconds(Int64(second))
      _ = try tries(1, &limits, lan, "203.0.113.5", at: now)
      guard second % 60 == 59 else { continue }
      // The owner, who was never here before, and somebody else behind the guesser's address.
      for attempt in [owner, neighbour] {
        let isAdmitted = limits.admit(attempt, at: now)
        #expect(isAdmitted, "after \(second) s")
        limits.forgotten(attempt, at: now)
      }
    }
  }

  @Test func manyNetworksTogetherKeepNobodyOutWhereTheyAreKnown() throws {
    var limits = LoginLimits()
    let home = LoginLimits.Attempt(target: lan, network: try network("198.51.100.1"))
    let first = limits.admit(home, at: start)
    limits.succeeded(home, at: start)
    #expect(first)
    for number in 0..<100 { _ = try tries(10, &limits, lan, "10.1.0.\(number)", at: start) }
    #expect(try tries(1, &limits, lan, "192.0.2.9", at: start) == 0)
    let again = limits.admit(home, at: start)
    #expect(again)
  }

  @Test func aHouseholdOfIPv6IsOne() throws {
    var limits = LoginLimits()
    let admitted = try (0..<30).map { number in
      try tries(1, &limits, lan, "2001:db8:1:2::\(number + 1)", at: start)
    }
    #expect(admitted.reduce(0, +) == 10)
    #expect(try tries(1, &limits, lan, "2001:db8:1:3::1", at: start) == 1)
    #expect(try tries(1, &limits, lan, "::ffff:10.0.0.1", at: start) == 1)
    #expect(try network("::ffff:10.0.0.1") == network("10.0.0.1"))
  }

  @Test func madeUpNamesNeitherEmptyTheCountsNorGrowThem() throws {
    var limits = LoginLimits()
    #expect(try tries(20, &limits, lan, "10.0.0.1", at: start) == 10)
    for number in 0..<20_000 {
      let address = "10.\(2 + number / 62_500).\(number / 250 % 250).\(number % 250)"
      _ = try tries(1, &limits, .unknown("nobody\(number)@spa.vn"), address, at: start)
    }
    #expect(try tries(1, &limits, lan, "10.0.0.1", at: start) == 0)
  }

  @Test func whatWasNoFailureIsGivenBack() throws {
    var limits = LoginLimits()
    let attempt = LoginLimits.Attempt(target: lan, network: try network("10.0.0.1"))
    for _ in 0..<100 {
      let isAdmitted = limits.admit(attempt, at: start)
      #expect(isAdmitted)
      limits.forgotten(attempt, at: start)
    }
    #expect(try tries(20, &limits, lan, "10.0.0.1", at: start) == 10)
  }
}
