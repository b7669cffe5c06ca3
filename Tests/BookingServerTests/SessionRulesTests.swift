import BookingDomain
import BookingStore
import NIOCore
import Testing

@testable import BookingServer

@Suite struct SessionRulesTests {
  private let rules = SessionRules(lifetime: 720, warning: 5)
  private let start = Timestamp(seconds: 1_000_000)
  private let clock = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

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
    var bucket = TokenBucket(capacity: 3, perSecond: 1, now: clock)
    #expect((0..<4).map { _ in bucket.take(at: clock) } == [true, true, true, false])
    let later = clock + .seconds(1)
    #expect((0..<2).map { _ in bucket.take(at: later) } == [true, false])
  }

  @Test func whatIsGivenBackCanBeTakenAgain() {
    var bucket = TokenBucket(capacity: 1, perSecond: 1, now: clock)
    let first = bucket.take(at: clock)
    bucket.giveBack(at: clock)
    bucket.giveBack(at: clock)
    #expect([first, bucket.take(at: clock), bucket.take(at: clock)] == [true, true, false])
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
