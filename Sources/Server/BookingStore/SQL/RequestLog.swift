import BookingDomain

/// The first answer to every order, under the sender's id for it.
struct RequestLog<Connection: SQLConnection> {
  let db: Connection

  func entry(of id: RequestID) throws -> OrderLedgerEntry? {
    let found = try db.row(
      "SELECT \(OwnTables.requests.columnList) FROM frontdesk_requests WHERE request_id = ?",
      [.text(id.text)])
    guard let row = found else { return nil }
    let order = OrderLedgerEntry.Order(
      person: row.person("person_kind", "person_number"), what: row.text("what") ?? "")
    return OrderLedgerEntry(order: order, booking: row.id("booking_id"), result: result(row))
  }

  private func result(_ row: TolerantRow) -> CommandAnswer.Result {
    if let seq = row.int64("seq"), let version = row.int64("version") {
      return .accepted(seq: seq, version: version)
    }
    let code = row.text("refusal").flatMap { Refusal.Code(rawValue: $0) } ?? .malformed
    let alternatives = (row.text("alternatives") ?? "").split(separator: " ")
    return .refused(
      Refusal(
        code, row.text("sentence") ?? "",
        alternatives: alternatives.compactMap { TimeOfDay(String($0)) }))
  }

  func remember(_ entry: OrderLedgerEntry, under id: RequestID, at now: Timestamp) throws {
    var seq: Int64?
    var version: Int64?
    var refusal: Refusal?
    switch entry.result {
    case .accepted(let acceptedSeq, let acceptedVersion):
      (seq, version) = (acceptedSeq, acceptedVersion)
    case .refused(let reason): refusal = reason
    }
    let alternatives = refusal?.alternatives.map(\.description).joined(separator: " ")
    try db.execute(
      """
      INSERT INTO frontdesk_requests
        (request_id, person_kind, person_number, booking_id, what, answered_at, seq, version,
         refusal, sentence, alternatives)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(id.text), StoredValue(entry.order.person?.kind),
        StoredValue(entry.order.person?.number), StoredValue(entry.booking?.number),
        .text(entry.order.what), .integer(now.milliseconds), StoredValue(seq),
        StoredValue(version), StoredValue(refusal?.code.rawValue),
        StoredValue(refusal?.sentence), StoredValue(alternatives),
      ])
  }
}
