import BookingDomain
import DeskLanguage
import LinePromise

/// What a day brought, as a page over the board.
extension Model {
  mutating func openTakings(_ day: DayWord?) -> [Effect] {
    let date = day?.date(today: moment.today) ?? board.date
    overlay = .house(HouseView(line: Self.takingsLine(date)))
    return [.ask(.takings(date))]
  }

  private static func takingsLine(_ date: LocalDate) -> String { "takings \(date)" }

  mutating func take(takings answer: Result<Answer, QuestionFailure>, of date: LocalDate) {
    guard case .house(var view) = overlay, view.line == Self.takingsLine(date) else { return }
    switch answer {
    case .success(.takings(let takings)): view.page = takings.page
    case .success: return
    case .failure(let failure): view.problem = failure.sentence
    }
    overlay = .house(view)
  }
}
