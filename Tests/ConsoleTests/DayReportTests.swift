import BookingDomain
import BookingTesting
import Console
import Testing

@Suite struct DayReportTests {
  private func report(_ bookings: [Booking], therapist: String? = nil) throws -> DayReport {
    try DayReport(
      date: SampleSpa.date, spa: SampleSpa.spa, zone: SampleSpa.zone, bookings: bookings,
      therapist: therapist)
  }

  @Test func everyRowIsAligned() throws {
    let lines = try report(SampleSpa.bookings).text(today: SampleSpa.date)
      .split(separator: "\n")
    #expect(lines.count == SampleSpa.bookings.count + 2)
    #expect(lines[0].contains("Sunday 22 November 2026 (today), 11 bookings"))
    let guest = try #require(lines[1].firstRange(of: "Guest")).lowerBound
    let column = lines[1].distance(from: lines[1].startIndex, to: guest)
    #expect(lines.contains { $0.dropFirst(column).hasPrefix("Trần Quốc Bảo") })
  }

  @Test func aTherapistIsFoundByAnyPartOfTheName() throws {
    #expect(try report(SampleSpa.bookings, therapist: "tran").bookings.count == 5)
    #expect(throws: ConsoleProblem.self) { try report(SampleSpa.bookings, therapist: "zoe") }
  }

  @Test func hostileTextIsCleanedInEveryForm() throws {
    let booking = SampleSpa.booking(
      1, "\u{1B}[2J\"quoted\", \u{202E}x\u{9B}", "15:00", with: SampleSpa.linh, notes: "=1+1\n2")
    let report = try report([booking])
    for text in [report.text(today: SampleSpa.date), report.json(), report.csv()] {
      let harmful = text.unicodeScalars.filter {
        ($0.properties.generalCategory == .control && $0 != "\n" && $0 != "\r")
          || $0 == "\u{202E}"
      }
      #expect(harmful.isEmpty)
    }
    #expect(report.json().contains("\\u001b[2J\\\"quoted\\\", \\u202ex\\u009b"))
    #expect(report.csv().contains("'=1+1 2"))
  }

  @Test func anEmptyDayIsSaid() throws {
    let report = try report([])
    #expect(report.text(today: SampleSpa.date).contains("no bookings"))
    #expect(report.json().contains("\"bookings\": []"))
    #expect(report.csv().hasPrefix("bookingId,"))
  }
}
