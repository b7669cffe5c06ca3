/// What is written down of a booking, column by column: into the event log (`frontdesk_events`, or the
/// outbox on its way there) or into the history (`frontdesk_changes`); and of the house a board is
/// drawn from (`frontdesk_house_past`). Described once; each driver says in its database's words where
/// a field comes from.
package struct LogForm: Sendable {
  package enum Field: Sendable {
    /// The booking's, as the trigger has counted it.
    case version
    /// A number of the row.
    case number(String, of: Row)
    /// Text of the row. It is cut, so that nobody's ten megabytes become ours as well.
    case text(String, of: Row, cutTo: Int)
    /// The booking that it changed places with, where our own writer says so.
    case swappedWith
    /// Our own writer's.
    case reason
    /// Whether the row came, 1 or 0.
    case came(Bool)
  }

  /// The row before the write, or after it.
  package enum Row: Sendable { case old, new }

  /// The column that says what it is about.
  private let subject: String
  private let fields: [(name: String, field: Field)]

  private init(_ fields: KeyValuePairs<String, Field>) {
    subject = "booking_id"
    self.fields = fields.map { (name: $0.key, field: $0.value) }
  }

  /// Who wrote it and when: the last columns of every line of both tables.
  package static let author = "by_kind, by_number, by_name, at"

  package var columns: String {
    (["kind", subject] + names + [Self.author]).joined(separator: ", ")
  }

  /// Those that are this form's alone.
  package var names: [String] { fields.map(\.name) }

  /// In the order of `columns`.
  /// - Parameter author: `by_kind, by_number, by_name, at` in the database's words.
  package func values(
    _ kind: String, of subject: String, by author: String, _ value: (Field) -> String
  ) -> String {
    ([kind, subject] + fields.map { value($0.field) } + [author]).joined(separator: ", ")
  }
}

extension LogForm.Field {
  fileprivate static func status(_ row: LogForm.Row) -> Self {
    .text("booking_status", of: row, cutTo: 32)
  }
  fileprivate static func date(_ row: LogForm.Row) -> Self {
    .text("appointment_date", of: row, cutTo: 32)
  }
  fileprivate static func customer(_ row: LogForm.Row) -> Self { .number("customer_id", of: row) }
  fileprivate static func therapist(_ row: LogForm.Row) -> Self {
    .number("therapist_user_id", of: row)
  }
}

/// Lines of the event log.
extension LogForm {
  package static let appears = LogForm([
    "version": .version, "new_status": .status(.new), "customer_id": .customer(.new),
    "therapist_id": .therapist(.new), "date": .date(.new),
  ])

  package static let disappears = LogForm([
    "version": .version, "old_status": .status(.old), "customer_id": .customer(.old),
    "therapist_id": .therapist(.old), "former_therapist_id": .therapist(.old),
    "date": .date(.old), "former_date": .date(.old),
  ])

  package static let changes = LogForm([
    "version": .version, "old_status": .status(.old), "new_status": .status(.new),
    "customer_id": .customer(.new), "therapist_id": .therapist(.new),
    "former_therapist_id": .therapist(.old), "date": .date(.new), "former_date": .date(.old),
  ])

  /// Something beside its row has changed: an arrival, the guest's name.
  package static let touched = LogForm([
    "version": .version, "customer_id": .customer(.new), "therapist_id": .therapist(.new),
    "former_therapist_id": .therapist(.new), "date": .date(.new), "former_date": .date(.new),
  ])
}

/// Lines of the history.
extension LogForm {
  package static let made = LogForm(["new_status": .status(.new), "reason": .reason])
  package static let noted = LogForm([
    "old_notes": .text("booking_notes", of: .old, cutTo: 4_000), "reason": .reason,
  ])
  package static let moved = LogForm([
    "old_therapist_id": .therapist(.old), "old_date": .date(.old),
    "old_time": .text("appointment_time", of: .old, cutTo: 32),
    "old_duration_minutes": .number("duration_minutes", of: .old),
    "old_room_id": .number("room_id", of: .old), "old_bed_id": .number("bed_id", of: .old),
    "swapped_with": .swappedWith, "reason": .reason,
  ])
  package static let decided = LogForm([
    "old_status": .status(.old), "new_status": .status(.new), "reason": .reason,
  ])
  package static let arrived = LogForm([:])

  /// Of a payment's row: how it stands is told of each booking that it pays for.
  package static let paid = LogForm([
    "old_status": .text("payment_status", of: .old, cutTo: 32),
    "new_status": .text("payment_status", of: .new, cutTo: 32),
    "old_method": .text("payment_method", of: .old, cutTo: 32),
    "new_method": .text("payment_method", of: .new, cutTo: 32),
  ])
}

/// A line of the outbox from which those of the payment's bookings are made.
extension LogForm {
  package static let settled = LogForm(subject: "payment_id", paid.fields)
}

/// Lines about the house.
extension LogForm {
  fileprivate init(subject: String, _ fields: [(name: String, field: Field)]) {
    (self.subject, self.fields) = (subject, fields)
  }

  static func house(_ kind: HouseRowKind, _ row: Row) -> LogForm {
    let columns = OwnTables.housePast.columns.filter { kind.columns.contains($0.name) }
    let maker: [(name: String, field: Field)] =
      kind.hasMaker ? [("made_by_name", .text("by_name", of: row, cutTo: 200))] : []
    return LogForm(
      subject: "row_id",
      [("came", .came(row == .new))] + columns.map { ($0.name, $0.field(of: row)) } + maker)
  }
}

extension OwnTable.Column {
  fileprivate func field(of row: LogForm.Row) -> LogForm.Field {
    if case .text(let most) = kind {
      .text(name, of: row, cutTo: most)
    } else {
      .number(name, of: row)
    }
  }
}
