import BookingProtocol
import BookingStore
import WebSocket

/// What one client message is answered with.
enum SocketReply<Frame: Sendable>: Sendable {
  case nothing
  case messages([Frame], session: StoredSession?)
  case caughtUp(CatchUp, snapshot: Frame?, id: String?)
  /// The subscription that was asked for did not come about; an older one stays.
  case notSubscribed(Frame)
  case authenticated(StoredSession?)
}

extension SocketReply<ServerEnvelope> {
  /// Encoded, away from the event loops: a snapshot is large.
  var rendered: SocketReply<WebSocketFrameBytes> {
    switch self {
    case .nothing: .nothing
    case .messages(let messages, let session):
      .messages(messages.map { WebSocketFrameBytes($0) }, session: session)
    case .caughtUp(let caughtUp, let snapshot, let id):
      .caughtUp(caughtUp, snapshot: snapshot.map { WebSocketFrameBytes($0) }, id: id)
    case .notSubscribed(let message): .notSubscribed(WebSocketFrameBytes(message))
    case .authenticated(let session): .authenticated(session)
    }
  }
}
