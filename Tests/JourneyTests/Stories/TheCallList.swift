import BookingTesting
import Testing

extension Journeys {
  /// The unconfirmed of a day are called, and no guest by two desks.
  @Suite struct TheCallList {
    @Test(arguments: Way.main)
    func whoIsCalledReachedOrNotIsSeenAtEveryDesk(way: Way) async throws {
      let scene = Scene(
        .init("Zora Quill", with: 1, at: "14:00"), .init("Yann Moss", with: 2, at: "15:00"),
        .init("Uma Reyes", with: 3, at: "16:00", status: "CONFIRMED"))
      try await DemoSpa.during(scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        let other = try await spa.sitDown(.reception2)
        for screen in [desk, other] {
          try await screen.say(":", "calls today")
          let list = try await screen.sees("Calls for", "Zora Quill", "Yann Moss")
          #expect(!list.contains("16:00  Uma Reyes"), "she is confirmed: \(list)")
        }
        try await desk.press("Enter")
        try await desk.isDone("calls since")
        try await other.sees("calls since")
        try await other.insist(on: "Enter", until: "calls Zora Quill since")
        // The list's own hint says `no answer` too: what is waited for names the guest.
        try await desk.insist(on: "-", until: "no answer, by")
        try await desk.terminal.sees("answered") { !$0.contains("unanswered") }
        try await other.sees("Zora Quill does not answer")
        // Who was not reached stands below the others: the next one is at hand.
        try await desk.insist(on: "c", until: "Yann Moss confirmed")
        try await desk.terminal.sees("one is left") {
          $0.contains("Zora Quill") && !$0.contains("15:00  Yann Moss")
        }
        try await desk.press("e")
        try await desk.terminal.type("engaged")
        try await desk.press("Enter")
        try await other.sees("engaged")
        try await desk.sees("Calls for", "engaged")
        #expect(
          try await spa.database.sql(
            "SELECT booking_status FROM bookings WHERE booking_id IN"
              + " (\(Scene.booking(of: 0)), \(Scene.booking(of: 1))) ORDER BY booking_id")
            == [["SCHEDULED"], ["CONFIRMED"]])
        #expect(
          try await spa.database.sql(
            """
            SELECT new_status, reason FROM frontdesk_changes
              WHERE kind = 'CALLED' AND undone_at IS NULL ORDER BY change_id
            """
          ).map(\.first) == ["CALLING", "NOT_REACHED", "NOT_REACHED"])
      }
    }
  }

  /// What the desk has to do: written at one, done at another.
  @Suite struct TheDesksTasks {
    @Test(arguments: Way.main)
    func aTaskIsWrittenHandedOverDoneAndTakenBack(way: Way) async throws {
      let scene = Scene(.init("Zora Quill", with: 1, at: "14:00"))
      try await DemoSpa.during(scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        let other = try await spa.sitDown(.reception2)
        let therapist = try await spa.sitDown(.therapist1)
        try await desk.say(":", "task đặt dầu massage tomorrow 10:00")
        try await desk.isDone("Written down for the desk: đặt dầu massage, tomorrow", "1 task")
        try await other.sees("đặt dầu massage. T shows it.", "1 task")
        try await other.press("T")
        try await other.sees("The desk's tasks", "đặt dầu massage", "10:00")
        try await other.press("Enter")
        try await other.sees("done by")
        try await desk.terminal.sees("nothing is open") { !$0.contains("1 task") }
        try await other.press("u")
        try await desk.sees("1 task")
        try await other.press("n")
        try await other.terminal.type("keys to Mai")
        try await other.press("Enter")
        try await other.sees("The desk's tasks", "keys to Mai")
        try await desk.sees("2 tasks")
        let screen = try await therapist.terminal.screen
        #expect(!screen.contains("tasks") && !screen.contains("dầu"), "\(screen)")
        let kept = try await spa.database.sql(
          "SELECT what FROM frontdesk_tasks WHERE done_at IS NULL ORDER BY task_id")
        #expect(kept == [["đặt dầu massage"], ["keys to Mai"]])
      }
    }
  }
}
