import BookingDomain

/// What of guests' bookings says how the next one will be, many guests in one reading.
struct PastRows {
  /// Newest first.
  private var visits: [CustomerID: [GuestPast.Visit]] = [:]
  private var ahead: [CustomerID: [GuestPast.Visit]] = [:]
  private var missed: [CustomerID: Int] = [:]
  private var cancellations: [CustomerID: [GuestPast.Cancellation]] = [:]

  /// Rows that are read of all of them together: more than those whom a screen lists ever had.
  private static let most: Int64 = 5_000

  init(of guests: [CustomerID], _ db: any SQLConnection) throws {
    guard !guests.isEmpty else { return }
    let marks = Array(repeating: "?", count: guests.count).joined(separator: ", ")
    let rows = try db.rows(
      Self.select + " WHERE b.customer_id IN (\(marks)) ORDER BY b.appointment_date DESC,"
        + " b.appointment_time DESC, b.booking_id DESC LIMIT ?",
      guests.map { .integer($0.number) } + [.integer(Self.most)])
    for row in rows { take(row) }
  }

  private static let select = """
    SELECT b.customer_id, b.service_id, substr(s.name, 1, 200) AS service_name,
      b.therapist_user_id, b.appointment_date, b.appointment_time, b.duration_minutes,
      substr(b.booking_status, 1, 32) AS booking_status,
      substr(b.cancellation_reason, 1, 100) AS cancellation_reason,
      CASE WHEN b.booking_status = 'CANCELLED' THEN
        (SELECT MAX(h.at) FROM frontdesk_changes h WHERE h.booking_id = b.booking_id
          AND h.new_status = 'CANCELLED' AND h.undone_at IS NULL) END AS called_off_at
    FROM bookings b LEFT JOIN services s ON s.service_id = b.service_id
    """

  private mutating func take(_ row: TolerantRow) {
    guard let guest: CustomerID = row.id("customer_id"), let visit = Self.visit(row),
      let status = row.text("booking_status").flatMap({ BookingStatus(rawValue: $0) })
    else { return }
    switch status {
    case .completed: visits[guest, default: []].append(visit)
    case .scheduled, .confirmed: ahead[guest, default: []].append(visit)
    case .noShow: missed[guest, default: 0] += 1
    case .cancelled:
      guard let at = row.timestamp("called_off_at"),
        !CancellationReason.isTheSpas(row.text("cancellation_reason"))
      else { return }
      cancellations[guest, default: []].append(
        GuestPast.Cancellation(
          start: LocalMoment(date: visit.slot.date, time: visit.slot.time), at: at))
    case .inProgress: break
    }
  }

  private static func visit(_ row: TolerantRow) -> GuestPast.Visit? {
    guard let service: ServiceID = row.id("service_id"),
      let therapist: UserID = row.id("therapist_user_id"),
      let date = row.date("appointment_date"), let time = row.time("appointment_time")
    else { return nil }
    return GuestPast.Visit(
      service: ServiceSummary(
        id: service, name: row.nonBlankText("service_name") ?? "Service \(service)"),
      slot: HeldSlot(
        therapist: therapist, date: date, time: time,
        duration: Minutes(row.int("duration_minutes", in: 1...1440) ?? 60)))
  }

  func lastVisit(of guest: CustomerID) -> LocalDate? { visits[guest]?.first?.slot.date }

  func past(of guest: CustomerID) -> GuestPast {
    let last = lastVisit(of: guest)
    return GuestPast(
      visits: Array((visits[guest] ?? []).prefix(GuestPast.mostVisits)),
      // One that was left open long ago is not ahead.
      next: ahead[guest]?.last { last == nil || $0.slot.date >= last ?? $0.slot.date },
      missed: missed[guest] ?? 0,
      cancellations: Array((cancellations[guest] ?? []).prefix(GuestPast.mostCancellations)))
  }
}
