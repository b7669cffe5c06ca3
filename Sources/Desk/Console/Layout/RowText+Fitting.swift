import DeskLanguage
import Screen

extension RowText {
  /// Columns that a name or a text needs to be known by.
  private static let fewest = 6

  /// As much of it as there is room for: whole, or with what matters less shortened, or without it;
  /// cut where nothing else is left.
  package func fitting(_ columns: Int, _ wording: Wording) -> DisplayText {
    let ranks = Set(parts.map(\.rank)).sorted(by: >)
    for rank in ranks {
      var line = Line(parts.filter { $0.rank <= rank }, wording)
      line.shorten(to: columns, from: rank == 0 ? 0 : 1)
      if line.columns <= columns { return line.text }
    }
    var line = Line(parts.filter { $0.rank == (ranks.last ?? 0) }, wording)
    line.shorten(to: columns, from: 0)
    line.cutLongest(to: columns, butNotBelow: Self.fewest)
    return line.text.truncated(to: columns)
  }

  /// All of it, broken into rows.
  package func wrapped(to columns: Int, _ wording: Wording) -> [DisplayText] {
    let line = Line(parts, wording)
    // A gap that may be lost at a row's end is written.
    return line.text { $0.count > 1 && $0.allSatisfy { $0 == " " } ? " · " : $0 }
      .wrapped(to: columns)
  }

  /// Some of its parts, as they are drawn.
  private struct Line {
    private let parts: [Part]
    private let wording: Wording
    private var drawn: [DisplayText]

    init(_ parts: [Part], _ wording: Wording) {
      self.parts = parts
      self.wording = wording
      drawn = parts.map { Self.said($0.text, $0.kind, wording) }
    }

    var text: DisplayText { text { $0 } }

    /// - Parameter gap: how what stands between two parts is drawn.
    func text(_ gap: (String) -> String) -> DisplayText {
      zip(parts, drawn).enumerated().reduce(.empty) { line, next in
        let (part, text) = next.element
        return line + (next.offset == 0 ? .empty : DisplayText(gap(part.before))) + text
      }
    }

    var columns: Int { text.columns }

    private static func said(_ text: String, _ kind: Part.Kind, _ wording: Wording) -> DisplayText {
      DisplayText(kind == .said ? wording(text) : text)
    }

    /// One part after the other, what matters least first, until all of it has room.
    /// - Parameter rank: what matters more stays as it is.
    mutating func shorten(to columns: Int, from rank: Int) {
      let order = parts.indices.filter { parts[$0].rank >= rank }
        .sorted { (parts[$0].rank, $0) > (parts[$1].rank, $1) }
      for index in order {
        let over = self.columns - columns
        guard over > 0 else { return }
        let part = parts[index]
        let room = drawn[index].columns - over
        switch part.kind {
        case .name: drawn[index] = NameWords(part.text).shortened(to: room) ?? drawn[index]
        case .service: drawn[index] = ServiceWords(part.text).shortened(to: room) ?? drawn[index]
        case .said, .quoted:
          if let shorter = part.shorter { drawn[index] = Self.said(shorter, part.kind, wording) }
        }
      }
    }

    mutating func cutLongest(to columns: Int, butNotBelow fewest: Int) {
      let over = self.columns - columns
      guard over > 0,
        let longest = drawn.indices.max(by: { drawn[$0].columns < drawn[$1].columns })
      else { return }
      drawn[longest] = drawn[longest].truncated(to: max(fewest, drawn[longest].columns - over))
    }
  }
}
