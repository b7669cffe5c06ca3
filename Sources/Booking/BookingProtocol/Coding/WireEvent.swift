import BookingDomain

/// The data of an event: the guide's fields (chapter "Sample Message Payloads"), ours after them.
struct WireEvent: Codable {
  var bookingId, customerId, therapistId: Int64?
  var oldStatus, newStatus: String?
  var appointmentDate, appointmentTime: String?
  var serviceName: String?
  var paymentId: Int64?
  /// Of a booking that is gone.
  var version: WireSeq?
  /// The whole booking as the viewer may see it.
  var booking: WireBooking?
  var blocks: [WireBlock]?
  var waiting: [WireWaiting]?
  var tasks: [WireTask]?
  var byName: String?
  var at: String

  init(_ event: EventMessage) {
    bookingId = event.booking?.number
    version = event.version.map { WireSeq($0) }
    customerId = event.customer?.number
    therapistId = event.therapist?.number
    at = event.at.description
    byName = event.byName.isEmpty ? nil : event.byName
    if let current = event.current {
      appointmentDate = current.date.description
      appointmentTime = current.time.description
      serviceName = current.service.name
      booking = WireBooking(current)
    }
    switch event.kind {
    case .created: newStatus = event.current?.status.rawValue
    case .statusChanged(let from, let to):
      oldStatus = from.rawValue
      newStatus = to.rawValue
    case .updated, .gone: break
    case .paymentCompleted(let id): paymentId = id
    case .blocksChanged(let therapist, let date, let now):
      therapistId = therapist.number
      appointmentDate = date.description
      blocks = [WireBlock](now)
    case .waitingChanged(let date, let now):
      appointmentDate = date.description
      waiting = [WireWaiting](now)
    case .tasksChanged(let now): tasks = [WireTask](now)
    }
  }

  func event(type: ServerMessageType, seq: Int64, prev: Int64?) throws(MessageProblem)
    -> EventMessage
  {
    EventMessage(
      kind: try kind(type), booking: bookingId.map { BookingID($0) },
      current: try booking?.value(), version: version?.number,
      customer: customerId.map { CustomerID($0) },
      therapist: therapistId.map { UserID($0) }, seq: seq, prev: prev, byName: byName ?? "",
      at: try Wire.timestamp(at, "at"))
  }

  private func kind(_ type: ServerMessageType) throws(MessageProblem) -> EventMessage.Kind {
    switch type {
    case .bookingCreated: return .created
    case .bookingUpdated: return .updated
    case .bookingGone: return .gone
    case .bookingStatusChanged:
      guard let oldStatus, let newStatus else {
        throw .malformed(detail: "data.oldStatus or data.newStatus is missing")
      }
      // A word that only a newer server knows: the booking itself says the rest.
      guard let from = BookingStatus(rawValue: oldStatus),
        let to = BookingStatus(rawValue: newStatus)
      else { return .updated }
      return .statusChanged(from: from, to: to)
    case .paymentCompleted:
      guard let paymentId else { throw .malformed(detail: "data.paymentId is missing") }
      return .paymentCompleted(paymentID: paymentId)
    case .blocksChanged:
      guard let therapistId, let appointmentDate, let blocks else {
        throw .malformed(detail: "data.therapistId, appointmentDate or blocks is missing")
      }
      return .blocksChanged(
        UserID(therapistId), try Wire.appointmentDate(appointmentDate),
        try blocks.values())
    case .waitingChanged:
      guard let appointmentDate, let waiting else {
        throw .malformed(detail: "data.appointmentDate or data.waiting is missing")
      }
      return .waitingChanged(
        try Wire.appointmentDate(appointmentDate), try waiting.values())
    case .tasksChanged:
      guard let tasks else { throw .malformed(detail: "data.tasks is missing") }
      return .tasksChanged(try tasks.values())
    case .connectionEstablished, .bookingSnapshot, .subscribed, .boardDigest, .availabilityUpdated,
      .databaseState,
      .therapistScheduleUpdated, .commandAccepted, .commandRefused, .slotHeld, .slotReleased,
      .sessionRefreshed, .sessionExpiring, .serverDraining, .error, .pong:
      throw .unknownType(type.rawValue)
    }
  }
}

extension EventMessage.Kind {
  var type: ServerMessageType {
    switch self {
    case .created: .bookingCreated
    case .statusChanged: .bookingStatusChanged
    case .updated: .bookingUpdated
    case .gone: .bookingGone
    case .paymentCompleted: .paymentCompleted
    case .blocksChanged: .blocksChanged
    case .waitingChanged: .waitingChanged
    case .tasksChanged: .tasksChanged
    }
  }
}
