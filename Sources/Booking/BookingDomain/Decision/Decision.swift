/// The one place that says which changes are allowed and what they do (the guide's status flow,
/// with the spa's guards). The console greys keys out with it; the server decides with it, inside
/// the transaction, on the stored row.
package enum Decision {
  /// What a change needs to know beside the booking itself.
  package struct Surroundings: Sendable {
    /// Every booking of that day that shares the therapist or the bed, and of the days around it
    /// those in progress; the booking itself may be among them.
    package var neighbours: [Booking]
    /// Sessions left on the booking's payment item, not counting the one that it uses; nil where
    /// unknown (the console), which is taken as enough.
    package var sessionsLeft: Int?
    /// Whether another booking has used what it was paid with, even one that is off by now; where
    /// that is unknown (the console), none has.
    package var isItemOfOthersToo = false
    /// Of that weekday; nil where unknown or closed, which offers no alternatives.
    package let hours: BusinessHours?
    /// The days that `Change.days(of:)` names, whole, with what touches them from other days.
    package var days: [LocalDate: Availability]
    package let otherHalf: OtherHalf
    /// What is left of what the guest has paid for, where another treatment is asked for.
    package var sessions: [PaidSessions] = []
    /// Where a change of treatment goes back; nil where unknown (the console), which is taken as fit.
    package var former: FormerItem?
    package var policy: Policy
    /// Whether a refusal comes with other starts.
    var offersOthers = true

    package init(
      neighbours: [Booking], sessionsLeft: Int? = nil, hours: BusinessHours? = nil,
      days: [LocalDate: Availability] = [:], otherHalf: OtherHalf = .unknown,
      policy: Policy = Policy()
    ) {
      self.neighbours = neighbours
      self.sessionsLeft = sessionsLeft
      self.hours = hours
      self.days = days
      self.otherHalf = otherHalf
      self.policy = policy
    }

    /// The same under the limits that a spa has set.
    package func under(_ policy: Policy) -> Surroundings {
      var same = self
      same.policy = policy
      return same
    }
  }

  /// The booking with which this one changed places, where an undo takes both back.
  package enum OtherHalf: Hashable, Sendable {
    /// Not known here (the console), which is taken as fit to go back.
    case unknown
    /// It has been deleted.
    case gone
    /// - Parameter lastMove: the last change of its place that has not been undone.
    case standing(Booking, lastMove: BookingChange?)
  }

  /// The limits a spa may set for itself.
  package struct Policy: Hashable, Sendable {
    /// A treatment may begin this long before its time without a reason.
    package var earlyStart: Minutes = 30
    /// A guest counts as a no-show only this long after the start.
    package var noShowAfter: Minutes = 15
    /// Whoever made a change may undo it for this long; a manager until the day ends.
    package var undoWithin: Minutes = 15
    /// A cancellation closer to the start than this is late.
    package var lateCancellation: Minutes = 1440
    /// Whether a late cancellation uses the session up.
    package var lateCancellationKeepsSession = false

    package init() {}
  }

  /// What happens to the payment item's session.
  package enum SessionEffect: Hashable, Sendable {
    case none
    /// The session that the booking uses becomes free again.
    case givenBack
    /// A free session is taken for the booking, for the first time or again.
    case taken
  }

  /// What an allowed change does.
  package struct Outcome: Hashable, Sendable {
    /// The booking afterwards. `version` is still the old one, the store counts; after an undo
    /// `lastChange` is nil here, and the store looks up what now is the last.
    package let booking: Booking
    package let session: SessionEffect
    /// What is to be kept in the booking's history; nil for an undo, which takes the newest back.
    package let recorded: BookingChange?
    package let isLateCancellation: Bool
    /// What goes back with it: the other half of a swap.
    package let otherHalf: OtherOutcome?
    /// Where it is paid with something else from then on; nil where that stays as it is.
    package let exchange: Exchange?

    package struct OtherOutcome: Hashable, Sendable {
      package let before: Booking
      package let after: Booking
    }

    init(
      _ booking: Booking, recorded: BookingChange?, session: SessionEffect = .none,
      isLateCancellation: Bool = false, otherHalf: OtherOutcome? = nil,
      exchange: Exchange? = nil
    ) {
      (self.booking, self.recorded) = (booking, recorded)
      (self.session, self.isLateCancellation) = (session, isLateCancellation)
      (self.otherHalf, self.exchange) = (otherHalf, exchange)
    }
  }

  /// - Returns: what the change does, or why it may not be.
  package static func decide(
    _ change: Change, on booking: Booking, by person: Person, now: Moment,
    given surroundings: Surroundings
  ) -> Result<Outcome, Refusal> {
    let asked = Case(booking: booking, person: person, now: now, given: surroundings)
    return Result { () throws(Refusal) in
      try checkRights(to: change, of: booking, by: person)
      try change.checkTexts()
      switch change {
      case .writeNotes, .takePayment: break
      case .changeStatus, .markArrived, .move, .changeService, .noteCall, .wish, .undo:
        try checkReadable(booking)
      }
      return switch change {
      case .changeStatus(let status, let reason):
        try asked.changeStatus(to: status, reason: reason)
      case .markArrived: try asked.markArrived()
      case .move(let move): try asked.move(move)
      case .changeService(let wanted): try asked.changeService(wanted)
      case .writeNotes(let text): try asked.writeNotes(text)
      case .takePayment(let method): try asked.takePayment(method)
      case .noteCall(let outcome, let note): try asked.noteCall(outcome, note)
      case .wish(let therapist): try asked.noteWish(therapist)
      case .undo: try asked.undo()
      }
    }
  }

  /// Whether this person may change the booking in this way at all, asked before anything else is
  /// read or held.
  package static func refusal(ofAsking change: Change, on booking: Booking, by person: Person)
    -> Refusal?
  {
    do throws(Refusal) {
      try checkRights(to: change, of: booking, by: person)
      try change.checkTexts()
      return nil
    } catch {
      return error
    }
  }

  static func checkRights(to change: Change, of booking: Booking, by person: Person)
    throws(Refusal)
  {
    guard Visibility.maySee(booking, person) else {
      // Whoever may not see a booking must not learn that it exists.
      throw Refusal(.noSuchBooking, "There is no booking \(booking.id).")
    }
    guard let operation = change.operation else {
      throw Refusal(
        .noSuchChange, "A booking is never set back to scheduled; undo the last change instead.")
    }
    guard Rights.allows(operation, on: booking, by: person) else {
      throw Refusal(.notAllowed, operation.refusal(for: person.role))
    }
  }

  /// Nothing is decided on what stands in for a value that nobody can read.
  static func checkReadable(_ booking: Booking) throws(Refusal) {
    guard !booking.unreadable.isEmpty else { return }
    let values = booking.unreadable.map(\.described).joined(separator: ", ")
    throw Refusal(
      .unreadable,
      "This booking's \(values) cannot be read; it has to be put right where it was written.")
  }

  /// A change in its circumstances; the rules are its methods, a file for each kind of change.
  struct Case {
    let booking: Booking
    let person: Person
    let now: Moment
    let given: Surroundings
  }
}

extension Decision.Case {
  /// A change of this booking by this person, now.
  func recorded(_ kind: BookingChange.Kind) -> BookingChange {
    BookingChange(kind: kind, by: person.id, byName: person.name, at: now.instant)
  }

  /// Minutes from now until the planned start; negative past it.
  var untilStart: Minutes { now.minutesUntil(booking.start) }

  /// Its own day on the spa's calendar, or the night after (12 hours) for what ran past midnight.
  var isItsDay: Bool {
    booking.date == now.today || (-720..<0).contains(untilStart)
  }

  func described(_ other: Booking) -> String { other.described(to: person) }
}

extension Operation {
  func refusal(for role: Role) -> String {
    switch self {
    case .confirm: "Only reception confirms bookings."
    case .markArrived: "Only reception marks guests as arrived."
    case .start: "Only reception and the booking's own therapist start it."
    case .complete: "Only reception and the booking's own therapist complete it."
    case .cancel: "Only reception and the guest cancel a booking."
    case .markNoShow: "Only reception marks a no-show."
    case .book: "Only reception and the guest book."
    case .move: "Only reception moves bookings."
    case .changeService: "Only reception changes what a guest is treated with."
    case .writeNotes: "Only reception writes notes."
    case .takePayment: "Only reception takes payments."
    case .block: "Only reception blocks time."
    case .setShifts: "Only a manager sets when somebody works week after week."
    case .setDays: "Only reception sets when somebody works on a day."
    case .overbook: "Only a manager books against the rules."
    case .keepWaitingList: "Only reception keeps the waiting list."
    case .holdSlots: "Only reception holds slots."
    case .noteWishes: "Only reception notes whom guests wish for."
    case .noteCalls: "Only reception calls guests."
    case .keepTasks: "Only reception keeps the desk's tasks."
    case .keepGuests: "Only reception corrects a guest's record."
    case .undo, .seeBookings, .seeSchedule, .seeAvailability, .seePayments, .seeTakings, .watchSpa,
      .seeCustomers, .seeHistory, .audit, .keepHouse:
      "This is not open to the role \(role.userType)."
    }
  }
}
