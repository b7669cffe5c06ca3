import Logging

/// Holds what anybody can make the log say to what a disk can bear: a stranger who is refused a
/// thousand times a second fills none. Warnings and errors are always said.
struct LogFlood {
  /// Lines of one kind at once, and from then on.
  private static let burst = 200.0
  private static let perSecond = 1.0
  /// Kinds; there is one for each person who is logged in.
  private static let remembered = 2_000

  private struct Kind {
    var left = LogFlood.burst
    var asked: ContinuousClock.Instant
    var unsaid = 0
  }

  private var kinds: [String: Kind] = [:]

  /// Of one kind is what says the same of the same person, and what is said of strangers.
  /// - Returns: how many lines like it went unsaid before it; nil where it goes unsaid too.
  mutating func admit(
    _ level: Logger.Level, _ message: String, of person: String?,
    at now: ContinuousClock.Instant = .now
  ) -> Int? {
    guard level < .warning else { return 0 }
    let name = "\(message) \(person ?? "")"
    var kind = kinds[name] ?? Kind(asked: now)
    let passed = kind.asked.duration(to: now) / .seconds(1)
    kind.left = min(Self.burst, kind.left + passed * Self.perSecond)
    kind.asked = now
    let isSaid = kind.left >= 1
    let before = kind.unsaid
    kind.left -= isSaid ? 1 : 0
    kind.unsaid = isSaid ? 0 : before + 1
    if kinds.count >= Self.remembered { kinds = [:] }
    kinds[name] = kind
    return isSaid ? before : nil
  }
}
