import BookingDomain
import BookingStore

/// The end of the numbered log. Whoever appends locks its only row until the commit, so that the
/// numbers have no gaps and are in the order of the commits. The lock lasts milliseconds, and only
/// our own servers take it.
struct NumberedLog {
  let db: MySQLConnection

  struct End {
    let position: LogPosition
    let leasedBy: String?
    /// 0 where nobody has it.
    let leaseUntil: Int64
    let isReadOnly: Bool
    /// The database's clock, in milliseconds: the clocks of several servers may differ.
    let now: Int64
  }

  private static let columns = """
    epoch, last_seq, lease_holder, lease_until, @@read_only AS is_read_only,
      TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000 AS now
    """

  /// Where the log ends, for reading.
  func end() throws -> End {
    try end("SELECT \(Self.columns) FROM frontdesk_log WHERE id = 1")
  }

  /// Where the log ends; nobody else appends until this transaction is over.
  func lockedEnd() throws -> End {
    try end("SELECT \(Self.columns) FROM frontdesk_log WHERE id = 1 FOR UPDATE")
  }

  private func end(_ query: String) throws -> End {
    guard let row = try db.row(query), let epoch = row.text("epoch"),
      let seq = row.int64("last_seq")
    else {
      throw StoreFailure(
        .unusable, "The event log has lost its row; `frontdesk-server migrate` restores it.")
    }
    let now = row.int64("now") ?? 0
    // A lease that ends before 1970, or later than any that a server takes, does not count: another
    // program wrote it, or the database's clock was set back. Otherwise nothing would be relayed
    // until it ends.
    let lease = row.int64("lease_until").flatMap {
      (0...now + Lease.milliseconds).contains($0) ? $0 : nil
    }
    return End(
      position: LogPosition(epoch: epoch, seq: seq), leasedBy: row.text("lease_holder"),
      leaseUntil: lease ?? 0, isReadOnly: row.bool("is_read_only"), now: now)
  }

  /// A copy was restored: from there on its positions will mean other events, so that it gets a new
  /// epoch. Of several servers that notice, the first gives it one.
  /// - Parameter epoch: the epoch of the copy.
  /// - Parameter lost: a position that readers have seen and the copy does not have; a copy that
  ///   has reached it meanwhile is left alone.
  func begunAnew(insteadOf epoch: String, before lost: Int64 = .max) throws -> OutboxLook.Result {
    try db.execute(
      "UPDATE frontdesk_log SET epoch = ? WHERE id = 1 AND epoch = ? AND last_seq < ?",
      [.text(Self.newEpoch()), .text(epoch), .integer(lost)])
    return OutboxLook.Result(position: try end().position)
  }

  static func newEpoch() -> String {
    var randomness = SystemRandomNumberGenerator()
    return String(randomness.next(), radix: 16)
  }

  /// Appends the entries, with the numbers after the end of the log.
  func append(_ entries: [OutboxEntry], after seq: Int64) throws {
    let names = OutboxEntry.columns.joined(separator: ", ")
    let marks = "(?" + String(repeating: ", ?", count: OutboxEntry.columns.count) + ")"
    var next = seq
    for chunk in Chunks.of(entries) {
      let values = chunk.flatMap { entry -> [StoredValue] in
        next += 1
        return [.integer(next)] + entry.values
      }
      try db.execute(
        "INSERT INTO frontdesk_events (seq, \(names)) VALUES "
          + Array(repeating: marks, count: chunk.count).joined(separator: ", "), values)
    }
    try db.execute("UPDATE frontdesk_log SET last_seq = ? WHERE id = 1", [.integer(next)])
  }
}

/// Splits work on many rows into statements of a few sizes, so that each statement is prepared only
/// once.
enum Chunks {
  static func of<T>(_ items: [T]) -> [ArraySlice<T>] {
    var rest = items[...]
    var chunks: [ArraySlice<T>] = []
    for size in [64, 8, 1] {
      while rest.count >= size {
        chunks.append(rest.prefix(size))
        rest = rest.dropFirst(size)
      }
    }
    return chunks
  }
}

extension MySQLConnection {
  package func position() throws -> LogPosition { try NumberedLog(db: self).end().position }
}
