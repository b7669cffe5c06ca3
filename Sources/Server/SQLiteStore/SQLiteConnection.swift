import BookingDomain
import BookingStore
import Foundation
import GRDB
import Synchronization

/// GRDB's connection, as the shared statements use it.
package struct SQLiteConnection: SQLConnection {
  let db: Database

  init(_ db: Database) { self.db = db }

  package func rows(_ sql: String, _ values: [StoredValue]) throws -> [TolerantRow] {
    let statement = try db.cachedStatement(sql: sql)
    let columns = Self.columns(named: statement.columnNames)
    let places = 0..<CInt(statement.columnCount)
    let found = try Row.fetchCursor(
      statement, arguments: StatementArguments(values.map { $0.databaseValue }))
    var rows: [TolerantRow] = []
    // Values are read from the statement itself: GRDB's `Row` would be made for each row and read
    // only once.
    while try found.next() != nil {
      let values = places.map { place in
        StoredValue(DatabaseValue(sqliteStatement: statement.sqliteStatement, index: place))
      }
      rows.append(TolerantRow(values, columns: columns))
    }
    return rows
  }

  /// The names of the columns by statement: the same few lists are needed again and again.
  private static let known = Mutex<[[String]: TolerantRow.Columns]>([:])
  private static let knownAtMost = 1_000

  private static func columns(named names: [String]) -> TolerantRow.Columns {
    known.withLock { known in
      if let columns = known[names] { return columns }
      if known.count >= knownAtMost { known = [:] }
      let columns = TolerantRow.Columns(names)
      known[names] = columns
      return columns
    }
  }

  package func execute(_ sql: String, _ values: [StoredValue]) throws {
    try db.cachedStatement(sql: sql)
      .execute(arguments: StatementArguments(values.map { $0.databaseValue }))
  }

  package func position() throws -> LogPosition {
    let epoch = try row("SELECT epoch FROM frontdesk_settings WHERE id = 1")?.text("epoch")
    return LogPosition(epoch: epoch ?? "", seq: try lastSeq())
  }

  /// The highest number ever given out, also when its entry has been pruned.
  func lastSeq() throws -> Int64 {
    try row("SELECT seq FROM sqlite_sequence WHERE name = 'frontdesk_events'")?.int64("seq") ?? 0
  }
}

/// While a transaction writes, nobody else can write into the file, so that no row has to be
/// locked.
extension SQLiteConnection {
  package func explained(_ error: any Error) -> StoreFailure {
    StoreFailure(of: error, at: "the database")
  }
}

extension SQLiteConnection: OrderConnection {
  package func lock(_ booking: BookingID) {}
  package func lock(_ guest: CustomerID) {}
  package func lock(_ claims: Set<Claim>) {}
  package func lock(sessionsOf items: [PaymentItemID]) {}
  package func lock(payment: Int64) {}

  package func insert(_ sql: String, _ values: [StoredValue]) throws -> Int64 {
    try execute(sql, values)
    return db.lastInsertedRowID
  }

  package func setAuthor(_ author: Author) throws {
    try execute(
      """
      INSERT INTO frontdesk_writer
        (id, kind, number, name, at, reason, is_silent, is_arrival_implied, swapped_with)
      VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(author.person.id.kind), .integer(author.person.id.number),
        .text(author.person.name), .integer(author.at.milliseconds), StoredValue(author.reason),
        StoredValue(author.isSilent), StoredValue(author.isArrivalImplied),
        StoredValue(author.swappedWith?.number),
      ])
  }

  package func clearAuthor() throws { try execute("DELETE FROM frontdesk_writer") }

  package func newestEntry(of booking: BookingID) throws -> (seq: Int64, version: Int64)? {
    let entry = try row(
      "SELECT seq, version FROM frontdesk_events WHERE booking_id = ? ORDER BY seq DESC LIMIT 1",
      [.integer(booking.number)])
    guard let seq = entry?.int64("seq"), let version = entry?.int64("version") else { return nil }
    return (seq, version)
  }

  package func appendEvents(_ news: [OwnTableChange], by author: Author) throws -> Int64 {
    guard !news.isEmpty else { return try lastSeq() }
    return try news.reduce(0) { _, news in try append(news, by: author) }
  }

  private func append(_ news: OwnTableChange, by author: Author) throws -> Int64 {
    try insert(
      """
      INSERT INTO frontdesk_events
        (kind, customer_id, therapist_id, date, by_kind, by_number, by_name, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(news.kind.rawValue), StoredValue(news.guest?.number),
        StoredValue(news.therapist?.number), StoredValue(news.date?.description),
        .text(author.person.id.kind),
        .integer(author.person.id.number), .text(author.person.name),
        .integer(author.at.milliseconds),
      ])
  }

  package func tellChanged(_ booking: BookingID, by author: Author) throws {
    try execute(
      "UPDATE frontdesk_versions SET version = version + 1 WHERE booking_id = ? AND NOT is_gone",
      [.integer(booking.number)])
    try execute(
      """
      INSERT INTO frontdesk_events
        (kind, booking_id, version, customer_id, therapist_id, former_therapist_id, date,
         former_date, by_kind, by_number, by_name, at)
      SELECT \(EventKind.updated.sql), b.booking_id, v.version, CAST(b.customer_id AS INTEGER),
        CAST(b.therapist_user_id AS INTEGER), CAST(b.therapist_user_id AS INTEGER),
        substr(b.appointment_date, 1, 32), substr(b.appointment_date, 1, 32), ?, ?, ?, ?
      FROM bookings b JOIN frontdesk_versions v ON v.booking_id = b.booking_id
      WHERE b.booking_id = ?
      """, author.values + [.integer(booking.number)])
  }

  package static var howToRestoreTriggers: String { "Restore it from a backup." }
}

extension StoredValue {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .bytes(Array(data))
    }
  }

  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .bytes(let bytes): Data(bytes).databaseValue
    }
  }
}
