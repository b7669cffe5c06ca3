import BookingDomain
import BookingStore

/// Orders read what was last committed (READ COMMITTED) and lock rows by name. The order is always
/// booking, claims, what belongs to the booking, end of the log; where another program locks in
/// another order, the database ends one of the two and the order is tried again.
extension MySQLConnection: OrderConnection {
  func hold(_ booking: BookingID) throws {
    try execute(
      "SELECT 1 FROM bookings WHERE booking_id = ? FOR UPDATE", [.integer(booking.number)])
  }

  /// Not by locking the neighbours: a row that some other program holds open would then stop
  /// everybody around it, and a neighbour that is being made has no row to lock yet.
  func holdSurroundings(of booking: Booking) throws {
    var claims = [
      "therapist \(booking.therapist) \(booking.date)", "item \(booking.paymentItem)",
    ]
    if let bed = booking.place.bed { claims.append("bed \(bed) \(booking.date)") }
    // In one order, so that two orders never wait for each other.
    for claim in claims.sorted() {
      try execute(
        """
        INSERT INTO frontdesk_claims (claim, claimed_at) VALUES (?, UNIX_TIMESTAMP() * 1000)
        ON DUPLICATE KEY UPDATE claimed_at = UNIX_TIMESTAMP() * 1000
        """, [.text(claim)])
    }
  }

  func signIn(_ author: Author) throws {
    try execute(
      """
      SET @frontdesk_kind = ?, @frontdesk_number = ?, @frontdesk_name = ?, @frontdesk_at = ?,
        @frontdesk_reason = ?, @frontdesk_is_undo = ?, @frontdesk_is_arrival_implied = ?
      """,
      [
        .text(author.person.id.kind), .integer(author.person.id.number),
        .text(author.person.name), .integer(author.at.milliseconds), StoredValue(author.reason),
        StoredValue(author.isUndo), StoredValue(author.isArrivalImplied),
      ])
  }

  func signOut() throws {
    try execute(
      """
      SET @frontdesk_kind = NULL, @frontdesk_number = NULL, @frontdesk_name = NULL,
        @frontdesk_at = NULL, @frontdesk_reason = NULL, @frontdesk_is_undo = NULL,
        @frontdesk_is_arrival_implied = NULL
      """)
  }

  /// Numbers the booking's events here and now, so that the answer can name its place in the log
  /// and is as durable as the change.
  func newestEntry(of booking: BookingID) throws -> (seq: Int64, version: Int64)? {
    try OutboxMove(db: self).move(of: booking)
    let entry = try row(
      "SELECT seq, version FROM frontdesk_events WHERE booking_id = ? ORDER BY seq DESC LIMIT 1",
      [.integer(booking.number)])
    guard let seq = entry?.int64("seq"), let version = entry?.int64("version") else { return nil }
    return (seq, version)
  }

  static var howToRestoreTriggers: String {
    "`frontdesk-server migrate --database mysql://…` installs them again."
  }
}
