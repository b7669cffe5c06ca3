import BookingTesting
import Testing

extension Journeys {
  /// What the desk has to know when somebody comes in, and what a late beginning does to others.
  @Suite struct AtArrival {
    @Test(arguments: Way.main)
    func theAlertIsShownOnceAndAKeyAcknowledgesIt(way: Way) async throws {
      let scene = Scene(
        .init("Zora Quill", with: 1, at: "12:30", notes: "allergy: almond oil"),
        .init("Yann Moss", with: 2, at: "13:00"))
      let alert = "Zora Quill: allergy: almond oil"
      try await DemoSpa.during(scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.find("Zora Quill")
        try await desk.press("a")
        try await desk.isDone(alert, "waiting")
        #expect(
          try await spa.database.value(
            "SELECT count(*) FROM checkins WHERE appointment_id = \(Scene.booking(of: 0))") == "1")

        // Keys say that it was read, from a second on, which reading takes.
        var isThere = true
        while isThere {
          for key in ["Right", "Left"] { try await desk.press(key) }
          isThere = try await desk.terminal.screen.contains(alert)
        }
        try await desk.press("s")
        let started = try await desk.isDone("P in progress")
        #expect(!started.contains(alert), "once is enough: \(started)")
      }
    }

    @Test(arguments: Way.main)
    func aLateBeginningIsDrawnOnWhoComesAfter(way: Way) async throws {
      let scene = Scene(
        .init("Ola Berg", with: 1, at: "11:30", status: "CONFIRMED"),
        .init("Zora Quill", with: 1, at: "13:05"), .init("Yann Moss", with: 2, at: "13:05"))
      try await DemoSpa.during(scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        let other = try await spa.sitDown(.reception2, columns: 200, rows: 50)
        for screen in [desk, other] { try await screen.find("Zora Quill") }
        try await desk.find("Ola Berg")
        try await desk.press("s")
        try await desk.isDone("P in progress")
        // An hour and a quarter from now, not from half past eleven.
        let screen = try await other.sees("(+", "likely")
        let fact = try #require(screen.text.firstMatch(of: /likely +(\d\d):(\d\d)/))
        let begins = try #require(Int(fact.1)) * 60 + (try #require(Int(fact.2)))
        #expect((12 * 60 + 75...13 * 60 + 76).contains(begins))
        #expect(screen.contains("(+\(begins - (13 * 60 + 5)))"), "\(screen)")
        let started = try await spa.database.value(
          "SELECT started_at FROM frontdesk_facts WHERE booking_id = \(Scene.booking(of: 0))")
        #expect(!started.isEmpty)
      }
    }
  }
}
