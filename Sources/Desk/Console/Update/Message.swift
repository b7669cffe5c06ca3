import BookingDomain
import LinePromise
import Screen

/// Everything that can happen to the console.
package enum Message: Hashable, Sendable {
  case started
  /// - Parameter id: for the order this key may give; a key gives one at most.
  case key(KeyPress, id: RequestID)
  case resized(Size)
  /// Somebody chose by its number what stands there.
  case chosen(Cursor)
  case resumed
  /// The clock reached the time that `Model.nextChange` asked for.
  case tick
  case line(ClientEvent)
  case loggedIn(Person)
  case loginFailed(LoginFailure)
  /// - Parameter id: for the order that waited for it.
  case answered(Question, Result<Answer, QuestionFailure>, id: RequestID)
  /// The page that came of a line about accounts or the house.
  case houseAnswered(Result<HousePage, QuestionFailure>, to: String)
  case themeChanged(name: String)
  /// A theme could not be used, and why; the old one stays.
  case themeRefused(sentence: String)
  case viewRecalled(DayView)
  /// The sheet was not printed, and why.
  case notPrinted(sentence: String)
  /// The terminal is gone, or somebody asked the program to end.
  case ended
}

extension Message {
  /// For the order that it may give.
  var id: RequestID? {
    switch self {
    case .key(_, let id), .answered(_, _, let id): id
    default: nil
    }
  }
}

/// What `update` wants done outside the model.
package enum Effect: Hashable, Sendable {
  case login(email: String, password: String)
  /// With what the program was started with.
  case loginBySetup
  case watch(ClosedRange<LocalDate>)
  case send(Command)
  /// What other desks see being typed here.
  case hold(HeldSlot?)
  /// The answer comes as a message.
  case ask(Question)
  /// What was typed of accounts or the house; it may change them, and its page comes as a message.
  case house(String, password: String)
  case useTheme(String)
  /// Only to be looked at: no word about it, and none where it cannot be read. Nil ends it.
  case previewTheme(String?)
  /// What this person looked at last on this machine; it comes as a message.
  case recallView
  case keepView(DayView)
  /// To where the terminal pastes from.
  case copy(String)
  /// A guest has come, said at another desk or by another program.
  case announceArrival
  /// The sheet of the day that is shown.
  case printDay
  case redraw
  case suspend
  case quit
}

extension Effect {
  var isOrder: Bool { if case .send = self { true } else { false } }
}
