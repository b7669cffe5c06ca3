import BookingDomain

/// When a session ends, slides and is announced to end. Times passed in, no I/O.
struct SessionRules: Hashable, Sendable {
  /// A session that nobody uses ends after this long.
  let lifetime: Minutes
  /// The person is told this long before the end.
  let warning: Minutes

  func expiry(from now: Timestamp) -> Timestamp { now + lifetime }

  func isUsable(until expiry: Timestamp, at now: Timestamp) -> Bool { now < expiry }

  /// The new expiry of a session in use; nil where the stored one is recent enough. A twentieth of
  /// the lifetime has to pass between two writes, or every request would write to the database.
  func extended(_ expiry: Timestamp, at now: Timestamp) -> Timestamp? {
    let wanted = self.expiry(from: now)
    let step = Int64(lifetime.count) * 60_000 / 20
    return wanted.milliseconds - expiry.milliseconds >= step ? wanted : nil
  }

  /// From when on the person should hear that a session ends then.
  func warningTime(before expiry: Timestamp) -> Timestamp {
    Timestamp(milliseconds: expiry.milliseconds - Int64(warning.count) * 60_000)
  }

  /// Whether the person should hear that the session is about to end.
  func isExpiring(_ expiry: Timestamp, at now: Timestamp) -> Bool {
    isUsable(until: expiry, at: now) && expiry <= now + warning
  }
}
