import Screen

/// A cell with the style that it is written in. A blank shows only its background, so it is written in
/// the text colour of its neighbour: it looks the same, and the terminal is not told to change its
/// style and to change it back.
struct WrittenCell {
  let cell: Cell
  var style: Style

  /// A longer gap is cleared by the terminal itself, which it does in its plain style.
  private static let shortGap = 8

  static func cells(of row: ArraySlice<Cell>) -> [WrittenCell] {
    var written = row.map { WrittenCell(cell: $0, style: $0.style) }
    var place = written.startIndex
    while place < written.endIndex {
      guard written[place].isGroundAlone else {
        place += 1
        continue
      }
      let ground = written[place].style.background
      let end =
        written[place...].firstIndex { !$0.isGroundAlone || $0.style.background != ground }
        ?? written.endIndex
      if end - place <= shortGap {
        let left = place > written.startIndex ? written[place - 1].style : nil
        let right = end < written.endIndex ? written[end].style : nil
        let isOnLeft = left?.background == ground || right?.background != ground
        if let ink = isOnLeft ? left : right {
          for index in place..<end {
            written[index].style = written[index].style.written(with: ink)
          }
        }
      }
      place = end
    }
    return written
  }

  static func isShortGap(_ cells: ArraySlice<WrittenCell>) -> Bool {
    cells.count <= shortGap / 2 && cells.allSatisfy(\.isGroundAlone)
  }

  private var isGroundAlone: Bool { cell.glyph == .blank && style.hasInvisibleInk }
}

extension Style {
  private static let visible: Attributes = [.underline, .reverse, .blink]

  fileprivate var hasInvisibleInk: Bool { attributes.isDisjoint(with: Self.visible) }

  fileprivate func written(with ink: Style) -> Style {
    Style(
      foreground: ink.foreground, background: background,
      attributes: ink.attributes.subtracting(Self.visible))
  }
}
