import BookingDomain

/// Who did what to a booking, over the board.
package struct HistoryView: Hashable, Sendable {
  package let booking: BookingID
  /// As the guest was called when it was opened.
  package let guest: String
  /// Oldest first; nil until the answer has come.
  package var entries: [HistoryEntry]?
  /// Why there is no answer.
  package var problem: String?
  package var scroll = 0
}
