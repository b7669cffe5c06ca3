import BookingDomain
import Screen

extension Canvas {
  mutating func drawLogin(_ form: LoginForm, _ model: Model) {
    let area = Rect(size).centered(Size(columns: min(56, size.columns - 2), rows: 13))
    var rest = area
    if area.rows >= 11 {
      let title = rest.takeTop(2)
      text("FrontDesk", title.column, title.row, .title)
    }
    let server = rest.takeTop(area.rows >= 8 ? 2 : 1)
    text(
      said("at \(model.setup.server)").truncated(to: server.columns), server.column,
      server.row, .titleFaint)
    let isHigh = area.rows >= 9
    drawLoginField(
      "E-mail", form.email.text, form.email.beforeCursor, isFocused: form.field == .email,
      rest.takeTop(isHigh ? 2 : 1))
    let hidden = String(repeating: "*", count: form.password.count)
    drawLoginField(
      "Password", hidden, String(hidden.prefix(form.password.beforeCursor.count)),
      isFocused: form.field == .password, rest.takeTop(isHigh ? 2 : 1))
    drawLoginProgress(form, model, &rest)
  }

  private mutating func drawLoginField(
    _ label: String, _ text: String, _ before: String, isFocused: Bool, _ rect: Rect
  ) {
    let start = rect.column + 10
    self.text(said(label), rect.column, rect.row, width: 10, .formLabel)
    let role: StyleRole = isFocused ? .formFocus : .formField
    let field = Rect(column: start, row: rect.row, columns: rect.endColumn - start, rows: 1)
    fill(field, role)
    let kept = cursor
    drawField(text, before: before, start, field, role)
    if !isFocused { cursor = kept }
  }

  private mutating func drawLoginProgress(
    _ form: LoginForm, _ model: Model, _ rest: inout Rect
  ) {
    if let sentence = form.sentence {
      let rows = wrapped(said(sentence), rest, .formError)
      _ = rest.takeTop(rows)
    }
    let hint: String
    switch form.progress {
    case .typing where form.isLock: hint = "Enter unlocks, Tab changes the field, ^C leaves."
    case .typing: hint = "Enter logs in, Tab changes the field, Esc leaves."
    case .asking: hint = "Logging in…"
    case .tryingAgain(let at, _):
      let seconds = (at.milliseconds - model.now.milliseconds + 999) / 1000
      hint = (0...60).contains(seconds) ? "Trying again in \(seconds) s." : "Trying again…"
    }
    wrapped(said(hint), rest, .formLabel)
  }
}
