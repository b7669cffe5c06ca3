import BookingDomain
import BookingStore

extension SQLiteStore {
  package func prune(now: Timestamp) async throws {
    try await write { db in
      // Entries are only removed from the front, so that the log has no holes even where a clock
      // was set back.
      try db.execute(
        """
        DELETE FROM frontdesk_events WHERE seq IN
            (SELECT seq FROM frontdesk_events ORDER BY seq LIMIT ?1)
          AND seq < COALESCE(
            (SELECT MIN(seq) FROM
              (SELECT seq, at FROM frontdesk_events ORDER BY seq LIMIT ?1) WHERE at >= ?2),
            9223372036854775807)
        """,
        [.integer(Retention.step), .integer((now - Retention.events).milliseconds)])
      try db.execute(
        """
        DELETE FROM frontdesk_requests WHERE request_id IN
          (SELECT request_id FROM frontdesk_requests WHERE answered_at < ?
           ORDER BY answered_at LIMIT ?)
        """,
        [.integer((now - Retention.requests).milliseconds), .integer(Retention.step)])
      try db.execute(
        """
        DELETE FROM frontdesk_sessions WHERE token_hash IN
          (SELECT token_hash FROM frontdesk_sessions WHERE expires_at < ?
           ORDER BY expires_at LIMIT ?)
        """,
        [.integer((now - Retention.sessions).milliseconds), .integer(Retention.step)])
      try db.execute(
        """
        DELETE FROM frontdesk_tasks WHERE task_id IN
          (SELECT task_id FROM frontdesk_tasks WHERE done_at < ? ORDER BY done_at LIMIT ?)
        """,
        [.integer((now - Retention.tasks).milliseconds), .integer(Retention.step)])
    }
  }
}
