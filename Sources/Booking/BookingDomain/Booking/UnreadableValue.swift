/// A value of a booking's row that says nothing to us, such as a status that somebody else's program
/// made up. Something harmless stands in its place on the booking, and whoever looks is told.
package struct UnreadableValue: Hashable, Sendable {
  package enum Field: String, CaseIterable, Hashable, Sendable {
    case status
    case time
    case duration
  }

  /// Characters of a value that are worth showing.
  package static let longest = 32

  package let field: Field
  /// As it stands in the row, cut at `longest`; empty where nothing does, or for who may not see it.
  package let text: String

  package init(_ field: Field, _ text: String) {
    self.field = field
    self.text = String(text.prefix(Self.longest))
  }

  /// `status "EXPIRED"`.
  package var described: String { text.isEmpty ? field.rawValue : "\(field.rawValue) \"\(text)\"" }
}

extension Booking {
  package var hasUnreadableStatus: Bool { unreadable.contains { $0.field == .status } }

  /// The status as it stands in the row, also one that we do not know.
  package var storedStatus: String {
    unreadable.first { $0.field == .status }?.text ?? status.rawValue
  }
}
