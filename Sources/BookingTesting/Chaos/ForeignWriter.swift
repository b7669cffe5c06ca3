import BookingDomain

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
    let statements = next()
    return (try? await database.sql(statements)) != nil
  }

  private mutating func next() -> String {
    let booking = booking()
    let mayMove = "booking_id = \(booking) AND booking_id <> \(anchor)"
    switch Int.random(in: 0..<10, using: &chance) {
    case 0, 1, 2:
      // Mostly back to the beginning, so that there is always something left to do.
      let status =
        number(2) == 0 ? .scheduled : BookingStatus.allCases.randomElement(using: &chance)
      let word = (status ?? .scheduled).rawValue
      return set("booking_status = '\(word)'", "booking_id = \(booking)")
    case 3:
      return set("booking_notes = 'note \(number(1_000_000))'", "booking_id = \(booking)")
    case 4:
      return set("appointment_date = date(appointment_date, '+1 day')", mayMove)
    case 5:
      // What was moved away comes back.
      return """
        UPDATE OR IGNORE bookings SET appointment_date = '\(today)'
        WHERE appointment_date = '\(today + 1)' AND booking_notes LIKE 'note%';
        """
    case 6:
      let therapist = therapists.randomElement(using: &chance) ?? 0
      return set("therapist_user_id = \(therapist)", mayMove)
    case 7:
      return "BEGIN IMMEDIATE; \(set("booking_status = 'CANCELLED'", mayMove)) ROLLBACK;"
    case 8:
      return """
        BEGIN IMMEDIATE;
        \(set("booking_notes = 'held \(number(1_000_000))'", "booking_id = \(booking)"))
        .system sleep 0.15
        COMMIT;
        """
    default:
      return """
        CREATE TEMP TABLE row AS SELECT * FROM bookings WHERE \(mayMove);
        BEGIN IMMEDIATE;
        DELETE FROM bookings WHERE booking_id IN (SELECT booking_id FROM row);
        INSERT INTO bookings SELECT * FROM row;
        COMMIT;
        """
    }
  }

  private func set(_ assignment: String, _ condition: String) -> String {
    "UPDATE OR IGNORE bookings SET \(assignment) WHERE \(condition);"
  }

  private mutating func booking() -> String {
    """
    (SELECT booking_id FROM bookings WHERE appointment_date = '\(today)'
      ORDER BY booking_id LIMIT 1 OFFSET \(number(1_000_000)) % (SELECT MAX(1, COUNT(*))
        FROM bookings WHERE appointment_date = '\(today)'))
    """
  }

  private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &chance) }
}
