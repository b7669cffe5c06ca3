import BookingDomain
import DeskLanguage

/// Something a person can ask the console for. Every one stands in `Keymap`, which gives keys and
/// command words their meaning; while something is typed or asked, the file that asks does (`pressIn…`).
package enum Action: Hashable, Sendable {
  /// For the selected booking.
  case order(Change)
  /// For it alone, and not for all of its visit.
  case orderOnly(Change)
  /// For any booking on the screen: its tag is asked for.
  case orderByTag(Change)

  case move(Direction)
  case firstOfColumn
  case lastOfColumn
  case nextNeeded
  case previousNeeded
  case search
  case nextMatch
  case previousMatch

  case dayBy(Int)
  case showDay(DayWord)
  case scroll(pages: Int)
  case pageTherapists(Int)
  case showNow
  case zoom
  case look(DayView)
  case nextView
  /// The columns that are shown; nil is all of them.
  case only(ColumnFilter?)

  case details
  /// Away with the details where they cover the board.
  case uncover
  case history
  case dayChanges
  /// What a day brought; nil is the day that is shown.
  case takings(DayWord?)
  /// At the board as it stood at this time; nil is the last change.
  case lookBack(TimeOfDay?)
  case stepInPast(Int)
  /// Accounts, or the house: what is typed behind `users` and `house`, with that word.
  case house(String)
  /// Opens the line for it, begun.
  case phrase(Verb)
  case list(DeskList.Kind)
  case month
  /// The unconfirmed of that day, to be called.
  case calls(DayWord)
  /// Books the guest again as last time.
  case sameAgain
  case commandLine
  case help
  case menu
  case messages
  case linkFacts
  case useTheme(String)
  /// The guest's number, to where the terminal pastes from.
  case copyPhone
  /// The booking as a line of text.
  case copyLine
  /// The day's sheet, with the command that is set.
  case printDay
  case lock
  case redraw
  case suspend
  case quit

  // What lies over the board.
  case close
  case turn(Turn)
  case choose
  /// By its digit.
  case chooseLine
  case bookForGuest
  /// What a key of a list does to the booking of its line.
  case tick(Change)
  case tickTask
  case writeNote
  case writeTask
  /// A digit of the time that is looked back to.
  case typeTime

  package enum Turn: Hashable, Sendable {
    case lines(Int)
    case pages(Int)
    /// Of a calendar: a day to the left or to the right.
    case columns(Int)
    case start
    case end
  }
}

extension Action {
  /// Changes nothing but what is looked at.
  var onlyMoves: Bool {
    switch self {
    case .move, .firstOfColumn, .lastOfColumn, .nextNeeded, .previousNeeded, .nextMatch,
      .previousMatch, .dayBy, .scroll, .pageTherapists, .showNow, .zoom, .details, .turn:
      true
    default: false
    }
  }

  /// What follows it is typed.
  var beginsLine: Bool {
    switch self {
    case .phrase, .search, .commandLine, .writeNote, .writeTask, .bookForGuest: true
    default: false
    }
  }
}
