import BookingDomain

/// How the line to the server is, honestly.
package enum LinkState: Hashable, Sendable {
  case connecting
  /// A message was received on this connection and the picture is caught up.
  case live
  /// Live over HTTP: slower, complete.
  case polling
  /// The last picture stands; the next try begins at `nextTry` (local clock).
  case reconnecting(attempt: Int, nextTry: Timestamp, reason: String)
  /// Bytes should have come and did not; the picture may be old.
  case stale(since: Timestamp)
  /// The line works, but something that came over it could not be read: what is on the board may
  /// be wrong until it has come anew.
  case incomplete(reason: String)
  /// It makes no sense to try again by itself (an untrusted certificate); the sentence says why.
  case refused(reason: String)
}

extension LinkState {
  package var isIncomplete: Bool { if case .incomplete = self { true } else { false } }
}
