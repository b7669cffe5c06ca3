import BookingDomain
import BookingStore

extension MySQLStore {
  package func prune(now: Timestamp) async throws {
    try await write { db in
      try Pruning(db: db, now: now).prune()
    }
  }
}

/// Removes what need not be kept any longer, a few rows of each kind at a time.
private struct Pruning {
  let db: MySQLConnection
  let now: Timestamp

  func prune() throws {
    try pruneEvents()
    try prune("frontdesk_requests", by: "answered_at", before: now - Retention.requests)
    try prune("frontdesk_sessions", by: "expires_at", before: now - Retention.sessions)
    try prune("frontdesk_tasks", by: "done_at", before: now - Retention.tasks)
    try prune("frontdesk_claims", by: "claimed_at", before: now - Retention.sessions)
  }

  /// Entries are only removed from the front, so that the log has no holes even where a clock was
  /// set back.
  private func pruneEvents() throws {
    let oldest = try db.rows(
      "SELECT seq, at FROM frontdesk_events ORDER BY seq LIMIT ?", [.integer(Retention.step)])
    let old = oldest.prefix { ($0.int64("at") ?? 0) < (now - Retention.events).milliseconds }
    guard let last = old.last?.int64("seq") else { return }
    try db.execute("DELETE FROM frontdesk_events WHERE seq <= ?", [.integer(last)])
  }

  private func prune(_ table: String, by column: String, before end: Timestamp) throws {
    try db.execute(
      "DELETE FROM \(table) WHERE \(column) < ? ORDER BY \(column) LIMIT ?",
      [.integer(end.milliseconds), .integer(Retention.step)])
  }
}
