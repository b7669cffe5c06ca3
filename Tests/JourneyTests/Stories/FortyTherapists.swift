import BookingTesting
import Testing

extension Journeys {
  /// A house whose columns do not fit on any screen, where others work all the time.
  @Suite struct FortyTherapists {
    /// Where somebody stands: what must stay while others change things.
    private struct Place: Hashable {
      /// The first column's name and those after it.
      let columns: String
      /// Each full hour and its row: one of them alone may stand in the same row on two scales.
      let hour: String
      /// The real cursor stands on the selected booking.
      let cursor: [Int]
      let guest: Bool

      init(at desk: Desk, of guest: String) async throws {
        let screen = try await desk.terminal.screen
        hour = Self.hour(on: screen)
        columns = String((screen.lines.dropFirst().first ?? "").prefix(70))
        let cursor = try await desk.terminal.cursor
        self.cursor = [cursor.column, cursor.row]
        self.guest = screen.contains(guest)
      }

      static func hour(on screen: ScreenPicture) -> String {
        let hours = screen.lines.enumerated().filter { $1.prefixMatch(of: /[ ▾]\d\d:00/) != nil }
        return hours.map { "\($0.offset): \($0.element.prefix(6))" }.joined(separator: " ")
      }
    }

    private func stays(at place: Place, _ desk: Desk, _ guest: Guest) async throws {
      let now = try await Place(at: desk, of: guest.name)
      let screen = try await desk.terminal.screen
      #expect(now == place, "\(now)\ninstead of\n\(place)\n\(screen)")
    }

    private struct Guest {
      let booking: Int
      let therapist: Int
      let name: String
    }

    /// Somebody of the afternoon, of a therapist far to the right, whose name is nobody else's.
    private func someGuest(in spa: DemoSpa) async throws -> Guest {
      let rows = try await spa.database.sql(
        """
        SELECT min(booking_id), min(therapist_user_id), full_name FROM bookings b
          JOIN customers c ON c.customer_id = b.customer_id
          WHERE appointment_date = '\(spa.setting.date)'
          GROUP BY full_name HAVING count(*) = 1 AND min(booking_status) = 'SCHEDULED'
            AND min(appointment_time) > '14:00:00' AND min(appointment_time) < '16:00:00'
            AND min(therapist_user_id) BETWEEN 31 AND 40
          ORDER BY 1 LIMIT 1
        """)
      let row = try #require(rows.first)
      return Guest(
        booking: try #require(Int(row[0])), therapist: try #require(Int(row[1])), name: row[2])
    }

    /// Everything that moves a board about: bookings before and beside the selected one appear (one
    /// a therapist before the house opens), are confirmed, cancelled, and vanish.
    private func anotherProgramWorks(around guest: Guest, in spa: DemoSpa) async throws {
      let columns = """
        customer_id, payment_item_id, service_id, therapist_user_id, appointment_date,
          duration_minutes, room_id, bed_id
        """
      let others = """
        appointment_date = '\(spa.setting.date)' AND booking_id <> \(guest.booking)
        """
      try await spa.database.sql(
        """
        UPDATE bookings SET booking_status = 'CONFIRMED'
          WHERE \(others) AND booking_status = 'SCHEDULED' AND therapist_user_id % 3 = 0;
        UPDATE bookings SET booking_status = 'CANCELLED'
          WHERE \(others) AND booking_status = 'SCHEDULED' AND therapist_user_id % 7 = 1;
        INSERT INTO bookings (booking_id, \(columns), appointment_time, booking_status)
          SELECT booking_id + 7000000, \(columns), '05:30:00', 'SCHEDULED' FROM bookings
            WHERE booking_id IN (
              SELECT min(booking_id) FROM bookings WHERE \(others) GROUP BY therapist_user_id);
        DELETE FROM bookings WHERE \(others) AND booking_status = 'CANCELLED'
          AND appointment_time < '12:00:00';
        """)
    }

    /// What another desk does is seen last, so that everything before has been seen then.
    private func anotherDeskWrites(_ note: String, on guest: Guest, in spa: DemoSpa) async throws {
      let script = try await RunningProgram.run(
        try BuiltProgram.console.path,
        ["do"] + spa.login(.reception2) + ["search \(guest.name)", "notes \(note)"])
      #expect(script.ending == .exited(0), "\(script.errors)")
    }

    @Test(arguments: [(Way.usual, 200, 50), (.usual, 80, 24), (.polling, 80, 24)])
    func nothingThatOthersDoMovesWhoLooks(way: Way, columns: Int, rows: Int) async throws {
      var setting = DemoSpa.Setting(on: way)
      setting.size = .big
      try await DemoSpa.during(setting) { spa in
        let guest = try await someGuest(in: spa)
        let desk = try await spa.sitDown(.reception, columns: columns, rows: rows)
        // Paged to where the guest is, and zoomed.
        try await desk.find(guest.name)
        try await desk.sees(guest.name, "S scheduled")
        for _ in 1...2 {
          let before = Place.hour(on: try await desk.terminal.screen)
          try await desk.press("z")
          try await desk.terminal.sees("another scale") { Place.hour(on: $0) != before }
        }
        let place = try await Place(at: desk, of: guest.name)
        #expect(place.guest && !place.hour.isEmpty, "\(place)")
        #expect(!place.columns.contains("Lan Anh"), "paged: \(place)")

        try await anotherProgramWorks(around: guest, in: spa)
        try await anotherDeskWrites("by the window", on: guest, in: spa)
        try await desk.sees("by the window")
        try await stays(at: place, desk, guest)

        // In the middle of a search, too.
        try await desk.press("/")
        try await desk.terminal.type(guest.name)
        try await desk.sees("/\(guest.name)", "1 guest")
        try await spa.database.sql(
          """
          DELETE FROM bookings WHERE booking_id > 7000000;
          UPDATE bookings SET booking_status = 'NO_SHOW' WHERE booking_status = 'CONFIRMED'
            AND appointment_date = '\(spa.setting.date)' AND booking_id <> \(guest.booking)
            AND therapist_user_id % 6 = 0;
          """)
        try await anotherDeskWrites("by the door", on: guest, in: spa)
        try await desk.sees("by the door", "/\(guest.name)")
        try await desk.press("Enter")
        try await desk.terminal.sees("the search done") {
          $0.lines.last?.contains("/\(guest.name)") == false
        }
        try await stays(at: place, desk, guest)
      }
    }
  }
}
