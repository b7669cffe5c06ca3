import BookingDomain
import Screen

extension Canvas {
  /// The key table as a list to choose from: what it does, its key, its words.
  mutating func drawMenu(_ model: Model, _ area: Rect, _ search: KeySearch) {
    let found = search.found(for: model)
    let lines = MenuLine.lines(of: found)
    let all = MenuLine.lines(of: KeySearch().found(for: model)).count + 1
    var inside = panel("Menu (Enter does it, Esc closes)", area, rows: all, columns: 96)
    drawWanted(search, &inside)
    guard !found.isEmpty else { return drawNothingFound(search, inside) }
    let selected = lines.firstIndex(of: .binding(search.at)) ?? 0
    // The heading above the first entry stays in sight with it.
    let first = min(
      max(0, selected - inside.rows / 2), max(0, lines.count - inside.rows))
    for (index, line) in lines.dropFirst(first).prefix(inside.rows).enumerated() {
      let row = Rect(
        column: inside.column, row: inside.row + index, columns: inside.columns, rows: 1)
      switch line {
      case .blank: break
      case .heading(let heading):
        text(said(heading).truncated(to: row.columns), row.column, row.row, .helpTitle)
      case .binding(let number):
        draw(found[number], isSelected: number == search.at, model, row)
      }
    }
    drawMore(first > 0, first + inside.rows < lines.count, inside)
  }

  private mutating func draw(
    _ binding: Binding, isSelected: Bool, _ model: Model, _ row: Rect
  ) {
    let isOff = binding.whyOff(model) != nil
    let role: StyleRole = isSelected ? .menuSelected : isOff ? .menuOff : .menuItem
    fill(row, isSelected ? .menuSelected : .popup)
    let keyWidth = row.columns >= 70 ? 11 : 8
    let commandWidth = row.columns >= 70 ? 18 : 0
    let width = row.columns - keyWidth - commandWidth - 2
    text(said(binding.help), row.column + 1, row.row, width: width, role)
    let keys = row.column + 2 + width
    text(
      DisplayText(binding.keyNames), keys, row.row, width: keyWidth - 1,
      isSelected ? role : .helpKey)
    if commandWidth > 0 {
      text(
        DisplayText(":" + binding.word), keys + keyWidth, row.row, width: commandWidth,
        isSelected ? role : .promptLabel)
    }
  }
}

private enum MenuLine: Hashable {
  case heading(String)
  case binding(Int)
  case blank

  static func lines(of bindings: [Binding]) -> [MenuLine] {
    var lines: [MenuLine] = []
    for group in Binding.Group.allCases {
      let inGroup = bindings.indices.filter { bindings[$0].group == group }
      guard !inGroup.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(group.rawValue))
      lines += inGroup.map(MenuLine.binding)
    }
    return lines
  }
}
