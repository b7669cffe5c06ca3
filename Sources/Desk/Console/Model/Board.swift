import BookingDomain
import DeskLanguage

/// The day on the board, and what is known of it.
package struct Board: Hashable, Sendable {
  /// How the day was asked for: "today" moves on at midnight, a date stays.
  package var day: DayWord
  package var date: LocalDate { didSet { sortTheDay() } }
  /// What the line was last asked to show; nil before the first time.
  package var watched: ClosedRange<LocalDate>?
  /// The days whose snapshot has come; without `date` while it is being fetched.
  package var loaded: ClosedRange<LocalDate>?
  package var spa: Spa? {
    didSet {
      lexicon = spa.map(Lexicon.init)
      lookAround()
    }
  }
  /// What words of the desk's language may mean in this spa; kept, since every key asks for it.
  package private(set) var lexicon: Lexicon?
  package var bookings: [BookingID: Booking] = [:] { didSet { sortTheDay() } }
  /// All blocked time of the days known, in no order.
  package var blocks: [Block] = [] { didSet { lookAround() } }
  /// Whoever waits for a slot of the days known, in no order.
  package var waiting: [WaitingGuest] = []
  /// The desk's, of whatever day.
  package var tasks: [DeskTask] = []
  /// By time, then number: the order in which a column is read. Kept, since every picture and
  /// every key asks for it.
  package private(set) var ofTheDay: [Booking] = []
  /// The same, therapist by therapist.
  package private(set) var byTherapist: [UserID: [Booking]] = [:]
  /// Those of the day that take a therapist or a bed at the same time as another.
  package private(set) var overlapping: Set<BookingID> = []
  /// What they, days off and shifts mean for each of them.
  package private(set) var situation = DaySituation.none
  /// Begun on the day before, and not completed yet.
  package private(set) var overnight: Set<BookingID> = []
  /// Counts what changed in them.
  private(set) var revision = 0

  package init(day: DayWord, date: LocalDate) { (self.day, self.date) = (day, date) }

  package var isLoaded: Bool { loaded?.contains(date) ?? false }

  package var hours: BusinessHours? { spa?.hours[date.weekday] }

  private mutating func sortTheDay() {
    ofTheDay = bookings.values.filter { $0.date == date || overnight.contains($0.id) }
      .sorted { ($0.date, $0.time, $0.id) < ($1.date, $1.time, $1.id) }
    byTherapist = Dictionary(grouping: ofTheDay, by: \.therapist)
    overlapping = DaySchedule.overlapping(ofTheDay)
    revision += 1
    lookAround()
  }

  private mutating func lookAround() {
    situation = DaySituation(ofTheDay, on: date, in: spa, away: blocks.away(on: date))
  }

  package var openTasks: [DeskTask] { tasks.filter(\.isOpen) }

  /// Whoever holds the same therapist or the same bed on that day, or is of the same visit.
  package func neighbours(of booking: Booking) -> [Booking] {
    let isOfTheDay = booking.date == date
    let known = isOfTheDay ? ofTheDay : Array(bookings.values)
    let (therapist, bed, day) = (booking.therapist, booking.place.bed, booking.date)
    return known.filter { other in
      (other.therapist == therapist || bed != nil && other.place.bed == bed
        || other.isOnVisit(with: booking))
        && (isOfTheDay || other.date == day)
    }
  }

  /// In the order of the visit; empty for what stands alone.
  package func others(onVisitOf booking: Booking) -> [Booking] {
    guard booking.visit != nil else { return [] }
    return bookings.values.filter { $0.id != booking.id && $0.isOnVisit(with: booking) }
      .sorted { ($0.time, $0.id) < ($1.time, $1.id) }
  }

  /// A treatment that goes on at midnight stays until it is completed.
  mutating func goOn(at moment: Moment) {
    var found: Set<BookingID> = []
    if date == moment.today, moment.local.time < Booking.nightEnds,
      let first = loaded?.lowerBound, first < date
    {
      for booking in bookings.values
      where booking.date != date && booking.stands(on: date, at: moment) {
        found.insert(booking.id)
      }
    }
    guard found != overnight else { return }
    overnight = found
    sortTheDay()
  }

  /// Whether it stands on the day that is shown.
  package func shows(_ booking: Booking) -> Bool {
    booking.date == date || overnight.contains(booking.id)
  }

  /// The day as rules ask about it; nil before it has come.
  package var availability: Availability? {
    guard let spa, isLoaded else { return nil }
    return Availability(spa: spa, date: date, bookings: ofTheDay, blocks: blocks)
  }

  /// `Off: Lan Anh (ill), Kim`, or `Closed: Tết`; nil where everybody works.
  package var wordsOfTimeOff: String? {
    let away = blocks.filter { $0.date == date && $0.timeOff != nil }
    if let closed = away.first(where: { $0.timeOff?.therapist == nil }) {
      return closed.reason.isEmpty ? "Closed" : "Closed: \(closed.reason)"
    }
    let free = (spa?.therapists ?? []).map(\.id).filter { id in
      !away.contains { $0.therapist == id } && spa?.isDayOff(of: id, date) ?? false
    }
    let names =
      away.sorted { $0.therapist < $1.therapist }.map { block in
        therapistName(block.therapist) + (block.reason.isEmpty ? "" : " (\(block.reason))")
      } + free.map(therapistName)
    return names.isEmpty ? nil : "Off: " + names.joined(separator: ", ")
  }

  /// The time off that this asked for.
  func timeOff(_ new: NewTimeOff) -> TimeOff? {
    blocks.lazy.compactMap(\.timeOff).first { $0.is(new) }
  }

  /// As it was ordered; the server's picture follows.
  mutating func set(_ wanted: NewShifts) {
    guard var hours = spa?.shifts[wanted.therapist] ?? spa.map({ _ in WorkingHours() }) else {
      return
    }
    for day in wanted.days { hours.set(day) }
    spa?.shifts[wanted.therapist] = hours.isEmpty ? nil : hours
  }

  package func therapistName(_ id: UserID) -> String {
    spa?.therapists.first { $0.id == id }?.name ?? "Therapist \(id)"
  }
}

extension Model {
  /// Whether the day that was asked for is on its way, and nothing is typed meanwhile.
  package var awaitsDay: Bool {
    stage == .day && mode == .normal && board.watched != nil && !board.isLoaded
  }
}

/// What of the board is on the screen.
package struct Viewport: Hashable, Sendable {
  /// The time at the top row, in minutes from midnight; nil keeps now in view by itself.
  package var top: Int?
  /// Nil is the person's usual view.
  package var view: DayView?
  /// Whose week is shown; nil is the selected booking's.
  package var therapist: UserID?
  /// The first column shown.
  package var firstColumn = 0
  /// Which columns of the board are shown; nil is all of them.
  package var only: ColumnFilter?
  /// Nil shows details where there is room for them.
  package var wantsDetails: Bool?
  /// Minutes a row; nil fits the height.
  package var slot: Int?
  /// Until when a therapist's own day stays with the guest who was looked at; nil goes on by itself.
  package var looksUntil: Timestamp?

  package init() {}
}
