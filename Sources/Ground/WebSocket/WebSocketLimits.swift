/// What a peer may send. Past each of them the connection is closed with 1009.
package struct WebSocketLimits: Hashable, Sendable {
  /// Bytes of one frame. It is what the frame decoder may hold for one connection.
  package let frame: Int
  /// Bytes of one message, all its fragments together.
  package let message: Int
  /// Frames of one message: many tiny fragments cost far more than their bytes.
  package let fragments: Int

  /// What a server takes from a client.
  /// - Parameter message: bytes; no message of the booking protocol comes near the usual 64 KB.
  package static func fromClients(message: Int = 1 << 16) -> Self {
    Self(frame: message, message: message, fragments: 64)
  }

  /// What a client takes from its server: the snapshot of a chain's day is about 6 MB.
  package static let fromServer = Self(frame: 1 << 24, message: 1 << 24, fragments: 4096)
}
