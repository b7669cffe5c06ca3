package typealias BookingID = Identifier<Booking>

/// One appointment as the store last had it, with the names that a person needs to recognise it.
package struct Booking: Hashable, Sendable, Identifiable {
  package let id: BookingID
  /// Counts this booking's changes, from 1. Of two pictures of one booking the higher is newer.
  package var version: Int64
  package var customer: Customer
  package var service: ServiceSummary
  package var therapist: UserID
  package var date: LocalDate
  package var time: TimeOfDay
  package var duration: Minutes
  /// Kept free after the end, for therapist and bed (`services.buffer_time_after_minutes`).
  package var buffer: Minutes
  package var status: BookingStatus
  package var place: Place
  package var paymentItem: PaymentItemID
  /// What the session that it uses was sold for; nil where that is not known or the viewer may not
  /// see it.
  package var price: Money?
  /// What it belongs to; nil for what stands alone, as all that another program wrote.
  package var visit: VisitID?
  package var series: SeriesID?
  /// The therapist whom the guest asked for, whoever it is with; nil where that is all the same.
  package var wish: UserID?
  /// Nil where nothing is known of it or the viewer may not see it.
  package var payment: BookingPayment?
  package var notes: String?
  package var arrivedAt: Timestamp?
  package var startedAt: Timestamp?
  package var endedAt: Timestamp?
  package var cancellationReason: String?
  /// The last call about it; nil where nobody has called, or the viewer may not see it.
  package var call: CallMark?
  /// The last change that has not been undone: what `undo` would take back, and what a refusal
  /// names. Nil where nothing is known of how the booking came to be.
  package var lastChange: BookingChange?
  /// What of its row could not be read; empty as a rule.
  package var unreadable: [UnreadableValue]

  package init(
    id: BookingID, version: Int64, customer: Customer, service: ServiceSummary,
    therapist: UserID, date: LocalDate, time: TimeOfDay, duration: Minutes, buffer: Minutes,
    status: BookingStatus, place: Place, paymentItem: PaymentItemID, price: Money? = nil,
    payment: BookingPayment? = nil, visit: VisitID? = nil, series: SeriesID? = nil,
    wish: UserID? = nil, notes: String? = nil, arrivedAt: Timestamp? = nil,
    startedAt: Timestamp? = nil,
    endedAt: Timestamp? = nil,
    cancellationReason: String? = nil, call: CallMark? = nil, lastChange: BookingChange? = nil,
    unreadable: [UnreadableValue] = []
  ) {
    self.id = id
    self.version = version
    self.customer = customer
    self.service = service
    self.therapist = therapist
    self.date = date
    self.time = time
    self.duration = duration
    self.buffer = buffer
    self.status = status
    self.place = place
    self.paymentItem = paymentItem
    self.price = price
    self.visit = visit
    self.series = series
    self.wish = wish
    self.payment = payment
    self.notes = notes
    self.arrivedAt = arrivedAt
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.cancellationReason = cancellationReason
    self.call = call
    self.lastChange = lastChange
    self.unreadable = unreadable
  }

  /// Whether it is with somebody else than the guest asked for.
  package var isAgainstWish: Bool { wish != nil && wish != therapist }

  /// When the guest is done, on the spa's clock.
  package var end: TimeOfDay { time + duration }
  /// When therapist and bed are free again. The occupied time is `[time, occupiedUntil)`.
  package var occupiedUntil: TimeOfDay { end + buffer }
  package var start: LocalMoment { LocalMoment(date: date, time: time) }
}

/// The room and, where one is assigned, the bed. Names as the spa wrote them.
package struct Place: Hashable, Sendable {
  package let room: RoomID
  package let roomName: String
  package let bed: BedID?
  package let bedName: String?

  package init(room: RoomID, roomName: String, bed: BedID? = nil, bedName: String? = nil) {
    (self.room, self.roomName, self.bed, self.bedName) = (room, roomName, bed, bedName)
  }
}

/// A service as a booking shows it.
package struct ServiceSummary: Hashable, Sendable {
  package let id: ServiceID
  package let name: String

  package init(id: ServiceID, name: String) { (self.id, self.name) = (id, name) }
}

/// What somebody did to a booking, when, and who. `by` is nil for a program that is not ours: it
/// wrote into the database and left no name.
package struct BookingChange: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case created
    case status(from: BookingStatus, to: BookingStatus)
    case arrival
    /// - Parameter from: where it stood before; undo takes it back there.
    case moved(from: BookedSlot)
    /// It changed places with another booking; undo takes both back.
    case swapped(from: BookedSlot, with: BookingID)
    /// - Parameter from: what was written before; nil is nothing.
    case notes(from: String?)
    /// The guest paid; or another program changed how it is paid.
    case payment(from: PaymentStanding, to: PaymentStanding)
    case called(CallOutcome)
    /// It got another treatment, paid for anew; undo gives both back.
    case service(ServiceExchange)
    /// Whom the guest asks for.
    case wished(from: UserID?, to: UserID?)
  }

  package let kind: Kind
  package let by: PersonID?
  /// Empty where `by` is nil.
  package let byName: String
  package let at: Timestamp

  package init(kind: Kind, by: PersonID?, byName: String, at: Timestamp) {
    (self.kind, self.by, self.byName, self.at) = (kind, by, byName, at)
  }
}

extension BookingChange.Kind {
  /// The booking that changed places with this one.
  package var swappedWith: BookingID? {
    if case .swapped(_, let other) = self { other } else { nil }
  }
}
