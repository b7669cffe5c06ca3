import BookingDomain
import BookingStore
import GRDB

extension SQLiteStore {
  /// How long things are kept, at least.
  enum Retention {
    /// A console that was away longer takes a snapshot. Twice the promised day.
    static let events = Minutes(2 * 24 * 60)
    /// An order may be sent again for a week.
    static let requests = Minutes(7 * 24 * 60)
    /// An expired session is still told from an unknown one for a day.
    static let sessions = Minutes(24 * 60)
    /// Rows of each kind in one call: a few milliseconds of the write lock. What is left over
    /// waits for the next call.
    static let step = 500
  }

  package func prune(now: Timestamp) async throws {
    try await write { db in
      // Only from the front, so that the log has no holes even where a clock was set back.
      try db.execute(
        sql: """
          DELETE FROM frontdesk_events WHERE seq IN
              (SELECT seq FROM frontdesk_events ORDER BY seq LIMIT ?1)
            AND seq < COALESCE(
              (SELECT MIN(seq) FROM
                (SELECT seq, at FROM frontdesk_events ORDER BY seq LIMIT ?1) WHERE at >= ?2),
              9223372036854775807)
          """,
        arguments: [Retention.step, (now - Retention.events).milliseconds])
      try db.execute(
        sql: """
          DELETE FROM frontdesk_requests WHERE request_id IN
            (SELECT request_id FROM frontdesk_requests WHERE answered_at < ?
             ORDER BY answered_at LIMIT ?)
          """,
        arguments: [(now - Retention.requests).milliseconds, Retention.step])
      try db.execute(
        sql: """
          DELETE FROM frontdesk_sessions WHERE token_hash IN
            (SELECT token_hash FROM frontdesk_sessions WHERE expires_at < ?
             ORDER BY expires_at LIMIT ?)
          """,
        arguments: [(now - Retention.sessions).milliseconds, Retention.step])
    }
  }
}
