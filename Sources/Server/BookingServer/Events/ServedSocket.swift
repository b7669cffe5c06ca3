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

  /// Takes an event in; `flush` sends it.
  /// - Returns: whether something was written.
  func receive(_ prepared: PreparedEvent) -> Bool
  func flush()
  /// Sends what nobody waits for, while there is room for it.
  func tell(_ frame: WebSocketFrameBytes)
  /// The log cannot be followed from where this socket stood: it gets its days anew.
  func subscribeAnew()

  /// Once a second.
  func tick(at now: NIODeadline, wallClock: Timestamp)
  /// Ends a socket whose session is not among those that are open. `asOf` is when they were
  /// listed: a session that came after says nothing.
  func keepIfOpen(_ open: Set<String>, asOf listed: NIODeadline)
  /// Ends the socket where it is of this session.
  func endSession(_ tokenHash: String, saying sentence: String)
  /// Tells the client that the server goes away, and goes after `pause`.
  func drain(reason: String, slot: Int, after pause: TimeAmount)
}
