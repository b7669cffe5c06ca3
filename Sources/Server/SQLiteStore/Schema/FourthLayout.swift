import GRDB

/// Bookings that an INSERT OR REPLACE removes become events; before, nobody was told of them. And a
/// table for the server to try whether the file can be written.
enum FourthLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    for statement in tables { try db.execute(sql: statement) }
  }

  private static let tables = [
    """
    CREATE TABLE frontdesk_obstacle (
      id INTEGER PRIMARY KEY,
      bytes BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE frontdesk_victims (
      booking_id INTEGER NOT NULL,
      status TEXT,
      customer_id INTEGER,
      therapist_id INTEGER,
      date TEXT
    )
    """,
  ]
}
