import BookingDomain

/// Orders by HTTP, one at a time, so that they arrive as they were given.
package struct Posting: Hashable, Sendable {
  /// Milliseconds between attempts to send one order.
  private static let pause: Int64 = 2_000

  private var underWay: RequestID?
  private var again: Timestamp?

  package init() {}

  package func mayBegin(at now: Timestamp) -> Bool {
    underWay == nil && again.map { $0 <= now } ?? true
  }

  package mutating func begins(_ id: RequestID) {
    again = nil
    underWay = id
  }

  /// - Returns: whether it answers the request that is awaited. An answer to one that was sent under
  ///   a former session is ignored.
  package mutating func ended(_ id: RequestID) -> Bool {
    guard underWay == id else { return false }
    underWay = nil
    return true
  }

  package mutating func failed(at now: Timestamp) { again = now + Self.pause }

  /// What is under way belongs to a session that is over.
  package mutating func sessionEnded() { underWay = nil }

  package mutating func stop() { again = nil }

  /// When the next order is to be sent; nil where none waits, or where one is under way, whose
  /// answer or timeout comes by itself.
  package func next(of commands: WaitingCommands) -> Timestamp? {
    guard underWay == nil else { return nil }
    if commands.isFirstUnsent { return again }
    return commands.nextResend.map { max($0, again ?? $0) }
  }
}
