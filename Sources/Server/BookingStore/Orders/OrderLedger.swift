import BookingDomain

/// An open transaction of some store, as deciding about an order needs it: it reads and locks, and
/// cannot write. Everything read here is as it was last committed.
package protocol OrderReading {
  /// Keeps everybody else from changing the booking until the transaction ends.
  func lock(_ booking: BookingID) throws

  func booking(_ id: BookingID) throws -> Booking?

  /// What the order of this id came to; nil for an id that was never answered.
  func answered(_ id: RequestID) throws -> OrderLedgerEntry?

  /// The others of its visit and of its series.
  func linked(to booking: Booking) throws -> [Booking]

  /// Keeps others from deciding about anything that these changes decide about. Locked at once and in
  /// one order, so that two orders never wait for each other in a ring.
  func lock(_ changes: [(Change, of: Booking)]) throws

  /// What the decision has to know beside the booking, with `change.days(of:)` whole. Nobody else
  /// decides about the same therapist's day, bed's day, paid sessions or these days until the
  /// transaction ends; nothing is looked at for a change that is about its booking alone.
  func surroundings(of booking: Booking, for change: Change) throws -> Decision.Surroundings

  /// The days with every booking. Nobody else decides about them until the transaction ends.
  /// - Parameter therapists: whose slots are asked for; of the others' bookings the names may be
  ///   missing.
  func days(_ dates: Set<LocalDate>, for therapists: Set<UserID>) throws
    -> [LocalDate: Availability]

  /// What has to be known to book. Nobody else decides about the same days, or about what the same
  /// customers have paid for, until the transaction ends.
  func demand(of wanted: [NewBooking]) throws -> Decision.Demand

  /// How the booking's payment stands. Nobody else changes that, also no other program, until the
  /// transaction ends.
  func lockedPayment(of booking: Booking) throws -> BookingPayment?

  func block(_ id: BlockID) throws -> Block?

  /// Time off with a day in common with these. Nobody else decides about the days until the
  /// transaction ends.
  func timesOff(touching days: ClosedRange<LocalDate>) throws -> [TimeOff]
  func timeOff(_ id: TimeOffID) throws -> TimeOff?

  /// The spa, and nobody else sets the hours of that therapist until the transaction ends.
  func spa(for wanted: NewShifts) throws -> Spa

  /// With the service and the therapists that are asked for.
  func spa() throws -> Spa
  func isKnown(_ customer: CustomerID) throws -> Bool
  func waitingGuest(_ id: WaitingID) throws -> WaitingGuest?
  /// Longest waiting first. Two servers that add at once may both count before either adds, so the
  /// list can get longer than its limit by one of each.
  func waiting(on date: LocalDate) throws -> [WaitingGuest]

  /// A guest's record; nil where there is none. Nobody else changes it, or gives somebody that
  /// number, until the transaction ends.
  func record(of guest: CustomerID, for change: GuestChange) throws -> GuestRecord?
  /// Another customer who has this phone number or e-mail.
  func owner(of change: GuestChange, besides guest: CustomerID) throws -> Customer?
  /// All that are open, and some that are done.
  func tasks() throws -> [DeskTask]
  /// Nobody else ticks it off until the transaction ends.
  func task(_ id: TaskID) throws -> DeskTask?
}

/// The same transaction, as carrying out what was decided needs it: it writes, and cannot refuse any
/// more, since half of it would be committed. Everything written becomes durable together or, where
/// something is thrown, not at all.
package protocol OrderWriting {
  /// Writes what was decided: the row, its history, its version and its event.
  func write(
    _ outcome: Decision.Outcome, of change: Change, on booking: Booking, by person: Person,
    now: Moment
  ) throws -> Written

  /// Writes several changes in the order given.
  /// - Returns: what each came to, in the same order.
  func write(_ parts: [Decision.PartOutcome], by person: Person, now: Moment) throws -> [Written]

  /// Writes both bookings of a swap, with one event each at least. At no moment do the two stand at
  /// the same time with one therapist: the shop's unique keys forbid it.
  /// - Returns: the first one's event.
  func write(
    swap first: BeforeAndAfter, _ second: BeforeAndAfter, by person: Person, now: Moment
  ) throws -> Written

  /// Takes a swap back, of both bookings, in the same way.
  func write(
    undoOfSwap first: BeforeAndAfter, _ second: BeforeAndAfter, by person: Person, now: Moment
  ) throws -> Written

  /// Writes new bookings: their customers and sales where those are new, too. Whoever they take off
  /// the waiting list is off it.
  /// - Returns: the first one's number and event.
  func make(_ booked: [Decision.Booked], by person: Person, now: Moment) throws
    -> (booking: BookingID, written: Written)

  func add(_ block: NewBlock, by person: Person, now: Moment) throws -> Written
  func remove(_ block: Block, by person: Person, now: Moment) throws -> Written

  /// - Returns: the last of the events that tell it, one a therapist and day.
  func add(_ timeOff: NewTimeOff, by person: Person, now: Moment) throws -> Written
  func remove(_ timeOff: TimeOff, by person: Person, now: Moment) throws -> Written

  /// - Parameter instead: the same days as they stood.
  func set(_ wanted: NewShifts, instead: NewShifts, by person: Person, now: Moment) throws
    -> Written

  func add(_ guest: NewWaiting, by person: Person, now: Moment) throws -> Written
  func remove(_ guest: WaitingGuest, by person: Person, now: Moment) throws -> Written

  func write(_ change: GuestChange, of record: GuestRecord, by person: Person, now: Moment) throws
    -> Written

  func add(_ task: NewTask, by person: Person, now: Moment) throws -> Written
  func mark(_ task: DeskTask, as mark: TaskMark, by person: Person, now: Moment) throws -> Written

  func remember(_ entry: OrderLedgerEntry, under id: RequestID, at now: Timestamp) throws
}

package protocol OrderLedger: OrderReading, OrderWriting {}

extension OrderWriting {
  package func write(_ parts: [Decision.PartOutcome], by person: Person, now: Moment) throws
    -> [Written]
  {
    try parts.map { try write($0.outcome, of: $0.change, on: $0.before, by: person, now: now) }
  }
}

/// The event that tells what was written, and the version that it made; 0 for what has none.
package struct Written: Hashable, Sendable {
  package let seq: Int64
  package let version: Int64

  package init(seq: Int64, version: Int64 = 0) { (self.seq, self.version) = (seq, version) }
}

/// A booking as it stood and as it was decided to stand.
package typealias BeforeAndAfter = (before: Booking, after: Booking)

/// The first answer that an order was given, and which order it was.
package struct OrderLedgerEntry: Hashable, Sendable {
  /// What makes two orders the same: who, and what exactly.
  package struct Order: Hashable, Sendable {
    package let person: PersonID?
    /// `OrderFingerprint.text`, at most 64 bytes.
    package let what: String

    package init(person: PersonID?, what: String) { (self.person, self.what) = (person, what) }

    func isAsked(by person: Person, with fingerprint: OrderFingerprint) -> Bool {
      self.person == person.id && [fingerprint.text, fingerprint.former].contains(what)
    }
  }

  package let order: Order
  /// What the order was about, or what came of it; nil for blocked time and refused bookings.
  package let booking: BookingID?
  package let result: CommandAnswer.Result
}
