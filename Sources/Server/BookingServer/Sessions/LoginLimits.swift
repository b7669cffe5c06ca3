import BookingDomain

/// How often one address and one account may try a password: guessing is made slow, a mistyped
/// password is not punished.
struct LoginLimits: Sendable {
  /// An address: a whole spa may log in at once from behind one router.
  private static let address = (burst: 30.0, perSecond: 0.5)
  /// An account: ten tries at once, then one in six seconds.
  private static let account = (burst: 10.0, perSecond: 1.0 / 6)
  /// Past this many remembered names the ones at rest are forgotten, and past it still, all are:
  /// memory is bounded, whoever floods us with made-up names only resets the count.
  private static let remembered = 10_000

  private var buckets: [String: TokenBucket] = [:]

  /// Counts one try. False where there were too many.
  mutating func admit(address: String, email: String, at now: Timestamp) -> Bool {
    forgetIfMany(at: now)
    // Both are counted, so that neither hides the other.
    let byAddress = take("a " + address, Self.address, at: now)
    let byAccount = take("e " + email.lowercased(), Self.account, at: now)
    return byAddress && byAccount
  }

  private mutating func take(
    _ name: String, _ rate: (burst: Double, perSecond: Double), at now: Timestamp
  ) -> Bool {
    buckets[
      name,
      default: TokenBucket(capacity: rate.burst, perSecond: rate.perSecond, now: now)
    ].take(at: now)
  }

  private mutating func forgetIfMany(at now: Timestamp) {
    guard buckets.count >= Self.remembered else { return }
    buckets = buckets.filter { !$0.value.isFull(at: now) }
    if buckets.count >= Self.remembered { buckets.removeAll() }
  }
}
