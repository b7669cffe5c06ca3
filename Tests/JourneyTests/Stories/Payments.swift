import BookingTesting
import Testing

extension Journeys {
  /// What is sold and paid later.
  @Suite struct Payments {
    @Test(arguments: Way.main)
    func aGuestWhoPaysLaterStandsUnpaidUntilTheMoneyIsTaken(way: Way) async throws {
      let scene = Scene(.init("Zora Quill", with: 1, at: "12:30"))
      try await DemoSpa.during(scene, on: way) { spa in
        func rows() async throws -> [[String]] {
          try await spa.database.sql(
            """
            SELECT b.booking_status, p.payment_status, p.payment_method,
                p.payment_date IS NOT NULL, u.booked_quantity
              FROM bookings b JOIN payment_items i ON i.payment_item_id = b.payment_item_id
              JOIN payments p ON p.payment_id = i.payment_id
              JOIN payment_item_usage u ON u.payment_item_id = i.payment_item_id
              WHERE p.reference_number LIKE 'FD%' ORDER BY b.booking_id
            """)
        }
        let desk = try await spa.sitDown(.reception)
        let other = try await spa.sitDown(.reception2)
        let therapist = try await spa.sitDown(.therapist1)
        try await desk.say("b", "7919 mt60 lan 1500 chưa trả", seeing: "PAID FOR", "528,000 unpaid")
        try await desk.isDone("15:00 to 16:00", "$ takes it")
        #expect(try await rows() == [["SCHEDULED", "PENDING", "CASH", "0", "1"]])
        try await other.sees("$")
        let price = try await spa.database.value(
          "SELECT total_amount FROM payments WHERE reference_number LIKE 'FD%'")
        let seen = try await therapist.sees("Zora Quill")
        #expect(!seen.contains("$") && !seen.contains(String(price.prefix(3))))

        // By a digit, with the sum in sight.
        try await desk.press("$")
        try await desk.sees("1 cash", "2 card", "from Zora Quill")
        try await desk.press("2")
        try await desk.sees("card from Zora Quill")
        try await desk.press("Enter")
        try await desk.isDone("paid, card")
        #expect(try await rows() == [["SCHEDULED", "PAID", "CREDIT_CARD", "1", "1"]])
        try await other.terminal.sees("nobody owes") { !$0.contains("$") }

        try await desk.press("$")
        try await desk.sees("took it at ")
        try await desk.press("u")
        try await desk.isDone("$ takes it")
        #expect(try await rows() == [["SCHEDULED", "PENDING", "CASH", "0", "1"]])

        // The booking goes, and what was owed with it; both come back.
        try await desk.say("x", "1")
        try await desk.isDone("X cancelled")
        #expect(try await rows() == [["CANCELLED", "FAILED", "CASH", "0", "0"]])
        try await desk.press("u")
        try await desk.isDone("S scheduled", "$ takes it")
        #expect(try await rows() == [["SCHEDULED", "PENDING", "CASH", "0", "1"]])
      }
    }

    /// Lan Anh does massages, Ngọc Mai faces: Zora has both, and pays once.
    @Test(arguments: Way.main)
    func whatAVisitOwesIsTakenAtOnceAndGoesBackAtOnce(way: Way) async throws {
      let scene = Scene(.init("Zora Quill", with: 1, at: "17:00"))
      try await DemoSpa.during(scene, on: way) { spa in
        func rows() async throws -> [[String]] {
          try await spa.database.sql(
            """
            SELECT payment_status, payment_method FROM payments
              WHERE reference_number LIKE 'FD%' ORDER BY payment_id
            """)
        }
        let desk = try await spa.sitDown(.reception)
        let other = try await spa.sitDown(.reception2)
        try await desk.say("b", "7919 mt60 lan & da60 1400 unpaid")
        try await desk.isDone("14:00 to 15:00", "$ takes it")
        #expect(try await rows() == [["PENDING", "CASH"], ["PENDING", "CASH"]])

        try await desk.press("$")
        try await desk.sees("1,122,000 cash from Zora Quill", "528,000", "594,000", "only")
        try await desk.press("2")
        try await desk.sees("1,122,000 card")
        try await desk.press("Enter")
        try await desk.isDone("paid, card", "for 2 treatments")
        #expect(try await rows() == [["PAID", "CREDIT_CARD"], ["PAID", "CREDIT_CARD"]])
        try await other.terminal.sees("nobody owes") { !$0.contains("$") }
        try await desk.press("u")
        try await desk.isDone("$ takes it")
        #expect(try await rows() == [["PENDING", "CASH"], ["PENDING", "CASH"]])

        try await desk.say("$", "only momo")
        try await desk.isDone("paid, Momo")
        #expect(try await rows() == [["PAID", "MOMO"], ["PENDING", "CASH"]])
        try await desk.press("u")
        try await desk.isDone("$ takes it")
        #expect(try await rows() == [["PENDING", "CASH"], ["PENDING", "CASH"]])
      }
    }

    @Test(arguments: Way.main)
    func whatTheWebShopIsPaidMeanwhileIsNotTakenAgain(way: Way) async throws {
      let scene = Scene(.init("Ola Berg", with: 1, at: "11:00", status: "COMPLETED", isPaid: false))
      try await DemoSpa.during(scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        // Done and not paid: it needs somebody.
        try await desk.sees("1  unpaid")
        try await desk.press("Tab")
        try await desk.sees("Ola Berg", "unpaid ")
        try await desk.press("$")
        try await desk.sees("from Ola Berg")
        try await spa.database.sql(
          """
          UPDATE payments SET payment_status = 'PAID', payment_method = 'VNPAY',
              payment_date = '\(SpaClock.noon.today) 05:12:00'
            WHERE payment_id = 9000000
          """)
        try await desk.sees("Paid by the web shop")
        try await desk.press("Escape")
        try await desk.isDone("paid, VNPay")
        #expect(
          try await spa.database.sql(
            "SELECT payment_status, payment_method FROM payments WHERE payment_id = 9000000")
            == [["PAID", "VNPAY"]])
      }
    }

    @Test(arguments: Way.main)
    func theManagerReadsWhatTheDayBrought(way: Way) async throws {
      let scene = Scene(
        .init("Zora Quill", with: 1, at: "12:30"),
        .init("Ola Berg", with: 2, at: "11:00", status: "COMPLETED", isPaid: false))
      try await DemoSpa.during(scene, on: way) { spa in
        // Nothing but what this story sells.
        try await spa.database.sql("UPDATE payments SET payment_date = '2020-01-01 00:00:00'")
        let desk = try await spa.sitDown(.reception)
        try await desk.say("w", "Hoa 0901234567 mt60 momo")
        try await desk.isDone("Hoa")
        try await desk.say(":", "takings")
        try await desk.sees("is for managers")

        let manager = try await spa.sitDown(.manager)
        try await manager.say(":", "takings")
        let page = try await manager.sees("Takings of", "PAID BY", "together", "unpaid")
        let momo = try #require(page.text.split(separator: "\n").first { $0.contains("Momo") })
        #expect(momo.contains("desk") && momo.contains(" 1 "))

        let script = try await RunningProgram.run(
          try BuiltProgram.console.path,
          ["day", "--takings", "--format", "csv"] + spa.login(.manager))
        #expect(script.ending == .exited(0), "\(script.errors)")
        #expect(script.output.contains("taken,MOMO,desk,1,"), "\(script.output)")
        #expect(script.output.contains("unpaid,,,1,1.00"), "\(script.output)")
        let refused = try await RunningProgram.run(
          try BuiltProgram.console.path,
          ["day", "--takings"] + spa.login(.reception))
        #expect(refused.errors.contains("for managers"), "\(refused.errors)")
      }
    }
  }
}
