import BookingDomain
import Screen

extension DayReport {
  /// The day on paper, for the door of each room: pages of 80 columns and 60 lines, one therapist
  /// after the other, a form feed between pages. Telephone numbers stay at the desk.
  package func sheets(printedAt now: Timestamp, isUnicode: Bool = true) -> String {
    let working = spa.therapists.map(\.id).filter { id in
      bookings.contains { $0.therapist == id }
    }
    let known = Set(working)
    let others = Set(bookings.map(\.therapist)).subtracting(known).sorted()
    let sheets = (working + others).map { id in
      Sheet(self, therapistName(id), bookings.filter { $0.therapist == id }, printedAt: now)
    }
    let pages =
      sheets.isEmpty
      ? Sheet(self, "No bookings", [], printedAt: now).pages : sheets.flatMap(\.pages)
    return pages.map { page in
      page.map { line in
        (isUnicode ? line : line.inASCII).text.trimmedAtEnd + "\n"
      }.joined()
    }.joined(separator: "\u{0C}")
  }
}

/// One therapist's pages.
private struct Sheet {
  /// Both paper sizes in use take 60 lines at six an inch, with a margin.
  private static let rows = 60
  private static let columns = 80
  private static let widths = [11, 23, 18, 13, 11]

  let pages: [[DisplayText]]

  init(_ report: DayReport, _ name: String, _ bookings: [Booking], printedAt now: Timestamp) {
    let taking = bookings.filter(\.status.occupies)
    let head = [
      Self.ends("\(report.spa.name)", report.date.spoken), Self.ends(name, Self.sum(taking)),
      DisplayText(String(repeating: "=", count: Self.columns)), .empty,
    ]
    let dropped = bookings.filter { !$0.status.occupies }
    var entries = taking.map(Self.entry)
    if !dropped.isEmpty {
      entries.append(
        [DisplayText("Not taking place:")]
          + dropped.map {
            DisplayText("\($0.time.hourMinute)  \($0.customer.name), \($0.status.word)")
          })
    }
    var bodies: [[DisplayText]] = [[]]
    let room = Self.rows - head.count - 2
    for entry in entries {
      // An entry stays together, unless it alone is longer than a page.
      var rest = entry + [.empty]
      if bodies[bodies.count - 1].count + entry.count > room { bodies.append([]) }
      while bodies[bodies.count - 1].count + rest.count > room + 1 {
        let fitting = room - bodies[bodies.count - 1].count
        bodies[bodies.count - 1] += rest.prefix(fitting)
        rest.removeFirst(fitting)
        bodies.append([])
      }
      bodies[bodies.count - 1] += rest
    }
    let local = report.zone.local(now)
    let printed = "printed \(local.date) \(local.time.hourMinute)"
    pages = bodies.enumerated().map { index, body in
      let foot = Self.ends("\(name), page \(index + 1) of \(bodies.count)", printed)
      let blank = Array(repeating: DisplayText.empty, count: max(0, room - body.count))
      return head + body.prefix(room) + blank + [.empty, foot]
    }
  }

  private static func sum(_ bookings: [Booking]) -> String {
    let minutes = Minutes(bookings.reduce(0) { $0 + $1.duration.count })
    return bookings.count == 1
      ? "1 guest, \(minutes.spoken)" : "\(bookings.count) guests, \(minutes.spoken)"
  }

  /// One row of fields, and what must not be forgotten below it.
  private static func entry(_ booking: Booking) -> [DisplayText] {
    let fields = [
      "\(booking.time.hourMinute)-\(booking.end.hourMinute)", booking.customer.name,
      booking.service.name, booking.place.spoken, booking.status.word,
    ]
    let row = zip(fields, widths).map { DisplayText($0).padded(to: $1) }.joined(separator: " ")
    let remarks = [booking.customer.alert.map { "! \($0)" }, booking.notes].compactMap { $0 }
    let indent = widths[0] + 1
    return [row]
      + remarks.flatMap { DisplayText($0).wrapped(to: columns - indent) }
      .map { .blanks(indent) + $0 }
  }

  /// One text at each end of the line; the left one gives way.
  private static func ends(_ left: String, _ right: String) -> DisplayText {
    let right = DisplayText(right)
    return DisplayText(left).padded(to: columns - right.columns - 2) + .blanks(2) + right
  }
}
