import BookingProtocol
import BookingStore
import NIOCore
import WebSocket

/// What one client message is answered with.
enum SocketReply<Frame: Sendable>: Sendable {
  case nothing
  case messages([Frame], session: StoredSession?)
  case caughtUp(CatchUp, snapshot: Frame?, id: String?)
  /// The subscription that was asked for did not come about; an older one stays.
  case notSubscribed(Frame)
  /// Nil where nobody has this token.
  case authenticated(StoredSession?)
  /// The database does not answer, so that nobody knows whose token it is.
  case notLookedUp
  /// It was not done, and the socket ends.
  case sessionEnded(Frame)
}

extension SocketReply<WebSocketFrameBytes> {
  /// What a question was worth, in days of the spa. Free time is worked out of three of them.
  var cost: Double {
    switch self {
    case .nothing, .authenticated, .notLookedUp, .sessionEnded: 0
    case .messages, .notSubscribed: 1
    case .caughtUp(let caughtUp, let snapshot, _):
      caughtUp.cost + Double(snapshot?.byteCount ?? 0) / CatchUp.bytesOfADay
    }
  }
}

extension SocketReply<ServerEnvelope> {
  /// Encoded, away from the event loops: a snapshot is large.
  /// - Parameter compressed: whether the client has agreed to it.
  func rendered(compressed: Bool) -> SocketReply<WebSocketFrameBytes> {
    func frame(_ message: ServerEnvelope) -> WebSocketFrameBytes {
      .text(ServerCoding.encode(message), compressed: compressed)
    }
    switch self {
    case .nothing: return .nothing
    case .messages(let messages, let session):
      return .messages(messages.map(frame), session: session)
    case .caughtUp(let caughtUp, let snapshot, let id):
      let picture = snapshot.map { snapshot in
        caughtUp.picture?.frame(snapshot, compressed: compressed) ?? frame(snapshot)
      }
      return .caughtUp(caughtUp, snapshot: picture, id: id)
    case .notSubscribed(let message): return .notSubscribed(frame(message))
    case .authenticated(let session): return .authenticated(session)
    case .notLookedUp: return .notLookedUp
    case .sessionEnded(let message): return .sessionEnded(frame(message))
    }
  }
}

extension WebSocketFrameBytes {
  /// Below this compression saves a packet's part and costs more than it saves.
  private static let worthwhile = 1_024

  fileprivate static func text(_ bytes: [UInt8], compressed: Bool) -> Self {
    if compressed, bytes.count >= worthwhile, let small = WebSocketDeflate.compressed(bytes) {
      return .compressedText(WebSocketDeflate.ended(small))
    }
    return .text(ByteBuffer(bytes: bytes))
  }
}
