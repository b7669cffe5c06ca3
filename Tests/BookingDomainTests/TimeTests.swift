import BookingDomain
import Testing

@Suite struct TimeTests {
  @Test func datesAreTheCalendars() throws {
    let date = try #require(LocalDate("2024-02-29"))
    #expect((date + 1).description == "2024-03-01")
    #expect(date.weekday == .thursday)
    #expect(LocalDate(dayNumber: 0).description == "1970-01-01")
    for number in stride(from: -400_000, through: 400_000, by: 371) {
      let date = LocalDate(dayNumber: number)
      let (year, month, day) = date.yearMonthDay
      #expect(LocalDate(year: year, month: month, day: day) == date || year < 1)
    }
  }

  @Test(arguments: [
    "2024-02-30", "2023-02-29", "2024-13-01", "24-01-01", "2024-1-1", "2024-01-01 ", "",
    "２０２４-01-01", "2024-00-10", "+024-01-01",
  ])
  func whatIsNoDateIsNone(text: String) {
    #expect(LocalDate(text) == nil)
  }

  @Test func timesReadTheGuidesForm() {
    #expect(TimeOfDay("14:30:00") == TimeOfDay(hour: 14, minute: 30))
    #expect(TimeOfDay("14:30")?.description == "14:30:00")
    #expect(TimeOfDay("24:00") == .endOfDay)
    for text in ["24:01", "9:00", "14:60", "14", "14:30:60", "-1:00", "14:30:00:00"] {
      #expect(TimeOfDay(text) == nil)
    }
  }

  @Test func timestampsReadAndWriteISO8601() throws {
    let instant = try #require(Timestamp("2024-01-15T10:30:00Z"))
    #expect(instant.milliseconds == 1_705_314_600_000)
    #expect(instant.description == "2024-01-15T10:30:00Z")
    #expect(Timestamp("2024-01-15T17:30:00+07:00") == instant)
    #expect(Timestamp("2024-01-15T10:30:00.125999Z")?.milliseconds == 1_705_314_600_125)
    #expect(Timestamp(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
    for text in ["2024-01-15 10:30:00Z", "2024-01-15T10:30:00", "2024-01-15T10:30:00.Z", "now"] {
      #expect(Timestamp(text) == nil)
    }
  }

  /// New York, 2024: forward on March 10 at 2:00, back on November 3 at 2:00.
  @Test func daysOfTwentyThreeAndTwentyFiveHoursAreCountedInElapsedTime() throws {
    let forward = try #require(Timestamp("2024-03-10T07:00:00Z"))
    let back = try #require(Timestamp("2024-11-03T06:00:00Z"))
    let zone = SpaZone(
      name: "America/New_York",
      offsets: [
        .init(from: Timestamp(milliseconds: 0), seconds: -5 * 3600),
        .init(from: forward, seconds: -4 * 3600), .init(from: back, seconds: -5 * 3600),
      ])
    func instant(_ date: String, _ time: String) throws -> Timestamp {
      zone.timestamp(
        LocalMoment(
          date: try #require(LocalDate(date)), time: try #require(TimeOfDay(time))))
    }
    #expect(
      try instant("2024-03-11", "00:00") - instant("2024-03-10", "00:00") == Minutes(23 * 60))
    #expect(
      try instant("2024-11-04", "00:00") - instant("2024-11-03", "00:00") == Minutes(25 * 60))
    // 1:30 comes twice on the long day: the first is meant. 2:30 never comes on the short one.
    #expect(try instant("2024-11-03", "01:30").description == "2024-11-03T05:30:00Z")
    #expect(try instant("2024-03-10", "02:30").description == "2024-03-10T07:30:00Z")
    #expect(zone.local(forward).time == TimeOfDay(hour: 3))
    #expect(zone.local(back).time == TimeOfDay(hour: 1))
  }

  @Test func requestIDsAreUUIDs() {
    var source = SystemRandomNumberGenerator()
    let id = RequestID.random(using: &source)
    #expect(RequestID(id.text) == id && id.text.utf8.count == 36)
    #expect(RequestID(id.text.uppercased()) == id)
    #expect(RequestID("not-a-uuid") == nil)
    #expect(RequestID(String(repeating: "a", count: 36)) == nil)
  }
}
