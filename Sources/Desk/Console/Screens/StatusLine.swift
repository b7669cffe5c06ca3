import BookingDomain
import DeskLanguage
import LinePromise
import Screen

extension Canvas {
  /// How the line is and how old the picture, what waits for an answer, who changed what last,
  /// and the spa's clock.
  mutating func drawStatusLine(_ model: Model, _ plan: ScreenPlan) {
    let rect = plan.status
    fill(rect, .bar)
    let clock = brief(model.moment.local.time)
    var end = text(clock, endingAt: rect.endColumn - 1, rect.row, .bar) - 2
    let line = LinkText(model)
    let chip = DisplayText(" ") + glyph(line.role) + " " + said(line.word) + " "
    var column = text(chip.truncated(to: end), rect.column, rect.row, line.role) + 1
    if !model.orders.isEmpty {
      // What the person did comes before why the line is down.
      let waiting = said(waitingText(model))
      let width = min(waiting.columns, max(0, end - column))
      end -= width
      text(waiting.truncated(to: width), end, rect.row, .bar)
      end -= 2
    }
    end = drawTasks(model, column, end, rect.row)
    if !line.rest.isEmpty, column < end {
      column =
        text(
          line.rest.map(said).joined(separator: ", ").truncated(to: end - column), column, rect.row,
          .bar) + 2
    }
    drawNews(model, column, end, rect.row)
  }

  /// What the desk has to do, where anything is open; what is due is loud.
  private mutating func drawTasks(_ model: Model, _ column: Int, _ end: Int, _ row: Int) -> Int {
    let open = model.board.openTasks
    guard !open.isEmpty else { return end }
    let isDue = open.contains { $0.isDue(at: model.moment) }
    let words = said(open.count == 1 ? "1 task" : "\(open.count) tasks")
    guard end - words.columns > column else { return end }
    return text(words, endingAt: end, row, isDue ? .countWarning : .bar) - 2
  }

  private func waitingText(_ model: Model) -> String {
    let count = model.orders.count
    let what = count == 1 ? "1 order" : "\(count) orders"
    let age = model.orders.oldest.map {
      spokenAge(milliseconds: model.now.milliseconds - $0.milliseconds)
    }
    return "\(what) unanswered" + (age.map { ", \($0)" } ?? "")
  }

  private mutating func drawNews(_ model: Model, _ column: Int, _ end: Int, _ row: Int) {
    guard let news = model.lastNews, end - column >= 16 else { return }
    let time = brief(model.zone.local(news.at).time)
    // No word for "another program": the details have it, and this line is repainted with each change.
    let who = news.byName.isEmpty ? .empty : " " + said("(by \(news.byName))")
    let day = news.day(model.moment.today).map { ", " + said($0) } ?? .empty
    let text = time + " " + said(news.what(model.moment.today, on: model.board)) + day + who
    let shown = text.truncated(to: end - column)
    self.text(shown, column, row, .barFaint)
  }
}

/// The state of the line in a word, and what belongs to it.
struct LinkText {
  let role: StyleRole
  let word: String
  let rest: [String]

  init(_ model: Model) {
    let link = model.link
    func age() -> String {
      guard let until = link.currentUntil else { return "" }
      let milliseconds = model.now.milliseconds - until.milliseconds
      return "picture \(spokenAge(milliseconds: milliseconds)) old"
    }
    func both(_ parts: String...) -> [String] {
      parts.filter { !$0.isEmpty }
    }
    switch link.state {
    case .live where link.snapshots == 0, .polling where link.snapshots == 0:
      // The line works, but the screen does not show a day yet.
      (role, word, rest) = (.connectionReconnecting, "LOADING", [])
    case .connecting:
      (role, word, rest) = (.connectionReconnecting, "CONNECTING", both(age()))
    case .live:
      (role, word, rest) = (.connectionLive, "LIVE", both(Self.verified(model)))
    case .polling:
      (role, word, rest) = (.connectionPolling, "POLLING", [])
    case .reconnecting(let attempt, let nextTry, let reason):
      let seconds = max(0, (nextTry.milliseconds - model.now.milliseconds + 999) / 1000)
      let next = seconds > 0 ? "next in \(seconds) s" : "trying"
      (role, word) = (.connectionReconnecting, "RECONNECTING")
      rest = both("try \(attempt)", next, age(), reason)
    case .stale:
      (role, word, rest) = (.connectionStale, "STALE", both(age()))
    case .incomplete(let reason):
      (role, word, rest) = (.connectionStale, "INCOMPLETE", both(reason, age()))
    case .refused(let reason):
      (role, word, rest) = (.connectionStale, "REFUSED", both(reason, age()))
    }
  }

  /// That the board is the server's, and since when that is no longer sure. The server says it four
  /// times a minute; seconds counted here would keep the terminal busy all day.
  private static func verified(_ model: Model) -> String {
    guard let at = model.link.verifiedAt else { return "" }
    let age = model.now.milliseconds - at.milliseconds
    return age < 60_000 ? "verified" : "verified \(spokenAge(milliseconds: age)) ago"
  }
}
