import BookingDomain
import Screen

/// What the terminal shows: a pure function of the model, the theme and what the terminal can do.
package struct DeskPicture: Hashable, Sendable {
  package let frame: Frame
  package let cursor: Point?

  /// - Parameters:
  ///   - theme: already adapted to the terminal.
  ///   - facts: what the loop measured, for `F12`.
  package init(
    _ model: Model, theme: Theme, capabilities: TerminalCapabilities,
    facts: PaintFacts = PaintFacts()
  ) {
    var canvas = Canvas(model.size, theme: theme, wording: model.wording)
    if model.isTooSmall {
      canvas.drawTooSmall()
    } else if case .login(let form) = model.stage {
      canvas.drawLogin(form, model)
    } else {
      canvas.drawDay(model, facts)
    }
    let signs = theme.signsAreASCII ? canvas.frame.withASCIISigns : canvas.frame
    frame = capabilities.isUnicode ? signs : canvas.frame.inASCII
    cursor = canvas.cursor
  }

  /// What lies over the board alone, on nothing.
  static func overlay(of model: Model, theme: Theme) -> Frame {
    var canvas = Canvas(model.size, theme: theme, wording: model.wording)
    canvas.drawOverlay(model, model.plan, PaintFacts())
    return canvas.frame
  }
}

/// What painting costs, as the loop counts it.
package struct PaintFacts: Hashable, Sendable {
  package var frames = 0
  /// Cells that the last frame changed.
  package var changedCells = 0
  /// Bytes that the last frame cost.
  package var bytes = 0
  /// From the key press or event to the painted frame, in microseconds.
  package var lastMicroseconds: Int64 = 0

  package init() {}
}

extension Canvas {
  fileprivate mutating func drawTooSmall() {
    let needed = "\(ScreenPlan.smallest.columns)x\(ScreenPlan.smallest.rows)"
    wrapped(
      said("The window is too small; FrontDesk needs \(needed)."),
      Rect(size), .screen)
  }

  fileprivate mutating func drawDay(_ model: Model, _ facts: PaintFacts) {
    let shown = model.shown
    let plan = shown.plan
    if let title = plan.title { drawTitle(shown, title) }
    if plan.detailsPlace != .cover { drawView(shown, plan) }
    if let details = plan.details { drawDetails(shown, details, plan.detailsPlace) }
    drawStatusLine(model, plan)
    if case .past(let view) = model.overlay { drawPastTitle(view, shown, plan) }
    if let hints = plan.hints { drawHints(model, hints) }
    drawOverlay(model, plan, facts)
    drawToasts(model, above: plan.status.row - drawSuggestions(model, plan))
    drawPrompt(model, plan)
  }

  private mutating func drawView(_ model: Model, _ plan: ScreenPlan) {
    switch model.view {
    case .board, .rooms, .week: drawBoard(model, BoardLayout(model, in: plan.body))
    case .agenda: drawAgenda(model, Agenda(model, in: plan.body))
    case .wall: drawWall(model, model.wall)
    case .own: drawTherapistDay(model, TherapistDay(model))
    }
  }

  fileprivate mutating func drawOverlay(_ model: Model, _ plan: ScreenPlan, _ facts: PaintFacts) {
    let area = Rect(column: 0, row: 0, columns: size.columns, rows: plan.status.row)
    switch model.overlay {
    case .help(let search): drawHelp(model, area, search)
    case .menu(let search): drawMenu(model, area, search)
    case .messages(let scroll): drawMessages(model, area, scroll)
    case .linkFacts: drawLinkFacts(model, area, facts)
    case .history(let view): drawHistory(view, model, area)
    case .dayChanges(let view): drawDayChanges(view, model, area)
    case .card(let view): drawCard(view, model, area)
    case .list(let list): drawList(list, model, area)
    case .house(let view): drawHouse(view, area)
    case .month(let view): drawMonth(view, model, area)
    case .past(let view): drawPast(view, model, area)
    case nil: break
    }
  }
}
