import BookingDomain

/// The shop's customers and what they have paid for.
package struct CustomerRows {
  let db: any SQLConnection

  package init(db: any SQLConnection) { self.db = db }

  func customers(_ ids: [CustomerID]) throws -> [CustomerID: Customer] {
    Dictionary(
      uniqueKeysWithValues: try rows(
        "SELECT c.customer_id, \(Self.columns) FROM customers c WHERE c.customer_id IN", ids
      ).compactMap { row in customer(row).map { ($0.id, $0) } })
  }

  /// Whoever is booked on that day, and not called off.
  func guests(on date: LocalDate) throws -> Set<CustomerID> {
    Set(
      try db.rows(
        "SELECT customer_id FROM bookings WHERE appointment_date = ?"
          + " AND booking_status NOT IN ('CANCELLED', 'NO_SHOW')", [.text(date.description)]
      ).compactMap { $0.id("customer_id") })
  }

  /// By number, oldest payment first; used-up ones too.
  func sessions(of ids: [CustomerID]) throws -> [CustomerID: [PaidSessions]] {
    let found = try rows(
      """
      SELECT p.customer_id, \(Self.sessionColumns) FROM payments p \(Self.sessionTables)
      WHERE p.payment_status = 'PAID' AND p.customer_id IN
      """, ids, "ORDER BY p.payment_date, i.payment_item_id")
    var sessions: [CustomerID: [PaidSessions]] = [:]
    for row in found {
      guard let id: CustomerID = row.id("customer_id"), let paid = Self.sessions(row) else {
        continue
      }
      sessions[id, default: []].append(paid)
    }
    return sessions
  }

  /// Whoever has the e-mail or, however it is written, the phone number.
  package func registered(_ new: NewCustomer) throws -> Customer? {
    if let email = new.email, let owner = try owner(ofEmail: email) { return owner }
    return try new.phone.flatMap { try owner(ofPhone: $0) }
  }

  func owner(ofEmail email: String, besides id: CustomerID? = nil) throws -> Customer? {
    try db.row(
      "SELECT c.customer_id, \(Self.columns) FROM customers c WHERE c.email = ?"
        + " AND c.customer_id <> ?", [.text(email), .integer(id?.number ?? 0)]
    ).flatMap(customer)
  }

  /// Read from the index of the numbers alone: a guest is new once, and a hundred thousand numbers
  /// are some hundredths of a second.
  func owner(ofPhone phone: String, besides id: CustomerID? = nil) throws -> Customer? {
    let key = PhoneKey(phone)
    let found = try db.row(
      "SELECT MIN(customer_id) AS customer_id FROM customers WHERE \(Self.digits)"
        + (key.isTail ? " LIKE ?" : " = ?") + " AND customer_id <> ?",
      [.text(key.isTail ? "%\(key.digits)" : key.digits), .integer(id?.number ?? 0)])
    guard let id: CustomerID = found?.id("customer_id") else { return nil }
    return try customers([id])[id]
  }

  /// A phone number without what people put between its digits.
  private static let digits = ["' '", "'-'", "'.'", "'('", "')'", "'+'"].reduce("phone_number") {
    "REPLACE(\($0), \($1), '')"
  }
}

// MARK: - The register

extension CustomerRows {
  /// In the order asked for; numbers without a row are missing from the answer.
  package func cards(_ ids: [CustomerID]) throws -> [CustomerCard] {
    let sessions = try sessions(of: ids)
    let pasts = try PastRows(of: ids, db)
    let found = try rows(
      """
      SELECT c.customer_id, \(Self.columns), substr(c.email, 1, 254) AS email,
        \(GuestPhone.family(of: "c")) AS family
      FROM customers c WHERE c.customer_id IN
      """, ids)
    let cards = found.compactMap { row -> (CustomerID, CustomerCard)? in
      guard let customer = customer(row) else { return nil }
      let past = pasts.past(of: customer.id)
      return (
        customer.id,
        CustomerCard(
          customer: customer, email: row.nonBlankText("email"), notes: row.nonBlankText("notes"),
          sessions: sessions[customer.id] ?? [], lastVisit: pasts.lastVisit(of: customer.id),
          nextVisit: past.next?.slot.date, past: past, family: row.nonBlankText("family"))
      )
    }
    let byNumber = Dictionary(cards) { first, _ in first }
    return ids.compactMap { byNumber[$0] }
  }

  package func file(_ id: CustomerID) throws -> CustomerFile? {
    guard let card = try cards([id]).first else { return nil }
    return CustomerFile(
      card: card, bookings: try BookingRows.of(id, newest: 50, db),
      record: try GuestRows.history(of: id, db))
  }

  package func unscheduled(limit: Int) throws -> [UnscheduledSessions] {
    try db.rows(
      """
      SELECT c.customer_id, \(Self.columns), \(Self.sessionColumns)
      FROM payments p \(Self.sessionTables)
      JOIN customers c ON c.customer_id = p.customer_id
      WHERE p.payment_status = 'PAID' AND u.remaining_quantity > 0
      ORDER BY p.payment_date, i.payment_item_id LIMIT ?
      """, [.integer(Int64(limit))]
    ).compactMap { row in
      guard let customer = customer(row), let sessions = Self.sessions(row) else { return nil }
      return UnscheduledSessions(customer: customer, sessions: sessions)
    }
  }
}

// MARK: - Rows

extension CustomerRows {
  private static let columns = """
    substr(c.full_name, 1, 200) AS customer_name, \(GuestPhone.column(of: "c")) AS phone,
      substr(c.notes, 1, 2000) AS notes
    """

  private static let sessionColumns = """
    i.payment_item_id, i.service_id, substr(s.name, 1, 200) AS service_name, u.total_quantity,
      u.remaining_quantity, p.payment_date
    """

  private static let sessionTables = """
    JOIN payment_items i ON i.payment_id = p.payment_id
      JOIN payment_item_usage u ON u.payment_item_id = i.payment_item_id
      LEFT JOIN services s ON s.service_id = i.service_id
    """

  private func customer(_ row: TolerantRow) -> Customer? {
    guard let id: CustomerID = row.id("customer_id") else { return nil }
    return Customer(
      id: id, name: row.nonBlankText("customer_name") ?? "Customer \(id)",
      phone: row.phone("phone"), notes: row.text("notes"))
  }

  private static func sessions(_ row: TolerantRow) -> PaidSessions? {
    guard let item: PaymentItemID = row.id("payment_item_id"),
      let service: ServiceID = row.id("service_id")
    else { return nil }
    return PaidSessions(
      item: item,
      service: ServiceSummary(
        id: service, name: row.nonBlankText("service_name") ?? "Service \(service)"),
      total: row.int("total_quantity", in: 0...1_000_000) ?? 0,
      left: row.int("remaining_quantity", in: -1_000_000...1_000_000) ?? 0,
      paidAt: row.instant("payment_date"))
  }

  /// `query` ends where a list of numbers begins.
  private func rows(_ query: String, _ ids: [CustomerID], _ rest: String = "") throws
    -> [TolerantRow]
  {
    guard !ids.isEmpty else { return [] }
    let marks = Array(repeating: "?", count: ids.count).joined(separator: ", ")
    return try db.rows("\(query) (\(marks)) \(rest)", ids.map { .integer($0.number) })
  }
}
