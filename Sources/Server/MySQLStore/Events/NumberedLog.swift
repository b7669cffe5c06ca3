import BookingDomain
import BookingStore

/// The end of the numbered log. Whoever appends locks its one row until the commit, so that numbers
/// are dense and in the order of the commits; that is milliseconds, and only ever our own work.
struct NumberedLog {
  let db: MySQLConnection

  struct End {
    let position: LogPosition
    let leasedBy: String?
    /// 0 where nobody has it.
    let leaseUntil: Int64
    let isReadOnly: Bool
    /// The database's clock, in milliseconds: servers need not agree about the time.
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
    // A lease that ends before all time, or later than any that is given, is nobody's: another program
    // wrote it, or the database's clock was set back. Else nothing would be relayed until then.
    let lease = row.int64("lease_until").flatMap {
      (0...now + Lease.milliseconds).contains($0) ? $0 : nil
    }
    return End(
      position: LogPosition(epoch: epoch, seq: seq), leasedBy: row.text("lease_holder"),
      leaseUntil: lease ?? 0, isReadOnly: row.bool("is_read_only"), now: now)
  }

  /// A restored copy: positions in it mean something else from here on, so that it gets a new epoch.
  /// Of several servers that notice, the first gives it.
  /// - Parameter epoch: the copy's.
  /// - Parameter lost: a place that readers have seen, and that the copy must not reach meanwhile.
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

  /// Numbers the entries from where the log ends.
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

/// Work on many rows in statements of a few sizes, so that each is prepared once.
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
