import BookingDomain

/// What has to be known to understand what somebody types about a booking: a part of the model, as
/// a value of its own, so that the language needs no screen.
package struct PhraseContext: Sendable {
  package let lexicon: Lexicon
  /// The day that is shown now; nil while it is being fetched.
  package let day: Availability?
  /// The day that is meant where none is said: the board's when the line was begun.
  package let date: LocalDate
  /// Every booking of the day shown, cancelled ones too.
  package let bookings: [Booking]
  package let waiting: [WaitingGuest]
  package let selected: Booking?
  package let person: Person
  package let moment: Moment
  /// Customers by the words they were asked for with.
  package let found: [String: [CustomerCard]]
  /// The limits that the spa has set for itself.
  package var policy = Decision.Policy()
  /// The others of the selected booking's visit, also while another day is shown.
  package var visit: [Booking] = []
  /// Free starts by what was asked for.
  package var free: [FreeQuestion: [FreeStart]] = [:]
  /// How full days are that somebody asked about.
  package var fullness: [LocalDate: DayFullness] = [:]
  /// Whether that cannot be known just now.
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

  /// The first start of a day that is not over, on the five minutes.
  func earliest(on date: LocalDate) -> TimeOfDay {
    let open = spa.hours[date.weekday]?.open ?? .midnight
    guard date == moment.today else { return open }
    let minutes = (moment.local.time.minutes + 4) / 5 * 5
    return max(open, TimeOfDay(hour: 0, minute: minutes))
  }

  var earliest: TimeOfDay { earliest(on: date) }

  /// So long from now, on the five minutes; nil past midnight, and where another day is meant.
  func earliest(after length: Minutes) -> TimeOfDay? {
    let minutes = (moment.local.time.minutes + length.count + 4) / 5 * 5
    let time = TimeOfDay(hour: 0, minute: minutes)
    return date == moment.today && time < .endOfDay ? time : nil
  }
}
