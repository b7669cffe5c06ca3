import BookingTesting
import Testing

extension Journeys {
  /// The guide's load testing, with the program that an operator would use.
  @Suite struct UnderLoad {
    private func load(_ spa: DemoSpa, _ arguments: String...) async throws -> RunningProgram.Record
    {
      try await RunningProgram.run(
        try BuiltProgram.load.path, spa.login(.reception) + arguments)
    }

    @Test(arguments: Way.main)
    func everyConnectionHearsEveryChangeAndNotesAreGivenBack(way: Way) async throws {
      let scene = Scene(
        .init("Zora Quill", with: 1, at: "12:30"),
        .init("Yann Moss", with: 2, at: "13:00"))
      try await DemoSpa.during(scene, on: way) { spa in
        let zora = Scene.booking(of: 0)
        _ = try await spa.database.sql(
          "UPDATE bookings SET booking_notes = 'likes it warm' WHERE booking_id = \(zora)")
        let record = try await load(
          spa, "--connections", "30", "--orders", "20", "--seconds", "2", "--json")
        #expect(record.ending == .exited(0), "\(record)")
        let report = try #require(JSON(record.output))
        #expect(report["live"].number == 30 && report["level"].number == 30)
        #expect(report["orders"].number == 40 && report["accepted"].number == 40)
        #expect((report["delivery"]["p50"].number ?? 0) > 0)
        #expect(
          try await spa.database.sql(
            "SELECT booking_notes FROM bookings WHERE booking_notes LIKE 'load%'") == [])
        #expect(
          try await spa.database.value(
            "SELECT booking_notes FROM bookings WHERE booking_id = \(zora)")
            == "likes it warm")
      }
    }

    @Test func whatCannotBeginIsSaidInASentence() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let tooMany = try await load(spa, "--connections", "99999")
        #expect(tooMany.ending == .exited(2) && tooMany.errors.contains("1 to 50000"))
        let nobody = try await RunningProgram.run(
          try BuiltProgram.load.path,
          Desk.Person.reception.login(at: "http://127.0.0.1:\(try FreePort.find())"))
        #expect(nobody.ending == .exited(75), "\(nobody)")
        #expect(nobody.errors.hasPrefix("frontdesk-load: "))
      }
    }
  }
}
