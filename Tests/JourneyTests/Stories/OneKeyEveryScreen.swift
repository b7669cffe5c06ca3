import BookingTesting
import Testing

extension Journeys {
  /// One key at one desk, and everybody who may know knows.
  @Suite struct OneKeyEveryScreen {
    @Test(arguments: Way.main + [.pollingOnMariaDB])
    func aConfirmationShowsOnFourScreensAndAtTheGuidesClient(way: Way) async throws {
      let guest = "Zora Quill"
      try await DemoSpa.during(Scene(.init(guest, with: 1, at: "12:30")), on: way) { spa in
        let desks = try await spa.look(at: guest, .reception, .reception2, .manager)
        let (desk, otherDesk, manager) = (desks[0], desks[1], desks[2])
        let therapist = try await spa.sitDown(.therapist1)
        let customer = try await spa.connect(.customer1, script: try guideScript())
        let stranger = try await spa.connect(.therapist2, script: try guideScript())
        try await customer.hears("CONNECTION_ESTABLISHED")
        try await stranger.hears("CONNECTION_ESTABLISHED")
        try await therapist.sees(guest, "S scheduled")

        let pressed = ContinuousClock.now
        try await desk.press("c")
        try await otherDesk.sees("C confirmed")
        print("\(way): from the key to the other desk's screen \(ContinuousClock.now - pressed)")
        for screen in [desk, therapist, manager] { try await screen.sees("C confirmed") }

        let told = try await customer.hears("BOOKING_STATUS_CHANGED")
        #expect(told.data["bookingId"].number == Scene.booking(of: 0))
        #expect(told.data["customerId"].number == Scene.customer(of: 0))
        #expect(told.data["therapistId"].number != nil)
        #expect(told.data["oldStatus"].text == "SCHEDULED")
        #expect(told.data["newStatus"].text == "CONFIRMED")
        #expect(told.data["appointmentDate"].text == "\(SpaClock.noon.today)")
        #expect(told.data["appointmentTime"].text == "12:30:00")
        #expect(told.data["serviceName"].text?.isEmpty == false)
        #expect(told.fields["message"]["timestamp"].text?.hasSuffix("Z") == true)

        // Whatever the other therapist is to hear has been heard once the answer to something
        // asked later is there.
        stranger.send("PING")
        try await stranger.hears("PONG")
        #expect(stranger.messages("BOOKING_STATUS_CHANGED").isEmpty)
      }
    }

    @Test(arguments: Way.main)
    func theWholeChainAndItsUndoAgreeOnScreensInTheRowAndInTheLog(way: Way) async throws {
      let guest = "Zora Quill"
      try await DemoSpa.during(Scene(.init(guest, with: 1, at: "12:30")), on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        let otherDesk = try await spa.sitDown(.reception2)
        try await desk.find(guest)
        try await otherDesk.find(guest)
        func row() async throws -> String {
          try await spa.database.value(
            "SELECT booking_status FROM bookings WHERE booking_id = \(Scene.booking(of: 0))")
        }
        let chain = [
          ("c", "C confirmed", "CONFIRMED"), ("s", "P in progress", "IN_PROGRESS"),
          ("d", "D completed", "COMPLETED"), ("u", "P in progress", "IN_PROGRESS"),
        ]
        for (key, chip, status) in chain {
          try await desk.press(key)
          try await desk.sees(chip)
          try await otherDesk.sees(chip)
          #expect(try await row() == status)
          if key == "c" {
            try await desk.press("a")
            for screen in [desk, otherDesk] {
              try await screen.terminal.sees("the guest waiting, and no order") {
                $0.contains("waiting 0 min") && !$0.contains("↻")
              }
            }
            #expect(try await row() == "CONFIRMED")
          }
        }
        let log = try await spa.database.sql(
          """
          SELECT kind, ifnull(old_status, ''), ifnull(new_status, ''), by_name
            FROM frontdesk_events
            WHERE booking_id = \(Scene.booking(of: 0)) AND by_name IS NOT NULL AND by_name <> ''
            ORDER BY seq
          """)
        #expect(
          log.map { "\($0[0]) \($0[1])>\($0[2])" } == [
            "STATUS SCHEDULED>CONFIRMED", "UPDATED >", "STATUS CONFIRMED>IN_PROGRESS",
            "STATUS IN_PROGRESS>COMPLETED", "STATUS COMPLETED>IN_PROGRESS",
          ])
        #expect(Set(log.map { $0[3] }).count == 1)
      }
    }

    @Test(arguments: Way.main)
    func anyBookingOnTheScreenIsConfirmedByItsTag(way: Way) async throws {
      let scene = Scene(
        .init("Zora Quill", with: 1, at: "12:30"), .init("Yann Moss", with: 2, at: "13:00"))
      try await DemoSpa.during(scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.find("Zora Quill")
        try await desk.press("C")
        let tags = try await desk.sees("Confirm which booking?")
        let found = try #require(tags.text.firstMatch(of: /([a-z])([a-z]) Yann/))
        try await desk.press(String(found.1), String(found.2))
        try await desk.find("Yann Moss")
        try await desk.sees("C confirmed")
      }
    }
  }
}
