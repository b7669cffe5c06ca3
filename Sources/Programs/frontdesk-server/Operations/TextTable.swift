import SpaSetup

/// Rows with columns under each other, for a person at a terminal. What comes from the database is
/// shown without anything that a terminal would obey.
struct TextTable {
  private let rows: [[String]]

  init(_ header: [String], _ rows: [[String]]) {
    self.rows = [header] + rows.map { $0.map(PlainLine.shown) }
  }

  func print() {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    for row in rows {
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      Swift.print(line)
    }
  }
}
