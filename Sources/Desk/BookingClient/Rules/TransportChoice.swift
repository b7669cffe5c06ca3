/// How the line may travel. The server answers the same over both; what differs is how soon.
package enum TransportChoice: String, CaseIterable, Sendable {
  /// WebSocket, and polling while none can be had.
  case auto
  /// For who would rather see that the line is down than wait for a slow one.
  case websocket
  /// For where something on the way carries no WebSocket, and trying costs time.
  case polling
}
