import BookingDomain
import BookingTesting

/// Another program that writes into the spa's database by SQL: the web shop, or somebody's shell.
struct ForeignWriter {
  let database: SpaDatabase
  let today: LocalDate
  let therapists: [Int64]
  /// A booking that stays where it is, so that its therapist always has one.
  let anchor: Int64
  var chance: SeededRandomness

  /// - Returns: false where the database refused it (two bookings at one time, say), as it may.
  mutating func write() async -> Bool {
    let ids = "SELECT booking_id FROM bookings WHERE appointment_date = '\(today)' ORDER BY 1;"
    guard let rows = try? await database.sql(ids) else { return false }
    let bookings = rows.compactMap { $0.first.flatMap { Int64($0) } }
    let statements = statements(on: bookings.randomElement(using: &chance) ?? anchor)
    return (try? await database.sql(statements)) != nil
  }

  private enum Deed {
    case status, notes, moveAway, comeBack, therapist, rollBack, stayOpen, deleteAndInsert
  }

  /// A status is set three times as often as anything else is done.
  private static let deeds: [Deed] = [
    .status, .status, .status, .notes, .moveAway, .comeBack, .therapist, .rollBack, .stayOpen,
    .deleteAndInsert,
  ]

  private mutating func statements(on booking: Int64) -> String {
    let dialect = database.dialect
    let isIt = "booking_id = \(booking)"
    let mayMove = "\(isIt) AND booking_id <> \(anchor)"
    switch Self.deeds.randomElement(using: &chance) ?? .status {
    case .status: return set("booking_status = '\(status())'", isIt)
    case .notes: return set("booking_notes = 'note \(number(1_000_000))'", isIt)
    case .moveAway:
      return set("appointment_date = \(dialect.dayAfter("appointment_date"))", mayMove)
    case .comeBack:
      return set(
        "appointment_date = '\(today)'",
        "appointment_date = '\(today + 1)' AND booking_notes LIKE 'note%'")
    case .therapist:
      let therapist = therapists.randomElement(using: &chance) ?? 0
      return set("therapist_user_id = \(therapist)", mayMove)
    case .rollBack:
      return "\(dialect.begin) \(set("booking_status = 'CANCELLED'", mayMove)) ROLLBACK;"
    case .stayOpen:
      return """
        \(dialect.begin)
        \(set("booking_notes = 'open \(number(1_000_000))'", isIt))
        \(dialect.pause(seconds: 0.15))
        COMMIT;
        """
    case .deleteAndInsert:
      return """
        CREATE TEMPORARY TABLE kept AS SELECT \(Self.columns) FROM bookings WHERE \(mayMove);
        \(dialect.begin)
        DELETE FROM bookings WHERE booking_id IN (SELECT booking_id FROM kept);
        INSERT INTO bookings (\(Self.columns)) SELECT \(Self.columns) FROM kept;
        COMMIT;
        """
    }
  }

  private func set(_ assignment: String, _ condition: String) -> String {
    "\(database.dialect.updateIgnoring) bookings SET \(assignment) WHERE \(condition);"
  }

  /// Mostly back to the beginning, so that there is always something left to do.
  private mutating func status() -> String {
    let status = number(2) == 0 ? .scheduled : BookingStatus.allCases.randomElement(using: &chance)
    return (status ?? .scheduled).rawValue
  }

  /// Those that a writer may give: on MariaDB the shop has one that is computed.
  private static let columns = """
    booking_id, customer_id, payment_item_id, service_id, therapist_user_id, appointment_date, \
    appointment_time, duration_minutes, booking_status, booking_notes, room_id, bed_id
    """

  private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &chance) }
}
