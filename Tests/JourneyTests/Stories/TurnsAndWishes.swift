import BookingTesting
import Testing

extension Journeys {
  /// Who comes next where nobody is asked for, and whom guests ask for.
  @Suite struct TurnsAndWishes {
    /// Lan Anh (11), Thu Hà (12) and Minh Châu (13) do massages.
    @Test(arguments: Way.main)
    func whoWalksInGoesToWhoWasServedLongestAgo(way: Way) async throws {
      let scene = Scene(
        .init("Zora Quill", with: 1, at: "11:00", status: "COMPLETED"),
        .init("Ola Berg", with: 2, at: "10:00", status: "COMPLETED"),
        .init("Yann Moss", with: 3, at: "09:00", status: "COMPLETED"))
      try await DemoSpa.during(scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.say(
          "w", "Hoa 0901234567 mt60", seeing: "Minh Châu",
          "next by turn, 60 min today, last served 10:00")
        try await desk.isDone("Hoa")
        #expect(
          try await spa.database.value(
            """
            SELECT therapist_user_id FROM bookings WHERE booking_id > \(Scene.booking(of: 2))
            """) == "13")

        try await desk.say(":", "turns")
        let list = try await desk.sees("Turns:", "Thu Hà: free   60 min today, last served 11:00")
        let lines = list.text.split(separator: "\n").map(String.init)
        func place(_ name: String) throws -> Int {
          try #require(lines.firstIndex { $0.contains("\(name): ") })
        }
        #expect(try place("Thu Hà") < place("Lan Anh"))
      }
    }

    @Test(arguments: Way.main)
    func aWishIsSeenKeptAndTakenBack(way: Way) async throws {
      let scene = Scene(.init("Zora Quill", with: 1, at: "17:00"))
      try await DemoSpa.during(scene, on: way) { spa in
        func wishes() async throws -> [[String]] {
          try await spa.database.sql("SELECT therapist_id FROM frontdesk_wishes")
        }
        let desk = try await spa.sitDown(.reception)
        let other = try await spa.sitDown(.reception2)
        try await desk.say("b", "7919 mt60 lan* 1300", seeing: "❤ Lan Anh")
        try await desk.isDone("wish     Lan Anh", "13:00 to 14:00")
        #expect(try await wishes() == [["11"]])
        try await other.sees("❤")

        try await desk.say("m", "minh", seeing: "WISH: Zora Quill wished for Lan Anh.")
        try await desk.isDone("Minh Châu", "for Lan Anh, who does")
        #expect(try await wishes() == [["11"]])
        try await desk.press("u")
        try await desk.isDone("takes back: book")

        try await desk.press("*")
        try await desk.sees("wishes for nobody in particular any more")
        try await desk.press("Enter")
        try await desk.terminal.sees("no wish") { !$0.contains("❤") && !$0.contains("unanswered") }
        #expect(try await wishes() == [])
        try await desk.press("u")
        try await desk.isDone("wish     Lan Anh")
        #expect(try await wishes() == [["11"]])

        try await desk.press("R")
        try await desk.terminal.type("lan")
        let shared = try await desk.sees("❤ WISH: Zora Quill wished for Lan Anh.")
        #expect(shared.contains("2 of 2 go to others"))
      }
    }
  }
}
