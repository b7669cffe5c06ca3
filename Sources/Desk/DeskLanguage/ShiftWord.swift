import BookingDomain

/// How much later or earlier something is to stand: `+15`, `-30m`, `+1h`, `15 minutes later`,
/// `sớm hơn 15 phút`.
struct ShiftWord: Hashable {
  let count: Int
  /// Negative is earlier.
  let minutes: Minutes
  /// `+5`, `+10`: days are as likely. Fewer, and what is no multiple of five, are days.
  var mayBeDays = false

  static func read(_ words: ArraySlice<LineWord>) -> [ShiftWord] { signed(words) + worded(words) }

  private static func signed(_ words: ArraySlice<LineWord>) -> [ShiftWord] {
    guard let first = words.first, first.written.count > 1,
      let sign = ["+": 1, "-": -1][first.written.prefix(1)]
    else { return [] }
    let bare = LineWord(String(first.written.dropFirst()), first.range)
    return TimeWord.lengths([bare] + words.dropFirst()).compactMap { count, length, form in
      guard form == .plain else { return ShiftWord(count: count, minutes: signed(length, sign)) }
      guard length.count % 5 == 0 else { return nil }
      return ShiftWord(
        count: count, minutes: signed(length, sign), mayBeDays: length.count < 15)
    }
  }

  private static func signed(_ length: Minutes, _ sign: Int) -> Minutes {
    Minutes(sign * length.count)
  }

  private static let behind: KeyValuePairs<[Spelling], Int> = [
    ["later"]: 1, ["earlier"]: -1, ["sau"]: 1, ["muộn", "hơn"]: 1, ["trễ", "hơn"]: 1,
    ["sớm", "hơn"]: -1,
  ]

  /// `half an hour later`, `15 phút sớm hơn`, `muộn hơn 15 phút`.
  private static func worded(_ words: ArraySlice<LineWord>) -> [ShiftWord] {
    func direction(_ words: ArraySlice<LineWord>) -> (count: Int, sign: Int)? {
      behind.first { words.begins(with: $0.key) }.map { ($0.key.count, $0.value) }
    }
    var found: [ShiftWord] = []
    for (count, length, form) in TimeWord.lengths(Array(words)) where form != .plain {
      guard let side = direction(words.dropFirst(count)) else { continue }
      found.append(ShiftWord(count: count + side.count, minutes: signed(length, side.sign)))
    }
    guard let side = direction(words), side.count == 2 else { return found }
    for (count, length, form) in TimeWord.lengths(Array(words.dropFirst(2))) where form != .plain {
      found.append(ShiftWord(count: count + 2, minutes: signed(length, side.sign)))
    }
    return found
  }
}
