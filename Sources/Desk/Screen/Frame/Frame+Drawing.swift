extension Frame {
  /// Draws `text` at `at`. With `columns` it fills a field of exactly that width: longer text ends
  /// in `…`, shorter text is aligned in it and the rest is blank. Without, it goes on to the edge.
  /// Returns the column after what was drawn, where the next text may begin.
  @discardableResult
  package mutating func draw(
    _ text: DisplayText, at: Point, columns: Int? = nil, style: Style = .plain,
    align: Alignment = .leading
  ) -> Int {
    guard let columns else { return write(text.glyphs, from: at, style: style) }
    guard columns > 0 else { return at.column }
    let fitting = text.truncated(to: columns)
    let start = at.column + align.indent(of: fitting.columns, in: columns)
    blank(from: at.column, to: start, row: at.row, style: style)
    let end = write(fitting.glyphs, from: Point(column: start, row: at.row), style: style)
    blank(from: end, to: at.column + columns, row: at.row, style: style)
    return at.column + columns
  }

  /// Draws rows of text from the top of `rect`, broken at blanks; what does not fit is cut off with
  /// `…`. Returns how many rows it took.
  @discardableResult
  package mutating func drawWrapped(
    _ text: DisplayText, in rect: Rect, style: Style = .plain
  ) -> Int {
    var rows = text.wrapped(to: rect.columns)
    if rows.count > rect.rows {
      rows = Array(rows.prefix(max(0, rect.rows)))
      if let last = rows.popLast() {
        rows.append(last.prefix(columns: rect.columns - 1) + DisplayText.ellipsis)
      }
    }
    for (index, row) in rows.enumerated() {
      draw(
        row, at: Point(column: rect.column, row: rect.row + index), columns: rect.columns,
        style: style)
    }
    return rows.count
  }

  /// Fills `rect` with the first character of `with` (one column wide; anything else is a blank).
  package mutating func fill(_ rect: Rect, style: Style, with text: DisplayText = .empty) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    let glyph = text.glyphs.first.flatMap { $0.columns == 1 ? $0 : nil } ?? .blank
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn { put(glyph, column, row, style: style) }
    }
  }

  /// Lays `style` over what is drawn: its colours replace, except `.standard` which leaves the colour
  /// beneath; its attributes are added.
  package mutating func overlay(_ rect: Rect, style: Style) {
    restyle(rect) { $0.overlaid(by: style) }
  }

  /// What lies behind something else: to be seen, and not to be read.
  package mutating func dim(_ rect: Rect) {
    restyle(rect) { style in
      var style = style
      style.attributes.subtract([.bold, .blink])
      style.attributes.insert(.dim)
      return style
    }
  }

  /// Writes glyphs from `from` on, cutting at the edges, and returns the column after the last.
  private mutating func write(_ glyphs: [Glyph], from: Point, style: Style) -> Int {
    var column = from.column
    let lastRightToLeft = glyphs.lastIndex { $0.base?.isRightToLeft ?? false }
    for (index, glyph) in glyphs.enumerated() {
      var glyph = glyph
      if index == lastRightToLeft { glyph.endsRightToLeft = true }
      put(glyph, column, from.row, style: style)
      column += glyph.columns
    }
    return column
  }

  private mutating func blank(from: Int, to: Int, row: Int, style: Style) {
    guard from < to else { return }
    for column in from..<to { put(.blank, column, row, style: style) }
  }
}

extension Unicode.Scalar {
  /// Hebrew, Arabic and the scripts beside them, which a terminal may write from right to left.
  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x590..<0x900, 0xFB1D..<0xFE00, 0xFE70..<0xFF00, 0x10800..<0x11000, 0x1E800..<0x1F000:
      true
    default: false
    }
  }
}
