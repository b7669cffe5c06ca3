import BookingDomain
import DeskLanguage
import Screen

/// Everything the console knows. A picture is a pure function of it; only `update` changes it.
package struct Model: Hashable, Sendable {
  package var stage: Stage
  package var size: Size
  /// This machine's clock. The spa's is `moment`.
  package var now: Timestamp
  /// The server's clock minus this machine's, in milliseconds.
  package var clockOffset: Int64 = 0
  /// The limits that the spa has set for itself.
  package var policy = Decision.Policy()
  package var zone: SpaZone = .utc
  package var person: Person?
  /// The e-mail address that the person logged in with.
  var account = ""
  package var link: LinkFacts
  package var board: Board
  package var cursor: Cursor?
  package internal(set) var delays = Delays()
  package var viewport = Viewport()
  package var mode: Mode = .normal
  package var overlay: Overlay?
  package var orders = WaitingOrders()
  package internal(set) var deeds = Deeds()
  var undoKey = RepeatedKey()
  var hands = Hands()
  var awaited = AwaitedBooking()
  package var freshChanges = FreshChanges()
  package var holds = Holds()
  package var typing = Typing()
  package var found = FoundCustomers()
  package internal(set) var foundDays = FoundDays()
  var otherDays = OtherDays()
  package var notices = Notices()
  /// Why the server's database takes no orders, as it was said; nil while it does.
  package internal(set) var databaseTrouble: String?
  package var lastNews: News?
  package var lastSearch = ""
  package var theme: ThemeChoice
  package var setup: Setup

  /// What the program was started with.
  package struct Setup: Hashable, Sendable {
    /// As shown on the login screen.
    package let server: String
    package let email: String
    /// Whether the program can log in by itself, and again after a session ended.
    package let hasPassword: Bool
    /// What prints, as it is called; empty where nobody has set it.
    package let printer: String
    package let weekBegins: Weekday
    /// Over the usual keys; what they mean says the key table.
    package let keys: KeyChoice
    package var wording: Wording

    package init(
      server: String, email: String = "", hasPassword: Bool = false, printer: String = "",
      weekBegins: Weekday = .monday, keys: KeyChoice = KeyChoice(),
      wording: Wording = .usual
    ) {
      self.server = server
      self.email = email
      self.hasPassword = hasPassword
      self.printer = printer
      self.weekBegins = weekBegins
      self.keys = keys
      self.wording = wording
    }
  }

  package enum Stage: Hashable, Sendable {
    case login(LoginForm)
    case day
  }

  /// What the next key press means.
  package enum Mode: Hashable, Sendable {
    case normal
    case command(TextField)
    /// - Parameter origin: where the cursor stood before, to come back to.
    case search(TextField, origin: Cursor?)
    /// Two letters complete the order.
    case tag(Change, first: Character?)
    /// A password for a line that gives one to an account.
    case password(PasswordPrompt)
    /// Asked only while orders are unanswered.
    case confirmQuit
  }

  package enum Overlay: Hashable, Sendable {
    case help(KeySearch)
    case menu(KeySearch)
    case messages(scroll: Int)
    case linkFacts
    case history(HistoryView)
    case dayChanges(DayChangesView)
    case card(CardView)
    case list(DeskList)
    case house(HouseView)
    case month(MonthView)
    case past(PastView)
  }

  package struct ThemeChoice: Hashable, Sendable {
    package var name: String
    package var available: [String]
    /// Worn while its name stands in the command line.
    var previewed: String?

    package init(name: String, available: [String]) {
      (self.name, self.available) = (name, available)
    }
  }

  package init(
    setup: Setup, day: DayWord = .today, view: DayView? = nil, size: Size, now: Timestamp,
    theme: ThemeChoice
  ) {
    self.setup = setup
    self.size = size
    self.now = now
    self.theme = theme
    stage = .login(LoginForm(email: setup.email))
    link = LinkFacts(since: now)
    viewport.view = view
    board = Board(day: day, date: day.date(today: SpaZone.utc.local(now).date))
  }

  /// The present on the spa's clock, as the server sees it.
  package var moment: Moment {
    Moment(Timestamp(milliseconds: now.milliseconds + clockOffset), in: zone)
  }

  package var isOnToday: Bool { board.date == moment.today }

  /// The booking that the cursor is on, whichever day it stands on.
  package var selection: BookingID? {
    get { if case .booking(let id)? = cursor { id } else { nil } }
    set { cursor = newValue.map(Cursor.booking) }
  }

  package var selectedBooking: Booking? {
    // The wall shows no selection, so nothing can happen to one there.
    guard view != .wall else { return nil }
    return selection.flatMap { board.bookings[$0] }.flatMap { board.shows($0) ? $0 : nil }
  }

  /// The names of all themes, for a sentence.
  var themes: String { theme.available.joined(separator: ", ") }

  /// Whether this is the single-column screen of one therapist.
  package var isTherapistDay: Bool { view == .own }
  package var isManagerBoard: Bool { person?.role == .manager || person?.role == .admin }
}
