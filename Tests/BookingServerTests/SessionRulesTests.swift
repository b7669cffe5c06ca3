import BookingDomain
import BookingStore
import Testing

@testable import BookingServer

@Suite struct SessionRulesTests {
  private let rules = SessionRules(lifetime: 720, warning: 5)
  private let start = Timestamp(seconds: 1_000_000)

  @Test func useProlongsASessionButNotAtEveryRequest() {
    let expiry = rules.expiry(from: start)
    #expect(rules.extended(expiry, at: start + 1) == nil)
    #expect(rules.extended(expiry, at: start + 36) == expiry + 36)
  }

  @Test func aSessionEndsAtItsExpiryAndIsAnnouncedBefore() {
    let expiry = rules.expiry(from: start)
    #expect(rules.isUsable(until: expiry, at: expiry - 1))
    #expect(!rules.isUsable(until: expiry, at: expiry))
    #expect(!rules.isExpiring(expiry, at: expiry - 6))
    #expect(rules.isExpiring(expiry, at: expiry - 5))
    #expect(!rules.isExpiring(expiry, at: expiry))
  }

  @Test func aBurstIsTakenThenTheRate() {
    var bucket = TokenBucket(capacity: 3, perSecond: 1, now: start)
    #expect((0..<4).map { _ in bucket.take(at: start) } == [true, true, true, false])
    let later = Timestamp(milliseconds: start.milliseconds + 1_000)
    #expect((0..<2).map { _ in bucket.take(at: later) } == [true, false])
  }

  @Test func aClockThatGoesBackGivesNothingAway() {
    var bucket = TokenBucket(capacity: 1, perSecond: 1, now: start)
    #expect([start, start - 60, start].map { bucket.take(at: $0) } == [true, false, false])
  }

  @Test func oneAccountsGuessesDoNotLockAnother() {
    var limits = LoginLimits()
    let guesses = (0..<11).map { _ in
      limits.admit(address: "10.0.0.1", email: "a@spa.vn", at: start)
    }
    #expect(guesses == Array(repeating: true, count: 10) + [false])
    let elsewhere = ["A@spa.vn", "b@spa.vn"].map {
      limits.admit(address: "10.0.0.2", email: $0, at: start)
    }
    #expect(elsewhere == [false, true])
    let later = limits.admit(address: "10.0.0.2", email: "a@spa.vn", at: start + 1)
    #expect(later)
  }

  @Test(arguments: [
    ("$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy", true),
    ("$2y$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy", true),
    ("$2a$31$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy", false),
    ("$2x$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy", false),
    ("$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lh y", false),
    ("$1$salt$hash", false), ("", false),
  ])
  func onlyWellFormedHashesAreVerified(hash: String, isBcrypt: Bool) {
    #expect(PasswordCheck.isBcrypt(hash) == isBcrypt)
  }

  @Test func passwordsAreVerified() async {
    let check = PasswordCheck(threads: 1)
    #expect(await check.check("demo", against: TestServer.demoHash) == .right)
    #expect(await check.check("demo", against: DemoDatabase.passwordHash) == .right)
    #expect(await check.check("Demo", against: TestServer.demoHash) == .wrong)
    #expect(await check.check("demo\0", against: TestServer.demoHash) == .wrong)
    #expect(await check.check("", against: nil) == .wrong)
    await check.stop()
  }
}
