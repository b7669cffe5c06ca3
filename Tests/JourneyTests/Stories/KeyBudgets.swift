import BookingTesting
import Testing

extension Journeys {
  /// The key budgets of the desk: exactly these keys on the real programs, as fast as a terminal
  /// takes them, end in these rows. Each story fails when it needs a key more than its budget.
  @Suite struct KeyBudgets {
    /// Zora's telephone number ends in 7919 and Yann's in 5838; Zora has sessions left of the
    /// massage of an hour, "Massage thư giãn 60'". Therapists 1 and 2 are Lan Anh and Thu Hà.
    private static let scene = Scene(
      .init("Zora Quill", with: 1, at: "12:30"), .init("Yann Moss", with: 2, at: "13:00"),
      .init("Ola Berg", with: 3, at: "11:30", status: "CONFIRMED"))

    /// What opens a line, its text, and Enter.
    private func line(_ opening: String, _ text: String) -> [String] {
      [opening] + text.map(String.init) + ["Enter"]
    }

    private func press(_ keys: [String], within budget: Int, at desk: Desk) async throws {
      #expect(keys.count <= budget, "\(keys.joined()) has \(keys.count) keys")
      for key in keys { try await desk.press(key) }
    }

    /// Waits until nothing that was ordered is unanswered.
    private func sees(_ texts: String..., at desk: Desk) async throws {
      try await desk.terminal.sees("\(texts), answered") { screen in
        texts.allSatisfy(screen.contains) && !screen.contains("unanswered")
          && screen.lines.last?.hasPrefix(" :") == false
      }
    }

    private func booking(_ appointment: Int, _ columns: String, in spa: DemoSpa) async throws
      -> [String]
    {
      try await spa.database.sql(
        "SELECT \(columns) FROM bookings WHERE booking_id = \(Scene.booking(of: appointment))"
      ).first ?? []
    }

    private func newest(_ columns: String, in spa: DemoSpa) async throws -> [String] {
      try await spa.database.sql(
        """
        SELECT \(columns) FROM bookings b
          JOIN customers c ON c.customer_id = b.customer_id
          ORDER BY booking_id DESC LIMIT 1
        """
      ).first ?? []
    }

    @Test(arguments: Way.main)
    func aPhoneBookingTakesTwentyKeysAndOneTakesItBack(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        let used = """
          SELECT booked_quantity FROM payment_item_usage WHERE payment_item_id = 9000000
          """
        try await press(line("b", "7919 mt60 lan 1500"), within: 20, at: desk)
        try await sees("Zora Quill booked for 15:00", "15:00 to 16:00", at: desk)
        let columns =
          "full_name, appointment_time, therapist_user_id, b.duration_minutes, booking_status"
        #expect(
          try await newest(columns, in: spa) == ["Zora Quill", "15:00:00", "11", "60", "SCHEDULED"])
        #expect(try await spa.database.value(used) == "2")

        try await press(["u"], within: 1, at: desk)
        try await sees("X cancelled", at: desk)
        #expect(try await newest("booking_status", in: spa) == ["CANCELLED"])
        #expect(try await spa.database.value(used) == "1")
      }
    }

    @Test(arguments: Way.main)
    func aWalkInIsNewSoldAndBookedInTwentyThreeKeys(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await press(line("w", "Eva 0999111222 mt60"), within: 23, at: desk)
        try await sees("Eva booked for", at: desk)
        #expect(
          try await newest("full_name, booking_status, b.duration_minutes", in: spa)
            == ["Eva", "SCHEDULED", "60"])
        let sold = try await spa.database.sql(
          """
          SELECT payment_method, payment_status FROM payments p
            JOIN customers c ON c.customer_id = p.customer_id WHERE c.phone_number = '0999111222'
          """)
        #expect(sold == [["CASH", "PAID"]])
      }
    }

    @Test(arguments: Way.main)
    func bookingsAreMovedGivenToOthersAndCancelledWithinTheirBudgets(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.find("Zora Quill")
        try await press(line("m", "1530"), within: 8, at: desk)
        try await sees("15:30", "moved from 12:30", at: desk)
        #expect(try await booking(0, "appointment_time", in: spa) == ["15:30:00"])

        try await press(line("m", "thu"), within: 6, at: desk)
        try await sees("moved from 15:30", at: desk)
        #expect(try await booking(0, "therapist_user_id", in: spa) == ["12"])

        try await press(["u"], within: 1, at: desk)
        try await sees("moved from 12:30", at: desk)
        #expect(try await booking(0, "therapist_user_id", in: spa) == ["11"])
        try await press(["u"], within: 1, at: desk)
        try await desk.terminal.sees("the first move taken back") {
          !$0.contains("moved from") && !$0.contains("unanswered")
        }
        #expect(try await booking(0, "appointment_time", in: spa) == ["12:30:00"])

        try await press(line("x", "1"), within: 5, at: desk)
        try await sees("X cancelled", at: desk)
        #expect(try await booking(0, "booking_status", in: spa) == ["CANCELLED"])

        try await desk.find("Ola Berg")
        try await press(["o"], within: 3, at: desk)
        try await sees("N no-show", at: desk)
        #expect(try await booking(2, "booking_status", in: spa) == ["NO_SHOW"])
      }
    }

    @Test(arguments: Way.main)
    func timeIsBlockedAndACustomerIsFoundWithinTheirBudgets(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await press(line("B", "lan 1500 30"), within: 13, at: desk)
        try await sees("blocked", at: desk)
        #expect(
          try await spa.database.sql(
            "SELECT therapist_id, time, duration_minutes FROM frontdesk_blocks")
            == [["11", "15:00:00", "30"]])

        try await press(line("f", "7919"), within: 6, at: desk)
        try await desk.sees("Zora Quill (b books", "2 of 3 left")
      }
    }

    @Test(arguments: Way.main)
    func aFreedGapIsFilledFromTheWaitingListInFourKeys(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let script = try await RunningProgram.run(
          try BuiltProgram.console.path,
          ["do"] + spa.login(.reception) + ["wait 5838 mt60 lan 15-18"])
        #expect(script.ending == .exited(0), "\(script.errors)")
        let desk = try await spa.sitDown(.reception)
        try await press(["W", "1", "Enter"], within: 4, at: desk)
        try await sees("Yann Moss booked for 15:00", at: desk)
        #expect(
          try await newest("full_name, appointment_time, therapist_user_id", in: spa)
            == ["Yann Moss", "15:00:00", "11"])
        #expect(try await spa.database.value("SELECT count(*) FROM frontdesk_waiting") == "0")
      }
    }
  }

  /// The same orders from a script.
  @Suite struct FromAScript {
    private func give(_ orders: String..., in spa: DemoSpa) async throws
      -> RunningProgram.Record
    {
      try await RunningProgram.run(
        try BuiltProgram.console.path, ["do"] + spa.login(.reception) + orders,
        environment: ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"])
    }

    private static let scene = Scene(
      .init("Zora Quill", with: 1, at: "12:30"), .init("Yann Moss", with: 2, at: "13:00"))

    @Test(arguments: Way.main)
    func anOrderIsAnsweredWithASentenceAndZeroOneOrTwo(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        func status() async throws -> String {
          try await spa.database.value(
            "SELECT booking_status FROM bookings WHERE booking_id = \(Scene.booking(of: 0))")
        }
        let said = try await give("--dry-run", "search zora", "confirm", in: spa)
        #expect(said.ending == .exited(0) && said.output.contains("Would confirm Zora Quill"))
        #expect(try await status() == "SCHEDULED")

        let done = try await give("search zora", "confirm", "notes likes it warm", in: spa)
        #expect(done.ending == .exited(0), "\(done.errors)")
        #expect(done.output.contains("Zora Quill") && done.output.contains("confirmed."))
        #expect(try await status() == "CONFIRMED")

        let refused = try await give("search zora", "confirm", "complete", in: spa)
        #expect(refused.ending == .exited(1))
        #expect(refused.errors.contains("Not given any more: 1."))

        let wrong = try await give("frobnicate", in: spa)
        #expect(wrong.ending == .exited(2) && wrong.errors.contains("There is no command"))
      }
    }
  }
}
