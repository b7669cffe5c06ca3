import BookingDomain

/// Somebody on the waiting list.
struct WireWaiting: WireForm, ServiceFields {
  let waitingId: Int64
  let customerId: Int64
  let customerName: String
  let customerPhone, customerAlert, customerPreferences: String?
  let serviceId: Int64
  let serviceName: String
  let therapistId: Int64?
  let date, from, until: String
  let note: String
  let byName: String
  let since: String

  init(_ waiting: WaitingGuest) {
    waitingId = waiting.id.number
    (customerId, customerName, customerPhone, customerAlert, customerPreferences) =
      Wire.fields(of: waiting.customer)
    (serviceId, serviceName) = Wire.fields(of: waiting.service)
    therapistId = waiting.therapist?.number
    date = waiting.date.description
    (from, until) = (waiting.from.description, waiting.until.description)
    (note, byName, since) = (waiting.note, waiting.byName, waiting.since.description)
  }

  func value() throws(MessageProblem) -> WaitingGuest {
    WaitingGuest(
      id: WaitingID(waitingId),
      customer: Wire.guest(
        customerId, customerName, customerPhone, customerAlert, customerPreferences),
      service: service,
      therapist: therapistId.map { UserID($0) }, date: try Wire.date(date, "date"),
      from: try Wire.time(from, "from"), until: try Wire.time(until, "until"), note: note,
      byName: byName, since: try Wire.timestamp(since, "since"))
  }
}
