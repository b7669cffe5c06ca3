import BookingDomain

/// How far the server's clock is from ours, in milliseconds to add to ours. Somebody may set it
/// while we are connected, by minutes; from then on orders would be too old before they are sent.
///
/// Every message says when it was written. It may have waited, so that the server's time can only
/// be later than that. A server that seems ahead of what we thought is ahead. One that seems behind
/// is believed only where a message is about the time, or where all messages that were written for
/// us alone agree for a while. The next message corrects what was believed wrongly.
package struct ServerClock: Hashable, Sendable {
  /// Milliseconds that are no step: networks and clocks are not more exact than that.
  package static let tolerance: Int64 = 2_000
  /// Milliseconds for which every message has to be behind.
  package static let doubtTime: Int64 = 10_000

  /// How old a message may be when it arrives.
  package enum Writing {
    /// Written once for many, and sent again as long as it is true: as old as can be.
    case shared
    /// Written for us when it was sent; only the way may have held it up.
    case own
    /// Written at this moment, about the server's clock.
    case fresh
  }

  private struct Doubt: Hashable {
    let since: Timestamp
    var offset: Int64
  }

  package private(set) var offset: Int64 = 0
  private var doubt: Doubt?

  package init() {}

  /// A welcome says the server's time, and is trusted as it is.
  package mutating func welcomed(at server: Timestamp, now: Timestamp) {
    offset = server.milliseconds(since: now)
    doubt = nil
  }

  /// - Returns: whether `offset` is another now.
  package mutating func heard(_ sent: Timestamp, _ writing: Writing, now: Timestamp) -> Bool {
    let seen = sent.milliseconds(since: now)
    if abs(seen - offset) <= Self.tolerance {
      doubt = nil
      return false
    }
    if seen > offset || writing == .fresh {
      offset = seen
      doubt = nil
      return true
    }
    guard writing == .own else { return false }
    guard var doubt else {
      self.doubt = Doubt(since: now, offset: seen)
      return false
    }
    doubt.offset = max(doubt.offset, seen)
    self.doubt = doubt
    guard now.milliseconds(since: doubt.since) >= Self.doubtTime else { return false }
    offset = doubt.offset
    self.doubt = nil
    return true
  }
}
