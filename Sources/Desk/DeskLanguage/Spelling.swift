import BookingDomain

/// A word that lines know, with its Vietnamese marks. Typed without any mark it is the same word;
/// with other marks it is another word: `tới` is not `tối`, and `Thư` is not `thứ`.
struct Spelling: ExpressibleByStringLiteral {
  private let marked: String
  private let plain: String

  init(stringLiteral text: String) { (marked, plain) = (text, FoldedText(text).text) }

  /// A word that without its marks is another one.
  init(onlyMarked text: String) { (marked, plain) = (text, text) }

  func means(_ word: LineWord) -> Bool { means(word.lower) }

  /// - Parameter text: in small letters.
  func means(_ text: String) -> Bool { text == marked || text == plain }
}

extension LineWord {
  func isOne(of spellings: [Spelling]) -> Bool { spellings.contains { $0.means(self) } }
}

extension ArraySlice<LineWord> {
  func begins(with phrase: [Spelling]) -> Bool {
    count >= phrase.count && zip(self, phrase).allSatisfy { $1.means($0) }
  }
}
