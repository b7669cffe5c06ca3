import BookingDomain
import DeskLanguage
import Screen

extension DayReport {
  /// The day as an iCalendar object (RFC 5545): an event a booking and a
  /// block, in UTC. A booking keeps its UID
  /// and its version is the SEQUENCE, so that a calendar that has read it before takes the change.
  ///
  /// - Parameter stamp: when the server said so (DTSTAMP, 3.8.7.2).
  package func calendar(stamp: Timestamp) -> String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//FrontDesk//Day//EN"]
    lines += bookings.flatMap { event($0, stamp: stamp) }
    lines += blocks.flatMap { event($0, stamp: stamp) }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func event(_ booking: Booking, stamp: Timestamp) -> [String] {
    let begins = zone.timestamp(booking.start)
    var lines = [
      "BEGIN:VEVENT", "UID:\(uid("booking-\(booking.id)"))", "DTSTAMP:\(Self.utc(stamp))",
      "SEQUENCE:\(booking.version)", "DTSTART:\(Self.utc(begins))",
      "DTEND:\(Self.utc(begins + booking.duration))", "STATUS:\(booking.status.ofEvent)",
      "SUMMARY:\(Self.escaped("\(booking.customer.name), \(booking.service.name)"))",
      "LOCATION:\(Self.escaped(booking.place.spoken))",
    ]
    let words = ["With \(therapistName(booking.therapist))", booking.customer.alert, booking.notes]
      .compactMap { $0 }
    // Only we break lines here: line breaks in others' texts have been taken out.
    lines.append("DESCRIPTION:\(words.map(Self.escaped).joined(separator: "\\n"))")
    if !booking.status.occupies { lines.append("TRANSP:TRANSPARENT") }
    if let change = booking.lastChange { lines.append("LAST-MODIFIED:\(Self.utc(change.at))") }
    return lines + ["END:VEVENT"]
  }

  /// Blocked time as what keeps a therapist busy. A block is made and removed and never changed, so
  /// that there is one version of it.
  private func event(_ block: Block, stamp: Timestamp) -> [String] {
    let why = block.reason.isEmpty ? (block.timeOff == nil ? "Blocked" : "Off") : block.reason
    let name =
      block.timeOff.map { "off-\($0.id)-\(block.therapist)-\(block.date)" } ?? "block-\(block.id)"
    let begins = zone.timestamp(LocalMoment(date: date, time: block.time))
    let ends = zone.timestamp(LocalMoment(date: date, time: block.end))
    return [
      "BEGIN:VEVENT", "UID:\(uid(name))", "DTSTAMP:\(Self.utc(stamp))",
      "SEQUENCE:0", "DTSTART:\(Self.utc(begins))",
      // On the night that the clocks go forward a block may lie where there is no time at all.
      "DTEND:\(Self.utc(max(ends, begins)))", "STATUS:CONFIRMED",
      "SUMMARY:\(Self.escaped("\(why), \(therapistName(block.therapist))"))",
      "TRANSP:OPAQUE", "END:VEVENT",
    ]
  }

  /// Unique in the world as far as spas have names, and the same in every export.
  private func uid(_ thing: String) -> String {
    let name = FoldedText(spa.name).text.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return "\(thing)@\(name.isEmpty ? "spa" : name.prefix(40)).frontdesk"
  }

  /// `20240115T073000Z` (3.3.5, form 2).
  private static func utc(_ at: Timestamp) -> String {
    let whole = Timestamp(
      seconds: (at.milliseconds - (at.milliseconds % 1000 + 1000) % 1000) / 1000)
    return String(whole.description.filter { $0 != "-" && $0 != ":" })
  }

  /// TEXT (3.3.11): cleaned, then backslash, semicolon and comma behind a backslash.
  private static func escaped(_ text: String) -> String {
    DisplayText(text).text.reduce(into: "") { result, character in
      if character == "\\" || character == ";" || character == "," { result.append("\\") }
      result.append(character)
    }
  }

  /// Lines of at most 75 octets (3.1): the rest goes on behind a line break and a blank, and no
  /// character is torn apart.
  private static func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        result += "\r\n "
        octets = 1
      }
      result.unicodeScalars.append(scalar)
      octets += size
    }
    return result
  }
}

extension BookingStatus {
  /// The three that an event knows (3.8.1.11).
  fileprivate var ofEvent: String {
    switch self {
    case .scheduled: "TENTATIVE"
    case .confirmed, .inProgress, .completed: "CONFIRMED"
    case .cancelled, .noShow: "CANCELLED"
    }
  }
}
