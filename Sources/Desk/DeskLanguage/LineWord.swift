import BookingDomain

/// A word of a line, and where it stands in it.
struct LineWord: Hashable, Sendable {
  /// As it was typed, without a comma behind it.
  let written: String
  /// The comma behind it.
  let ending: String
  /// In small letters, with its marks.
  let lower: String
  let folded: String
  /// Characters of the line.
  let range: Range<Int>

  init(_ written: String, _ range: Range<Int>) {
    var written = written.plain
    var ending = ""
    while written.count > 1, let last = written.last, ",;".contains(last) {
      ending = String(written.removeLast()) + ending
    }
    self.ending = ending
    self.written = written
    self.range = range
    let bare = written.drop(while: Self.isHeart).reversed().drop(while: Self.isHeart).reversed()
    isWish = !bare.isEmpty && bare.count < written.count
    let said = isWish ? String(bare) : written
    lower = said.lowercased()
    folded = FoldedText(said).text
  }

  /// `lan*`, `♥lan`: the guest asked for them.
  let isWish: Bool

  private static func isHeart(_ character: Character) -> Bool { "*♥❤".contains(character) }

  /// The words of a text; `&` is always one of its own.
  static func words(of text: String) -> [LineWord] {
    var words: [LineWord] = []
    var current: [Character] = []
    var position = 0
    func take() {
      defer { current = [] }
      let written = String(current)
      // Nothing is seen of what has no plain text.
      guard !written.plain.isEmpty else { return }
      words.append(LineWord(written, position - current.count..<position))
    }
    for character in text {
      if character.isWhitespace {
        take()
      } else if character == "&" {
        take()
        words.append(LineWord("&", position..<position + 1))
      } else {
        current.append(character)
      }
      position += 1
    }
    take()
    return words
  }

  /// Only ASCII digits.
  var isNumber: Bool { written.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  var number: Int? { isNumber ? Int(written) : nil }

  /// Written as a name is: with a capital, or in letters that know none.
  var isWrittenAsName: Bool {
    guard let letter = written.first(where: \.isLetter) else { return false }
    return !letter.isLowercase
  }

  /// `mai`: tomorrow in small letters, as likely as somebody called Mai.
  var isTomorrow: Bool { lower == "mai" }

  /// `thứ`: the first half of a weekday, and not somebody called Thu.
  var isDayNumbered: Bool { lower == "thứ" }

  /// Could stand in somebody's name.
  var mayBeName: Bool {
    written.contains(where: \.isLetter)
      ? !written.contains { $0.isNumber || "@/+#:=<>()*♥❤".contains($0) }
      : written.unicodeScalars.allSatisfy { $0.properties.isEmojiPresentation }
  }
}
