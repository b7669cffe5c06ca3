import BookingDomain

/// The data of an event: the guide's fields (chapter "Sample Message Payloads"), ours after them.
struct WireEvent: Codable {
  var bookingId: Int64?
  var customerId: Int64?
  var therapistId: Int64?
  var oldStatus: String?
  var newStatus: String?
  var appointmentDate: String?
  var appointmentTime: String?
  var serviceName: String?
  var paymentId: Int64?
  /// Of a booking that is gone.
  var version: Int64?
  /// The whole booking as the viewer may see it.
  var booking: WireBooking?
  var blocks: [WireBlock]?
  var waiting: [WireWaiting]?
  var byName: String?
  var at: String

  init(_ event: EventMessage) {
    bookingId = event.booking?.number
    version = event.version
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
      blocks = now.map(WireBlock.init)
    case .waitingChanged(let date, let now):
      appointmentDate = date.description
      waiting = now.map(WireWaiting.init)
    }
  }

  func event(type: String, seq: Int64, prev: Int64?) throws(MessageProblem) -> EventMessage {
    EventMessage(
      kind: try kind(type), booking: bookingId.map { BookingID($0) },
      current: try booking?.booking(), version: version,
      customer: customerId.map { CustomerID($0) },
      therapist: therapistId.map { UserID($0) }, seq: seq, prev: prev, byName: byName ?? "",
      at: try Wire.timestamp(at, "at"))
  }

  private func kind(_ type: String) throws(MessageProblem) -> EventMessage.Kind {
    switch type {
    case "BOOKING_CREATED": return .created
    case "BOOKING_UPDATED": return .updated
    case "BOOKING_GONE": return .gone
    case "BOOKING_STATUS_CHANGED":
      guard let oldStatus, let newStatus else {
        throw .malformed(detail: "data.oldStatus or data.newStatus is missing")
      }
      return .statusChanged(
        from: try Wire.status(oldStatus, "oldStatus"), to: try Wire.status(newStatus, "newStatus"))
    case "PAYMENT_COMPLETED":
      guard let paymentId else { throw .malformed(detail: "data.paymentId is missing") }
      return .paymentCompleted(paymentID: paymentId)
    case "BLOCKS_CHANGED":
      guard let therapistId, let appointmentDate, let blocks else {
        throw .malformed(detail: "data.therapistId, appointmentDate or blocks is missing")
      }
      return .blocksChanged(
        UserID(therapistId), try Wire.date(appointmentDate, "appointmentDate"),
        try blocks.blocks())
    case "WAITING_CHANGED":
      guard let appointmentDate, let waiting else {
        throw .malformed(detail: "data.appointmentDate or data.waiting is missing")
      }
      return .waitingChanged(
        try Wire.date(appointmentDate, "appointmentDate"), try waiting.guests())
    default: throw .unknownType(type)
    }
  }
}

extension EventMessage.Kind {
  var type: String {
    switch self {
    case .created: "BOOKING_CREATED"
    case .statusChanged: "BOOKING_STATUS_CHANGED"
    case .updated: "BOOKING_UPDATED"
    case .gone: "BOOKING_GONE"
    case .paymentCompleted: "PAYMENT_COMPLETED"
    case .blocksChanged: "BLOCKS_CHANGED"
    case .waitingChanged: "WAITING_CHANGED"
    }
  }
}
