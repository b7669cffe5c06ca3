/// How a WebSocket ends: the code of RFC 6455, 7.4 and a sentence for the person at the other end.
package struct WebSocketClose: Hashable, Sendable {
  package let code: UInt16
  package let reason: String

  package init(_ code: UInt16, _ reason: String = "") { (self.code, self.reason) = (code, reason) }

  /// The work is done.
  package static func normal(_ reason: String = "") -> Self { Self(1000, reason) }
  package static func goingAway(_ reason: String) -> Self { Self(1001, reason) }
  package static func protocolError(_ reason: String) -> Self { Self(1002, reason) }
  package static func notText(_ reason: String) -> Self { Self(1007, reason) }
  /// The guide's `VIOLATED_POLICY`: no session, or one that has ended.
  package static func policy(_ reason: String) -> Self { Self(1008, reason) }
  package static func tooBig(_ reason: String) -> Self { Self(1009, reason) }
  package static func internalError(_ reason: String) -> Self { Self(1011, reason) }
  /// The server restarts: come back.
  package static func restarting(_ reason: String) -> Self { Self(1012, reason) }
  package static func tryAgainLater(_ reason: String) -> Self { Self(1013, reason) }

  /// The peer closed without giving a code (7.1.5). Never sent.
  package static let withoutCode = Self(1005)
  /// The connection ended without a close frame (7.1.5). Never sent.
  package static func lost(_ reason: String = "The connection was lost.") -> Self {
    Self(1006, reason)
  }

  /// Whether the code may stand in a close frame: 7.4.1's, those registered later (1012 to 1014)
  /// and the ranges that 7.4.2 leaves to libraries and applications.
  package static func mayBeSent(_ code: UInt16) -> Bool {
    switch code {
    case 1000...1003, 1007...1014, 3000...4999: true
    default: false
    }
  }
}
