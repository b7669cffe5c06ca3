import BookingDomain
import BookingTesting
import Console
import Foundation
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

  // MARK: - Calendar

  /// Lines as RFC 5545, 3.1, has them, unfolded.
  private func unfolded(_ calendar: String) throws -> [String] {
    #expect(calendar.hasSuffix("\r\n"))
    let lines = calendar.components(separatedBy: "\r\n").dropLast()
    for line in lines {
      #expect(line.utf8.count <= 75, "\(line)")
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
    }
    return lines.reduce(into: []) { whole, line in
      if line.hasPrefix(" "), let last = whole.popLast() {
        whole.append(last + line.dropFirst())
      } else {
        whole.append(line)
      }
    }
  }

  @Test func everyBookingIsAnEventInUTCWithItsVersion() throws {
    let calendar = try report(SampleSpa.bookings).calendar(stamp: SampleSpa.now)
    let lines = try unfolded(calendar)
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == SampleSpa.bookings.count)
    #expect(lines.contains("UID:booking-5@lotusspa.frontdesk"))
    // Seven hours east, 14:30 is 07:30 in UTC; 75 minutes later it ends.
    #expect(lines.contains("DTSTART:20261122T073000Z") && lines.contains("DTEND:20261122T084500Z"))
    #expect(lines.contains("DTSTAMP:20261122T070700Z"))
    let states = Set(lines.filter { $0.hasPrefix("STATUS:") })
    #expect(states == ["STATUS:TENTATIVE", "STATUS:CONFIRMED", "STATUS:CANCELLED"])
    var changed = SampleSpa.bookings[0]
    changed.version = 7
    #expect(try report([changed]).calendar(stamp: SampleSpa.now).contains("SEQUENCE:7\r\n"))
  }

  @Test func hostileTextStaysText() throws {
    let name = "A\r\nEND:VEVENT\u{1B}[2J; B, \\n " + String(repeating: "ễ", count: 90)
    let booking = SampleSpa.booking(
      1, name, "15:00", with: SampleSpa.linh, notes: "x\nATTACH:http://evil")
    let lines = try unfolded(report([booking]).calendar(stamp: SampleSpa.now))
    #expect(lines.count { $0.hasPrefix("END:VEVENT") } == 1)
    #expect(!lines.contains { $0.hasPrefix("ATTACH") })
    let summary = try #require(lines.first { $0.hasPrefix("SUMMARY:") })
    #expect(summary.contains("\\; B\\, \\\\n "))
    #expect(summary.contains(String(repeating: "ễ", count: 90)))
  }

  @Test func formulasBecomeTextAndTelephoneNumbersStay() throws {
    for (name, isFormula) in [
      ("=1+1", true), ("@SUM(A1)", true), ("+cmd|' /C calc'!A0", true), ("-2+3+cmd", true),
      (" =1", true), ("+84 901 234 567", false), ("-5", false), ("Anna = B", false),
    ] {
      let booking = SampleSpa.booking(1, name, "15:00", with: SampleSpa.linh)
      #expect(try report([booking]).csv().contains("'" + name) == isFormula, "\(name)")
    }
  }

  // MARK: - Paper

  @Test func aLongDayGoesOnOnTheNextPageAndEveryPageSaysWhichItIs() throws {
    let bookings = (0..<40).map { nth in
      SampleSpa.booking(
        Int64(nth + 1), "Guest \(nth)", "\(nth < 20 ? "09" : "1\(nth % 10)"):\(10 + nth)", 10,
        with: SampleSpa.linh, phone: "0901 234 567", alert: "Allergy: nuts",
        notes: "A note that is so long that it needs a second row on paper, as notes often do.")
    }
    let pages = try report(bookings).sheets(printedAt: SampleSpa.now).split(separator: "\u{0C}")
    #expect(pages.count == 4)
    for (index, page) in pages.enumerated() {
      #expect(page.contains("page \(index + 1) of 4"))
      #expect(page.contains("Linh Nguyễn") && page.contains("Sunday 22 November 2026"))
      #expect(!page.contains("0901"))
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 61)
    }
    for nth in 0..<40 { #expect(pages.joined().contains("Guest \(nth) ")) }
  }

  @Test func anEmptyDayIsOnePage() throws {
    let paper = try report([]).sheets(printedAt: SampleSpa.now, isUnicode: false)
    #expect(paper.contains("No bookings"))
    #expect(!paper.contains("\u{0C}"))
    #expect(paper.utf8.allSatisfy { $0 < 0x80 })
  }
}
