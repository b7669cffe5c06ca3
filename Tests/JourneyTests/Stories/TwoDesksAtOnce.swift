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
        let (desk, otherDesk) = (
          try await spa.sitDown(.reception), try await spa.sitDown(.reception2)
        )
        for desk in [desk, otherDesk] {
          try await desk.find(guest)
          try await desk.sees("S scheduled")
        }
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
  }
}
