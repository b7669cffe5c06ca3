import BookingDomain

/// A booking on another day than the board knows yet: it is selected as soon as it is here, and no
/// other meanwhile.
package struct AwaitedBooking: Hashable, Sendable {
  private var id: BookingID?

  mutating func wait(for id: BookingID?) { self.id = id }

  func isMeant(by selection: BookingID?) -> Bool { id != nil && selection == id }

  /// - Parameter selected: the booking under the cursor that is on the board.
  /// - Returns: whether it is the one that was waited for.
  mutating func hasCome(as selected: BookingID?) -> Bool {
    guard isMeant(by: selected) else { return false }
    id = nil
    return true
  }
}
