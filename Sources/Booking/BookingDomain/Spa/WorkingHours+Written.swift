extension WorkingHours {
  /// A week as a file or an order has it: `mon-fri 9-17, sat 10:00-14:00 15-18, sun off`, `every-day
  /// 13-20`. Days behind hours begin anew; a day that is not named is as the spa is open.
  /// - Returns: nil where a word is neither a day nor hours, a day is named twice or has no hours.
  package init?(written text: String) {
    var week: [ShiftDay: [Shift]] = [:]
    var days: [Weekday] = []
    var shifts: [Shift]?
    func settle() -> Bool {
      guard let found = shifts else { return days.isEmpty }
      guard !days.isEmpty, found.count <= Self.mostShifts else { return false }
      for day in days {
        guard week.updateValue(found, forKey: .every(day)) == nil else { return false }
      }
      (days, shifts) = ([], nil)
      return true
    }
    for word in text.lowercased().split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      if let named = Self.days(word) {
        if shifts != nil, !settle() { return nil }
        days += named
      } else if word == "off" {
        guard shifts == nil else { return nil }
        shifts = []
      } else if let shift = Shift(written: word), shifts?.isEmpty != true {
        shifts = (shifts ?? []) + [shift]
      } else {
        return nil
      }
    }
    guard settle(), !week.isEmpty else { return nil }
    self.init(week)
  }

  /// `mon`, `mon-fri`, `saturday`, `every-day`.
  private static func days(_ word: Substring) -> [Weekday]? {
    if word == HousePiece.everyDay { return Weekday.allCases }
    let ends = word.replacing("–", with: "-").split(
      separator: "-", omittingEmptySubsequences: false)
    let named = ends.compactMap { end in
      Weekday.allCases.first { end.count >= 3 && $0.rawValue.lowercased().hasPrefix(end) }
    }
    guard named.count == ends.count, let first = named.first, let last = named.last,
      named.count <= 2
    else { return nil }
    let length = (last.place - first.place + 7) % 7
    return (0...length).map { Weekday.allCases[(first.place + $0) % 7] }
  }
}

extension Shift {
  /// `9-17`, `9:30-17:00`; `18-2` ends on the next day.
  fileprivate init?(written text: Substring) {
    let times = text.replacing("–", with: "-").split(
      separator: "-", omittingEmptySubsequences: false
    ).map { (part: Substring) -> TimeOfDay? in
      let whole = part.contains(":") ? String(part) : "\(part):00"
      return TimeOfDay(whole.utf8.count == 4 ? "0\(whole)" : whole)
    }
    guard times.count == 2, let from = times[0], let until = times[1], from < .endOfDay,
      from != until
    else { return nil }
    self.init(from: from, until: until)
  }
}
