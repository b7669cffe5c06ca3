import BookingDomain
import BookingStore

/// Orders read what was committed last (READ COMMITTED) and lock single rows, always in this
/// sequence: bookings, claims, what belongs to them, the end of the log. If another program locks
/// in another sequence, the database ends one of the two transactions, and the order is tried
/// again.
extension MySQLConnection: OrderConnection {
  package func lock(_ booking: BookingID) throws {
    try execute(
      "SELECT 1 FROM bookings WHERE booking_id = ? FOR UPDATE", [.integer(booking.number)])
  }

  package func lock(_ guest: CustomerID) throws {
    try execute(
      "SELECT 1 FROM customers WHERE customer_id = ? FOR UPDATE", [.integer(guest.number)])
  }

  /// Claims are locked instead of the other bookings of the day: a booking that another program has
  /// locked would stop all orders of that day, and a booking that is just being made has no row
  /// that could be locked.
  package func lock(_ claims: Set<Claim>) throws {
    guard !claims.isEmpty else { return }
    let rows = Array(repeating: "(?, UNIX_TIMESTAMP() * 1000)", count: claims.count)
    // Row by row and always in the same sequence, so that two orders never wait for each other.
    try execute(
      "INSERT INTO frontdesk_claims (claim, claimed_at) VALUES \(rows.joined(separator: ", "))"
        + " ON DUPLICATE KEY UPDATE claimed_at = UNIX_TIMESTAMP() * 1000",
      claims.map(\.text).sorted().map(StoredValue.text))
  }

  /// The rows themselves are locked too: the shop does not know of claims when it uses a session.
  package func lock(sessionsOf items: [PaymentItemID]) throws {
    try lock(Set(items.map(Claim.item)))
    for item in items.sorted() {
      try execute(
        "SELECT 1 FROM payment_item_usage WHERE payment_item_id = ? FOR UPDATE",
        [.integer(item.number)])
    }
  }

  package func lock(payment: Int64) throws {
    try execute("SELECT 1 FROM payments WHERE payment_id = ? FOR UPDATE", [.integer(payment)])
  }

  package func insert(_ sql: String, _ values: [StoredValue]) throws -> Int64 {
    try execute(sql, values)
    guard let number = try row("SELECT LAST_INSERT_ID() AS number")?.int64("number"), number > 0
    else { throw StoreFailure(.unusable, "The database gave a new row no number.") }
    return number
  }

  package func setAuthor(_ author: Author) throws {
    try execute(
      """
      SET @frontdesk_kind = ?, @frontdesk_number = ?, @frontdesk_name = ?, @frontdesk_at = ?,
        @frontdesk_reason = ?, @frontdesk_is_silent = ?, @frontdesk_is_arrival_implied = ?,
        @frontdesk_swapped_with = ?
      """,
      [
        .text(author.person.id.kind), .integer(author.person.id.number),
        .text(author.person.name), .integer(author.at.milliseconds), StoredValue(author.reason),
        StoredValue(author.isSilent), StoredValue(author.isArrivalImplied),
        StoredValue(author.swappedWith?.number),
      ])
  }

  package func clearAuthor() throws {
    try execute(
      """
      SET @frontdesk_kind = NULL, @frontdesk_number = NULL, @frontdesk_name = NULL,
        @frontdesk_at = NULL, @frontdesk_reason = NULL, @frontdesk_is_silent = NULL,
        @frontdesk_is_arrival_implied = NULL, @frontdesk_swapped_with = NULL
      """)
  }

  package func appendEvents(_ news: [OwnTableChange], by author: Author) throws -> Int64 {
    let log = NumberedLog(db: self)
    let end = try log.lockedEnd().position.seq
    let entries = news.map { news in
      OutboxEntry(
        kind: news.kind.rawValue,
        [
          "customer_id": StoredValue(news.guest?.number),
          "therapist_id": StoredValue(news.therapist?.number),
          "date": StoredValue(news.date?.description),
          "by_kind": .text(author.person.id.kind), "by_number": .integer(author.person.id.number),
          "by_name": .text(author.person.name), "at": .integer(author.at.milliseconds),
        ])
    }
    try log.append(entries, after: end)
    return end + Int64(entries.count)
  }

  /// The version is counted up when the touch gets its number.
  package func tellChanged(_ booking: BookingID, by author: Author) throws {
    try execute(
      "INSERT INTO frontdesk_outbox (kind, booking_id, by_kind, by_number, by_name, at)"
        + " VALUES (\(OutboxKind.touched.sql), ?, ?, ?, ?, ?)",
      [.integer(booking.number)] + author.values)
  }

  /// Numbers the booking's events within the order's transaction, so that the answer can name their
  /// position in the log, and they are as durable as the change.
  package func newestEntry(of booking: BookingID) throws -> (seq: Int64, version: Int64)? {
    if let newest = try OutboxMove(db: self).move(of: booking) { return newest }
    let entry = try row(
      "SELECT seq, version FROM frontdesk_events WHERE booking_id = ? ORDER BY seq DESC LIMIT 1",
      [.integer(booking.number)])
    guard let seq = entry?.int64("seq"), let version = entry?.int64("version") else { return nil }
    return (seq, version)
  }

  package static var howToRestoreTriggers: String {
    "`frontdesk-server migrate --database mysql://…` installs them again."
  }
}
