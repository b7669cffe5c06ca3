import BookingDomain
import BookingTesting

/// Compares what the clients were told with what the database has, by SQL of its own.
struct ChaosChecker {
  let database: SpaDatabase
  let today: LocalDate

  enum Charge: String, CaseIterable, Sendable {
    case lost = "acknowledged and lost"
    case twice = "applied twice"
    case contradicted = "told otherwise than it was"
    case unresolved = "unresolved"
    case boardDiffers = "boards that differ"
    case logBroken = "log entries out of place"
  }

  struct Finding: Sendable {
    let charge: Charge
    let text: String
  }

  /// What the server remembers of one order.
  fileprivate struct Answer {
    let seq: Int64?
    let version: Int64?
    let refusal: String
    let answeredAt: Int64
    let booking: String
  }

  func findings(_ ledger: CommandLedger, _ desks: [ChaosDesk]) async throws -> [Finding] {
    let answers = try await answers()
    var findings: [Finding] = []
    for entry in ledger.book.value.entries.values {
      findings += judge(entry, answers[entry.command.id.text])
    }
    findings += try await gapsInTheLog(answers)
    for desk in desks { findings += try await differences(at: desk) }
    return findings
  }

  /// How many of the expired orders were carried out all the same, in time but unheard.
  func carriedOutUnheard(_ ledger: CommandLedger) async throws -> Int {
    let answers = try await answers()
    return ledger.book.value.entries.values.count {
      $0.outcomes == [.expired] && answers[$0.command.id.text]?.seq != nil
    }
  }

  private func answers() async throws -> [String: Answer] {
    let rows = try await database.sql(
      """
      SELECT request_id, seq, version, COALESCE(refusal, ''), answered_at, booking_id
      FROM frontdesk_requests;
      """)
    var answers: [String: Answer] = [:]
    for row in rows where row.count == 6 {
      answers[row[0]] = Answer(
        seq: Int64(row[1]), version: Int64(row[2]), refusal: row[3],
        answeredAt: Int64(row[4]) ?? 0, booking: row[5])
    }
    return answers
  }
}

// MARK: - Orders

extension ChaosChecker {
  private func judge(_ entry: CommandLedger.Entry, _ answer: Answer?) -> [Finding] {
    let order = "\(entry.email) ordered \(entry.command)"
    guard let outcome = entry.outcomes.first else {
      return [Finding(charge: .unresolved, text: "\(order) and heard nothing.")]
    }
    var findings: [Finding] = []
    func find(_ charge: Charge, _ text: String) {
      let heard = entry.sentence.map { "\(outcome) (\($0))" } ?? "\(outcome)"
      findings.append(Finding(charge: charge, text: "\(order) and heard \(heard); \(text)"))
    }
    if entry.outcomes.count > 1 { find(.contradicted, "then \(entry.outcomes.dropFirst())") }
    if let answer, answer.seq != nil, let notAfter = entry.command.notAfter,
      answer.answeredAt > notAfter.milliseconds
    {
      find(.contradicted, "it was carried out \(answer.answeredAt), too late.")
    }
    switch outcome {
    case .accepted(let version):
      guard let stored = answer?.version else {
        find(.lost, "the database has \(answer.map { "\($0)" } ?? "nothing") of it.")
        break
      }
      if let version, version < stored { find(.contradicted, "it made version \(stored).") }
    case .refused(let code):
      // These are not remembered: the server never got as far, or the database took nothing of it.
      if code == .databaseUnavailable || code == .tooMany || code == .malformed { break }
      if code == .notStored {
        if answer != nil { find(.contradicted, "the database has it.") }
        break
      }
      if answer?.refusal != code.rawValue {
        find(.contradicted, "the database has \(answer.map { "\($0)" } ?? "nothing") of it.")
      }
    case .expired: break
    }
    return findings
  }
}

// MARK: - The log

extension ChaosChecker {
  private func gapsInTheLog(_ answers: [String: Answer]) async throws -> [Finding] {
    let events = try await database.sql(
      """
      SELECT seq, COALESCE(booking_id, ''), version, COALESCE(by_kind, '')
        FROM frontdesk_events ORDER BY seq;
      """)
    var reading = LogReading(answers)
    for event in events { reading.take(event) }
    return reading.findings + reading.lost
  }
}

/// The log of events, read from its beginning and held against the answers that orders had.
private struct LogReading {
  private let accepted: [Int64: [String]]
  private(set) var findings: [ChaosChecker.Finding] = []
  private var previous: Int64?
  private var versions: [String: Int64] = [:]
  private var unseen: Set<Int64>

  init(_ answers: [String: ChaosChecker.Answer]) {
    accepted = Dictionary(
      grouping: answers.keys.filter { answers[$0]?.seq != nil }, by: { answers[$0]?.seq ?? 0 })
    unseen = Set(accepted.keys)
  }

  /// - Parameter event: position, booking, version, the kind of who wrote it.
  mutating func take(_ event: [String]) {
    guard event.count == 4, let seq = Int64(event[0]), let version = Int64(event[2]) else { return }
    if let previous, seq != previous + 1 { find(.logBroken, "\(seq) follows \(previous).") }
    previous = seq
    let booking = event[1]
    if !booking.isEmpty {
      if let last = versions[booking], version != last + 1 {
        find(.logBroken, "Booking \(booking) goes from version \(last) to \(version).")
      }
      versions[booking] = version
    }
    unseen.remove(seq)
    let orders = accepted[seq] ?? []
    // An event by one of our own clients belongs to an order, and no order has two.
    if !event[3].isEmpty, orders.count != 1 {
      find(.twice, "Event \(seq) on booking \(booking) belongs to \(orders.count) orders.")
    }
  }

  /// Events that orders were answered with and the log does not have.
  var lost: [ChaosChecker.Finding] {
    unseen.sorted().map { seq in
      let orders = (accepted[seq] ?? []).sorted().joined(separator: ", ")
      return ChaosChecker.Finding(
        charge: .lost, text: "The event \(seq) of order \(orders) is missing.")
    }
  }

  private mutating func find(_ charge: ChaosChecker.Charge, _ text: String) {
    findings.append(ChaosChecker.Finding(charge: charge, text: text))
  }
}

// MARK: - Boards

extension ChaosChecker {
  private func differences(at desk: ChaosDesk) async throws -> [Finding] {
    let state = desk.state.value
    guard let person = state.person, let days = state.board.days else {
      return [Finding(charge: .boardDiffers, text: "\(desk.email) has no board.")]
    }
    let truth = try await rows(days, for: person)
    let shown = state.board.rows
    var findings = state.board.stepsBack.map {
      Finding(charge: .boardDiffers, text: "\(desk.email): \($0).")
    }
    for id in Set(truth.keys).union(shown.keys).sorted() {
      let difference: String
      switch (shown[id], truth[id]) {
      case (let row?, let right?) where row == right: continue
      case (let row?, let right?): difference = row.difference(from: right)
      case (nil, let right?): difference = "not shown: \(right)"
      case (let row?, nil): difference = "shown, and should not be: \(row)"
      case (nil, nil): continue
      }
      let story = try await story(of: id)
      findings.append(
        Finding(
          charge: .boardDiffers, text: "\(desk.email), booking \(id): \(difference)\n\(story)"))
    }
    return findings
  }

  /// The last events of a booking, for whoever has to find out.
  private func story(of booking: Int64) async throws -> String {
    let events = try await database.sql(
      """
      SELECT seq, kind, version, COALESCE(old_status, ''), COALESCE(new_status, ''),
        COALESCE(former_date, ''), COALESCE(date, ''), COALESCE(by_name, 'foreign')
      FROM frontdesk_events WHERE booking_id = \(booking) ORDER BY seq DESC LIMIT 8;
      """)
    return events.reversed().map { "      \($0.joined(separator: " "))" }.joined(separator: "\n")
  }

  /// The days as this person may see them: a therapist only their own, and nobody's phone number.
  private func rows(_ days: ClosedRange<LocalDate>, for person: Person) async throws
    -> [Int64: BoardRow]
  {
    let isTherapist = person.role == .therapist
    let own = isTherapist ? "AND b.therapist_user_id = \(person.id.number)" : ""
    let rows = try await database.sql(
      """
      SELECT b.booking_id, COALESCE(v.version, 1), b.booking_status, b.appointment_date,
        b.appointment_time, b.duration_minutes, b.therapist_user_id, b.customer_id, c.full_name,
        \(isTherapist ? "''" : "COALESCE(c.phone_number, '')"), COALESCE(b.booking_notes, ''),
        b.room_id, COALESCE(b.bed_id, ''), COALESCE(b.cancellation_reason, ''),
        COALESCE(f.started_at, ''), COALESCE(f.ended_at, ''),
        EXISTS (SELECT 1 FROM checkins k WHERE k.appointment_id = b.booking_id
          AND k.status = 'SUCCESS'),
        COALESCE((SELECT h.at FROM frontdesk_changes h WHERE h.booking_id = b.booking_id
          AND h.undone_at IS NULL ORDER BY h.change_id DESC LIMIT 1), '')
      FROM bookings b JOIN customers c ON c.customer_id = b.customer_id
        LEFT JOIN frontdesk_versions v ON v.booking_id = b.booking_id
        LEFT JOIN frontdesk_facts f ON f.booking_id = b.booking_id
      WHERE b.appointment_date BETWEEN '\(days.lowerBound)' AND '\(days.upperBound)' \(own);
      """)
    return Dictionary(
      rows.compactMap { row in row.first.flatMap { Int64($0) }.map { ($0, BoardRow(fields: row)) }
      },
      uniquingKeysWith: { $1 })
  }
}
