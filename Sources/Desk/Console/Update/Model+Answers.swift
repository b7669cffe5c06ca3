import BookingDomain
import DeskLanguage
import LinePromise

/// Answers to what was asked; one that nobody waits for any more is passed over.
extension Model {
  mutating func take(_ answer: Result<Answer, QuestionFailure>, to question: Question) {
    switch question {
    case .history(let booking): take(history: answer, of: booking)
    case .changes(let date): take(changes: answer, of: date)
    case .takings(let date): take(takings: answer, of: date)
    case .past(let date): take(past: answer, of: date)
    case .customers(let text): take(customers: answer, for: text)
    case .customerFile(let id):
      take(file: answer, of: id)
      takeForLine(answer)
    case .day: takeForLine(answer)
    case .unscheduled: take(unscheduled: answer)
    case .free(let wanted): take(free: answer, of: wanted)
    case .fullness(let days): take(fullness: answer, of: days)
    }
  }

  mutating func open(_ kind: DeskList.Kind) -> [Effect] {
    overlay = .list(DeskList(kind: kind))
    return kind == .unscheduled ? [.ask(.unscheduled)] : []
  }

  private mutating func take(
    customers answer: Result<Answer, QuestionFailure>, for text: String
  ) {
    switch answer {
    case .success(.customers(let cards)): found.take(cards, for: text)
    case .success: found.failed(text)
    case .failure(let failure):
      found.failed(text)
      typing.stopsWaiting()
      notices.say(.warning, failure.sentence, at: now)
    }
  }

  private mutating func takeForLine(_ answer: Result<Answer, QuestionFailure>) {
    switch answer {
    case .success(.day(let day)): otherDays.take(day)
    case .success(.customerFile(let file)): otherDays.take(file)
    case .success: break
    case .failure(let failure):
      guard case .command = mode else { return }
      otherDays.failed()
      typing.stopsWaiting()
      notices.say(.warning, failure.sentence, at: now)
    }
  }

  private mutating func take(file answer: Result<Answer, QuestionFailure>, of id: CustomerID) {
    if case .success(.customerFile(let file)) = answer, typing.guest?.customer.id == id {
      typing.guest = PhraseContext.Guest(file.card.customer, file: file)
    }
    guard case .card(var view) = overlay, view.customer == id else { return }
    switch answer {
    case .success(.customerFile(let file)): view.file = file
    case .success: return
    case .failure(let failure): view.problem = failure.sentence
    }
    overlay = .card(view)
  }

  private mutating func take(unscheduled answer: Result<Answer, QuestionFailure>) {
    guard case .list(var list) = overlay, list.kind == .unscheduled else { return }
    switch answer {
    case .success(.unscheduled(let lines)): list.unscheduled = lines
    case .success: return
    case .failure(let failure): list.problem = failure.sentence
    }
    overlay = .list(list)
  }

  mutating func openHistory() -> [Effect] {
    guard let booking = selectedBooking else { return [] }
    overlay = .history(HistoryView(booking: booking.id, guest: booking.customer.name))
    return [.ask(.history(booking.id))]
  }

  mutating func openDayChanges() -> [Effect] {
    overlay = .dayChanges(DayChangesView(date: board.date))
    return [.ask(.changes(board.date))]
  }

  private mutating func take(
    changes answer: Result<Answer, QuestionFailure>, of date: LocalDate
  ) {
    guard case .dayChanges(var view) = overlay, view.date == date else { return }
    switch answer {
    case .success(.changes(let changes, let house)):
      view.changes = changes
      view.house = house
    case .success: return
    case .failure(let failure): view.problem = failure.sentence
    }
    overlay = .dayChanges(view)
  }

  private mutating func take(
    history answer: Result<Answer, QuestionFailure>, of booking: BookingID
  ) {
    guard case .history(var view) = overlay, view.booking == booking else { return }
    switch answer {
    case .success(.history(let entries)):
      view.entries = entries
      view.problem = nil
    case .success: return
    case .failure(let failure): view.problem = failure.sentence
    }
    overlay = .history(view)
  }
}
