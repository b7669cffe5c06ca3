import BookingDomain
import Screen

extension Canvas {
  /// The newest at the bottom, over the board, right above the status line.
  mutating func drawToasts(_ model: Model, above row: Int) {
    var bottom = row
    for notice in model.notices.toasts.reversed() {
      let role = notice.kind.role
      let sentence = glyph(role) + " " + said(notice.sentence)
      // A sentence is wrapped rather than cut, but never covers more than three rows.
      // On a narrow screen it takes whole rows: beside it no word of the board could be read.
      let isNarrow = size.columns < 60
      let width = isNarrow ? size.columns : max(20, size.columns * 3 / 4)
      let rows = min(3, max(1, sentence.wrapped(to: width - 2).count))
      guard bottom - rows >= 1 else { return }
      bottom -= rows
      let longest = sentence.wrapped(to: width - 2).prefix(rows).map(\.columns).max() ?? 0
      let columns = isNarrow ? width : min(width, longest + 2)
      let rect = Rect(
        column: size.columns - columns, row: bottom, columns: columns, rows: rows)
      fill(rect, role)
      wrapped(sentence, rect.inset(columns: 1), role)
    }
  }
}

extension Notices.Kind {
  var role: StyleRole {
    switch self {
    case .information: .toastInfo
    case .warning: .toastWarning
    case .error: .toastError
    }
  }
}
