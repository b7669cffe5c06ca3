import BookingDomain
import LinePromise
import Screen

/// What a manager sees and changes beside the bookings.
extension Model {
  mutating func openHouse(_ line: String) -> [Effect] {
    let read = HouseLine(line)
    if read.deed?.takesPassword == true {
      mode = .password(PasswordPrompt(line: line, account: read.values.first ?? ""))
      return []
    }
    return send(line, password: "")
  }

  private mutating func send(_ line: String, password: String) -> [Effect] {
    overlay = .house(HouseView(line: line))
    return [.house(line, password: password)]
  }

  /// Typed twice, since nobody sees it; nothing has one made.
  mutating func pressInPassword(_ key: KeyPress, _ prompt: PasswordPrompt) -> [Effect] {
    var prompt = prompt
    switch key {
    case .escape, .control("c"), .control("g"):
      mode = .normal
      notices.say(.information, "No password was typed; nothing was changed.", at: now)
      return []
    case .enter:
      let typed = prompt.field.text
      guard let first = prompt.first else {
        if typed.isEmpty { return give(prompt, "") }
        prompt.first = typed
        break
      }
      if typed == first { return give(prompt, typed) }
      prompt.first = nil
      notices.say(.error, "The two are not the same: type the password again.", at: now)
    default:
      _ = prompt.field.edit(key)
      mode = .password(prompt)
      return []
    }
    prompt.field = TextField()
    mode = .password(prompt)
    return []
  }

  private mutating func give(_ prompt: PasswordPrompt, _ password: String) -> [Effect] {
    mode = .normal
    return send(prompt.line, password: password)
  }

  mutating func take(_ answer: Result<HousePage, QuestionFailure>, to line: String) {
    switch answer {
    case .success(let page):
      // What was done is told wherever the person is by now; what is a secret stays in the page.
      guard case .house(var view) = overlay, view.line == line else { return }
      view.page = page
      overlay = .house(view)
    case .failure(let failure):
      guard case .house(var view) = overlay, view.line == line else {
        return notices.say(.warning, failure.sentence, at: now)
      }
      view.problem = failure.sentence
      overlay = .house(view)
    }
  }
}
