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
  /// It makes no sense to try again by itself (an untrusted certificate); the sentence says why.
  case refused(reason: String)
}
