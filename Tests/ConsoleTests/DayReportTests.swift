import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Foundation
import Testing

@Suite struct DayReportTests {
  private func report(
    _ bookings: [Booking], blocks: [Block] = [], waiting: [WaitingGuest] = [],
    therapist: String? = nil
  ) throws -> DayReport {
    try DayReport(
      date: SampleSpa.date, spa: SampleSpa.spa, zone: SampleSpa.zone, bookings: bookings,
      blocks: blocks, waiting: waiting, therapist: therapist)
  }

  private static let lunch = Block(
    id: 3, therapist: SampleSpa.mai, date: SampleSpa.date, time: TimeOfDay(hour: 12),
    duration: 30, reason: "lunch; \u{1B}[2J", byName: "Anna Lee")

  private static let zora = WaitingGuest(
    id: 8, customer: Customer(id: 71, name: "Zora Quill", phone: "+84 901 237 714"),
    service: ServiceSummary(id: 1, name: "Swedish Massage"), therapist: SampleSpa.linh,
    date: SampleSpa.date, from: TimeOfDay(hour: 14), until: TimeOfDay(hour: 18),
    note: "calls back", byName: "Anna Lee", since: SampleSpa.at("10:00"))

  // MARK: - Blocked time and who waits

  @Test func blockedTimeAndWhoWaitsStandInEveryForm() throws {
    let report = try report(SampleSpa.bookings, blocks: [Self.lunch], waiting: [Self.zora])
    let text = report.text(today: SampleSpa.date)
    #expect(text.contains("\nBlocked\n12:00-12:30  Mai Trần  lunch;"))
    #expect(text.contains("\nWaiting\n14:00-18:00  Zora Quill  +84 901 237 714"))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(report.json().utf8)) as? [String: Any])
    #expect((json["bookings"] as? [Any])?.count == SampleSpa.bookings.count)
    #expect((json["blocks"] as? [[String: Any]])?.first?["therapistName"] as? String == "Mai Trần")
    #expect((json["waiting"] as? [[String: Any]])?.first?["fromTime"] as? String == "14:00:00")
    // A table of bookings stays one: the others are asked for.
    #expect(report.csv() == (try self.report(SampleSpa.bookings)).csv())
    #expect(report.csv(of: .blocks).contains("3,2026-11-22,12:00:00,12:30:00,30,12,Mai Trần,"))
    #expect(report.csv(of: .waiting).contains("8,2026-11-22,14:00:00,18:00:00,71,Zora Quill,+84"))
    #expect(try self.report([]).csv(of: .waiting).hasPrefix("waitingId,"))
    for form in [text, report.csv(of: .blocks), report.calendar(stamp: SampleSpa.now)] {
      #expect(!form.contains("\u{1B}"))
    }
  }

  @Test func aSheetSaysWhenItsTherapistIsBlockedAndWhoWaitsStaysAtTheDesk() throws {
    let report = try report(SampleSpa.bookings, blocks: [Self.lunch], waiting: [Self.zora])
    let pages = report.sheets(printedAt: SampleSpa.now).split(separator: "\u{0C}")
    #expect(pages.count == 3)
    #expect(!pages[0].contains("lunch") && pages[1].contains("12:00-12:30 -- blocked: lunch;"))
    let lines = pages[1].split(separator: "\n")
    let lunch = try #require(lines.firstIndex { $0.contains("lunch") })
    let after = try #require(lines.firstIndex { $0.hasPrefix("13:15") })
    #expect(lunch < after)
    #expect(!pages[0].contains("Zora") && !pages[1].contains("Zora"))
    #expect(pages[2].contains("stays at the desk") && pages[2].contains("Zora Quill"))
    #expect(pages.allSatisfy { $0.split(separator: "\n").allSatisfy { $0.count <= 80 } })
  }

  @Test func aSheetIsInTheLanguageAndByTheClockOfWhoPrintsIt() throws {
    var bookings = SampleSpa.bookings
    bookings[0].wish = SampleSpa.linh
    let report = try report(bookings, blocks: [Self.lunch], waiting: [Self.zora])
    let english = report.sheets(printedAt: SampleSpa.now)
    #expect(english.contains("❤ the guest wishes for Linh Nguyễn"))
    let paper = report.sheets(
      printedAt: SampleSpa.now, in: Wording(.vietnamese, clock: .to12))
    for words in [
      "Chủ Nhật 22/11/2026", "12:00p-12:30p", "đã chặn: lunch;", "❤ khách yêu cầu Linh Nguyễn",
      "trang 1/1", "in lúc 2026-11-22 2:07 CH", "Danh sách chờ: để ở quầy", "Không diễn ra:",
    ] {
      #expect(paper.contains(words), "\(words) in\n\(paper)")
    }
    for words in ["guest", "min", "page", "printed", "blocked", "confirmed", "bed ", "14:"] {
      #expect(!paper.contains(words), "\(words) in\n\(paper)")
    }
    #expect(paper.split { "\n\u{0C}".contains($0) }.allSatisfy { $0.count <= 80 }, "\(paper)")
  }

  @Test func whoAsksForOneTherapistIsNotToldWhoWaits() throws {
    let report = try report(
      SampleSpa.bookings, blocks: [Self.lunch], waiting: [Self.zora], therapist: "linh")
    #expect(report.blocks.isEmpty && report.waiting.isEmpty)
  }

  @Test func blockedTimeIsABusyEventAlsoWhereTheClocksChange() throws {
    let calendar = try report([], blocks: [Self.lunch]).calendar(stamp: SampleSpa.now)
    let lines = try unfolded(calendar)
    #expect(lines.contains("UID:block-3@lotusspa.frontdesk") && lines.contains("TRANSP:OPAQUE"))
    #expect(lines.contains("DTSTART:20261122T050000Z") && lines.contains("DTEND:20261122T053000Z"))
    #expect(lines.contains { $0.hasPrefix("SUMMARY:lunch\\;") && $0.hasSuffix("\\, Mai Trần") })
    // Europe, 25 October 2026: at three in the night it is two once more.
    let date = LocalDate(year: 2026, month: 10, day: 25) ?? SampleSpa.date
    let change = Timestamp("2026-10-25T01:00:00Z") ?? SampleSpa.now
    let zone = SpaZone(
      name: "Europe/Berlin",
      offsets: [
        SpaZone.Offset(from: Timestamp(milliseconds: 0), seconds: 7200),
        SpaZone.Offset(from: change, seconds: 3600),
      ])
    let night = Block(
      id: 4, therapist: SampleSpa.mai, date: date, time: .midnight, duration: 1440, reason: "",
      byName: "")
    let long = try DayReport(
      date: date, spa: SampleSpa.spa, zone: zone,
      bookings: [SampleSpa.booking(1, "Guest", "09:00", with: SampleSpa.mai, on: date)],
      blocks: [night])
    let events = try unfolded(long.calendar(stamp: change))
    #expect(events.contains("DTSTART:20261025T080000Z"))
    #expect(
      events.contains("DTSTART:20261024T220000Z") && events.contains("DTEND:20261025T230000Z"))
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

  @Test func whatCannotBeReadIsNoFactInAnyForm() throws {
    var booking = SampleSpa.booking(1, "Odd Row", "00:00", with: SampleSpa.linh)
    booking.status = .confirmed
    booking.unreadable = [
      UnreadableValue(.time, "838:59:59"), UnreadableValue(.duration, "2147483647"),
    ]
    let report = try report([booking])
    let text = report.text(today: SampleSpa.date)
    let sheet = report.sheets(printedAt: SampleSpa.now)
    for form in [text, sheet] {
      #expect(!form.contains("00:00") && !form.contains("confirmed"), "\(form)")
      #expect(form.contains("time \"838:59:59\" cannot be read"), "\(form)")
      #expect(form.contains("duration \"2147483647\" cannot be read"), "\(form)")
    }
    #expect(text.contains("1 booking: 1 unreadable"))
    let raw = "time \"838:59:59\"; duration \"2147483647\""
    let bookings =
      try JSONSerialization.jsonObject(with: Data(report.json().utf8)) as? [String: Any]
    let row = try #require((bookings?["bookings"] as? [[String: Any]])?.first)
    #expect(row["unreadable"] as? String == raw)
    #expect(row["appointmentTime"] is NSNull && row["durationMinutes"] is NSNull)
    let table = report.csv()
    #expect(table.split(separator: "\r\n").first?.hasSuffix(",unreadable") == true)
    #expect(table.contains(raw.replacing("\"", with: "\"\"")) && !table.contains("00:00"))
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
