import BookingDomain

/// A telephone number as it is dictated, typed or copied: with blanks, dashes, dots and brackets,
/// with the country or without. One number is one value, however it is written.
package struct Telephone: Hashable, Sendable {
  /// A number of the spa's country as `0901234567`, another as `+14155552671`; a part of a number
  /// is just its digits.
  package let digits: String

  /// With fewer digits it is the end of a number that the register knows. With so many it is whole,
  /// and may be a new guest's.
  private static let shortestWhole = 8
  /// Shorter tails match too many numbers.
  static let shortestTail = 3
  /// E.164, 6.
  private static let longest = 15

  /// The code of the spa's country (Vietnam). Its own numbers are written without it.
  private static let home = "84"
  private static let italy = "39"

  /// - Returns: nil where there is no digit, or something that no number has.
  package init?(_ written: String) {
    let written = written.plain
    let known = written.allSatisfy { PhoneText.admits($0) || $0.isASCII && $0.isWhitespace }
    let digits = written.filter { $0.isASCII && $0.isNumber }
    guard known, !digits.isEmpty else { return nil }
    let isInternational =
      written.first { $0.isNumber || $0 == "+" } == "+" || Self.hasCountry(digits)
    self.digits = Self.uniform(digits, isInternational: isInternational)
  }

  private static func uniform(_ digits: String, isInternational: Bool) -> String {
    let bare = digits.hasPrefix("00") ? String(digits.dropFirst(2)) : digits
    guard isInternational else {
      if let rest = national(digits) { return "0" + rest }
      let isMobile = digits.count == 9 && digits.first.map { "35789".contains($0) } ?? false
      return isMobile ? "0" + digits : digits
    }
    let (country, rest) = parted(bare[...])
    return country == home ? "0" + rest : "+\(country)\(rest)"
  }

  /// The country code and the number behind it, without the zero that many write as well:
  /// `+84 (0)901 …`. Where no country is known, the code is empty.
  private static func parted(_ digits: Substring) -> (country: String, rest: Substring) {
    let codes = abroad.map(\.key).filter { digits.hasPrefix($0) }
    guard let code = codes.max(by: { $0.count < $1.count }) else { return ("", digits) }
    let rest = digits.dropFirst(code.count)
    // In Italy the zero is a part of the number.
    return (code, rest.hasPrefix("0") && code != italy ? rest.dropFirst() : rest)
  }

  /// `0084…`; but `000555` is the end of a number.
  private static func hasCountry(_ digits: String) -> Bool {
    digits.hasPrefix("00") && !digits.hasPrefix("000") && digits.count >= 10
  }

  /// The digits after the country code, in a number that was written with the code but without a
  /// plus.
  private static func national(_ digits: String) -> String? {
    guard digits.hasPrefix(home), (11...12).contains(digits.count) else { return nil }
    let rest = digits.dropFirst(home.count)
    guard let first = rest.first, "235789".contains(first) else { return nil }
    return rest.count == (first == "2" ? 10 : 9) ? String(rest) : nil
  }

  package var isWhole: Bool { digits.count >= Self.shortestWhole }

  /// The sentence that says why a new guest cannot have this number; nil where they can.
  var flaw: String? {
    let count = digits.count { $0 != "+" }
    if count > Self.longest { return "\(digits) has more digits than any telephone number." }
    if digits.hasPrefix("0"), !digits.hasPrefix("00") {
      let right = digits.hasPrefix("02") ? 11 : 10
      if count != right {
        return "\(digits) has \(count) digits, and such a number has \(right)."
      }
    }
    return isDummy ? "\(digits) is nobody's number." : nil
  }

  /// Invented, because a number had to be typed: `0000000000`, `0900000000`, `0123456789`.
  package var isDummy: Bool {
    let plain = digits.filter { $0 != "+" }
    guard plain.count >= Self.shortestWhole, let last = plain.last else { return false }
    return plain.allSatisfy { $0 == last } || plain.suffix(7).allSatisfy { $0 == "0" }
      || "01234567890123".hasPrefix(plain) || "12345678901234".hasPrefix(plain)
  }

  /// The text for which the register is asked; it finds every way in which the number may be
  /// written there.
  package var searchText: String {
    let plain = digits.filter { $0 != "+" }
    return isWhole && plain.count > 9 ? String(plain.suffix(9)) : plain
  }

  /// Whether a number of the register is this one; where this is a tail, whether it ends so.
  package func matches(_ stored: String?) -> Bool {
    guard let stored, let other = Telephone(stored) else { return false }
    return isWhole ? other.digits == digits : other.digits.hasSuffix(digits)
  }
}

extension Telephone {
  /// How many digits follow the country code of numbers from elsewhere (ITU E.164 numbering plans).
  private static let abroad: KeyValuePairs<String, ClosedRange<Int>> = [
    "84": 9...10, "1": 10...10, "7": 10...10, "33": 9...9, "34": 9...9, "39": 9...11,
    "41": 9...9, "44": 10...10, "45": 8...8, "46": 7...10, "47": 8...8, "48": 9...9,
    "49": 9...11, "60": 8...10, "61": 9...9, "62": 9...12, "63": 10...10, "64": 8...10,
    "65": 8...8, "66": 9...9, "81": 10...10, "82": 8...10, "86": 11...11, "91": 10...10,
    "852": 8...8, "855": 8...9, "856": 8...10, "886": 9...9, "971": 8...9,
  ]

  /// A number, and how many words it takes.
  struct Found: Hashable {
    let count: Int
    let phone: Telephone
    /// Digits are still missing.
    var isBegun = false
  }

  /// The number that begins with the first of `words`: all its groups and nothing behind them.
  static func read(_ words: ArraySlice<LineWord>) -> Found? {
    guard let first = words.first, isGroup(first.written) else { return nil }
    var groups = ""
    var whole: Found?
    var count = 0
    for word in words {
      // `+33 6 12 …`: behind the country one digit may stand alone.
      let isBehindCountry = count == 1 && groups.hasPrefix("+") && word.isNumber
      guard isGroup(word.written), count == 0 || isBehindCountry || isFollowing(word.written) else {
        break
      }
      groups += (count == 0 ? "" : " ") + word.written
      count += 1
      switch fit(groups, count) {
      case .whole:
        if let phone = Telephone(groups) { whole = Found(count: count, phone: phone) }
      case .begun: continue
      case .tooLong: return whole
      }
    }
    if whole == nil, count > 1, begins(groups), let phone = Telephone(groups),
      isInGroups(words.prefix(count))
    {
      return Found(count: count, phone: phone, isBegun: true)
    }
    return whole
  }

  /// `0901 237`, `0901 22 33`: what follows the first group is a part of the number and no time.
  private static func isInGroups(_ words: ArraySlice<LineWord>) -> Bool {
    words.dropFirst().allSatisfy { $0.written.count == 3 }
      || words.count > 2 && words.allSatisfy { $0.written.count > 1 }
        && words.first.map { $0.written.count > 2 } ?? false
  }

  private enum Fit {
    case begun
    case whole
    case tooLong
  }

  private static func begins(_ groups: String) -> Bool {
    groups.hasPrefix("+") || groups.hasPrefix("(") || groups.hasPrefix("0")
  }

  private static func fit(_ groups: String, _ count: Int) -> Fit {
    let digits = groups.filter(\.isNumber)
    func compare(_ size: Int, _ right: ClosedRange<Int>) -> Fit {
      size < right.lowerBound ? .begun : right.contains(size) ? .whole : .tooLong
    }
    if groups.hasPrefix("+") || groups.hasPrefix("(+") || digits.hasPrefix("00") {
      let bare = digits.hasPrefix("00") ? digits.dropFirst(2) : digits[...]
      let (country, rest) = parted(bare)
      guard let size = abroad.first(where: { $0.key == country })?.value else {
        return compare(bare.count, 8...15)
      }
      if country == home {
        let right = rest.hasPrefix("2") ? 10 : 9
        return compare(rest.count, right...right)
      }
      return compare(rest.count, size)
    }
    if digits.hasPrefix("0") {
      let size = digits.hasPrefix("02") ? 11 : 10
      return compare(digits.count, size...size)
    }
    if digits.hasPrefix(home), count > 1 { return compare(digits.count, 11...11) }
    // `901 234 567`: the zero is left out on cards.
    let isMobile = digits.first.map { "35789".contains($0) } ?? false
    let isGrouped = groups.split(separator: " ").allSatisfy { $0.count == 3 }
    return isMobile && isGrouped ? compare(digits.count, 9...9) : count == 1 ? .begun : .tooLong
  }

  private static func isGroup(_ text: String) -> Bool {
    text.contains(where: \.isNumber) && !isDate(text)
      && text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.()".contains($0)) }
  }

  /// `2026-02-30` is a day, if one that does not exist.
  private static func isDate(_ text: String) -> Bool {
    text.split(separator: "-", omittingEmptySubsequences: false).map(\.count) == [4, 2, 2]
  }

  private static func isFollowing(_ text: String) -> Bool {
    text.count >= 2 && !text.contains("+") && text.first != "-"
      && text.last.map { $0 != "." } ?? false
  }

  /// A number, or the end of one, in a word alone.
  static func word(_ text: String) -> Telephone? {
    guard isGroup(text), let phone = Telephone(text) else { return nil }
    let digits = text.filter(\.isNumber).count
    let isPlain = text.allSatisfy(\.isNumber)
    return isPlain
      ? (digits >= shortestTail ? phone : nil)
      : digits >= (text.hasPrefix("+") ? 5 : 6) ? phone : nil
  }
}
