import BookingDomain
import NIOCore

/// How often a password may be wrong: guessing is made slow, and nobody who guesses keeps the
/// account's owner out.
///
/// What is counted is failures; what is refused for being too many costs nothing. An account is
/// counted as the one that was found, however it was spelt. A stranger to it is counted by where
/// they are, by the account, and by both; somebody on a device, or in a network, from which that
/// person has logged in before has an allowance that strangers cannot use up.
struct LoginLimits: Sendable {
  /// Who is tried.
  enum Target: Hashable, Sendable {
    case person(PersonID)
    /// A name that nobody has. There are endlessly many, so they share a fixed number of counts.
    case nobody(Int)

    private static let nobodies = 1_024

    /// `name` as it was typed. Swift seeds its hashes anew in every process, so that nobody can
    /// choose who shares a count.
    static func unknown(_ name: String) -> Target {
      .nobody(Int(UInt(bitPattern: name.lowercased().hashValue) % UInt(nobodies)))
    }
  }

  /// One try.
  struct Attempt: Hashable, Sendable {
    let target: Target
    let network: Network
    /// The mark of a device from which this person has logged in.
    var device: DeviceMark?
  }

  private enum Count: Hashable {
    case network(Network)
    case account(Target)
    case accountFrom(Target, Network)
    case device(Target, DeviceMark)
  }

  private struct Home: Hashable {
    let person: PersonID
    let network: Network
  }

  /// Ten mistakes at once, then one in six seconds: nobody mistypes faster for long.
  private static let person = (burst: 10.0, perSecond: 1.0 / 6)
  /// A whole spa may mistype at once from behind one router. Three times what one who guesses at
  /// one account may, or they would use it up for all of them.
  private static let network = (burst: 30.0, perSecond: 0.5)
  /// All strangers together, at one account. One of them alone never uses it up; whoever guesses
  /// from more than six networks does, and then the person has to come from where they are known.
  private static let account = (burst: 60.0, perSecond: 1.0)
  /// Verifying takes long enough that far fewer counts than this are ever away from rest.
  private static let remembered = 10_000

  private var buckets: [Count: TokenBucket] = [:]
  /// Where people have logged in, with when they last did, counted in log-ins.
  private var homes: [Home: UInt64] = [:]
  private var networksOfHomes: [Network: Int] = [:]
  private var logins: UInt64 = 0

  /// Whether it is worth looking for the account at all: false for those who have used up their
  /// network's count and share it with nobody who is known.
  func mayAsk(from network: Network, at now: NIODeadline) -> Bool {
    networksOfHomes[network] != nil
      || buckets[.network(network)]?.hasOne(at: now) ?? true
  }

  /// Takes the try from every count that it is one of; to be followed by `succeeded` or
  /// `forgotten` where it was no failure. False, and nothing taken, where there were too many.
  mutating func admit(_ attempt: Attempt, at now: NIODeadline) -> Bool {
    forgetIfMany(at: now)
    let counts = counts(of: attempt)
    guard counts.allSatisfy({ buckets[$0]?.hasOne(at: now) ?? true }) else { return false }
    for count in counts {
      let rate = Self.rate(of: count)
      _ = buckets[
        count, default: TokenBucket(capacity: rate.burst, perSecond: rate.perSecond, now: now)
      ].take(at: now)
    }
    return true
  }

  /// The password was right: the person is at home there from now on.
  mutating func succeeded(_ attempt: Attempt, at now: NIODeadline) {
    forgotten(attempt, at: now)
    guard case .person(let person) = attempt.target else { return }
    let home = Home(person: person, network: attempt.network)
    logins += 1
    if homes.updateValue(logins, forKey: home) == nil {
      networksOfHomes[home.network, default: 0] += 1
    }
    forgetHomesIfMany()
  }

  /// It came to nothing: the database was away, or too many were being verified.
  mutating func forgotten(_ attempt: Attempt, at now: NIODeadline) {
    for count in counts(of: attempt) { buckets[count]?.giveBack(at: now) }
  }

  private func counts(of attempt: Attempt) -> [Count] {
    if let device = attempt.device { return [.device(attempt.target, device)] }
    let here = Count.accountFrom(attempt.target, attempt.network)
    if case .person(let person) = attempt.target,
      homes[Home(person: person, network: attempt.network)] != nil
    {
      return [here]
    }
    return [.network(attempt.network), .account(attempt.target), here]
  }

  private static func rate(of count: Count) -> (burst: Double, perSecond: Double) {
    switch count {
    case .network: network
    case .account: account
    case .accountFrom, .device: person
    }
  }

  /// Counts that have nearly recovered are forgotten first; a count that still holds somebody back
  /// stays.
  private mutating func forgetIfMany(at now: NIODeadline) {
    guard buckets.count >= Self.remembered else { return }
    let emptiest = buckets.map { (key: $0.key, fullness: $0.value.fullness(at: now)) }
      .filter { $0.fullness < 1 }
      .sorted { $0.fullness < $1.fullness }
      .prefix(Self.remembered / 2)
    let kept = Set(emptiest.map(\.key))
    buckets = buckets.filter { kept.contains($0.key) }
  }

  private mutating func forgetHomesIfMany() {
    guard homes.count > Self.remembered else { return }
    let newest = homes.sorted { $0.value > $1.value }.prefix(Self.remembered / 2)
    homes = Dictionary(uniqueKeysWithValues: newest.map { ($0.key, $0.value) })
    networksOfHomes = Dictionary(grouping: homes.keys, by: \.network).mapValues(\.count)
  }
}
