/// A line of a list in its parts, so that where there is little room what matters less gives way, and
/// what the eye looks for first stands whole.
package struct RowText: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// The program's words, said in the person's language where they are drawn.
      case said
      /// What somebody wrote, or what is said already.
      case quoted
      /// What somebody is called: shortened in its middle.
      case name
      /// Shortened by what its words mean.
      case service
    }

    package let text: String
    package let kind: Kind
    /// What stands between it and the part before it.
    package let before: String
    /// Zero stays; the greatest is the first to give way.
    package let rank: Int
    /// The same in less.
    package let shorter: String?
  }

  package private(set) var parts: [Part] = []

  package init() {}

  package init(_ sentence: String) { append(sentence) }

  /// Nothing is added where the text is empty.
  package mutating func append(
    _ text: String, _ kind: Part.Kind = .said, before: String = "  ", rank: Int = 0,
    shorter: String? = nil
  ) {
    guard !text.isEmpty else { return }
    parts.append(
      Part(
        text: text, kind: kind, before: parts.isEmpty ? "" : before, rank: rank, shorter: shorter))
  }

  package mutating func append(_ row: RowText, before: String) {
    for (index, part) in row.parts.enumerated() {
      append(
        part.text, part.kind, before: index == 0 ? before : part.before, rank: part.rank,
        shorter: part.shorter)
    }
  }

  /// All of it.
  package var text: String { parts.map { $0.before + $0.text }.joined() }
}
