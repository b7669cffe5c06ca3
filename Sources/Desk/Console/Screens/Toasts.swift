import BookingDomain
import Screen

extension Canvas {
  /// The newest at the bottom, over the board, right above the status line.
  mutating func drawToasts(_ model: Model, above row: Int) {
    var bottom = row
    for notice in model.notices.toasts.reversed() {
      let role = notice.kind.role
      let sentence = glyph(role) + " " + DisplayText(notice.sentence)
      // A sentence is wrapped rather than cut, but never covers more than three rows.
      let width = min(size.columns - 2, max(20, size.columns * 3 / 4))
      let rows = min(3, max(1, sentence.wrapped(to: width - 2).count))
      guard bottom - rows >= 1 else { return }
      bottom -= rows
      let longest = sentence.wrapped(to: width - 2).prefix(rows).map(\.columns).max() ?? 0
      let rect = Rect(
        column: size.columns - min(width, longest + 2), row: bottom,
        columns: min(width, longest + 2), rows: rows)
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
