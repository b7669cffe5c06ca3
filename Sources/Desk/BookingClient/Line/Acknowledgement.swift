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

  /// - Parameter seq: how far everything has arrived; nil while other days are awaited.
  /// - Returns: what is to be told now.
  mutating func takeDue(_ seq: Int64?, now: Timestamp) -> Int64? {
    guard let due, due <= now else { return nil }
    self.due = nil
    defer { told = seq ?? told }
    return told == seq ? nil : seq
  }

  mutating func connectionLost() {
    told = nil
    due = nil
  }
}
