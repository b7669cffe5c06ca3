import BookingDomain

/// Who waits for a slot on which day.
package enum WaitingRows {
  package static func ofDay(_ date: LocalDate, _ db: some SQLConnection) throws -> [WaitingGuest] {
    try fetch(db, ofDaySQL, [.text(date.description)])
  }

  static func one(_ id: WaitingID, _ db: some SQLConnection) throws -> WaitingGuest? {
    try fetch(db, select + " WHERE w.waiting_id = ?", [.integer(id.number)]).first
  }

  static func add(_ guest: NewWaiting, by author: Author, _ db: some SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO frontdesk_waiting
        (customer_id, service_id, therapist_id, date, from_time, until_time, note, by_kind,
         by_number, by_name, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(guest.customer.number), .integer(guest.service.number),
        StoredValue(guest.therapist?.number), .text(guest.date.description),
        .text(guest.from.description), .text(guest.until.description), .text(guest.note),
      ] + author.values)
  }

  static func remove(_ id: WaitingID, _ db: some SQLConnection) throws {
    try db.execute("DELETE FROM frontdesk_waiting WHERE waiting_id = ?", [.integer(id.number)])
  }

  package static let ofDaySQL = select + " WHERE w.date = ? ORDER BY w.at, w.waiting_id"

  private static let select = """
    SELECT w.waiting_id, w.customer_id, w.service_id, w.therapist_id, w.date, w.from_time,
      w.until_time, w.note, w.by_name, w.at, substr(s.name, 1, 200) AS service_name,
      substr(c.full_name, 1, 200) AS customer_name, \(GuestPhone.column(of: "c")) AS phone,
      substr(c.notes, 1, 2000) AS customer_notes
    FROM frontdesk_waiting w
    LEFT JOIN customers c ON c.customer_id = w.customer_id
    LEFT JOIN services s ON s.service_id = w.service_id
    """

  private static func fetch(
    _ db: some SQLConnection, _ sql: String, _ values: [StoredValue]
  ) throws -> [WaitingGuest] {
    try db.rows(sql, values).compactMap { row in
      guard let id: WaitingID = row.id("waiting_id"),
        let customer: CustomerID = row.id("customer_id"),
        let service: ServiceID = row.id("service_id"), let date = row.date("date"),
        let from = row.time("from_time"), let until = row.time("until_time")
      else { return nil }
      return WaitingGuest(
        id: id,
        customer: Customer(
          id: customer, name: row.nonBlankText("customer_name") ?? "Customer \(customer)",
          phone: row.phone("phone"), notes: row.text("customer_notes")),
        service: ServiceSummary(
          id: service, name: row.nonBlankText("service_name") ?? "Service \(service)"),
        therapist: row.id("therapist_id"), date: date, from: from, until: until,
        note: row.text("note") ?? "", byName: row.text("by_name") ?? "",
        since: row.timestamp("at") ?? Timestamp(milliseconds: 0))
    }
  }
}
