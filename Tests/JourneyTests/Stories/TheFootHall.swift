import BookingTesting
import Testing

extension Journeys {
  /// A hall with seats and no beds: as many guests at a time as it seats.
  @Suite struct TheFootHall {
    private static let scene = Scene(.init("Zora Quill", with: 1, at: "17:00"))

    /// Zora has her treatment there, so that others who come for it sit there too; no bed is left.
    private func build(in spa: DemoSpa) async throws {
      for statement in [
        "UPDATE beds SET is_active = 0",
        "INSERT INTO rooms (name, capacity, is_active) VALUES ('Foot hall', 2, 1)",
        "UPDATE bookings SET bed_id = NULL, room_id = (SELECT MAX(room_id) FROM rooms)"
          + " WHERE booking_id = \(Scene.booking(of: 0))",
      ] {
        _ = try await spa.database.sql(statement)
      }
    }

    @Test(arguments: Way.main)
    func itIsBookedUntilItIsFullAndEveryScreenCountsWhoSitsThere(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        try await build(in: spa)
        let desk = try await spa.sitDown(.reception)
        for (guest, number, therapist) in [
          ("Hoa", "0901230001", "lan"), ("Max", "0901230002", "ha"),
        ] {
          try await desk.say("b", "\(guest) \(number) mt60 \(therapist) 1500 cash")
          try await desk.isDone("\(guest) booked for 15:00", "Foot hall")
        }
        #expect(
          try await spa.database.sql(
            """
            SELECT r.name, b.bed_id FROM bookings b JOIN rooms r ON r.room_id = b.room_id
              WHERE b.appointment_time = '15:00:00' AND b.appointment_date = '\(spa.setting.date)'
            """) == [["Foot hall", ""], ["Foot hall", ""]])

        try await desk.begin(
          "b", "Nam 0901230003 mt60 minh 1500 cash",
          seeing: "No bed and no seat is free 15:00–16:00")
        try await desk.dropLine(with: "mt60")
        let refused = try await RunningProgram.run(
          try BuiltProgram.console.path,
          ["do"] + spa.login(.reception2) + ["book Nam 0901230003 mt60 minh 1500 cash"])
        #expect(refused.errors.contains("No bed and no seat is free"), "\(refused.errors)")

        // Whoever sits there now is counted, at the width of a usual terminal too.
        try await desk.say("w", "Kim 0901230004 mt60 cash")
        try await desk.isDone("Kim booked for")
        try await desk.press("a")
        try await desk.isDone("Kim has arrived")
        try await desk.press("s")
        try await desk.sees("P in progress")
        try await desk.press("3")
        try await desk.sees("hall 1/2")
        let wide = try await spa.sitDown(.reception2, columns: 200)
        try await wide.press("3")
        let picture = try await wide.sees("Foot hall 1/2", "Hoa", "Max")
        #expect(picture.contains("Kim"))
      }
    }
  }
}
