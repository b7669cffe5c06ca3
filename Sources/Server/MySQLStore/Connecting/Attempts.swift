/// How often a whole transaction is tried again. Everything we write may be tried again: orders are
/// known by their request ids, even where it was the answer to a commit that got lost.
struct Attempts {
  private var rolledBack = 0
  private var others = 0

  /// - Returns: how long to wait before the next one; nil where it is time to give up.
  mutating func pause(after error: MySQLError) -> Duration? {
    if error.isRolledBack || error.isDuplicate {
      rolledBack += 1
      // Two that hinder each other must not meet again in step. Past eight times something other
      // than chance is at work.
      guard rolledBack <= 8 else { return nil }
      return .milliseconds(Int.random(in: 0...(2 << rolledBack)))
    }
    guard error.isLockTimeout || error.isBroken else { return nil }
    others += 1
    return others <= 1 ? .zero : nil
  }
}
