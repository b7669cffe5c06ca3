import BookingDomain
import BookingTesting
import Testing

extension Journeys {
  /// The board as it was: what stood where at five past two, when the guest says it was otherwise.
  @Suite struct LookingBack {
    private static let scene = Scene(.init("Zora Quill", with: 1, at: "17:00"))

    @Test(arguments: Way.main)
    func theDeskStepsBackThroughTheDayAndComesBackToNow(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.manager)
        try await desk.find("Zora Quill")
        try await desk.press("c")
        try await desk.isDone("C confirmed")
        try await desk.say("m", "1800")
        try await desk.isDone("18:00 to 19:00")
        try await desk.press("u")
        try await desk.isDone("17:00 to 18:00")

        try await desk.press("@")
        try await desk.sees("AS IT WAS AT", "17:00 to 18:00")
        try await desk.press("Left")
        try await desk.sees("AS IT WAS AT", "took back: moved from")
        try await desk.press("Left")
        try await desk.sees("Zora Quill · ", "18:00 to 19:00")
        try await desk.press("Left")
        try await desk.sees("scheduled to confirmed", "17:00 to 18:00", "C confirmed")

        // Nothing is ordered there.
        try await desk.press("x")
        try await desk.sees("x does nothing here: this is the board as it was")
        try await desk.press("Escape")
        try await desk.terminal.sees("the present") { !$0.contains("AS IT WAS") }
        #expect(
          try await spa.database.value(
            "SELECT booking_status FROM bookings WHERE booking_id = \(Scene.booking(of: 0))")
            == "CONFIRMED")

        // Who changed what says where to as well.
        try await desk.press("J")
        try await desk.sees("moved from", "17:00 with Lan Anh", "to 18:00")
      }
    }

    /// What nobody books, and the board shows all the same: it stands there as it stood.
    @Test(arguments: Way.main)
    func blockedTimeDaysOffAndHoursStandAsTheyStood(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let day = spa.setting.date
        let desk = try await spa.sitDown(.manager)
        try await desk.say(":", "off lan today ill")
        try await desk.sees("Lan Anh off", " ill ")
        // The shop's own statement, by hand.
        _ = try await spa.database.sql(
          """
          INSERT INTO frontdesk_time_off (therapist_id, from_date, until_date, reason, by_kind,
            by_number, by_name, at) VALUES (12, '\(day)', '\(day)', 'training', 'USER', 1, 'Shop', 1)
          """)
        _ = try await spa.database.sql(
          "UPDATE users SET full_name = 'Lan Vy' WHERE user_id = 11")
        try await desk.sees("Lan Vy off")
        try await desk.say(":", "unblock lan today")
        try await desk.terminal.sees("Lan at work") { !$0.contains("Lan Vy off") }

        try await desk.press("@")
        try await desk.sees("AS IT WAS AT", "guests' names as of now")
        try await desk.press("Left")
        try await desk.sees("Lan Vy not off \(day.short): ill")
        try await desk.press("Left")
        try await desk.sees("Therapist Lan Anh is called Lan Vy now.", "Lan Vy off")
        try await desk.press("Left")
        try await desk.sees("off \(day.short): training", "Lan Anh off")
        try await desk.press("Left")
        try await desk.sees("Lan Anh off \(day.short): ill")
        try await desk.terminal.sees("only her off") { !$0.contains("training") }
        try await desk.press("Escape")
        try await desk.terminal.sees("the present") { !$0.contains("AS IT WAS") }
        #expect(
          try await spa.database.value("SELECT count(*) FROM frontdesk_house_past") == "5")

        // Who changed what has also what no desk did.
        try await desk.press("J")
        try await desk.sees("another program: ", "off \(day.short): training")
      }
    }

    @Test func aTimeIsAskedForAndWhatIsToComeIsNot() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.say(":", "at 0:05")
        try await desk.sees("AS IT WAS AT 00:05")
        try await desk.say(":", " 23:59")
        try await desk.sees("23:59 is still to come")
        let therapist = try await spa.sitDown(.therapist1)
        try await therapist.press("@")
        try await therapist.sees("A day's past is for reception and managers")
      }
    }
  }
}
