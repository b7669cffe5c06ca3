import BookingStore

/// What a trigger wrote: a row of the outbox that is to be moved into the numbered log.
struct OutboxEntry {
  /// What the log keeps of it, in the order of `values`.
  static let columns = OwnTables.events.columns.map(\.name)

  private var fields: [String: StoredValue]

  init(_ row: TolerantRow) {
    let columns = OwnTables.outbox.columns.map(\.name)
    fields = Dictionary(uniqueKeysWithValues: columns.map { ($0, row[$0]) })
  }

  init(kind: String, _ fields: [String: StoredValue]) {
    self.fields = ["version": 0]
    self.fields.merge(fields) { _, new in new }
    self.fields["kind"] = .text(kind)
  }

  subscript(column: String) -> StoredValue {
    get { fields[column] ?? .null }
    set { fields[column] = newValue }
  }

  var values: [StoredValue] { Self.columns.map { self[$0] } }

  /// An entry by the same writer at the same time, about something else.
  func turned(into kind: String, _ changed: [String: StoredValue]) -> OutboxEntry {
    var entry = self
    entry["kind"] = .text(kind)
    for (column, value) in changed { entry[column] = value }
    return entry
  }
}
