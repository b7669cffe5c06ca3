import LinePromise

/// What a manager sees and changes beside the bookings.
extension Model {
  mutating func openHouse(_ line: String) -> [Effect] {
    overlay = .house(HouseView(line: line))
    return [.ask(.house(line))]
  }

  mutating func take(house answer: Result<Answer, QuestionFailure>, of line: String) {
    switch answer {
    case .success(.house(let page)):
      // What was done is told wherever the person is by now; what is a secret stays in the page.
      guard case .house(var view) = overlay, view.line == line else { return }
      view.page = page
      overlay = .house(view)
    case .success: return
    case .failure(let failure):
      guard case .house(var view) = overlay, view.line == line else {
        return notices.say(.warning, failure.sentence, at: now)
      }
      view.problem = failure.sentence
      overlay = .house(view)
    }
  }
}
