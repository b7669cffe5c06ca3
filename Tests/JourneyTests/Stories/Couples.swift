import BookingTesting
import Glibc
import Testing

extension Journeys {
  /// Two who come together: two therapists, one room with two beds, both bookings or none.
  @Suite struct Couples {
    /// Zora's number ends in 7919; room 1 with the beds 1 and 2 is the couples' room.
    private static let scene = Scene(.init("Zora Quill", with: 1, at: "17:00"))

    private func party(in spa: DemoSpa) async throws -> [[String]] {
      try await spa.database.sql(
        """
        SELECT therapist_user_id, room_id, bed_id, appointment_time, booking_status FROM bookings
          WHERE booking_id > \(Scene.booking(of: 0)) ORDER BY booking_id
        """)
    }

    private func sold(in spa: DemoSpa) async throws -> String {
      try await spa.database.value(
        """
        SELECT (SELECT count(*) FROM payments) * 1000000
            + (SELECT sum(booked_quantity) FROM payment_item_usage)
        """)
    }

    @Test(arguments: Way.main)
    func aCoupleGetsTwoTherapistsAndOneRoomAndGivesThemBack(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.say("b", "7919 mt60 lan 1500 & thu")
        try await desk.isDone("Zora Quill booked for 15:00", "15:00 to 16:00")
        #expect(
          try await party(in: spa) == [
            ["11", "1", "1", "15:00:00", "SCHEDULED"], ["12", "1", "2", "15:00:00", "SCHEDULED"],
          ])

        try await desk.press("u")
        try await desk.isDone("X cancelled")
        #expect(try await party(in: spa).map { $0[4] } == ["CANCELLED", "CANCELLED"])
      }
    }

    /// The desk cannot know: while its order is on the way another program takes one half.
    @Test(arguments: Way.main)
    func nothingIsWrittenWhereOneHalfIsNotFree(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        let before = try await sold(in: spa)
        try await desk.begin("b", "7919 mt60 lan 1500 & thu", seeing: "Lan Anh & Thu Hà")
        spa.server.signal(SIGSTOP)
        try await desk.press("Enter")
        try await desk.sees("1 order unanswered")
        try await spa.database.sql(
          """
          UPDATE bookings SET therapist_user_id = 12, appointment_time = '15:30:00'
            WHERE booking_id = \(Scene.booking(of: 0))
          """)
        spa.server.signal(SIGCONT)
        try await desk.sees("Instead:  1 ")
        #expect(try await party(in: spa).isEmpty)
        #expect(try await sold(in: spa) == before)
      }
    }
  }
}
