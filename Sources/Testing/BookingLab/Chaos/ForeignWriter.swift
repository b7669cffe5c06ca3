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

  private mutating func statements(on booking: Int64) -> String {
    let dialect = database.dialect
    let mayMove = "booking_id = \(booking) AND booking_id <> \(anchor)"
    func set(_ assignment: String, _ condition: String) -> String {
      "\(dialect.updateIgnoring) bookings SET \(assignment) WHERE \(condition);"
    }
    switch number(10) {
    case 0, 1, 2:
      // Mostly back to the beginning, so that there is always something left to do.
      let status =
        number(2) == 0 ? .scheduled : BookingStatus.allCases.randomElement(using: &chance)
      let word = (status ?? .scheduled).rawValue
      return set("booking_status = '\(word)'", "booking_id = \(booking)")
    case 3:
      return set("booking_notes = 'note \(number(1_000_000))'", "booking_id = \(booking)")
    case 4:
      return set("appointment_date = \(dialect.dayAfter("appointment_date"))", mayMove)
    case 5:
      // What was moved away comes back.
      return set(
        "appointment_date = '\(today)'",
        "appointment_date = '\(today + 1)' AND booking_notes LIKE 'note%'")
    case 6:
      let therapist = therapists.randomElement(using: &chance) ?? 0
      return set("therapist_user_id = \(therapist)", mayMove)
    case 7:
      return "\(dialect.begin) \(set("booking_status = 'CANCELLED'", mayMove)) ROLLBACK;"
    case 8:
      return """
        \(dialect.begin)
        \(set("booking_notes = 'held \(number(1_000_000))'", "booking_id = \(booking)"))
        \(dialect.pause(seconds: 0.15))
        COMMIT;
        """
    default:
      return """
        CREATE TEMPORARY TABLE kept AS SELECT \(Self.columns) FROM bookings WHERE \(mayMove);
        \(dialect.begin)
        DELETE FROM bookings WHERE booking_id IN (SELECT booking_id FROM kept);
        INSERT INTO bookings (\(Self.columns)) SELECT \(Self.columns) FROM kept;
        COMMIT;
        """
    }
  }

  /// Those that a writer may give: on MariaDB the shop has one that is computed.
  private static let columns = """
    booking_id, customer_id, payment_item_id, service_id, therapist_user_id, appointment_date, \
    appointment_time, duration_minutes, booking_status, booking_notes, room_id, bed_id
    """

  private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &chance) }
}
