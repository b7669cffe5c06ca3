import BookingDomain

/// Who changed what on a day, over the board.
package struct DayChangesView: Hashable, Sendable {
  package let date: LocalDate
  /// Newest first; nil until the answer has come.
  package var changes: [DayChange]?
  /// Why there is no answer.
  package var problem: String?
  package var scroll = 0

  package init(date: LocalDate) { self.date = date }
}
