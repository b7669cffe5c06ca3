import BookingDomain
import NIOCore
import WebSocket

/// A client's connection as the hub knows it: somebody to tell. Everything here is called on the
/// connection's event loop.
protocol ServedSocket: AnyObject {
  var number: Int64 { get }
  /// Nil while nobody has shown who it is.
  var viewer: Viewer? { get }
  /// How many log positions the client is behind what was sent; nil where it acknowledges nothing.
  var behind: Int64? { get }
  /// Bytes that wait for the client to read.
  var waitingBytes: Int { get }

  var lane: WebSocketLane { get }

  /// Sends what everybody in step is sent, or falls out of step where the client reads too slowly.
  /// - Parameter last: the newest event in `frames`.
  func receiveInStep(_ frames: ByteBuffer, upTo last: Int64)
  /// Writes the rest of what everybody in step is sent; `flush` sends it.
  /// - Parameter taken: bytes that have left already.
  func finish(_ frames: ByteBuffer, _ taken: Int, _ last: Int64)
  /// It is told by itself from now on, beginning after this event.
  func fallsOut(after last: Int64)
  /// Takes an event in; `flush` sends it.
  /// - Returns: whether something was written.
  func receive(_ prepared: PreparedEvent) -> Bool
  func flush()
  /// Sends what nobody waits for, while there is room for it.
  func tell(_ frame: WebSocketFrameBytes)
  /// The log cannot be followed from where this socket stood: it gets its days anew.
  func subscribeAnew()

  /// Whether the client's picture is known to be old, so that a new one has to be asked for.
  var isOutOfDate: Bool { get }
  /// When the session has to be looked up; nil where there is none.
  var sessionDue: Timestamp? { get }
  /// Once a heartbeat, and whenever something may have changed for everybody.
  func tick(at now: NIODeadline, wallClock: Timestamp)
  /// Lets the client compare its board with ours now, and not with the next heartbeat.
  func sendDigest()
  /// Ends a socket whose session is not among those that are open. `asOf` is when they were
  /// listed: a session that came after says nothing.
  func keepIfOpen(_ open: Set<String>, asOf listed: NIODeadline)
  /// Ends the socket where it is of this session.
  func endSession(_ tokenHash: String, saying sentence: String)
  /// Tells the client that the server goes away, and goes after `pause`.
  func drain(reason: String, slot: Int, after pause: TimeAmount)
}

extension ServedSocket {
  /// Whether it is told together with others.
  var isInStep: Bool { lane.ticket != 0 }
}
