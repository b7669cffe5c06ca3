import BookingDomain

/// What happened to a booking, for the toast and the "who changed what last" of the status line.
package struct BookingNews: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case created
    case statusChanged(from: BookingStatus, to: BookingStatus)
    case updated
  }

  package let kind: Kind
  /// Empty where a foreign program did it.
  package let byName: String
  /// When the database had it.
  package let at: Timestamp
  /// Up to where in the server's log everything was told with it.
  package let position: LogPosition?

  package init(kind: Kind, byName: String, at: Timestamp, position: LogPosition? = nil) {
    (self.kind, self.byName, self.at, self.position) = (kind, byName, at, position)
  }
}
