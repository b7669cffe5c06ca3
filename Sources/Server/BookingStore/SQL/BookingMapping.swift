import BookingDomain

/// One row as a booking, however odd. Without a number, a day, a therapist and a guest there is
/// nothing to draw, and the row is left out; anything else that cannot be read is replaced by
/// something harmless and named, so that somebody at the desk sees it and asks.
struct BookingMapping {
  private let row: TolerantRow
  private var unreadable: [UnreadableValue] = []

  init(_ row: TolerantRow) { self.row = row }

  var booking: Booking? {
    var mapping = self
    return mapping.mapped()
  }

  private mutating func mapped() -> Booking? {
    guard let id: BookingID = row.id("booking_id"), let date = row.date("appointment_date"),
      let therapist: UserID = row.id("therapist_user_id"),
      let guest: CustomerID = row.id("customer_id")
    else { return nil }
    let status = status()
    let time = time()
    let duration = duration()
    return Booking(
      id: id, version: row.position("version") ?? 1, customer: customer(guest), service: service(),
      therapist: therapist, date: date, time: time, duration: duration,
      // Four hours: a longer pause after a treatment is a mistake, and would block the day.
      buffer: Minutes(row.int("buffer", in: 0...240) ?? 0), status: status, place: place(),
      paymentItem: row.id("payment_item_id") ?? 0, price: price(),
      payment: PaymentRows.payment(in: row),
      visit: row.id("visit_id"), series: row.id("series_id"), wish: row.id("wish_id"),
      notes: row.nonBlankText("notes"),
      arrivedAt: row.instant("arrived_at"), startedAt: row.timestamp("started_at"),
      endedAt: row.timestamp("ended_at"),
      cancellationReason: row.nonBlankText("cancellation_reason"), call: call(),
      lastChange: HistoryRows.change(in: row), unreadable: unreadable)
  }

  private mutating func status() -> BookingStatus {
    let text = row.text("booking_status") ?? ""
    if let status = BookingStatus(rawValue: text) { return status }
    unreadable.append(UnreadableValue(.status, text))
    return .scheduled
  }

  private mutating func time() -> TimeOfDay {
    if let time = row.time("appointment_time"), time < .endOfDay { return time }
    unreadable.append(UnreadableValue(.time, row.text("appointment_time") ?? ""))
    return .midnight
  }

  private mutating func duration() -> Minutes {
    // A treatment of more than a day is a mistake.
    if let count = row.int("duration_minutes", in: 1...1440) { return Minutes(count) }
    unreadable.append(UnreadableValue(.duration, row.text("duration_minutes") ?? ""))
    return 60
  }

  private func customer(_ id: CustomerID) -> Customer {
    Customer(
      id: id, name: row.nonBlankText("customer_name") ?? "Customer \(id)",
      phone: row.phone("phone"), notes: row.text("customer_notes"))
  }

  private func service() -> ServiceSummary {
    let id: ServiceID = row.id("service_id") ?? 0
    return ServiceSummary(id: id, name: row.nonBlankText("service_name") ?? "Service \(id)")
  }

  private func call() -> CallMark? {
    guard let outcome = row.text("call_outcome").flatMap(CallOutcome.init),
      let at = row.timestamp("call_at")
    else { return nil }
    return CallMark(
      outcome: outcome, note: row.text("call_note") ?? "", byName: row.text("call_by_name") ?? "",
      at: at)
  }

  /// A session's part of what was paid for all of its item, discounts included.
  private func price() -> Money? {
    guard let hundredths = row.int64("item_hundredths"), hundredths >= 0,
      let sessions = row.int("item_sessions", in: 1...1_000_000)
    else { return nil }
    return Money(hundredths: hundredths / Int64(sessions))
  }

  private func place() -> Place {
    let room: RoomID = row.id("room_id") ?? 0
    let bed: BedID? = row.id("bed_id")
    return Place(
      room: room, roomName: row.nonBlankText("room_name") ?? "Room \(room)", bed: bed,
      bedName: bed.map { row.nonBlankText("bed_name") ?? "Bed \($0)" })
  }
}

extension Customer {
  /// With what the shop's notes say of them.
  init(id: CustomerID, name: String, phone: String?, notes: String?) {
    let notes = GuestNotes(notes)
    self.init(
      id: id, name: name, phone: phone, alert: notes.alert, preferences: notes.preferences)
  }
}
