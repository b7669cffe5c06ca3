import BookingDomain
import DeskLanguage
import Screen

extension DayReport {
  /// Aligned columns, a row a booking. What others wrote is cleaned, so that it does no harm on a
  /// terminal either.
  package func text(today: LocalDate, isUnicode: Bool = true) -> String {
    let head = ["Time", "", "Guest", "Service", "Therapist", "Place", "Status", "Remarks"]
    let rows = bookings.map { booking in
      [
        booking.times, booking.customer.alert == nil ? "" : "!", booking.customer.name,
        booking.service.name, therapistName(booking.therapist), booking.place.spoken,
        booking.statusWord, remarks(booking),
      ]
    }
    let title = DisplayText(
      "\(spa.name), \(date.spoken) (\(date.relative(to: today))), \(summary)")
    var all = [title, .empty]
    if !bookings.isEmpty { all += Self.aligned([head] + rows) }
    if !blocks.isEmpty { all += [.empty, "Blocked"] + Self.aligned(told.map(row)) }
    if !waiting.isEmpty { all += [.empty, "Waiting"] + Self.aligned(waiting.map(row)) }
    return all.map { line in
      (isUnicode ? line : line.inASCII).text.trimmedAtEnd + "\n"
    }.joined()
  }

  /// Columns as wide as what stands in them.
  static func aligned(_ rows: [[String]]) -> [DisplayText] {
    // A longer name would push everything off the paper.
    let widest = 32
    let cells = rows.map { $0.map { DisplayText($0) } }
    let last = (cells.first?.count ?? 0) - 1
    let widths = (0...max(0, last)).map { column in
      min(widest, cells.map { $0[column].columns }.max() ?? 0)
    }
    return cells.map { row in
      let padded = row.enumerated().map { column, cell in
        column == last ? cell : cell.padded(to: widths[column])
      }
      return padded.joined(separator: "  ")
    }
  }

  /// A holiday of everybody once, and whoever is off before what is blocked.
  private var told: [Block] {
    var seen: Set<TimeOffID> = []
    let away = blocks.filter { block in
      block.timeOff.map { $0.therapist != nil || seen.insert($0.id).inserted } ?? false
    }
    return away + blocks.filter { $0.timeOff == nil }
  }

  private func row(_ block: Block) -> [String] {
    guard let timeOff = block.timeOff else {
      return [
        "\(block.time.hourMinute)-\(block.end.hourMinute)", therapistName(block.therapist),
        block.reason,
      ]
    }
    return ["all day", timeOff.therapist.map(therapistName) ?? "everybody", block.spoken]
  }

  private func row(_ guest: WaitingGuest) -> [String] {
    [
      "\(guest.from.hourMinute)-\(guest.until.hourMinute)", guest.customer.name,
      guest.customer.phone ?? "", guest.service.name,
      guest.therapist.map(therapistName) ?? "anybody", guest.note,
    ]
  }

  private var summary: String {
    guard !bookings.isEmpty else { return "no bookings" }
    let readable = bookings.filter(\.unreadable.isEmpty)
    var counts = BookingStatus.allCases.compactMap { status in
      let count = readable.count { $0.status == status }
      return count > 0 ? "\(count) \(status.word)" : nil
    }
    if readable.count < bookings.count {
      counts.append("\(bookings.count - readable.count) unreadable")
    }
    let what = bookings.count == 1 ? "1 booking" : "\(bookings.count) bookings"
    return "\(what): \(counts.joined(separator: ", "))"
  }

  private func remarks(_ booking: Booking) -> String {
    var parts = booking.unreadableSentences
    if let alert = booking.customer.alert { parts.append(alert) }
    if booking.arrivedAt != nil, booking.status.isAhead {
      parts.append("arrived \(clock(booking.arrivedAt))")
    }
    if let unpaid = booking.unpaidWords { parts.append(unpaid) }
    if let reason = booking.cancellationReason { parts.append(reason) }
    if let notes = booking.notes { parts.append(notes) }
    return parts.joined(separator: "; ")
  }
}

extension Booking {
  /// `14:30-15:30`; what cannot be read is not said as if it were.
  var times: String {
    hasUnreadableTimes ? "unreadable" : "\(time.hourMinute)-\(end.hourMinute)"
  }

  /// `unpaid 480,000`; nil where nothing is owed.
  var unpaidWords: String? { isUnpaid ? payment.map { "unpaid \($0.spoken)" } : nil }
}

extension String {
  var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
