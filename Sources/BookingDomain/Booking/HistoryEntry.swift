/// A line of a booking's history: who did what and when, and whether it was taken back.
package struct HistoryEntry: Hashable, Sendable {
  package let change: BookingChange
  package let reason: String?
  package let undoneAt: Timestamp?
  package let undoneByName: String?

  package init(
    change: BookingChange, reason: String?, undoneAt: Timestamp? = nil,
    undoneByName: String? = nil
  ) {
    self.change = change
    self.reason = reason
    self.undoneAt = undoneAt
    self.undoneByName = undoneByName
  }
}
