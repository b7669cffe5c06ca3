/// What a peer may send. Past each of them the connection is closed with 1009.
package struct WebSocketLimits: Hashable, Sendable {
  /// Bytes of one frame. It is what the frame decoder may hold for one connection.
  package let frame: Int
  /// Bytes of one message, all its fragments together.
  package let message: Int
  /// Frames of one message: many tiny fragments cost far more than their bytes.
  package let fragments: Int

  package init(frame: Int, message: Int, fragments: Int) {
    self.frame = frame
    self.message = message
    self.fragments = fragments
  }

  /// What a server takes from a client: no message of the protocol comes near 64 KB.
  package static let fromClients = Self(frame: 1 << 16, message: 1 << 16, fragments: 64)
  /// What a client takes from its server: the snapshot of a chain's day is about 6 MB.
  package static let fromServer = Self(frame: 1 << 24, message: 1 << 24, fragments: 4096)
}
