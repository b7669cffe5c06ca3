import BookingDomain
import LinePromise

/// Looking at the board as it stood.
extension Model {
  /// - Parameter time: of the day that is shown, or of today where that is still to come; nil is
  ///   the present, from which is stepped back.
  mutating func lookBack(to time: TimeOfDay?) -> [Effect] {
    let day = min(board.date, moment.today)
    var at = moment.instant
    if let time {
      let begins = zone.timestamp(LocalMoment(date: day, time: time))
      guard begins <= at else {
        notices.say(.warning, "\(time.hourMinute) is still to come.", at: now)
        return []
      }
      // All that was done in that minute is seen.
      at = min(at, Timestamp(milliseconds: begins.milliseconds + 59_999))
    }
    // What is known of the day already is not asked for again.
    if case .past(var view) = overlay, view.date == board.date {
      view.at = at
      overlay = .past(view)
      return []
    }
    overlay = .past(PastView(date: board.date, at: at))
    return [.ask(.past(board.date))]
  }

  mutating func take(past answer: Result<Answer, QuestionFailure>, of date: LocalDate) {
    guard case .past(var view) = overlay, view.date == date else { return }
    switch answer {
    case .success(.past(let past)): view.take(past)
    case .success: return
    case .failure(let failure): view.problem = failure.sentence
    }
    overlay = .past(view)
  }

  mutating func stepInPast(_ by: Int) {
    guard case .past(var view) = overlay else { return }
    let isStep = view.step(by)
    guard isStep || by < 0 else {
      // Behind the last change comes the present.
      overlay = nil
      return
    }
    guard isStep else {
      notices.say(.information, "Nothing is known of this day before.", at: now)
      return
    }
    overlay = .past(view)
  }

  /// Whether a line is typed that leads to another time of the past, or nothing is looked back at.
  func mayEnter(_ line: String) -> Bool {
    guard case .past = overlay else { return true }
    if case .action(.lookBack) = CommandLine.read(line, self) { return true }
    return false
  }

  /// Why nothing else is done meanwhile.
  func sentenceOfPast(_ key: String) -> String {
    "\(key) does nothing here: this is the board as it was. Esc comes back to now."
  }
}
