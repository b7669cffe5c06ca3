import BookingDomain

/// One guest's record in the shop's `customers`, and who of the desk wrote what there.
enum GuestRows {
  static func record(of id: CustomerID, _ db: some SQLConnection) throws -> GuestRecord? {
    try db.row(
      """
      SELECT substr(full_name, 1, 200) AS name, substr(phone_number, 1, 40) AS phone,
        substr(email, 1, 254) AS email, notes
      FROM customers WHERE customer_id = ?
      """, [.integer(id.number)]
    ).map { row in
      GuestRecord(
        id: id, name: row.nonBlankText("name") ?? "Customer \(id)", phone: row.phone("phone"),
        email: row.nonBlankText("email"), notes: row.text("notes"))
    }
  }

  /// Newest first.
  static func history(of id: CustomerID, _ db: some SQLConnection) throws -> [GuestChangeEntry] {
    try db.rows(
      """
      SELECT fact, old_text, new_text, by_name, at FROM frontdesk_guest_changes
      WHERE customer_id = ? ORDER BY change_id DESC LIMIT ?
      """, [.integer(id.number), .integer(Int64(CustomerFile.mostRecord))]
    ).compactMap { row in
      guard let fact = row.text("fact").flatMap(GuestFact.init), let at = row.timestamp("at") else {
        return nil
      }
      return GuestChangeEntry(
        fact: fact, before: row.text("old_text") ?? "", after: row.text("new_text") ?? "",
        byName: row.text("by_name") ?? "", at: at)
    }
  }

  /// The shop's triggers and ours tell the bookings and the register of it.
  static func write(
    _ change: GuestChange, of record: GuestRecord, by author: Author, _ db: some OrderConnection
  ) throws {
    try db.writing(as: author) {
      let (column, value) = column(change, of: record)
      try db.execute(
        "UPDATE customers SET \(column) = ? WHERE customer_id = ?",
        [value, .integer(record.id.number)])
    }
    try db.execute(
      """
      INSERT INTO frontdesk_guest_changes
        (customer_id, fact, old_text, new_text, by_kind, by_number, by_name, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(record.id.number), .text(change.fact.rawValue),
        .text(record.text(of: change.fact)), .text(change.text),
      ] + author.values)
  }

  /// Only this one column: to write back others could undo what another program has written
  /// meanwhile.
  private static func column(_ change: GuestChange, of record: GuestRecord) -> (
    String, StoredValue
  ) {
    let text = change.text.isEmpty ? nil : change.text
    switch change.fact {
    case .name: return ("full_name", .text(change.text))
    case .phone:
      return ("phone_number", .text(text.map(PhoneText.compact) ?? GuestPhone.placeholder()))
    case .email: return ("email", StoredValue(text))
    case .alert: return ("notes", notes(of: record, change.text, .alert))
    case .preferences: return ("notes", notes(of: record, change.text, .preferences))
    }
  }

  private static func notes(of record: GuestRecord, _ text: String, _ line: GuestNotes.Line)
    -> StoredValue
  {
    let notes = GuestNotes(record.notes).writing(text, as: line)
    return StoredValue(notes.isEmpty ? nil : notes)
  }

  /// Notes that the guest is called at another customer's number.
  static func note(
    _ guest: CustomerID, familyOf holder: CustomerID, by author: Author, _ db: some SQLConnection
  ) throws {
    try db.execute(
      """
      INSERT INTO frontdesk_family (customer_id, holder_id, by_kind, by_number, by_name, at)
      VALUES (?, ?, ?, ?, ?, ?)
      """, [.integer(guest.number), .integer(holder.number)] + author.values)
  }
}
