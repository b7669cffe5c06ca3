import BookingDomain

/// Somebody on the waiting list.
struct WireWaiting: Codable {
  let waitingId: Int64
  let customerId: Int64
  let customerName: String
  let customerPhone: String?
  let customerAlert: String?
  let customerPreferences: String?
  let serviceId: Int64
  let serviceName: String
  let therapistId: Int64?
  let date: String
  let from: String
  let until: String
  let note: String
  let byName: String
  let since: String

  init(_ guest: WaitingGuest) {
    waitingId = guest.id.number
    customerId = guest.customer.id.number
    customerName = guest.customer.name
    customerPhone = guest.customer.phone
    customerAlert = guest.customer.alert
    customerPreferences = guest.customer.preferences
    serviceId = guest.service.id.number
    serviceName = guest.service.name
    therapistId = guest.therapist?.number
    date = guest.date.description
    from = guest.from.description
    until = guest.until.description
    note = guest.note
    byName = guest.byName
    since = guest.since.description
  }

  func guest() throws(MessageProblem) -> WaitingGuest {
    WaitingGuest(
      id: WaitingID(waitingId),
      customer: Customer(
        id: CustomerID(customerId), name: customerName, phone: customerPhone,
        alert: customerAlert, preferences: customerPreferences),
      service: ServiceSummary(id: ServiceID(serviceId), name: serviceName),
      therapist: therapistId.map { UserID($0) }, date: try Wire.date(date, "date"),
      from: try Wire.time(from, "from"), until: try Wire.time(until, "until"), note: note,
      byName: byName, since: try Wire.timestamp(since, "since"))
  }
}

extension [WireWaiting] {
  func guests() throws(MessageProblem) -> [WaitingGuest] {
    try read { (wire) throws(MessageProblem) in try wire.guest() }
  }
}
