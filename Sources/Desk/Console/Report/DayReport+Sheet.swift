import BookingDomain
import DeskLanguage
import Screen

extension DayReport {
  /// The day on paper, for the door of each room: pages of 80 columns and 60 lines, one therapist
  /// after the other, a form feed between pages, in the language and by the clock of who prints it.
  /// Telephone numbers stay at the desk, and so does the last page, which says who waits.
  package func sheets(
    printedAt now: Timestamp, in wording: Wording = .usual, isUnicode: Bool = true
  ) -> String {
    let working = spa.therapists.map(\.id).filter { id in
      bookings.contains { $0.therapist == id } || blocks.contains { $0.therapist == id }
    }
    let known = Set(working)
    let others = Set(bookings.map(\.therapist)).subtracting(known).sorted()
    let paper = Sheets(report: self, now: now, wording: wording)
    var sheets = (working + others).map { id in
      paper.pages(
        of: therapistName(id), bookings.filter { $0.therapist == id },
        blocks.filter { $0.therapist == id })
    }
    if !waiting.isEmpty { sheets.append(paper.waitingList) }
    if sheets.isEmpty { sheets = [paper.pages(of: wording("No bookings"), [], [])] }
    let pages = sheets.flatMap(\.self)
    return pages.map { page in
      page.map { line in
        (isUnicode ? line : line.inASCII).text.trimmedAtEnd + "\n"
      }.joined()
    }.joined(separator: "\u{0C}")
  }
}

/// Pages, one list of entries after the other.
private struct Sheets {
  /// Both paper sizes in use take 60 lines at six an inch, with a margin.
  private static let rows = 60
  private static let columns = 80

  let report: DayReport
  let now: Timestamp
  let wording: Wording

  func pages(of name: String, _ bookings: [Booking], _ blocks: [Block]) -> [[DisplayText]] {
    let taking = bookings.filter(\.status.occupies)
    let dropped = bookings.filter { !$0.status.occupies }
    let timed = taking.map { ($0.time, entry($0)) } + blocks.map { ($0.time, entry($0)) }
    var entries = timed.sorted { $0.0 < $1.0 }.map(\.1)
    if !dropped.isEmpty {
      entries.append(
        [DisplayText(wording("Not taking place:"))]
          + dropped.map {
            let time = $0.hasUnreadableTimes ? "??:??" : wording.brief($0.time)
            return DisplayText("\(time)  \($0.customer.name), \(wording($0.statusWord))")
          })
    }
    return pages(of: name, sum(taking), entries)
  }

  /// Who would come if there were room, with their numbers: whoever has time calls them.
  var waitingList: [[DisplayText]] {
    let entries = report.waiting.map { guest in
      let whom = guest.therapist.map(report.therapistName) ?? wording("anybody")
      let fields = [
        times(guest.from, guest.until), "", guest.customer.name, guest.service.name, whom,
        guest.customer.phone ?? "",
      ]
      return entry(fields, remarks: [guest.note])
    }
    return pages(
      of: wording("Waiting list: stays at the desk"), guests(report.waiting.count), entries)
  }

  private func pages(of name: String, _ sum: String, _ entries: [[DisplayText]]) -> [[DisplayText]]
  {
    let head = [
      Self.ends("\(report.spa.name)", wording(report.date.spoken)), Self.ends(name, sum),
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
    let printed = wording("printed \(local.date) \(local.time.hourMinute)")
    return bodies.enumerated().map { index, body in
      let page = wording("page \(index + 1) of \(bodies.count)")
      let foot = Self.ends("\(name), \(page)", printed)
      let blank = Array(repeating: DisplayText.empty, count: max(0, room - body.count))
      return head + body.prefix(room) + blank + [.empty, foot]
    }
  }

  private func guests(_ count: Int) -> String {
    wording(count == 1 ? "1 guest" : "\(count) guests")
  }

  private func sum(_ bookings: [Booking]) -> String {
    let minutes = Minutes(
      bookings.filter { !$0.hasUnreadableTimes }.reduce(0) { $0 + $1.duration.count })
    return "\(guests(bookings.count)), \(wording(minutes.spoken))"
  }

  /// `14:30-15:30`, `2:30p-3:30p`.
  private func times(_ from: TimeOfDay, _ until: TimeOfDay) -> String {
    "\(wording.brief(from))-\(wording.brief(until))"
  }

  /// Of times, length, guest, service, place and status: what words of the language take more is taken
  /// from service and place.
  private var widths: [Int] {
    let times = 2 * wording.timeColumns + 1
    let length = wording.language == .vietnamese ? 8 : 6
    let more = times + length - 17
    return [times, length, 18, 15 - more / 2, 14 - (more + 1) / 2, 11]
  }

  /// Fields beside each other, and what must not be forgotten below them.
  private func entry(_ booking: Booking) -> [DisplayText] {
    let isRead = !booking.hasUnreadableTimes
    let fields = [
      isRead ? times(booking.time, booking.end) : wording("unreadable"),
      isRead ? wording(booking.duration.spoken) : "", booking.customer.name, booking.service.name,
      wording(booking.place.spoken), wording(booking.statusWord),
    ]
    let wish = booking.wish.map {
      "❤ " + wording("the guest wishes for \(report.therapistName($0))")
    }
    let remarks =
      booking.unreadableSentences.map { wording($0) }
      + [
        booking.customer.alert.map { "! \($0)" },
        booking.isUnpaid ? "$ " + wording("not paid yet") : nil, wish, booking.notes,
      ].compactMap { $0 }
    return entry(fields, remarks: remarks)
  }

  private func entry(_ block: Block) -> [DisplayText] {
    let what = wording(block.timeOff == nil ? "blocked" : "off")
    let why = block.reason.isEmpty ? what : "\(what): \(block.reason)"
    let times = DisplayText(
      block.timeOff == nil ? times(block.time, block.end) : wording("all day"))
    let lines = DisplayText("-- \(why) --").wrapped(to: Self.columns - widths[0] - 1)
    return lines.enumerated().map { index, line in
      (index == 0 ? times : .empty).padded(to: widths[0]) + " " + line
    }
  }

  private func entry(_ fields: [String], remarks: [String]) -> [DisplayText] {
    let widths = widths
    // Nothing is cut: what is longer than its field goes on below it.
    let cells = zip(fields, widths).map { DisplayText($0).wrapped(to: $1) }
    let rows = (0..<max(1, cells.map(\.count).max() ?? 1)).map { row in
      zip(cells, widths).map { cell, width in
        (row < cell.count ? cell[row] : .empty).padded(to: width)
      }.joined(separator: " ")
    }
    let indent = widths[0] + 1
    return rows
      + remarks.flatMap { DisplayText($0).wrapped(to: Self.columns - indent) }
      .map { .blanks(indent) + $0 }
  }

  /// One text at each end of the line; the left one gives way.
  private static func ends(_ left: String, _ right: String) -> DisplayText {
    let right = DisplayText(right)
    return DisplayText(left).padded(to: columns - right.columns - 2) + .blanks(2) + right
  }
}
