import BookingDomain

/// How often, and in how many weeks.
extension PieceSearch {
  /// `x6`, `x 6`, `6x`, `6 times`, `6 lần`; `-3` leaves the third out.
  func addTimesOver(
    _ rest: ArraySlice<LineWord>, _ word: LineWord, _ add: (Piece.Meaning, Int, Int) -> Void
  ) {
    func number(_ text: some StringProtocol) -> Int? {
      text.utf8.count <= 3 && text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
    }
    let next = rest.dropFirst().first
    for sign in ["x", "×"] {
      if word.lower == sign, let next, let count = number(next.lower) {
        add(.times(count), Cost.times, 2)
      }
      if word.lower.hasPrefix(sign), let count = number(word.lower.dropFirst(sign.count)) {
        add(.times(count), Cost.times, 1)
      }
      if word.lower.hasSuffix(sign), let count = number(word.lower.dropLast(sign.count)) {
        add(.times(count), Cost.times, 1)
      }
    }
    if let count = number(word.lower), next?.isOne(of: ["times", "lần"]) ?? false {
      add(.times(count), Cost.times, 2)
    }
    if word.lower.hasPrefix("-"), let day = number(word.lower.dropFirst()) {
      add(.leftOut(day), Cost.times, 1)
    }
  }

  func addWeeks(
    _ rest: ArraySlice<LineWord>, _ word: LineWord, _ add: (Piece.Meaning, Int, Int) -> Void
  ) {
    // Every week, every second week.
    if ["weekly"].contains(word.lower) { add(.weeks(1), Cost.weeks, 1) }
    if word.isOne(of: ["every", "mỗi", "hàng"]),
      let next = rest.dropFirst().first
    {
      if next.isOne(of: ["week", "tuần"]) { add(.weeks(1), Cost.weeks, 2) }
      add(.joint, Cost.joint, 1)
    }
    let digits = word.lower.prefix(while: \.isNumber)
    guard digits.utf8.count <= 3, let number = Int(digits) else { return }
    let unit = word.lower.dropFirst(digits.count)
    let units: [Spelling] = ["w", "week", "weeks", "tuần"]
    if unit.isEmpty {
      add(.weeks(number), Cost.bareWeeks, 1)
      if let next = rest.dropFirst().first, next.isOne(of: units) {
        add(.weeks(number), Cost.weeks, 2)
      }
    } else if units.contains(where: { $0.means(String(unit)) }) {
      add(.weeks(number), Cost.weeks, 1)
    }
  }
}
