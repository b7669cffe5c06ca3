import BookingDomain
import DeskLanguage
import Screen

extension DayReport {
  /// The day on paper, for the door of each room: pages of 80 columns and 60 lines, one therapist
  /// after the other, a form feed between pages. Telephone numbers stay at the desk, and so does
  /// the last page, which says who waits.
  package func sheets(printedAt now: Timestamp, isUnicode: Bool = true) -> String {
    let working = spa.therapists.map(\.id).filter { id in
      bookings.contains { $0.therapist == id } || blocks.contains { $0.therapist == id }
    }
    let known = Set(working)
    let others = Set(bookings.map(\.therapist)).subtracting(known).sorted()
    var sheets = (working + others).map { id in
      Sheet(
        self, therapistName(id), bookings.filter { $0.therapist == id },
        blocks.filter { $0.therapist == id }, printedAt: now)
    }
    if !waiting.isEmpty { sheets.append(Sheet(self, waiting: waiting, printedAt: now)) }
    let pages =
      sheets.isEmpty
      ? Sheet(self, "No bookings", [], [], printedAt: now).pages : sheets.flatMap(\.pages)
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
  private static let widths = [11, 6, 18, 15, 14, 11]

  let pages: [[DisplayText]]

  init(
    _ report: DayReport, _ name: String, _ bookings: [Booking], _ blocks: [Block],
    printedAt now: Timestamp
  ) {
    let taking = bookings.filter(\.status.occupies)
    let dropped = bookings.filter { !$0.status.occupies }
    let timed =
      taking.map { ($0.time, Self.entry($0)) } + blocks.map { ($0.time, Self.entry($0)) }
    var entries = timed.sorted { $0.0 < $1.0 }.map(\.1)
    if !dropped.isEmpty {
      entries.append(
        [DisplayText("Not taking place:")]
          + dropped.map {
            let time = $0.hasUnreadableTimes ? "??:??" : $0.time.hourMinute
            return DisplayText("\(time)  \($0.customer.name), \($0.statusWord)")
          })
    }
    self.init(report, name, Self.sum(taking), entries, printedAt: now)
  }

  /// Who would come if there were room, with their numbers: whoever has time calls them.
  init(_ report: DayReport, waiting: [WaitingGuest], printedAt now: Timestamp) {
    let entries = waiting.map { guest in
      let whom = guest.therapist.map(report.therapistName) ?? "anybody"
      let fields = [
        "\(guest.from.hourMinute)-\(guest.until.hourMinute)", "", guest.customer.name,
        guest.service.name, whom, guest.customer.phone ?? "",
      ]
      return Self.entry(fields, remarks: [guest.note])
    }
    let count = waiting.count == 1 ? "1 guest" : "\(waiting.count) guests"
    self.init(report, "Waiting list: stays at the desk", count, entries, printedAt: now)
  }

  private init(
    _ report: DayReport, _ name: String, _ sum: String, _ entries: [[DisplayText]],
    printedAt now: Timestamp
  ) {
    let head = [
      Self.ends("\(report.spa.name)", report.date.spoken), Self.ends(name, sum),
      DisplayText(String(repeating: "=", count: Self.columns)), .empty,
    ]
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
    let minutes = Minutes(
      bookings.filter { !$0.hasUnreadableTimes }.reduce(0) { $0 + $1.duration.count })
    return bookings.count == 1
      ? "1 guest, \(minutes.spoken)" : "\(bookings.count) guests, \(minutes.spoken)"
  }

  /// Fields beside each other, and what must not be forgotten below them.
  private static func entry(_ booking: Booking) -> [DisplayText] {
    let fields = [
      booking.times, booking.hasUnreadableTimes ? "" : booking.duration.spoken,
      booking.customer.name, booking.service.name, booking.place.spoken, booking.statusWord,
    ]
    let remarks =
      booking.unreadableSentences
      + [
        booking.customer.alert.map { "! \($0)" }, booking.isUnpaid ? "$ not paid yet" : nil,
        booking.notes,
      ].compactMap { $0 }
    return entry(fields, remarks: remarks)
  }

  private static func entry(_ block: Block) -> [DisplayText] {
    let what = block.timeOff == nil ? "blocked" : "off"
    let why = block.reason.isEmpty ? what : "\(what): \(block.reason)"
    let times = DisplayText(
      block.timeOff == nil ? "\(block.time.hourMinute)-\(block.end.hourMinute)" : "all day")
    let lines = DisplayText("-- \(why) --").wrapped(to: columns - widths[0] - 1)
    return lines.enumerated().map { index, line in
      (index == 0 ? times : .empty).padded(to: widths[0]) + " " + line
    }
  }

  private static func entry(_ fields: [String], remarks: [String]) -> [DisplayText] {
    // Nothing is cut: what is longer than its field goes on below it.
    let cells = zip(fields, widths).map { DisplayText($0).wrapped(to: $1) }
    let rows = (0..<max(1, cells.map(\.count).max() ?? 1)).map { row in
      zip(cells, widths).map { cell, width in
        (row < cell.count ? cell[row] : .empty).padded(to: width)
      }.joined(separator: " ")
    }
    let indent = widths[0] + 1
    return rows
      + remarks.flatMap { DisplayText($0).wrapped(to: columns - indent) }
      .map { .blanks(indent) + $0 }
  }

  /// One text at each end of the line; the left one gives way.
  private static func ends(_ left: String, _ right: String) -> DisplayText {
    let right = DisplayText(right)
    return DisplayText(left).padded(to: columns - right.columns - 2) + .blanks(2) + right
  }
}
