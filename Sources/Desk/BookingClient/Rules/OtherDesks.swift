import BookingDomain

/// Other desks that type just now, as the console was told: each is told to be done as well, also
/// where the connection ended before the server said so.
struct OtherDesks: Hashable, Sendable {
  /// Desks that type at the same time: a courtesy, and past it nobody could look at them all.
  private static let most = 1_000

  private var holders: Set<Int64> = []

  /// - Returns: whether there is room for what this desk types.
  mutating func took(_ hold: SlotHold) -> Bool {
    guard holders.count < Self.most || holders.contains(hold.holder) else { return false }
    holders.insert(hold.holder)
    return true
  }

  /// - Returns: whether the console knows of it.
  mutating func released(_ holder: Int64) -> Bool { holders.remove(holder) != nil }

  /// - Returns: whose typing the console knows of.
  mutating func forgetAll() -> Set<Int64> {
    defer { holders = [] }
    return holders
  }
}
