import BookingDomain

/// In which order a date's numbers stand where its year is not first.
package enum DateOrder: String, CaseIterable, Sendable {
  case dayFirst = "dmy"
  case monthFirst = "mdy"
}

/// Values as other programs write them.
enum ImportedValue {
  /// `2026-11-30`, `30/11/2026`, `30.11.2026`, `2026/11/30`, with or without zeros in front; what
  /// follows behind a blank is a time and not looked at.
  static func date(_ text: String, _ order: DateOrder) throws(Complaint) -> LocalDate {
    let day = text.split(separator: " ").first.map { $0.split(separator: "T").first ?? "" } ?? ""
    let parts = day.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
      .map { $0.allSatisfy { $0.isASCII && $0.isNumber } ? Int($0) : nil }
    if parts.count == 3, let a = parts[0], let b = parts[1], let c = parts[2] {
      let isYearFirst = day.prefix(4).allSatisfy(\.isNumber)
      let (year, month, date) =
        isYearFirst ? (a, b, c) : order == .dayFirst ? (c, b, a) : (c, a, b)
      if year >= 1900, let found = LocalDate(year: year, month: month, day: date) { return found }
    }
    throw Complaint(
      "\"\(text)\" is no day; days are read as YYYY-MM-DD or "
        + (order == .dayFirst
          ? "DD/MM/YYYY (--dates mdy reads MM/DD/YYYY)"
          : "MM/DD/YYYY (--dates dmy reads DD/MM/YYYY)"))
  }

  /// `14:30`, `9:05`, `14:30:00`, `14h30`, `2:30 PM`; of a date with a time what stands last.
  static func time(_ text: String) throws(Complaint) -> TimeOfDay {
    var words = text.replacing("T", with: " ").uppercased()
    var shift = 0
    for (suffix, half) in [("AM", 0), ("PM", 12)] where words.hasSuffix(suffix) {
      words = words.dropLast(2).trimmed
      shift = half == 12 ? 12 : -1
    }
    let clock = words.split(separator: " ").last.map(String.init) ?? ""
    var parts = clock.replacing("H", with: ":").split(
      separator: ":", omittingEmptySubsequences: false
    )
    .map(String.init)
    if parts.last == "" { parts[parts.count - 1] = "00" }
    if var hour = Int(parts.first ?? ""), (2...3).contains(parts.count), parts[0].count <= 2 {
      if shift != 0, (1...12).contains(hour) { hour = hour % 12 + max(0, shift) }
      let tail = parts.dropFirst().joined(separator: ":")
      if let time = TimeOfDay("\(hour < 10 ? "0" : "")\(hour):\(tail)"), time < .endOfDay {
        return time
      }
    }
    throw Complaint("\"\(text)\" is no time; write it like 14:30")
  }

  /// `60`, `60 min`, `60 phút`, `1:30`, `1h30`, `1.5 h`.
  static func minutes(_ text: String) throws(Complaint) -> Int {
    let folded = FoldedText(text).text.filter { $0 != " " }
    let number = folded.prefix { $0.isNumber }
    if let count = Int(number) {
      let rest = folded.dropFirst(number.count)
      if ["", "'", "m", "min", "mins", "minute", "minutes", "phut", "p", "ph"].contains(rest) {
        return count
      }
      if let sign = rest.first, ":h".contains(sign) || rest.hasPrefix("gio") {
        let minutes = rest.dropFirst(rest.hasPrefix("gio") ? 3 : 1).prefix { $0.isNumber }
        if minutes.isEmpty { return count * 60 }
        if let more = Int(minutes), more < 60, count < 24 { return count * 60 + more }
      }
    }
    throw Complaint("\"\(text)\" is no length; write minutes, like 60")
  }
}
