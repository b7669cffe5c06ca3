import BookingDomain

/// Everything that is needed to understand a typed line about a booking. It is a value made from
/// the console's model, so that the language does not depend on the screen.
package struct PhraseContext: Sendable {
  package let lexicon: Lexicon
  /// The day that is shown now; nil while it is being fetched.
  package let day: Availability?
  /// The day that is meant where none is typed: the board's day when the line was begun.
  package let date: LocalDate
  /// Every booking of the day shown, cancelled ones too.
  package let bookings: [Booking]
  package let waiting: [WaitingGuest]
  package let selected: Booking?
  package let person: Person
  package let moment: Moment
  /// The register's answers, by the words that were asked for.
  package let found: [String: [CustomerCard]]
  /// The limits that the spa has set for itself.
  package var policy = Decision.Policy()
  /// The others of the selected booking's visit, also while another day is shown.
  package var visit: [Booking] = []
  /// Free starts by what was asked for.
  package var free: [FreeQuestion: [FreeStart]] = [:]
  /// How full the days are that were asked about.
  package var fullness: [LocalDate: DayFullness] = [:]
  /// Whether the server cannot answer that now.
  package var askedInVain = false
  /// Whose record a line writes into; nil where nobody is selected.
  package var guest: Guest?
  /// How many of the desk's tasks are open.
  package var openTasks = 0
  /// Days beside the one shown, as far as they were asked for.
  package var days: [LocalDate: Availability] = [:]
  /// Bookings of guests, as far as they were asked for.
  package var files: [CustomerID: [Booking]] = [:]

  package init(
    lexicon: Lexicon, day: Availability?, date: LocalDate, bookings: [Booking],
    waiting: [WaitingGuest], selected: Booking?, person: Person, moment: Moment,
    found: [String: [CustomerCard]]
  ) {
    self.lexicon = lexicon
    self.day = day
    self.date = date
    self.bookings = bookings
    self.waiting = waiting
    self.selected = selected
    self.person = person
    self.moment = moment
    self.found = found
  }

  package var spa: Spa { lexicon.spa }
  var hours: BusinessHours? { spa.hours[date.weekday] }

  /// A day with its bookings; nil where it has to be asked for.
  func availability(on date: LocalDate) -> Availability? {
    day?.date == date ? day : days[date]
  }

  package func therapist(_ id: UserID) -> Therapist? { spa.therapists.first { $0.id == id } }
  package func service(_ id: ServiceID) -> Service? { spa.services.first { $0.id == id } }

  /// The first start of the day that is not in the past, at a multiple of five minutes.
  func earliest(on date: LocalDate) -> TimeOfDay {
    let open = spa.hours[date.weekday]?.open ?? .midnight
    guard date == moment.today else { return open }
    let minutes = (moment.local.time.minutes + 4) / 5 * 5
    return max(open, TimeOfDay(hour: 0, minute: minutes))
  }

  var earliest: TimeOfDay { earliest(on: date) }

  /// So many minutes from now, at a multiple of five minutes; nil after midnight, and where another
  /// day is meant.
  func earliest(after length: Minutes) -> TimeOfDay? {
    let minutes = (moment.local.time.minutes + length.count + 4) / 5 * 5
    let time = TimeOfDay(hour: 0, minute: minutes)
    return date == moment.today && time < .endOfDay ? time : nil
  }
}
