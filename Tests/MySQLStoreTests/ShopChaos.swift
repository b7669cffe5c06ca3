import BookingDomain
import BookingStore
import BookingTesting
import Synchronization

@testable import MySQLStore

/// The web shop at its worst: programs that write to the same bookings in transactions of their
/// own, some held open, some rolled back, whole rows written back from a stale read, rows deleted
/// and made anew.
struct ShopWriter: Sendable {
  /// What was committed: when each version of each booking became true.
  struct Committed: Hashable, Sendable {
    let booking: Int64
    let version: Int64
  }

  /// Shares of all transactions, in thousandths.
  private static let rolledBack = 50
  private static let heldOpen = 2

  let number: Int
  let bookings: ClosedRange<Int64>
  let longestHold: Duration

  /// One transaction.
  /// - Returns: what it committed; nothing where it was rolled back, by itself or by a deadlock.
  func transaction(_ db: MySQLConnection, _ random: inout SeededRandomness) throws -> [Committed] {
    let count = random.happens(300) ? 3 : 1
    var changed: [Committed] = []
    do {
      try db.run("START TRANSACTION")
      for _ in 0..<count { changed += try change(db, &random) }
      if random.happens(Self.heldOpen) {
        let seconds = Double(longestHold.components.seconds)
        try db.run("DO SLEEP(\(Double.random(in: 0...seconds, using: &random)))")
      }
      if random.happens(Self.rolledBack) {
        try db.run("ROLLBACK")
        return []
      }
      try db.run("COMMIT")
      return changed
    } catch let error as MySQLError {
      try db.run("ROLLBACK")
      guard error.isRolledBack || error.isLockTimeout || error.kind == .duplicate else {
        throw error
      }
      return []
    }
  }

  /// One row, changed in one of the ways that the shop has.
  private func change(_ db: MySQLConnection, _ random: inout SeededRandomness) throws
    -> [Committed]
  {
    let booking = Int64.random(in: bookings, using: &random)
    let note = "\(number) \(random.next())"
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<4: try db.run("DELETE FROM bookings WHERE booking_id = \(booking)")
    case 4..<12: try db.run(Self.insertion(of: booking, note))
    case 12..<40: try writeBack(db, booking, note)
    case 40..<70:
      let status = BookingStatus.allCases.randomElement(using: &random) ?? .scheduled
      try db.run(
        "UPDATE bookings SET booking_status = '\(status.rawValue)', booking_notes = '\(note)'"
          + " WHERE booking_id = \(booking)")
    default:
      try db.run("UPDATE bookings SET booking_notes = '\(note)' WHERE booking_id = \(booking)")
    }
    guard try db.row("SELECT ROW_COUNT() AS n")?.int64("n") == 1 else { return [] }
    let version = try db.row(
      "SELECT version FROM frontdesk_versions WHERE booking_id = ?", [.integer(booking)])
    return version?.int64("version").map { [Committed(booking: booking, version: $0)] } ?? []
  }

  /// Every column as it was read some time ago, whatever has happened to them since.
  private func writeBack(_ db: MySQLConnection, _ booking: Int64, _ note: String) throws {
    guard
      let row = try db.row(
        "SELECT booking_status, appointment_time FROM bookings WHERE booking_id = ?",
        [.integer(booking)]), let status = row.text("booking_status"),
      let time = row.text("appointment_time")
    else {
      // No row: nothing is changed, and ROW_COUNT has to say so.
      return try db.run("DELETE FROM bookings WHERE booking_id = 0")
    }
    try db.run(
      "UPDATE bookings SET booking_status = '\(status)', appointment_time = '\(time)',"
        + " booking_notes = '\(note)' WHERE booking_id = \(booking)")
  }

  /// Each booking has a day of its own, so that the shop's unique keys never matter.
  static func insertion(of booking: Int64, _ note: String) -> String {
    "INSERT IGNORE INTO bookings (booking_id, customer_id, payment_item_id, service_id,"
      + " therapist_user_id, appointment_date, appointment_time, duration_minutes, booking_notes,"
      + " room_id, bed_id) VALUES (\(booking), 5, 1, 1, 4, '2026-05-01' + INTERVAL \(booking) DAY,"
      + " '10:00:00', 60, '\(note)', 1, 1)"
  }
}

extension SeededRandomness {
  /// - Parameter share: in thousandths.
  mutating func happens(_ share: Int) -> Bool { Int.random(in: 0..<1000, using: &self) < share }
}

/// A reader of the log that never looks back, as the server is: what it saw, in its order.
final class LogFollower: Sendable {
  private struct State {
    var events: [BookingEvent] = []
    var seenAt: [ShopWriter.Committed: ContinuousClock.Instant] = [:]
  }

  private let state = Mutex(State())

  var events: [BookingEvent] { state.withLock(\.events) }

  func seenAt(_ committed: ShopWriter.Committed) -> ContinuousClock.Instant? {
    state.withLock { $0.seenAt[committed] }
  }

  func follow(_ store: MySQLStore, after start: LogPosition) async throws {
    var position = start
    for await _ in store.commits() {
      position = try await read(store, after: position)
    }
    _ = try await read(store, after: position)
  }

  /// Everything after `start`, as far as the log goes now.
  func read(_ store: MySQLStore, after start: LogPosition) async throws -> LogPosition {
    var position = start
    while let events = try await store.events(after: position, limit: 1000), !events.isEmpty {
      let now = ContinuousClock.now
      state.withLock { state in
        state.events += events
        for event in events {
          guard let booking = event.booking else { continue }
          let key = ShopWriter.Committed(booking: booking.number, version: event.version)
          state.seenAt[key] = now
        }
      }
      position = LogPosition(epoch: position.epoch, seq: events.last?.seq ?? position.seq)
    }
    return position
  }
}
