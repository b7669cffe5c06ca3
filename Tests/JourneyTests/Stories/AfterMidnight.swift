import BookingDomain
import BookingTesting
import Testing

extension Journeys {
  /// A treatment that was begun before midnight and goes on.
  @Suite struct AfterMidnight {
    private static let booking = Scene.booking(of: 0)

    /// Zora has been with Lan Anh since a quarter past eleven in the evening.
    private func night(_ story: (DemoSpa) async throws -> Void) async throws {
      let clock = SpaClock.midnight
      var setting = DemoSpa.Setting(
        Scene(.init("Zora Quill", with: 1, at: "23:15", minutes: 60, status: "IN_PROGRESS")))
      setting.zone = clock.zone
      setting.date = clock.today
      try await DemoSpa.during(setting) { spa in
        try await spa.database.sql(
          """
          UPDATE bookings SET appointment_date = '\(clock.today - 1)'
            WHERE booking_id = \(Self.booking)
          """)
        try await story(spa)
      }
    }

    @Test func itStandsOnBoardAgendaAndWallUntilItIsCompleted() async throws {
      try await night { spa in
        let desk = try await spa.sitDown(.reception)
        // In a narrow column her name is shortened, to as much as the signs beside it leave.
        try await desk.terminal.sees("her") { $0.contains("Zora") || $0.contains("Quill") }
        try await desk.press("2")
        try await desk.sees("Zora Quill")
        try await desk.press("5")
        try await desk.sees("Zora")
        try await desk.press("1")
        try await desk.find("Zora Quill")
        try await desk.press("d")
        try await desk.terminal.sees("the board without her") {
          !$0.contains("P in progress") && !$0.contains("unanswered")
        }
        #expect(
          try await spa.database.value(
            "SELECT booking_status FROM bookings WHERE booking_id = \(Self.booking)")
            == "COMPLETED")
      }
    }

    @Test func herTherapistIsNotFreeMeanwhile() async throws {
      try await night { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.begin("b", "5838 mt60 lan now", seeing: "Zora Quill")
        try await desk.terminal.sees("why not") {
          $0.contains("Lan Anh has Zora Quill") || $0.contains("open from")
        }
      }
    }

    @Test func aTherapistSeesTheGuestOnTheOwnDay() async throws {
      try await night { spa in
        let desk = try await spa.sitDown(.therapist1, columns: 40, rows: 24)
        try await desk.sees("Zora")
      }
    }
  }
}
