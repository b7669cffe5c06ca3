import Screen

extension Canvas {
  mutating func draw(_ big: BigText, _ column: Int, _ row: Int, _ role: StyleRole) {
    let style = paint(role)
    for stroke in big.strokes {
      let rect = Rect(
        column: column + stroke.column, row: row + stroke.row, columns: stroke.columns, rows: 1)
      fill(rect, style: style)
    }
  }

  /// A role as a colour to fill with: what it writes with, where it paints no ground of its own.
  private func paint(_ role: StyleRole) -> Style {
    var style = theme[role]
    if style.background == theme[.screen].background {
      style.attributes.insert(.reverse)
    }
    return style
  }
}
