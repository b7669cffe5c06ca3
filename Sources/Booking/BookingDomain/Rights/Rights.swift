/// The whole role × operation table. Whatever asks "may this person …?" asks here.
package enum Rights {
  /// How far a right reaches.
  package enum Scope: Hashable, Sendable {
    case none
    /// Only bookings where the person is the therapist or the customer.
    case own
    case all
  }

  package static func scope(of operation: Operation, for role: Role) -> Scope {
    switch (operation, role) {
    case (.overbook, .receptionist), (.audit, .receptionist), (.keepHouse, .receptionist),
      (.seeTakings, .receptionist), (.setShifts, .receptionist):
      .none
    case (_, .admin), (_, .manager), (_, .receptionist): .all
    case (.seeBookings, .therapist), (.seeBookings, .customer): .own
    case (.seeSchedule, .therapist): .own
    case (.seeSchedule, .customer): .none
    case (.seeAvailability, .therapist), (.seeAvailability, .customer): .all
    case (.watchSpa, .therapist): .own
    case (.watchSpa, .customer): .none
    case (.seePayments, .therapist): .none
    case (.seePayments, .customer): .own
    case (.takePayment, _), (.seeTakings, _), (.changeService, _): .none
    case (.confirm, _), (.markArrived, _), (.markNoShow, _): .none
    case (.start, .therapist), (.complete, .therapist): .own
    case (.start, .customer), (.complete, .customer): .none
    case (.cancel, .therapist): .none
    case (.cancel, .customer): .own
    case (.undo, .therapist), (.undo, .customer): .own
    case (.book, .customer): .own
    case (.book, .therapist): .none
    case (.move, _), (.writeNotes, _), (.block, _), (.overbook, _), (.audit, _), (.keepHouse, _),
      (.setShifts, _), (.setDays, _):
      .none
    case (.keepWaitingList, _), (.holdSlots, _), (.noteCalls, _), (.keepTasks, _),
      (.noteWishes, _):
      .none
    case (.keepGuests, _): .none
    case (.seeCustomers, _): .none
    case (.seeHistory, .therapist): .own
    case (.seeHistory, .customer): .none
    }
  }

  package static func allows(_ operation: Operation, on booking: Booking, by person: Person)
    -> Bool
  {
    switch scope(of: operation, for: person.role) {
    case .none: false
    case .own: booking.isOwn(of: person)
    case .all: true
    }
  }
}

/// Everything that somebody may or may not do.
package enum Operation: String, CaseIterable, Hashable, Sendable {
  case seeBookings
  case seeSchedule
  case seeAvailability
  case seePayments
  /// What a guest owes is paid, and the payment taken back.
  case takePayment
  /// What a day brought, by ways of payment.
  case seeTakings
  /// The spa-wide stream (`SUBSCRIBE_BOOKING_UPDATES`).
  case watchSpa
  case confirm
  case markArrived
  case start
  case complete
  case cancel
  case markNoShow
  case undo
  case book
  /// Another time, day, length, therapist or bed. A swap is two moves.
  case move
  /// Another treatment, paid for anew.
  case changeService
  case writeNotes
  case block
  /// When each therapist works, week after week.
  case setShifts
  /// The same for single days: who comes later, or goes home ill.
  case setDays
  /// Against the rules that keep bookings apart, with a reason.
  case overbook
  /// Who would come if there were room: seeing them, putting them on the list and taking them off.
  case keepWaitingList
  /// How calling a guest about an unconfirmed booking went.
  case noteCalls
  /// Whom a guest asks for.
  case noteWishes
  /// What the desk has to do and to hand over: seeing it, writing it down, ticking it off.
  case keepTasks
  /// Correcting a guest's name and numbers, writing alert and preferences.
  case keepGuests
  /// Showing the other desks what is being typed, and seeing what they type.
  case holdSlots
  /// The customers' register: phone numbers, what they have paid for, their visits.
  case seeCustomers
  /// Who changed a booking, what and when.
  case seeHistory
  /// Who changed what on a whole day.
  case audit
  /// Accounts, services, places, hours and leave: seeing and changing them.
  case keepHouse
}

extension Booking {
  package func isOwn(of person: Person) -> Bool {
    person.isTherapist(therapist) || person.isCustomer(customer.id)
  }
}

extension Change {
  /// Nil where no operation leads to it (nothing is ever *set* to SCHEDULED).
  package var operation: Operation? {
    switch self {
    case .changeStatus(.scheduled, _): nil
    case .changeStatus(.confirmed, _): .confirm
    case .changeStatus(.inProgress, _): .start
    case .changeStatus(.completed, _): .complete
    case .changeStatus(.cancelled, _): .cancel
    case .changeStatus(.noShow, _): .markNoShow
    case .markArrived: .markArrived
    case .move: .move
    case .changeService: .changeService
    case .writeNotes: .writeNotes
    case .takePayment: .takePayment
    case .noteCall: .noteCalls
    case .wish: .noteWishes
    case .undo: .undo
    }
  }
}
