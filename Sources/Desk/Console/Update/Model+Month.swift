import BookingDomain
import DeskLanguage
import LinePromise

/// The month over the board: walking its days, and going to one.
extension Model {
  mutating func openMonth() -> [Effect] {
    overlay = .month(MonthView(at: board.date, weekBegins: setup.weekBegins))
    return askForMonth()
  }

  /// Asked when a month is shown of which nothing is known.
  func askForMonth() -> [Effect] {
    guard case .month(let view) = overlay, view.days == nil, view.problem == nil else { return [] }
    return [.ask(.fullness(view.shown))]
  }

  mutating func turn(_ month: MonthView, _ turn: Action.Turn) {
    var month = month
    switch turn {
    case .lines(let weeks): month.go(7 * weeks)
    case .columns(let days): month.go(days)
    case .pages(let months): month.turn(months)
    case .start: month.goToEnd(false)
    case .end: month.goToEnd(true)
    }
    overlay = .month(month)
  }

  mutating func goTo(_ month: MonthView) -> [Effect] {
    overlay = nil
    return show(month.at == moment.today ? .today : .on(month.at))
  }

  mutating func take(
    fullness answer: Result<Answer, QuestionFailure>, of days: ClosedRange<LocalDate>
  ) {
    if case .month(var view) = overlay, view.shown == days {
      switch answer {
      case .success(.fullness(let found)):
        view.days = Dictionary(found.map { ($0.date, $0) }, uniquingKeysWith: { $1 })
      case .success: return
      case .failure(let failure): view.problem = failure.sentence
      }
      overlay = .month(view)
      return
    }
    take(answer, of: .fullness(days)) { model, answer in
      if case .fullness(let found) = answer { model.foundDays.take(found) }
    }
  }

  mutating func take(free answer: Result<Answer, QuestionFailure>, of question: FreeQuestion) {
    take(answer, of: .free(question)) { model, answer in
      if case .free(let starts) = answer { model.foundDays.take(starts, for: question) }
    }
  }

  /// For a line that is being typed.
  private mutating func take(
    _ answer: Result<Answer, QuestionFailure>, of question: Question,
    _ take: (inout Model, Answer) -> Void
  ) {
    switch answer {
    case .success(let answer): take(&self, answer)
    case .failure(let failure):
      foundDays.failed(question)
      typing.stopsWaiting()
      notices.say(.warning, failure.sentence, at: now)
    }
  }
}
