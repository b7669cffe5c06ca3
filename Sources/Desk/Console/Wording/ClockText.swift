import BookingDomain

/// Times of a sentence on a clock of twelve hours. What stands between quotes was typed by somebody
/// and stays as it is.
enum ClockText {
  static func hour(_ hour: Int) -> Int { hour % 12 == 0 ? 12 : hour % 12 }

  static func brief(_ time: TimeOfDay) -> String {
    "\(hour(time.hour)):\(time.hourMinute.suffix(2))\(time.hour % 24 < 12 ? "a" : "p")"
  }

  /// `14:30` becomes `2:30 pm`, and `14:00–15:30` `2:00–3:30 pm`.
  static func said(in text: String, halves: (am: String, pm: String)) -> String {
    let all = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var isQuoted = false
    var at = 0
    while at < all.count {
      if all[at] == "\"" { isQuoted.toggle() }
      guard !isQuoted, let time = time(all, at) else {
        result.append(all[at])
        at += 1
        continue
      }
      at += 5
      let goesOn = at < all.count && all[at] == "–" ? self.time(all, at + 1) : nil
      let isSameHalf = goesOn.map { ($0.hour % 24 < 12) == (time.hour % 24 < 12) } ?? false
      let half = time.hour % 24 < 12 ? halves.am : halves.pm
      let figures = "\(hour(time.hour)):\(time.hourMinute.suffix(2))"
      result.append(contentsOf: (isSameHalf ? figures : "\(figures) \(half)").unicodeScalars)
    }
    return String(result)
  }

  /// `HH:MM` that begins there and is no part of a longer number.
  private static func time(_ text: [Unicode.Scalar], _ at: Int) -> TimeOfDay? {
    func isPart(_ place: Int) -> Bool {
      text.indices.contains(place) && ("0"..."9" ~= text[place] || text[place] == ":")
    }
    guard at + 5 <= text.count, text[at + 2] == ":", !isPart(at - 1), !isPart(at + 5) else {
      return nil
    }
    var written = String.UnicodeScalarView()
    written.append(contentsOf: text[at..<at + 5])
    return TimeOfDay(String(written))
  }
}
