import BookingDomain
import DeskLanguage
import Screen

/// The figures of the wall: what is wrong first, then how the day goes.
struct WallFigure {
  let value: String
  let label: String
  /// For narrow screens.
  let short: String
  let role: StyleRole

  /// - Parameter isManagers: what was earned is nothing for a wall that guests walk past.
  static func all(_ figures: DayFigures, isManagers: Bool) -> [WallFigure] {
    let counts = figures.counts
    func bad(_ count: Int, _ label: String, _ short: String, _ role: StyleRole = .countBad)
      -> WallFigure
    {
      WallFigure(
        value: String(count), label: label, short: short, role: count > 0 ? role : .countValue)
    }
    func plain(_ value: String?, _ label: String, _ short: String) -> WallFigure? {
      value.map { WallFigure(value: $0, label: label, short: short, role: .countValue) }
    }
    let all: [WallFigure?] = [
      bad(counts.late, "late", "late"),
      bad(counts.waiting, "waiting", "wait", .countWarning),
      bad(counts.overrunning, "overrunning", "over"),
      bad(counts.unconfirmed, "unconfirmed", "unconf.", .countWarning),
      counts.unpaid > 0 ? bad(counts.unpaid, "unpaid", "unpaid", .countWarning) : nil,
      counts.stranded > 0 ? bad(counts.stranded, "to reassign", "reassign") : nil,
      counts.overlapping > 0 ? bad(counts.overlapping, "overlapping", "overlap") : nil,
      bad(counts.doubtful, "wrong status", "wrong"),
      plain(figures.gaps.map(String.init), "free slots", "free"),
      plain(counts.utilisation.map { "\($0)%" }, "booked", "used"),
      !isManagers
        ? nil
        : plain(
          figures.earned?.rounded, "earned, of \(figures.expected?.rounded ?? "-")", "earned"),
    ]
    return all.compactMap { $0 }
  }
}

extension Money {
  /// `950`, `480K`, `4.5M`, `12M`: what can be read from three metres.
  var rounded: String {
    let whole = hundredths / 100
    switch whole {
    case ..<10_000: return String(whole)
    case ..<1_000_000: return "\(whole / 1000)K"
    case ..<10_000_000: return "\(whole / 1_000_000).\(whole / 100_000 % 10)M"
    default: return "\(whole / 1_000_000)M"
    }
  }
}

extension Canvas {
  mutating func drawFigures(_ model: Model, _ wall: Wall) {
    let board = model.board
    let figures = WallFigure.all(
      DayFigures(
        board.ofTheDay.filter { $0.date == board.date }, blocks: board.blocks, on: board.date,
        in: board.spa, at: model.moment), isManagers: model.isManagerBoard)
    let clock = wording.figures(model.moment.local.time)
    guard wall.isBig else {
      return drawSmall(figures, wording.brief(model.moment.local.time), wall)
    }
    let rect = wall.figures.inset(columns: 1)
    // Dots twice as wide as high look square; what does not fit so stands narrower and closer.
    for (dot, gap, isShort) in [(2, 4, false), (1, 3, false), (1, 2, true), (1, 1, true)] {
      let tiles = figures.map { Tile($0, dot: dot, isShort: isShort, wording) }
      // On the narrowest the clock of the status line has to do.
      let clockText = BigText(text: gap > 1 ? clock : "", dot: dot)
      let width = tiles.reduce(0) { $0 + $1.columns + gap } + clockText.columns
      guard width <= rect.columns || gap == 1 else { continue }
      let row = rect.row + (wall.figures.rows >= 9 ? 2 : 0)
      let below = row + BigText.rows + (dot > 1 ? 1 : 0)
      let end = rect.endColumn - clockText.columns
      var column = rect.column
      for tile in tiles where column + tile.columns <= end {
        draw(tile.big, column, row, tile.role)
        text(tile.label, column, below, .countLabel)
        column += tile.columns + gap
      }
      draw(clockText, end, row, .countValue)
      if row > rect.row { drawHeading(board, rect) }
      return
    }
  }

  private struct Tile {
    let big: BigText
    let label: DisplayText
    let role: StyleRole
    var columns: Int { max(big.columns, label.columns) }

    init(_ figure: WallFigure, dot: Int, isShort: Bool, _ wording: Wording) {
      big = BigText(text: figure.value, dot: dot)
      label = DisplayText(wording(isShort ? figure.short : figure.label))
      role = figure.role
    }
  }

  private mutating func drawHeading(_ board: Board, _ rect: Rect) {
    text(DisplayText(board.spa?.name ?? ""), rect.column, rect.row, .title)
    text(said(board.date.spoken), endingAt: rect.endColumn, rect.row, .title)
  }

  /// Two rows of words, what is wrong first.
  private mutating func drawSmall(_ figures: [WallFigure], _ clock: String, _ wall: Wall) {
    let rect = wall.figures
    var (column, row) = (rect.column + 1, rect.row)
    text(DisplayText(clock), endingAt: rect.endColumn - 1, row, .headerToday)
    for figure in figures {
      let value = DisplayText(" \(figure.value) ")
      let label = said(figure.short)
      let width = value.columns + label.columns + 2
      let end = rect.endColumn - (row == rect.row ? 7 : 1)
      if column + width > end { (column, row) = (rect.column + 1, row + 1) }
      guard row < rect.endRow, column + width <= rect.endColumn else { return }
      column = text(value, column, row, figure.role) + 1
      column = text(label, column, row, .countLabel) + 1
    }
  }
}
