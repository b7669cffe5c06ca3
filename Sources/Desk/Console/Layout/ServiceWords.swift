import BookingDomain
import Screen

/// A service's name where there is little room: shortened by what the words mean, and not cut.
/// `Massage thư giãn 60'` is `Thư giãn 60`: that it is a massage says nothing in a spa, and the
/// length says much.
package struct ServiceWords {
  private let words: [String]

  /// Words that a spa's services have in common, folded.
  private static let common: Set<String> = [
    "massage", "massages", "therapy", "treatment", "session", "service", "spa", "lieu", "trinh",
    "dich", "vu", "goi", "phut", "min", "mins", "minute", "minutes", "the", "and", "of", "with",
    "va", "&",
  ]

  package init(_ name: String) {
    words = name.split(separator: " ").map(String.init)
  }

  /// The whole name, or without common words and signs, or as many of its words as there is room for;
  /// nil where there is none for what would name it.
  package func shortened(to columns: Int) -> DisplayText? {
    let whole = DisplayText(words.joined(separator: " "))
    guard whole.columns > columns else { return whole }
    // One word alone names no service, so the length gives way before the second does.
    let fewest = min(2, names.count)
    let counts = Array((fewest...max(fewest, names.count)).reversed())
    return (counts.map { text($0, number) } + counts.map { text($0, nil) })
      .first { $0.columns <= columns }
  }

  /// The same, cut where that has no room.
  package func fitting(_ columns: Int) -> DisplayText {
    shortened(to: columns) ?? text(1, nil).truncated(to: max(0, columns))
  }

  private var length: String? { words.last { $0.contains(where: \.isNumber) } }

  private var number: String? { length.map { String($0.filter(\.isNumber)) } }

  private var names: [String] {
    let names = words.filter { word in
      word != length && !Self.common.contains(FoldedText(word.filter { $0 != "," }).text)
    }
    return names.isEmpty ? words.filter { $0 != length } : names
  }

  private func text(_ count: Int, _ number: String?) -> DisplayText {
    let text = names.prefix(count).joined(separator: " ")
    let first = text.prefix(1).uppercased() + text.dropFirst()
    return DisplayText([first, number].compactMap { $0 }.joined(separator: " "))
  }
}
