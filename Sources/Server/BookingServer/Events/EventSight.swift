import BookingDomain
import BookingProtocol

/// Who looks, and at which days of the spa's stream; nil for a person who subscribed to none.
struct Viewer: Hashable, Sendable {
  let person: Person
  var days: ClosedRange<LocalDate>?

  var mask: Visibility.Mask { Visibility.Mask(person.role) }
  var isStaff: Bool { mask == .staff }
}

/// What one event of the log is to one viewer: the audience table of the guide (chapter 4), with
/// our days and roles. The same function serves live pushes, replay and polling.
enum EventSight: Hashable, Sendable {
  /// The booking as it is now, masked.
  case booking
  /// It was in sight before, and is no longer.
  case gone
  case payment
  /// Blocked time of a therapist.
  case blocks
  case waiting
  case tasks

  /// - Parameter current: the booking as it is now, possibly newer than the event; nil where it
  ///   was deleted.
  /// - Returns: nil where the viewer hears nothing of it.
  init?(_ event: BookingEvent, current: Booking?, for viewer: Viewer) {
    switch event.kind {
    case .paymentCompleted(_, let customer):
      guard Self.mayHear(ofPaymentBy: customer, viewer) else { return nil }
      self = .payment
    case .therapistScheduleUpdated, .customerChanged:
      return nil
    case .blocksChanged(let therapist):
      guard let days = viewer.days, let date = event.audience.date, days.contains(date),
        viewer.isStaff || viewer.person.isTherapist(therapist)
      else { return nil }
      self = .blocks
    case .waitingChanged:
      guard Rights.scope(of: .keepWaitingList, for: viewer.person.role) == .all,
        let days = viewer.days, let date = event.audience.date, days.contains(date)
      else { return nil }
      self = .waiting
    case .tasksChanged:
      guard Rights.scope(of: .keepTasks, for: viewer.person.role) == .all, viewer.days != nil
      else { return nil }
      self = .tasks
    case .created, .statusChanged, .updated, .gone:
      let sight =
        viewer.isStaff
        ? Self.onStaffDays(event, current, viewer.days)
        : Self.onOwnBookings(event, current, viewer.person)
      guard let sight else { return nil }
      self = sight
    }
  }

  private static func mayHear(ofPaymentBy customer: CustomerID, _ viewer: Viewer) -> Bool {
    switch Rights.scope(of: .seePayments, for: viewer.person.role) {
    case .none: false
    case .own: viewer.person.isCustomer(customer)
    case .all: viewer.days != nil
    }
  }

  private static func onStaffDays(
    _ event: BookingEvent, _ current: Booking?, _ days: ClosedRange<LocalDate>?
  ) -> EventSight? {
    guard let days else { return nil }
    if let current, days.contains(current.date) { return .booking }
    let touched = [event.audience.date, event.audience.formerDate].compactMap(\.self)
    return touched.contains(where: days.contains) ? .gone : nil
  }

  /// Own bookings are told of on every day, subscribed or not.
  private static func onOwnBookings(
    _ event: BookingEvent, _ current: Booking?, _ person: Person
  ) -> EventSight? {
    let audience = event.audience
    // A guest does not hear what happened to a booking while it was another guest's.
    if person.role == .customer, let customer = audience.customer, !person.isCustomer(customer) {
      return nil
    }
    if let current, Visibility.maySee(current, person) { return .booking }
    let therapists = [audience.therapist, audience.formerTherapist].compactMap(\.self)
    let wasOwn =
      therapists.contains(where: person.isTherapist)
      || audience.customer.map(person.isCustomer) ?? false
    return wasOwn ? .gone : nil
  }
}

extension EventMessage {
  /// The event as a viewer with this mask gets it.
  init(
    _ event: BookingEvent, current: Booking?, blocks: [Block],
    waiting: [WaitingGuest], tasks: [DeskTask], seenAs sight: EventSight,
    mask: Visibility.Mask,
    prev: Int64?
  ) {
    let isVisible = sight != .gone
    let kind: Kind
    switch (sight, event.kind) {
    case (.payment, .paymentCompleted(let payment, _)): kind = .paymentCompleted(paymentID: payment)
    case (.blocks, .blocksChanged(let therapist)):
      kind = .blocksChanged(therapist, event.audience.date ?? LocalDate(dayNumber: 0), blocks)
    case (.waiting, .waitingChanged):
      kind = .waitingChanged(event.audience.date ?? LocalDate(dayNumber: 0), waiting)
    case (.tasks, .tasksChanged): kind = .tasksChanged(tasks)
    case (.booking, .created): kind = .created
    case (.booking, .statusChanged(let from, let to)): kind = .statusChanged(from: from, to: to)
    case (.booking, _): kind = .updated
    case (.gone, _), (.payment, _), (.blocks, _), (.waiting, _), (.tasks, _):
      kind = .gone
    }
    self.init(
      kind: kind,
      booking: event.booking,
      current: sight == .booking ? current.map { Visibility.masked($0, for: mask) } : nil,
      version: sight == .gone ? event.version : nil,
      // Whoever lost sight of a booking does not learn whose it is now.
      customer: isVisible ? event.audience.customer : nil,
      therapist: isVisible ? event.audience.therapist : nil,
      seq: event.seq, prev: prev,
      // Customers are not told which staff member did it.
      byName: mask == .customer ? "" : event.byName,
      at: event.at)
  }
}
