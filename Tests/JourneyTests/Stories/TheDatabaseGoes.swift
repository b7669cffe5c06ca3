import BookingTesting
import Testing

extension Journeys {
  /// The database dies and comes back beneath a server that goes on.
  @Suite struct TheDatabaseGoes {
    @Test(arguments: [Way.mariaDB, .pollingOnMariaDB])
    func anOrderGivenMeanwhileWaitsAndIsDoneOnceWhenItIsBack(way: Way) async throws {
      let guest = "Zora Quill"
      try await DemoSpa.during(Scene(.init(guest, with: 1, at: "12:30")), on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.find(guest)
        let database = try #require(spa.database.server)
        try await database.kill()
        try await desk.press("c")
        // The last board stands, F2 keeps the sentence, and the order is not lost.
        try await desk.sees(guest, "S scheduled", "database")
        try await database.startAgain()
        let back = ContinuousClock.now
        try await desk.sees(way.linkWord, "C confirmed", within: .seconds(50))
        print("\(way): the order is done \(ContinuousClock.now - back) after the database")
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
