import BookingDomain
import DeskLanguage
import Screen

/// A frame being drawn with a theme: styles and glyphs by what they mean.
struct Canvas {
  private(set) var frame: Frame
  /// Where the real cursor rests: on the selected booking or in the field being typed.
  var cursor: Point?
  let theme: Theme
  let wording: Wording

  init(_ size: Size, theme: Theme, wording: Wording) {
    self.theme = theme
    self.wording = wording
    frame = Frame(size, style: theme[.screen])
  }

  var size: Size { frame.size }

  /// A word or sentence of the program in the person's language.
  func said(_ english: String) -> DisplayText { DisplayText(wording(english)) }

  /// Where something is, in so many columns: a bed keeps its name, and the words before it give way.
  func said(_ place: Place, in columns: Int) -> DisplayText {
    let whole = said(place.spoken)
    guard whole.columns > columns, let bed = place.bedName else { return whole }
    let end = DisplayText(" \(bed)")
    return DisplayText(place.roomName).truncated(to: max(1, columns - end.columns)) + end
  }

  func brief(_ time: TimeOfDay) -> DisplayText { DisplayText(wording.brief(time)) }

  /// Draws and returns the column after the text.
  @discardableResult
  mutating func text(
    _ text: DisplayText, _ column: Int, _ row: Int, width: Int? = nil, _ role: StyleRole,
    align: Alignment = .leading
  ) -> Int {
    self.text(text, column, row, width: width, style: theme[role], align: align)
  }

  @discardableResult
  mutating func text(
    _ text: DisplayText, _ column: Int, _ row: Int, width: Int? = nil, style: Style,
    align: Alignment = .leading
  ) -> Int {
    frame.draw(
      text, at: Point(column: column, row: row), columns: width, style: style, align: align)
  }

  /// Draws so that it ends before `column`; returns where it begins.
  @discardableResult
  mutating func text(_ text: DisplayText, endingAt column: Int, _ row: Int, _ role: StyleRole)
    -> Int
  {
    let start = column - text.columns
    self.text(text, start, row, role)
    return start
  }

  mutating func fill(_ rect: Rect, _ role: StyleRole, with text: DisplayText = .empty) {
    frame.fill(rect, style: theme[role], with: text)
  }

  mutating func fill(_ rect: Rect, style: Style, with text: DisplayText = .empty) {
    frame.fill(rect, style: style, with: text)
  }

  mutating func overlay(_ rect: Rect, _ role: StyleRole) {
    frame.overlay(rect, style: theme[role])
  }

  /// Returns how many rows the text took.
  @discardableResult
  mutating func wrapped(_ text: DisplayText, _ rect: Rect, _ role: StyleRole) -> Int {
    frame.drawWrapped(text, in: rect, style: theme[role])
  }

  @discardableResult
  mutating func wrapped(_ text: DisplayText, _ rect: Rect, style: Style) -> Int {
    frame.drawWrapped(text, in: rect, style: style)
  }

  /// A line of its own over a whole row, `╌╌╌`.
  mutating func rule(_ column: Int, _ row: Int, columns: Int) {
    frame.horizontalLine(
      at: Point(column: column, row: row), columns: columns, style: theme[.gridLine],
      line: .ascii)
  }

  mutating func box(_ rect: Rect, title: DisplayText) {
    frame.painted(rect, style: theme[.popupLine], title: title, titleStyle: theme[.popupTitle])
  }

  mutating func dim(_ rect: Rect) { frame.dim(rect) }

  func glyph(_ role: StyleRole) -> DisplayText { theme.glyph(role) }
}

extension BookingStatus {
  var role: StyleRole {
    switch self {
    case .scheduled: .statusScheduled
    case .confirmed: .statusConfirmed
    case .inProgress: .statusInProgress
    case .completed: .statusCompleted
    case .cancelled: .statusCancelled
    case .noShow: .statusNoShow
    }
  }
}

extension Booking {
  /// One whose status nobody can read looks like none of those that there are.
  var role: StyleRole { hasUnreadableStatus ? .conflict : status.role }
}

extension Canvas {
  /// How much of a whole is taken; a minute of a day moves it by a cell at most.
  mutating func drawGauge(_ percent: Int, _ rect: Rect) {
    let full = (rect.columns * min(100, max(0, percent)) + 50) / 100
    var rest = rect
    fill(rest.takeLeft(full), .gaugeFull, with: glyph(.gaugeFull))
    fill(rest, .gaugeEmpty, with: glyph(.gaugeEmpty))
  }

  /// Glyph and letter of a status: `▪C`. Colour alone never carries meaning.
  func mark(_ booking: Booking) -> DisplayText {
    if booking.hasUnreadableStatus { return DisplayText("??") }
    return theme.glyph(booking.role) + theme.letter(booking.role)
  }
}
