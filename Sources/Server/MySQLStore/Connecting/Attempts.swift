/// How often a whole transaction is tried again. Everything that we write may be tried again: an
/// order that was carried out already is recognised by its request id, also where only the answer
/// to the commit was lost.
struct Attempts {
  private var rolledBack = 0
  private var duplicates = 0
  private var others = 0

  /// - Returns: how long to wait before the next one; nil where it is time to give up.
  mutating func pause(after error: MySQLError) -> Duration? {
    switch error.kind {
    case .rolledBack:
      rolledBack += 1
      // Two transactions that stopped each other must not meet again at the same pace. After eight
      // times it is no chance any more.
      guard rolledBack <= 8 else { return nil }
      return .milliseconds(Int.random(in: 0...(2 << rolledBack)))
    case .duplicate:
      // The next attempt sees the row that took the value. If it fails in the same way, the order
      // itself is the reason.
      duplicates += 1
      return duplicates <= 2 ? .milliseconds(Int.random(in: 0...5)) : nil
    case .locked, .connectionLost, .readOnly, .unknown:
      others += 1
      return others <= 1 ? .zero : nil
    case .away:
      // The connection broke; a new one shows whether the database is there.
      guard error.isBroken, error.code != 2002, error.code != 2003 else { return nil }
      others += 1
      return others <= 1 ? .zero : nil
    case .refused: return nil
    }
  }
}
