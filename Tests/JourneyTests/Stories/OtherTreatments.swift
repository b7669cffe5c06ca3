import BookingTesting
import Testing

extension Journeys {
  /// The guest wants something else: treatment, length and money change as one thing.
  @Suite struct OtherTreatments {
    /// Zora's number ends in 7919; she has three hours of massage in a package, of which this is one.
    private static let scene = Scene(.init("Zora Quill", with: 1, at: "17:00"))

    /// What was sold at the desk, and how it is paid.
    private func sales(in spa: DemoSpa) async throws -> [[String]] {
      try await spa.database.sql(
        """
        SELECT p.payment_status, p.payment_method, i.service_duration, u.booked_quantity,
            p.payment_date IS NOT NULL
          FROM payments p JOIN payment_items i ON i.payment_id = p.payment_id
          JOIN payment_item_usage u ON u.payment_item_id = i.payment_item_id
          WHERE p.reference_number LIKE 'FD%' ORDER BY p.payment_id
        """)
    }

    /// Length, and what it is paid with: `FD…` is a sale at the desk.
    private func bookings(in spa: DemoSpa) async throws -> [[String]] {
      try await spa.database.sql(
        """
        SELECT b.appointment_time, s.duration_minutes, b.duration_minutes, b.therapist_user_id,
            substr(p.reference_number, 1, 2), p.payment_status
          FROM bookings b JOIN services s ON s.service_id = b.service_id
          JOIN payment_items i ON i.payment_item_id = b.payment_item_id
          JOIN payments p ON p.payment_id = i.payment_id
          WHERE b.booking_id >= \(Scene.booking(of: 0)) ORDER BY b.booking_id
        """)
    }

    private func packageUsed(in spa: DemoSpa) async throws -> String {
      try await spa.database.value(
        "SELECT booked_quantity FROM payment_item_usage WHERE payment_item_id = 9000000")
    }

    @Test(arguments: Way.main)
    func whatWasSoldIsGivenBackAndTheDifferenceSaid(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        let other = try await spa.sitDown(.reception2)
        let therapist = try await spa.sitDown(.therapist1)
        try await desk.say("b", "7919 mt60 lan 1300 cash")
        try await desk.isDone("13:00 to 14:00", "528,000 cash")
        let sold = try await sales(in: spa)
        #expect(sold == [["PAID", "CASH", "60", "1", "1"]])
        let before = try await bookings(in: spa)

        try await desk.say(
          "i", "mt90 cash", seeing: "528,000 → 792,000: 264,000 more to take, cash", "13:00–14:30")
        try await desk.isDone("Massage Thái 90'", "13:00 to 14:30", "264,000 more to take")
        #expect(
          try await sales(in: spa) == [
            ["REFUNDED", "CASH", "60", "0", "1"], ["PAID", "CASH", "90", "1", "1"],
          ])
        #expect(
          try await bookings(in: spa)[1] == ["13:00:00", "90", "90", "11", "FD", "PAID"])
        try await other.sees("Massage Thái 90'")
        let theirs = try await therapist.sees("Massage Thái 90'")
        #expect(!theirs.contains("264") && !theirs.contains("792"))

        try await desk.press("H")
        try await desk.sees("Massage thư giãn 60' to Massage Thái 90'", "paid back", "booked")
        try await desk.press("Escape")
        try await desk.sees("Tab next")
        try await desk.press("u")
        try await desk.isDone("Massage thư giãn 60'", "13:00 to 14:00", "528,000 cash")
        #expect(try await bookings(in: spa) == before)
        #expect(
          try await sales(in: spa) == [sold[0], ["REFUNDED", "CASH", "90", "0", "1"]])
      }
    }

    @Test(arguments: Way.main)
    func aPackagesSessionGoesBackAndTheOtherTreatmentIsOwed(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.find("Zora Quill")
        let before = try await bookings(in: spa)
        try await desk.say(
          "i", "mt90 unpaid",
          seeing: "the session of Massage thư giãn 60' goes back; 792,000 unpaid")
        try await desk.isDone("Massage Thái 90'", "$ takes it")
        #expect(try await packageUsed(in: spa) == "0")
        #expect(try await sales(in: spa) == [["PENDING", "CASH", "90", "1", "0"]])

        try await desk.press("u")
        try await desk.isDone("Massage thư giãn 60'", "17:00 to 18:00")
        #expect(try await packageUsed(in: spa) == "1")
        #expect(try await sales(in: spa) == [["FAILED", "CASH", "90", "0", "0"]])
        #expect(try await bookings(in: spa) == before)
      }
    }

    /// Lan Anh (11) does massages, Ngọc Mai (14) faces.
    @Test(arguments: Way.main)
    func whoDoesItIsAskedAndNoTimeIsTakenTwice(way: Way) async throws {
      let scene = Scene(
        .init("Zora Quill", with: 1, at: "17:00"), .init("Ola Berg", with: 1, at: "18:15"))
      try await DemoSpa.during(scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.find("Zora Quill")
        try await desk.begin("i", "mt90", seeing: "has Ola Berg, 18:15")
        try await desk.press("Escape")
        try await desk.sees("Tab next")
        try await desk.begin("i", "da60", seeing: "does not do", "with whom?", "Ngọc Mai")
        try await desk.terminal.type(" ngọc cash")
        try await desk.sees("594,000 cash to take")
        try await desk.press("Enter")
        try await desk.isDone("Chăm sóc da cơ bản 60'")
        #expect(
          try await bookings(in: spa)[0] == ["17:00:00", "60", "60", "14", "FD", "PAID"])

        let manager = try await spa.sitDown(.manager)
        try await manager.say(":", "takings")
        try await manager.sees("594,000")
      }
    }
  }
}
