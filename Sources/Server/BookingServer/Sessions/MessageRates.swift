import BookingDomain
import NIOCore
import Synchronization

/// How many messages and requests a guest may send over all connections together: as many as over
/// one. Desks that share an account are counted by connection alone.
final class MessageRates: Sendable {
  /// Past this many guests those are forgotten who have not asked lately.
  private static let remembered = 1_000

  private let buckets = Mutex<[PersonID: TokenBucket]>([:])
  private let limits: ServerConfiguration.Limits

  init(_ limits: ServerConfiguration.Limits) { self.limits = limits }

  /// Takes one; false where there is none left.
  func admits(_ person: PersonID, at now: NIODeadline) -> Bool {
    guard case .customer = person else { return true }
    return buckets.withLock { buckets in
      if buckets.count >= Self.remembered {
        buckets = buckets.filter { $0.value.fullness(at: now) < 1 }
      }
      return buckets[
        person,
        default: TokenBucket(
          capacity: limits.messageBurst, perSecond: limits.messagesPerSecond, now: now)
      ].take(at: now)
    }
  }
}
