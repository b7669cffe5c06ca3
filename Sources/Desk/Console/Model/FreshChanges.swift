import BookingDomain

/// What somebody else changed a moment ago, so that nobody acts on a row that changed under the
/// cursor while the finger was on its way.
package struct FreshChanges: Hashable, Sendable {
  /// A person needs about this long to see a change and hold back (milliseconds).
  package static let guardTime: Int64 = 400
  /// How long a row flashes after a refused key.
  package static let flashTime: Int64 = 700

  private var changedAt: [BookingID: Timestamp] = [:]
  private var flashUntil: [BookingID: Timestamp] = [:]

  package init() {}

  package mutating func note(_ booking: BookingID, at now: Timestamp) {
    changedAt[booking] = now
  }

  /// Whether a key on `booking` is to be refused now. It is, once: the second press means it.
  package mutating func refusesKey(on booking: BookingID, at now: Timestamp) -> Bool {
    guard let at = changedAt.removeValue(forKey: booking) else { return false }
    return now.milliseconds - at.milliseconds < Self.guardTime
  }

  package mutating func flash(_ booking: BookingID, at now: Timestamp) {
    flashUntil[booking] = Timestamp(milliseconds: now.milliseconds + Self.flashTime)
  }

  package func isFlashing(_ booking: BookingID) -> Bool { flashUntil[booking] != nil }

  package mutating func forgetOld(at now: Timestamp) {
    changedAt = changedAt.filter { now.milliseconds - $0.value.milliseconds < Self.guardTime }
    flashUntil = flashUntil.filter { $0.value > now }
  }

  /// When the picture changes by itself.
  package var nextChange: Timestamp? { flashUntil.values.min() }
}
