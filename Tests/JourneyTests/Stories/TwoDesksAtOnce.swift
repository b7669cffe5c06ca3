import BookingTesting
import Glibc
import Testing

extension Journeys {
  /// Two people, one booking, the same instant.
  @Suite struct TwoDesksAtOnce {
    @Test(arguments: Way.main)
    func oneIsFirstAndTheOtherSeesWhoAndTheRowAsItIs(way: Way) async throws {
      let guest = "Zora Quill"
      try await DemoSpa.during(Scene(.init(guest, with: 1, at: "12:30")), on: way) { spa in
        let desks = try await spa.look(at: guest, .reception, .reception2)
        let (desk, otherDesk) = (desks[0], desks[1])
        // The server holds its breath until both orders are on their way.
        spa.server.signal(SIGSTOP)
        try await desk.press("c")
        try await otherDesk.press("s")
        for desk in [desk, otherDesk] { try await desk.sees("1 order unanswered") }
        spa.server.signal(SIGCONT)

        for desk in [desk, otherDesk] {
          try await desk.terminal.sees("the answer") { !$0.contains("unanswered") }
        }
        let changes = try await spa.database.sql(
          """
          SELECT new_status, by_name FROM frontdesk_events
            WHERE booking_id = \(Scene.booking(of: 0)) AND kind = 'STATUS'
          """)
        #expect(changes.count == 1)
        let (status, winner) = (try #require(changes.first)[0], changes[0][1])
        let loser = status == "CONFIRMED" ? otherDesk : desk
        let chip = status == "CONFIRMED" ? "C confirmed" : "P in progress"
        for desk in [desk, otherDesk] { try await desk.sees(chip) }
        // F2 shows what the console said, the refusal last.
        try await loser.press("F2")
        try await loser.terminal.sees("who was first") { screen in
          screen.lines.contains { $0.contains(guest) && $0.contains(winner) }
        }
      }
    }

    /// One slot, two bookings on their way: the loser hears who has it and takes another start by
    /// its digit.
    @Test(arguments: Way.main)
    func whoLosesASlotIsToldWhoHasItAndPicksAnother(way: Way) async throws {
      let scene = Scene(
        .init("Zora Quill", with: 1, at: "12:30"), .init("Yann Moss", with: 2, at: "12:30"))
      try await DemoSpa.during(scene, on: way) { spa in
        let (desk, otherDesk) = (
          try await spa.sitDown(.reception), try await spa.sitDown(.reception2)
        )
        let calls = [(desk, "7919", "Zora Quill"), (otherDesk, "5838", "Yann Moss")]
        for (desk, phone, guest) in calls {
          try await desk.begin(
            "b", "\(phone) mt60 lan 1500", seeing: "\(guest) …\(phone)",
            "Lan Anh  today  15:00–16:00")
        }
        spa.server.signal(SIGSTOP)
        for (desk, _, _) in calls {
          try await desk.press("Enter")
          try await desk.sees("1 order unanswered")
        }
        spa.server.signal(SIGCONT)
        for (desk, _, _) in calls {
          try await desk.terminal.sees("the answer") { !$0.contains("unanswered") }
        }
        func atThree() async throws -> [[String]] {
          try await spa.database.sql(
            """
            SELECT customer_id FROM bookings WHERE appointment_date = '\(spa.setting.date)'
              AND therapist_user_id = 11 AND appointment_time = '15:00:00'
            """)
        }
        let winners = try await atThree()
        #expect(winners.count == 1)
        let loser = winners == [["1"]] ? calls[1] : calls[0]
        let winner = winners == [["1"]] ? calls[0] : calls[1]

        let screen = try await loser.0.sees("Lan Anh has \(winner.2), 15:00–16:00", "Instead:  1 ")
        let starts = try #require(
          screen.text.firstMatch(of: /Instead: +1 (\d\d:\d\d) +2 (\d\d:\d\d) +3 (\d\d:\d\d)/),
          "\(screen)")
        try await loser.0.press("2")
        try await loser.0.sees("\(loser.2) …\(loser.1)", "Lan Anh  today  \(starts.2)–")
        try await loser.0.press("Enter")
        try await loser.0.isDone("\(loser.2) booked for \(starts.2)")
        #expect(try await atThree() == winners)
        #expect(
          try await spa.database.sql(
            """
            SELECT c.full_name, appointment_time FROM bookings b
              JOIN customers c ON c.customer_id = b.customer_id
              ORDER BY booking_id DESC LIMIT 1
            """) == [[loser.2, "\(starts.2):00"]])
      }
    }
  }
}
