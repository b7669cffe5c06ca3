import BookingDomain

/// What somebody types to find a customer: a name or some of its words, the end of a phone number,
/// the beginning of an e-mail.
struct CustomerSearch {
  /// The text folded, after a blank, and each of its words likewise: names lie after a blank, so
  /// that a match is at the beginning of a word.
  private let whole: [UInt8]
  private let words: [[UInt8]]
  private let text: [UInt8]
  /// Nil where the text is no part of a phone number.
  private let digits: [UInt8]?

  /// One for each spelling of the text; none for a text that says nothing.
  static func spellings(of text: String) -> [CustomerSearch] {
    // As long as the longest e-mail (RFC 5321, 4.5.3.1.3): no more is compared.
    FoldedText.spellings(of: String(text.prefix(254))).filter { !$0.bytes.isEmpty }
      .map(CustomerSearch.init)
  }

  private init(_ folded: FoldedText) {
    let blank = UInt8(ascii: " ")
    self.text = folded.bytes
    whole = [blank] + folded.bytes
    words = folded.words.map { [blank] + $0 }
    digits = Self.digits(folded.bytes)
  }

  /// Fewer than three digits are on every number.
  private static func digits(_ text: [UInt8]) -> [UInt8]? {
    let digits = text.filter { (0x30...0x39).contains($0) }
    let isNumber = text.allSatisfy {
      (0x30...0x39).contains($0) || " +-.()".utf8.contains($0)
    }
    return isNumber && digits.count >= 3 ? digits : nil
  }

  /// How well it matches, 0 the best; nil where it does not.
  func rank(of slot: CustomerIndex.Slot, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    if let digits {
      if bytes.hasSuffix(digits, in: slot.phone) { return 0 }
      if bytes.contains(digits, in: slot.phone) { return 1 }
    }
    if let words = hasAllWords(slot, bytes) {
      // Somebody called Hoa before all whose family is Hoàng.
      if words == .whole { return 2 }
      let begins = bytes.hasPrefix(
        whole, at: slot.name.lowerBound, before: slot.name.upperBound)
      return begins ? 3 : 4
    }
    if bytes.hasPrefix(text, at: slot.email.lowerBound, before: slot.email.upperBound) {
      return 5
    }
    // Two letters stand in the middle of half of all names.
    return text.count > 2 && bytes.contains(text, in: slot.name) ? 6 : nil
  }

  private enum Words {
    case whole
    case begun
  }

  /// Nil where one of the words is none that a word of the name begins with.
  private func hasAllWords(_ slot: CustomerIndex.Slot, _ bytes: UnsafeBufferPointer<UInt8>)
    -> Words?
  {
    var found = Words.whole
    for word in words {
      guard let end = bytes.firstEnd(of: word, in: slot.name) else { return nil }
      if !bytes.hasWord(word, in: slot.name, from: end - word.count) { found = .begun }
    }
    return found
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func hasPrefix(_ part: [UInt8], at start: Int, before end: Int) -> Bool {
    guard part.count <= end - start else { return false }
    var offset = 0
    while offset < part.count {
      if self[start &+ offset] != part[offset] { return false }
      offset &+= 1
    }
    return true
  }

  fileprivate func hasSuffix(_ part: [UInt8], in range: Range<Int>) -> Bool {
    part.count <= range.count
      && hasPrefix(part, at: range.upperBound - part.count, before: range.upperBound)
  }

  fileprivate func contains(_ part: [UInt8], in range: Range<Int>) -> Bool {
    firstEnd(of: part, in: range) != nil
  }

  /// Where the first of it ends.
  fileprivate func firstEnd(of part: [UInt8], in range: Range<Int>) -> Int? {
    let last = range.upperBound - part.count
    var place = range.lowerBound
    while place <= last {
      if self[place] == part[0], hasPrefix(part, at: place, before: range.upperBound) {
        return place &+ part.count
      }
      place &+= 1
    }
    return nil
  }

  /// Whether a blank or the end stands behind one of it.
  fileprivate func hasWord(_ part: [UInt8], in range: Range<Int>, from start: Int) -> Bool {
    var place = start
    while let end = firstEnd(of: part, in: place..<range.upperBound) {
      if end == range.upperBound || self[end] == UInt8(ascii: " ") { return true }
      place = end
    }
    return false
  }
}
