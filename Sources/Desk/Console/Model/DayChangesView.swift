import BookingDomain

/// Who changed what on a day, over the board.
package struct DayChangesView: Hashable, Sendable {
  package let date: LocalDate
  /// Newest first; nil until the answer has come.
  package var changes: [DayChange]?
  /// Of accounts and the house, on that day.
  package var house: [HouseChange] = []
  /// Why there is no answer.
  package var problem: String?
  package var scroll = 0

  var count: Int { (changes?.count ?? 0) + house.count }

  package init(date: LocalDate) { self.date = date }
}
