import BookingDomain
import DeskLanguage
import Screen

/// The day for other programs.
extension DayReport {
  /// What a table may be about: one kind of row each, so that whoever counts rows counts bookings.
  package enum Table: String, CaseIterable, Sendable {
    case bookings
    case blocks
    case waiting
  }

  enum Value {
    case text(String?)
    case number(Int64?)
  }

  typealias Column<Row> = (name: String, value: (Row) -> Value)

  private var bookingColumns: [Column<Booking>] {
    [
      ("bookingId", { .number($0.id.number) }), ("version", { .number($0.version) }),
      ("appointmentDate", { .text($0.date.description) }),
      ("appointmentTime", { .text($0.isUnreadable(.time) ? nil : $0.time.description) }),
      ("endTime", { .text($0.hasUnreadableTimes ? nil : $0.end.description) }),
      (
        "durationMinutes",
        { .number($0.isUnreadable(.duration) ? nil : Int64($0.duration.count)) }
      ),
      ("bufferMinutes", { .number(Int64($0.buffer.count)) }),
      ("status", { .text($0.storedStatus) }),
      ("customerId", { .number($0.customer.id.number) }),
      ("customerName", { .text($0.customer.name) }), ("phone", { .text($0.customer.phone) }),
      ("alert", { .text($0.customer.alert) }), ("serviceName", { .text($0.service.name) }),
      ("therapistId", { .number($0.therapist.number) }),
      ("therapistName", { .text(therapistName($0.therapist)) }),
      ("roomName", { .text($0.place.roomName) }), ("bedName", { .text($0.place.bedName) }),
      ("arrivedAt", { .text($0.arrivedAt?.description) }),
      ("startedAt", { .text($0.startedAt?.description) }),
      ("endedAt", { .text($0.endedAt?.description) }),
      ("cancellationReason", { .text($0.cancellationReason) }), ("notes", { .text($0.notes) }),
      ("paymentStatus", { .text($0.payment?.standing.status.rawValue) }),
      ("paymentMethod", { .text($0.payment?.standing.method.rawValue) }),
      ("paymentSum", { .text($0.payment?.sum.description) }),
      (
        "unreadable",
        {
          .text(
            $0.unreadable.isEmpty
              ? nil : $0.unreadable.map(\.described).joined(separator: "; "))
        }
      ),
    ]
  }

  private var blockColumns: [Column<Block>] {
    [
      ("blockId", { .number($0.id.number) }), ("blockDate", { .text($0.date.description) }),
      ("startTime", { .text($0.time.description) }), ("endTime", { .text($0.end.description) }),
      ("durationMinutes", { .number(Int64($0.duration.count)) }),
      ("therapistId", { .number($0.therapist.number) }),
      ("therapistName", { .text(therapistName($0.therapist)) }), ("reason", { .text($0.reason) }),
      ("byName", { .text($0.byName) }),
    ]
  }

  private var waitingColumns: [Column<WaitingGuest>] {
    [
      ("waitingId", { .number($0.id.number) }), ("waitingDate", { .text($0.date.description) }),
      ("fromTime", { .text($0.from.description) }),
      ("untilTime", { .text($0.until.description) }),
      ("customerId", { .number($0.customer.id.number) }),
      ("customerName", { .text($0.customer.name) }), ("phone", { .text($0.customer.phone) }),
      ("serviceName", { .text($0.service.name) }),
      ("therapistName", { .text($0.therapist.map(therapistName)) }),
      ("note", { .text($0.note) }), ("byName", { .text($0.byName) }),
      ("since", { .text($0.since.description) }),
    ]
  }

  /// Counts changes of `json()` that a program which reads it has to know of. New names may come
  /// without one.
  private static let jsonVersion = 1

  /// One object: the day, its bookings with the names of the booking protocol, blocked time, and
  /// who waits.
  package func json() -> String {
    """
    {
      "version": \(Self.jsonVersion),
      "spa": \(Self.jsonString(spa.name)),
      "date": "\(date)",
      "timeZone": \(Self.jsonString(zone.name)),
      "bookings": \(Self.json(bookings, bookingColumns)),
      "blocks": \(Self.json(blocks, blockColumns)),
      "waiting": \(Self.json(waiting, waitingColumns))
    }

    """
  }

  static func json<Row>(_ rows: [Row], _ columns: [Column<Row>]) -> String {
    guard !rows.isEmpty else { return "[]" }
    let objects = rows.map { row in
      let members = columns.map { name, value in
        switch value(row) {
        case .text(let text): "\"\(name)\": \(text.map(jsonString) ?? "null")"
        case .number(let number): "\"\(name)\": \(number.map { "\($0)" } ?? "null")"
        }
      }
      return "    {\(members.joined(separator: ", "))}"
    }
    return "[\n\(objects.joined(separator: ",\n"))\n  ]"
  }

  /// A string as RFC 8259, section 7, writes it. DEL and the C1 controls may stand there as they
  /// are, but would reach a terminal: they are escaped too.
  private static func jsonString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.properties.generalCategory == .control || scalar.isDirectionOverride:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// How a table is written for whoever reads it.
  package enum CSVForm: Sendable {
    /// RFC 4180: commas, UTF-8 and nothing else.
    case standard
    /// For spreadsheets that take a file without a byte-order mark for another encoding, and where
    /// the decimal comma makes the semicolon what parts fields.
    case spreadsheet

    fileprivate var separator: Character { self == .standard ? "," : ";" }
    fileprivate var mark: String { self == .standard ? "" : "\u{FEFF}" }
  }

  /// A header and the rows. Texts are cleaned.
  package func csv(of table: Table = .bookings, as form: CSVForm = .standard) -> String {
    switch table {
    case .bookings: Self.csv(bookings, bookingColumns, form)
    case .blocks: Self.csv(blocks, blockColumns, form)
    case .waiting: Self.csv(waiting, waitingColumns, form)
    }
  }

  static func csv<Row>(_ rows: [Row], _ columns: [Column<Row>], _ form: CSVForm)
    -> String
  {
    let separator = String(form.separator)
    let head = columns.map(\.name).joined(separator: separator)
    let lines = rows.map { row in
      columns.map { _, value in
        switch value(row) {
        case .text(let text): csvField(DisplayText(text ?? "").text, form)
        case .number(let number): number.map { "\($0)" } ?? ""
        }
      }.joined(separator: separator)
    }
    return form.mark + ([head] + lines).map { $0 + "\r\n" }.joined()
  }

  private static func csvField(_ text: String, _ form: CSVForm) -> String {
    let harmless = isFormula(text) ? "'" + text : text
    guard harmless.contains(where: { $0 == form.separator || $0 == "\"" }) else { return harmless }
    return "\""
      + harmless.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

extension DayReport {
  /// What begins like a formula would be run by a spreadsheet: an apostrophe makes it text. A
  /// telephone number may go on beginning with a plus.
  private static func isFormula(_ text: String) -> Bool {
    let start = text.drop { $0 == " " }
    guard let first = start.first else { return false }
    if "=@＝＠".contains(first) { return true }
    return "+-＋－".contains(first)
      && !start.dropFirst().allSatisfy { "0123456789 ().-".contains($0) }
  }
}

extension Unicode.Scalar {
  fileprivate var isDirectionOverride: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}

extension Booking {
  fileprivate func isUnreadable(_ field: UnreadableValue.Field) -> Bool {
    unreadable.contains { $0.field == field }
  }
}
