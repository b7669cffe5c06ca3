import BookingDomain

/// `EVENT_ACK`: tells the server how far everything has arrived, once for many events.
struct Acknowledgement: Hashable, Sendable {
  /// Milliseconds that events are gathered for one acknowledgement.
  private static let pause: Int64 = 1_000

  private var told: Int64?
  private(set) var due: Timestamp?

  mutating func arrived(upTo seq: Int64, now: Timestamp) {
    guard seq != told, due == nil else { return }
    due = now + Self.pause
  }

  /// - Returns: whether `seq` is to be told now.
  mutating func tellsNow(_ seq: Int64, now: Timestamp) -> Bool {
    guard let due, due <= now else { return false }
    self.due = nil
    defer { told = seq }
    return told != seq
  }

  mutating func connectionLost() {
    told = nil
    due = nil
  }
}
