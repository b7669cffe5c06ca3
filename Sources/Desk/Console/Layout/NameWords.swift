import Screen

/// What somebody is called where there is little room: by the last name, which is what a Vietnamese
/// guest is called by, and what a German one is looked for by. `Nguyễn Thị Ánh Tuyết` is `Nguyễn T. Á. Tuyết`.
package struct NameWords {
  private let words: [String]

  package init(_ name: String) {
    words = name.split(separator: " ").map(String.init)
  }

  /// The whole name, or with letters in the place of words; nil where even that has no room.
  package func shortened(to columns: Int) -> DisplayText? {
    let whole = DisplayText(words.joined(separator: " "))
    guard whole.columns > columns else { return whole }
    // Scripts without capitals have no letters that stand for words.
    guard words.count > 1, words.allSatisfy(\.hasCase) else { return nil }
    let (first, last) = (words[0], words[words.count - 1])
    let middle = words.dropFirst().dropLast()
    func letters(_ words: some Sequence<String>) -> [String] { words.map { $0.prefix(1) + "." } }
    let forms = [
      [first] + letters(middle) + [last], letters([first] + middle) + [last],
      letters([first]) + [last],
    ]
    return forms.lazy.map { DisplayText($0.joined(separator: " ")) }
      .first { $0.columns <= columns }
  }

  /// The same, cut where that has no room.
  package func fitting(_ columns: Int) -> DisplayText {
    shortened(to: columns)
      ?? DisplayText(words.joined(separator: " ")).truncated(to: max(0, columns))
  }
}

extension String {
  fileprivate var hasCase: Bool { first.map { $0.isUppercase || $0.isLowercase } ?? false }
}
