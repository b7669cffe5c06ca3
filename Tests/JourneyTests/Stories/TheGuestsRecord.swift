import BookingDomain
import BookingTesting
import Testing

extension Journeys {
  /// What the desk knows of a guest: written in one line, seen everywhere, taken back by a key.
  @Suite struct TheGuestsRecord {
    private static let scene = Scene(
      .init("Zora Quill", with: 1, at: "14:00"), .init("Yann Moss", with: 2, at: "14:00"))

    private func notes(_ spa: DemoSpa) async throws -> String {
      try await spa.database.value("SELECT notes FROM customers WHERE customer_id = 1")
    }

    @Test(arguments: Way.main)
    func anAlertIsWrittenSeenAtEveryDeskAndTakenBack(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        let other = try await spa.sitDown(.reception2)
        let therapist = try await spa.sitDown(.therapist1, columns: 40, rows: 20)
        for screen in [desk, other] { try await screen.find("Zora Quill") }
        try await desk.say("E", "alert dị ứng đậu phộng")
        try await desk.isDone("Zora Quill: alert written.")
        #expect(try await notes(spa).hasPrefix("alert: dị ứng đậu phộng"))
        for screen in [desk, other, therapist] { try await screen.sees("dị ứng đậu phộng") }

        // Before anybody books it stands first.
        try await other.press("b")
        try await other.terminal.type("7919 mt60 lan 16:00")
        let line = try await other.sees("16:00–17:00")
        let alert = try #require(line.text.firstRange(of: "dị ứng đậu phộng"))
        #expect(line.text[alert.upperBound...].contains("16:00–17:00"), "\(line)")
        try await other.press("Escape")
        try await other.terminal.sees("the line is left") {
          $0.lines.last?.hasPrefix(" :") == false
        }

        // It is hers who is selected: once is enough.
        try await desk.press("u")
        try await desk.isDone("Taken back: alert of Zora Quill.")
        try await other.terminal.sees("no alert") { !$0.contains("đậu phộng") }
        #expect(
          try await spa.database.sql(
            "SELECT fact, new_text, by_name FROM frontdesk_guest_changes ORDER BY change_id"
          ).count
            == 2)
      }
    }

    @Test(arguments: Way.main)
    func numbersAreEachsOwnAndTheCardSaysWhoWroteWhat(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.find("Zora Quill")
        let taken = try await spa.database.value(
          "SELECT phone_number FROM customers WHERE customer_id = 2")
        try await desk.say("E", "phone \(taken)")
        try await desk.sees("is Yann Moss's already")
        try await desk.press("C-u")
        try await desk.terminal.type("phone 0909 888 777")
        try await desk.press("Enter")
        try await desk.isDone("Zora Quill: phone number written.")
        try await desk.say("E", "prefers trà gừng")
        try await desk.isDone("Zora Quill: preferences written.")
        try await desk.say("f", "888777")
        try await desk.sees("Zora Quill (b books", "0909888777", "trà gừng (")
        #expect(
          try await spa.database.value(
            "SELECT phone_number FROM customers WHERE customer_id = 1") == "0909888777")
      }
    }

    /// Minh Anh is called at Zora's number, and Hoa has none; both are found again.
    @Test(arguments: Way.main)
    func aFamilyHasOneNumberAndWhoWalksInMayHaveNone(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        let phone = try await spa.database.value(
          "SELECT phone_number FROM customers WHERE customer_id = 1")
        let digits = String(phone.filter(\.isNumber))
        try await desk.begin(
          "b", "Minh Anh \(digits) mt60 lan 17:00",
          seeing: "Zora Quill's: the same guest, or another of that family?")
        try await desk.press("Down", "Down", "Enter")
        try await desk.sees("Minh Anh, Zora Quill's number (new)")
        try await desk.press("Enter")
        try await desk.isDone("Minh Anh booked for 17:00")
        try await desk.begin("w", "Hoa mt60", seeing: "(nonumber)")
        try await desk.terminal.type(" nonumber")
        try await desk.sees("Hoa, no number (new)")
        try await desk.press("Enter")
        try await desk.isDone("Hoa booked for")
        #expect(
          try await spa.database.sql(
            """
            SELECT full_name FROM customers WHERE phone_number LIKE 'none:%' ORDER BY customer_id
            """) == [["Minh Anh"], ["Hoa"]])
        try await desk.say("f", "minh anh")
        try await desk.sees("Minh Anh (b books", "Zora Quill's")
      }
    }

    /// One key on a booking: what they had last time, with whom, on their weekday at their time.
    @Test(arguments: Way.main)
    func theSameAgainIsOneKey(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        try await spa.database.sql(
          "DELETE FROM bookings WHERE customer_id = 1 AND booking_status <> 'SCHEDULED'")
        let past = (1...3).map { week in
          """
          INSERT INTO bookings (booking_id, customer_id, payment_item_id, service_id,
            therapist_user_id, appointment_date, appointment_time, duration_minutes,
            booking_status, room_id, bed_id)
          SELECT \(9_100_000 + week), customer_id, payment_item_id, service_id, 12,
            '\(SpaClock.noon.today - 7 * week)', '15:00:00', 60, 'COMPLETED', room_id, bed_id
          FROM bookings WHERE booking_id = \(Scene.booking(of: 0))
          """
        }
        // That day's own bookings stand in nobody's way.
        try await spa.database.sql(
          "DELETE FROM bookings WHERE appointment_date = '\(SpaClock.noon.today + 7)'")
        for statement in past { try await spa.database.sql(statement) }
        let desk = try await spa.sitDown(.reception)
        try await desk.find("Zora Quill")
        try await desk.press("=")
        try await desk.sees("15:00–16:00", "Thu Hà")
        try await desk.press("Enter")
        try await desk.isDone("Zora Quill booked for")
        #expect(
          try await spa.database.sql(
            """
            SELECT therapist_user_id, appointment_time, booking_status FROM bookings
              WHERE customer_id = 1 ORDER BY booking_id DESC LIMIT 1
            """) == [["12", "15:00:00", "SCHEDULED"]])
      }
    }
  }
}
