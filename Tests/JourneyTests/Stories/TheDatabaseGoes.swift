import BookingTesting
import Testing

extension Journeys {
  /// The database dies and comes back beneath a server that goes on.
  @Suite struct TheDatabaseGoes {
    @Test(arguments: [Way.mariaDB, .pollingOnMariaDB])
    func ordersAreRefusedInASentenceUntilItIsBackAndNothingIsHalfDone(way: Way) async throws {
      let guest = "Zora Quill"
      try await DemoSpa.during(Scene(.init(guest, with: 1, at: "12:30")), on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.find(guest)
        let database = try #require(spa.database.server)
        try await database.kill()
        try await desk.press("c")
        // The last board stands, and F2 keeps the sentence.
        try await desk.sees(guest, "S scheduled", "database")
        try await database.startAgain()
        let back = ContinuousClock.now
        try await spa.database.sql(
          """
          UPDATE bookings SET booking_notes = 'back again'
            WHERE booking_id = \(Scene.booking(of: 0))
          """)
        try await desk.sees(way.linkWord, "back again", "S scheduled", within: .seconds(60))
        print("\(way): the board moves again \(ContinuousClock.now - back) after the database")
        try await desk.insist(on: "c", until: "C confirmed")
        let changes = try await spa.database.value(
          """
          SELECT COUNT(*) FROM frontdesk_events
            WHERE booking_id = \(Scene.booking(of: 0)) AND kind = 'STATUS'
          """)
        #expect(changes == "1")
      }
    }
  }
}
