import BookingDomain
import Screen

extension DayReport {
  /// Aligned columns, a row a booking. What others wrote is cleaned, so that it does no harm on a
  /// terminal either.
  package func text(today: LocalDate, isUnicode: Bool = true) -> String {
    let head = ["Time", "", "Guest", "Service", "Therapist", "Place", "Status", "Remarks"]
    let rows = bookings.map { booking in
      [
        "\(booking.time.hourMinute)-\(booking.end.hourMinute)",
        booking.customer.alert == nil ? "" : "!", booking.customer.name, booking.service.name,
        therapistName(booking.therapist), booking.place.spoken, booking.status.word,
        remarks(booking),
      ]
    }
    // A longer name would push everything off the paper.
    let widest = 32
    let cells = ([head] + rows).map { $0.map { DisplayText($0) } }
    let widths = head.indices.map { column in
      min(widest, cells.map { $0[column].columns }.max() ?? 0)
    }
    let lines = cells.map { row in
      let padded = row.enumerated().map { column, cell in
        column == head.count - 1 ? cell : cell.padded(to: widths[column])
      }
      return padded.joined(separator: "  ")
    }
    let title = DisplayText(
      "\(spa.name), \(date.spoken) (\(date.relative(to: today))), \(summary)")
    let all = [title, .empty] + (bookings.isEmpty ? [] : lines)
    return all.map { line in
      (isUnicode ? line : line.inASCII).text.trimmedAtEnd + "\n"
    }.joined()
  }

  private var summary: String {
    guard !bookings.isEmpty else { return "no bookings" }
    let counts = BookingStatus.allCases.compactMap { status in
      let count = bookings.count { $0.status == status }
      return count > 0 ? "\(count) \(status.word)" : nil
    }
    let what = bookings.count == 1 ? "1 booking" : "\(bookings.count) bookings"
    return "\(what): \(counts.joined(separator: ", "))"
  }

  private func remarks(_ booking: Booking) -> String {
    var parts: [String] = []
    if let alert = booking.customer.alert { parts.append(alert) }
    if booking.arrivedAt != nil, booking.status.isAhead {
      parts.append("arrived \(clock(booking.arrivedAt))")
    }
    if let reason = booking.cancellationReason { parts.append(reason) }
    if let notes = booking.notes { parts.append(notes) }
    return parts.joined(separator: "; ")
  }
}

extension String {
  var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
