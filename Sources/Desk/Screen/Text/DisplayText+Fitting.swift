extension DisplayText {
  /// The longest beginning that fits into `columns`, ending in `…` when something was left out.
  /// Never cuts a wide character or a letter from its marks.
  package func truncated(to columns: Int) -> DisplayText {
    guard columns > 0 else { return .empty }
    guard self.columns > columns else { return self }
    var kept = prefix(columns: columns - 1)
    while kept.glyphs.last == .blank { kept = DisplayText(glyphs: kept.glyphs.dropLast()) }
    return kept + Self.ellipsis
  }

  /// U+2026, one column; on a terminal without Unicode it becomes `~`.
  package static let ellipsis: DisplayText = "…"

  /// The longest beginning that fits into `columns`, with nothing in place of the rest.
  package func prefix(columns: Int) -> DisplayText {
    var used = 0
    let end = glyphs.firstIndex { glyph in
      used += glyph.columns
      return used > columns
    }
    return DisplayText(glyphs: Array(glyphs[..<(end ?? glyphs.endIndex)]))
  }

  /// What comes behind that beginning, without the blanks between.
  package func dropping(_ beginning: DisplayText) -> DisplayText {
    DisplayText(glyphs: Array(glyphs.dropFirst(beginning.glyphs.count).drop { $0 == .blank }))
  }

  /// Exactly `columns` wide: cut as `truncated(to:)`, or filled up with blanks.
  package func padded(to columns: Int, align: Alignment = .leading) -> DisplayText {
    let text = truncated(to: columns)
    let before = align.indent(of: text.columns, in: columns)
    let after = max(0, columns - text.columns - before)
    return .blanks(before) + text + .blanks(after)
  }

  package static func blanks(_ count: Int) -> DisplayText {
    DisplayText(glyphs: Array(repeating: .blank, count: max(0, count)))
  }

  /// Broken at blanks into rows of at most `columns`; a longer word is broken where it must be.
  package func wrapped(to columns: Int) -> [DisplayText] {
    guard columns > 0 else { return [] }
    var rows: [DisplayText] = []
    var row = DisplayText.empty
    for word in glyphs.split(separator: .blank).map({ DisplayText(glyphs: Array($0)) }) {
      let longer = row.isEmpty ? word : row + .blanks(1) + word
      if longer.columns <= columns {
        row = longer
        continue
      }
      if !row.isEmpty { rows.append(row) }
      row = word
      while row.columns > columns {
        let piece = row.prefix(columns: columns)
        // A wide character in a single column fits nowhere.
        guard !piece.isEmpty else { return rows }
        rows.append(piece)
        row = DisplayText(glyphs: Array(row.glyphs.dropFirst(piece.glyphs.count)))
      }
    }
    if !row.isEmpty { rows.append(row) }
    return rows
  }
}

/// Where text stands in a wider field.
package enum Alignment: Hashable, Sendable {
  case leading
  case center
  case trailing

  func indent(of width: Int, in columns: Int) -> Int {
    let free = max(0, columns - width)
    return switch self {
    case .leading: 0
    case .center: free / 2
    case .trailing: free
    }
  }
}
