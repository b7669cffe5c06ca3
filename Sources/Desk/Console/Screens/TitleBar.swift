import BookingDomain
import DeskLanguage
import Screen

extension Canvas {
  /// The spa and the day on the left, the day's counts in the middle, who sits here on the right.
  mutating func drawTitle(_ model: Model, _ rect: Rect) {
    fill(rect, .screen)
    let board = model.board
    let isWide = rect.columns >= 100
    var column = rect.column + 1
    if rect.columns >= 72, let name = board.spa?.name {
      column = text(DisplayText(name).truncated(to: 24), column, rect.row, .title) + 2
    }
    if let view = model.viewTitle {
      column = text(said(view).truncated(to: 32), column, rect.row, .title) + 2
    }
    let date = isWide ? board.date.spoken : board.date.short
    column = text(said(date), column, rect.row, .headerToday) + 1
    column = text(
      said(board.date.relative(to: model.moment.today)), column, rect.row, .titleFaint)
    var end = rect.endColumn - 1
    if rect.columns >= 60, let person = model.person {
      let who = DisplayText(person.name).truncated(to: 24)
      // Whoever sits here knows who that is; how many wait, nobody does.
      guard column + 1 + columnsOfSigns(model) <= end - 1 - who.columns else {
        drawCounts(model, from: column + 1, to: end, rect.row)
        return
      }
      end = text(who, endingAt: end, rect.row, .titleFaint)
    }
    let (from, to) = (column + (isWide ? 3 : 1), end - (isWide ? 2 : 1))
    if !drawLacks(model, from: from, to: to, rect.row) {
      drawCounts(model, from: from, to: to, rect.row)
    }
  }

  /// What a new spa has none of yet stands where the counts will.
  /// - Returns: false where it has all, or there is something to count.
  private mutating func drawLacks(_ model: Model, from: Int, to: Int, _ row: Int) -> Bool {
    let lacks = model.board.spa?.lacks ?? []
    guard model.board.isLoaded, !lacks.isEmpty, model.board.ofTheDay.isEmpty else { return false }
    let words =
      " " + said("no \(lacks.map { wording($0.rawValue) }.joined(separator: ", ")) yet") + " "
    text(words.truncated(to: max(0, to - from)), from, row, .countWarning)
    return true
  }

  private func signs(_ counts: TitleCounts) -> [(DisplayText, StyleRole)] {
    counts.needs.filter { $0.number > 0 }
      .map { (glyph($0.sign) + DisplayText($0.value), $0.role) }
  }

  /// The room that the counts need at least.
  private func columnsOfSigns(_ model: Model) -> Int {
    guard model.board.isLoaded, !model.isTherapistDay else { return 0 }
    return signs(TitleCounts(model)).reduce(0) { $0 + $1.0.columns + 1 }
  }

  /// As many counts as there is room for, the ones that call for somebody first.
  private mutating func drawCounts(_ model: Model, from: Int, to: Int, _ row: Int) {
    guard model.board.isLoaded, !model.isTherapistDay else { return }
    let counts = TitleCounts(model)
    var column = from
    // No alarm is left out where there is little room: it is shown by its sign alone then.
    guard counts.columnsOfNeeds(wording) <= to - from + 2 else {
      for (sign, role) in signs(counts) { column = text(sign, column, row, role) + 1 }
      return
    }
    for (label, value, role) in counts.shown {
      let value = said(" \(value) ")
      let label = said(label)
      guard column + value.columns + label.columns + 1 <= to else { return }
      column = text(value, column, row, role) + 1
      column = text(label, column, row, .countLabel) + 2
    }
  }
}

/// What the title counts of the day.
struct TitleCounts {
  /// Something that calls for somebody.
  struct Need {
    let label: String
    let number: Int
    let role: StyleRole
    let sign: StyleRole
    /// Whether a manager is shown that there is none.
    var isOfInterest = true

    var value: String { String(number) }
    /// What is only unconfirmed or unpaid is done when there is time.
    var cannotWait: Bool { ![.statusScheduled, .owes].contains(sign) }
  }

  typealias Shown = (label: String, value: String, role: StyleRole)

  let needs: [Need]
  /// Of those that are shown: counts of zero are for managers alone.
  private let shownNeeds: [Need]
  private let figures: [Shown]

  init(_ model: Model) {
    let board = model.board
    let counts = DayCounts(
      board.ofTheDay, on: board.date, in: board.spa, away: board.blocks.away(on: board.date),
      situation: board.situation, at: model.moment)
    needs = [
      Need(
        label: "overlapping", number: counts.overlapping, role: .countBad, sign: .conflict,
        isOfInterest: false),
      Need(
        label: "unreadable", number: counts.unreadable, role: .countBad, sign: .refused,
        isOfInterest: false),
      Need(
        label: "to reassign", number: counts.stranded, role: .countBad, sign: .gridBlocked,
        isOfInterest: false),
      Need(label: "late", number: counts.late, role: .countBad, sign: .late),
      Need(label: "overrunning", number: counts.overrunning, role: .countBad, sign: .overrun),
      Need(label: "waiting", number: counts.waiting, role: .countWarning, sign: .arrived),
      Need(
        label: "unconfirmed", number: counts.unconfirmed, role: .countWarning,
        sign: .statusScheduled),
      Need(
        label: "unpaid", number: counts.unpaid, role: .countWarning, sign: .owes,
        isOfInterest: false),
    ]
    let isManager = model.isManagerBoard
    shownNeeds = needs.filter { $0.number > 0 || isManager && $0.isOfInterest }
    figures = isManager ? Self.figures(counts) : []
  }

  private static func figures(_ counts: DayCounts) -> [Shown] {
    let role: StyleRole = counts.inProgress > 0 ? .countGood : .countValue
    let use = counts.utilisation.map { ("used", "\($0) %", StyleRole.countValue) }
    return [
      ("in progress", String(counts.inProgress), role),
      ("done", "\(counts.done) of \(counts.booked)", .countValue),
    ] + (use.map { [$0] } ?? [])
  }

  var shown: [Shown] {
    shownNeeds.map { ($0.label, $0.value, $0.number > 0 ? $0.role : .countValue) } + figures
  }

  /// How many cannot wait.
  var atOnce: Int { needs.filter(\.cannotWait).reduce(0) { $0 + $1.number } }

  /// How much room the needs need with their words.
  func columnsOfNeeds(_ wording: Wording) -> Int {
    shownNeeds.reduce(0) { $0 + wording($1.label).count + $1.value.count + 5 }
  }
}

extension Model {
  /// What is on the screen, where it is not the usual.
  var viewTitle: String? {
    switch view {
    case .board: viewport.only.map { "ONLY \($0.text)" }
    case .own, .wall: nil
    case .agenda: "Agenda"
    case .rooms: "Rooms"
    case .week: weekTherapist.map { "Week of \(board.therapistName($0))" } ?? "Week"
    }
  }
}
