import BookingDomain

/// A booking on the wire: the guide's names where it has one, ours in the same manner.
struct WireBooking: WireForm, SlotFields, ServiceFields, PlaceFields {
  let bookingId: Int64
  let version: WireSeq
  let customerId: Int64
  let customerName: String
  let customerPhone, customerAlert, customerPreferences: String?
  let serviceId: Int64
  let serviceName: String
  let therapistId: Int64
  let appointmentDate, appointmentTime: String
  let durationMinutes: WireDuration
  let bufferMinutes: WireBuffer
  let status: String
  let roomId: Int64
  let roomName: String
  let bedId: Int64?
  let bedName: String?
  let paymentItemId: Int64
  /// What its session was sold for, `480000.00`.
  let price: String?
  /// The first booking of the visit, and of the series, that it belongs to.
  let visitId, seriesId: Int64?
  /// Whom the guest asked for.
  let wishedTherapistId: Int64?
  let payment: WireBookingPayment?
  let notes: String?
  let arrivedAt, startedAt, endedAt: String?
  let cancellationReason: String?
  let call: WireCall?
  let lastChange: WireChange?
  /// Values of its row that cannot be read; missing where there are none, as a rule.
  let unreadable: [WireUnreadable]?

  init(_ booking: Booking) {
    bookingId = booking.id.number
    version = WireSeq(booking.version)
    (customerId, customerName, customerPhone, customerAlert, customerPreferences) =
      Wire.fields(of: booking.customer)
    (serviceId, serviceName) = Wire.fields(of: booking.service)
    (therapistId, appointmentDate, appointmentTime, durationMinutes) = Wire.fields(of: booking)
    bufferMinutes = WireBuffer(booking.buffer)
    status = booking.status.rawValue
    (roomId, roomName, bedId, bedName) = Wire.fields(of: booking.place)
    paymentItemId = booking.paymentItem.number
    price = booking.price?.description
    visitId = booking.visit?.number
    seriesId = booking.series?.number
    wishedTherapistId = booking.wish?.number
    payment = booking.payment.map(WireBookingPayment.init)
    notes = booking.notes
    arrivedAt = booking.arrivedAt?.description
    startedAt = booking.startedAt?.description
    endedAt = booking.endedAt?.description
    cancellationReason = booking.cancellationReason
    call = booking.call.map(WireCall.init)
    lastChange = booking.lastChange.map(WireChange.init)
    unreadable =
      booking.unreadable.isEmpty ? nil : booking.unreadable.map(WireUnreadable.init)
  }

  func value() throws(MessageProblem) -> Booking {
    let slot = try heldSlot()
    return Booking(
      id: BookingID(bookingId), version: version.number,
      customer: Wire.guest(
        customerId, customerName, customerPhone, customerAlert, customerPreferences),
      service: service,
      therapist: slot.therapist, date: slot.date, time: slot.time, duration: slot.duration,
      buffer: bufferMinutes.minutes,
      // A word that only a newer server knows is no reason to lose the day.
      status: BookingStatus(rawValue: status) ?? .scheduled,
      place: place, paymentItem: PaymentItemID(paymentItemId), price: price.flatMap { Money($0) },
      payment: payment.flatMap(\.payment), visit: visitId.map { VisitID($0) },
      series: seriesId.map { SeriesID($0) }, wish: wishedTherapistId.map { UserID($0) },
      notes: notes,
      arrivedAt: try Wire.timestamp(ifAny: arrivedAt, "arrivedAt"),
      startedAt: try Wire.timestamp(ifAny: startedAt, "startedAt"),
      endedAt: try Wire.timestamp(ifAny: endedAt, "endedAt"),
      cancellationReason: cancellationReason, call: try call?.value(),
      lastChange: try lastChange?.value(),
      unreadable: unreadableValues)
  }

  private var unreadableValues: [UnreadableValue] {
    let told = (unreadable ?? []).compactMap(\.unreadable)
    guard BookingStatus(rawValue: status) == nil else { return told }
    return [UnreadableValue(.status, status)] + told.filter { $0.field != .status }
  }
}

/// A value of a row that cannot be read.
struct WireUnreadable: Codable {
  let field, value: String

  init(_ unreadable: UnreadableValue) {
    field = unreadable.field.rawValue
    value = unreadable.text
  }

  var unreadable: UnreadableValue? {
    UnreadableValue.Field(rawValue: field).map { UnreadableValue($0, value) }
  }
}

/// Who did what to a booking. What stands beside `kind` is there for its kind alone.
struct WireChange: WireForm {
  let kind: String
  var fromStatus, toStatus: String?
  var fromSlot: WireSlot?
  /// The booking it changed places with: a swap is a move that says so.
  var swappedWith: Int64?
  var fromNotes: String?
  var fromPayment, toPayment: WireStanding?
  var callOutcome: String?
  var fromService, toService: WireServiceName?
  var fromItemId: Int64?
  var fromTherapistId, toTherapistId: Int64?
  let by: WirePerson?
  let byName: String
  let at: String

  init(_ change: BookingChange) {
    switch change.kind {
    case .created: kind = "CREATED"
    case .status(let from, let to):
      kind = "STATUS"
      fromStatus = from.rawValue
      toStatus = to.rawValue
    case .arrival: kind = "ARRIVAL"
    case .moved(let from):
      kind = "MOVED"
      fromSlot = WireSlot(from)
    case .swapped(let from, let other):
      kind = "MOVED"
      fromSlot = WireSlot(from)
      swappedWith = other.number
    case .notes(let from):
      kind = "NOTES"
      fromNotes = from
    case .payment(let from, let to):
      kind = "PAYMENT"
      fromPayment = WireStanding(from)
      toPayment = WireStanding(to)
    case .called(let outcome):
      kind = "CALLED"
      callOutcome = outcome.rawValue
    case .wished(let from, let to):
      kind = "WISHED"
      fromTherapistId = from?.number
      toTherapistId = to?.number
    case .service(let exchange):
      kind = "SERVICE"
      fromService = WireServiceName(exchange.from)
      toService = WireServiceName(exchange.to)
      fromSlot = WireSlot(exchange.slot)
      fromItemId = exchange.item.number
      fromPayment = exchange.left.map(WireStanding.init)
      toPayment = exchange.sold.map(WireStanding.init)
    }
    by = change.by.map(WirePerson.init)
    byName = change.byName
    at = change.at.description
  }

  /// Nil for a kind that only a newer server knows.
  func value() throws(MessageProblem) -> BookingChange? {
    guard let kind = try changeKind() else { return nil }
    return BookingChange(
      kind: kind, by: try by?.value(), byName: byName, at: try Wire.timestamp(at, "at"))
  }

  private func changeKind() throws(MessageProblem) -> BookingChange.Kind? {
    switch kind {
    case "CREATED": return .created
    case "ARRIVAL": return .arrival
    case "NOTES": return .notes(from: fromNotes)
    case "PAYMENT":
      guard let from = fromPayment?.standing, let to = toPayment?.standing else { return nil }
      return .payment(from: from, to: to)
    case "CALLED": return callOutcome.flatMap(CallOutcome.init).map(BookingChange.Kind.called)
    case "WISHED":
      return .wished(
        from: fromTherapistId.map { UserID($0) }, to: toTherapistId.map { UserID($0) })
    case "SERVICE":
      guard let fromService, let toService, let fromSlot, let fromItemId else { return nil }
      return .service(
        ServiceExchange(
          from: fromService.service, to: toService.service, slot: try fromSlot.value(),
          item: PaymentItemID(fromItemId), left: fromPayment?.standing, sold: toPayment?.standing))
    case "STATUS":
      guard let fromStatus, let toStatus else {
        throw .malformed(detail: "lastChange.fromStatus or lastChange.toStatus is missing")
      }
      return .status(
        from: try Wire.status(fromStatus, "fromStatus"), to: try Wire.status(toStatus, "toStatus"))
    case "MOVED":
      guard let fromSlot else { throw .malformed(detail: "lastChange.fromSlot is missing") }
      let slot = try fromSlot.value()
      return swappedWith.map { .swapped(from: slot, with: BookingID($0)) } ?? .moved(from: slot)
    default: return nil
    }
  }
}

/// A service as a change names it.
struct WireServiceName: Codable, ServiceFields {
  let serviceId: Int64
  let serviceName: String

  init(_ service: ServiceSummary) {
    (serviceId, serviceName) = Wire.fields(of: service)
  }
}

/// Whose number it is: users and customers have numbers of their own.
struct WirePerson: WireForm {
  let kind: String
  let id: Int64

  init(_ person: PersonID) {
    switch person {
    case .user: kind = "USER"
    case .customer: kind = "CUSTOMER"
    }
    id = person.number
  }

  func value() throws(MessageProblem) -> PersonID {
    switch kind {
    case "USER": return .user(UserID(id))
    case "CUSTOMER": return .customer(CustomerID(id))
    default: throw .malformed(detail: "by.kind is neither USER nor CUSTOMER")
    }
  }
}
