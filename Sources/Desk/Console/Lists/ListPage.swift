import DeskLanguage
import Screen

/// A list as the screen has room for it: a line each, and below them, where any is shortened, all of
/// the one that is chosen.
package struct ListPage {
  /// Lines at most in which the chosen one stands whole.
  private static let mostBelow = 3
  /// Of a list that is lower, all rows are its lines.
  private static let fewestLines = 3

  package let rows: [DeskList.Row]
  package let lines: [DisplayText]
  /// The line that is chosen.
  package let at: Int
  /// The first line shown.
  package let first: Int
  /// Lines shown.
  package let shown: Int
  /// The chosen line, broken into rows; empty where every line stands whole.
  package let whole: [DisplayText]
  /// Rows that are kept for it.
  package let below: Int
  /// Whether a digit stands before each line.
  package let hasDigits: Bool

  package static let columns = 100

  package init(_ list: DeskList, _ model: Model) {
    rows = model.rows(of: list)
    hasDigits = [.waiting, .unscheduled, .turns].contains(list.kind)
    let height = model.plan.status.row
    let isFull = model.size.columns < 60 || height < 16
    let inside = isFull ? model.size.columns - 2 : min(model.size.columns - 4, Self.columns)
    let width = max(1, inside - (hasDigits ? 2 : 0))
    lines = rows.map { $0.row.fitting(width, model.wording) }
    let broken = zip(rows, lines).map { row, line in
      line == row.row.fitting(.max, model.wording)
        ? [] : row.row.wrapped(to: max(1, inside - 1), model.wording)
    }
    let most = min(Self.mostBelow, broken.map(\.count).max() ?? 0)
    below = height - 2 - most < Self.fewestLines ? 0 : most
    shown = max(1, height - 2 - below)
    at = max(0, min(list.at, rows.count - 1))
    first = min(max(0, at - shown / 2), max(0, rows.count - shown))
    whole = rows.isEmpty ? [] : Array(broken[at].prefix(below))
  }
}
