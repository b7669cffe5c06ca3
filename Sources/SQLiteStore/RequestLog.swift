import BookingDomain
import BookingStore
import GRDB

/// The first answer to every order, under the sender's id for it.
struct RequestLog {
  let db: Database

  /// Nil for an order that was not answered before. An id that was used for another order, or by
  /// somebody else, is refused: what the first one was told is not theirs to hear.
  func answer(to command: Command, by person: Person) throws -> CommandAnswer.Result? {
    let found = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM frontdesk_requests WHERE request_id = ?"),
      arguments: [command.id.text])
    guard let found else { return nil }
    let row = TolerantRow(found)
    let isSame =
      row.person("person_kind", "person_number") == person.id
      && row.int64("booking_id") == command.booking.number
      && row.text("what") == command.change.what
    guard isSame else {
      return .refused(
        Refusal(.malformed, "This request id was used for another order; each needs its own."))
    }
    return result(row)
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

  func remember(
    _ result: CommandAnswer.Result, of command: Command, by person: Person, at now: Timestamp
  ) throws {
    var seq: Int64?
    var version: Int64?
    var refusal: Refusal?
    switch result {
    case .accepted(let acceptedSeq, let acceptedVersion):
      (seq, version) = (acceptedSeq, acceptedVersion)
    case .refused(let reason): refusal = reason
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO frontdesk_requests
          (request_id, person_kind, person_number, booking_id, what, answered_at, seq, version,
           refusal, sentence, alternatives)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      command.id.text, person.id.kind, person.id.number, command.booking.number,
      command.change.what, now.milliseconds, seq, version, refusal?.code.rawValue,
      refusal?.sentence, refusal?.alternatives.map(\.description).joined(separator: " "),
    ])
  }
}

extension Change {
  /// What was asked for, without its reason.
  fileprivate var what: String {
    switch self {
    case .changeStatus(let status, _): status.rawValue
    case .markArrived: "ARRIVED"
    case .undo: "UNDO"
    }
  }
}
