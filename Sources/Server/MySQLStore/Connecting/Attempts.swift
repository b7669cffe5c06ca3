/// How often a whole transaction is tried again. Everything we write may be tried again: orders are
/// known by their request ids, even where it was the answer to a commit that got lost.
struct Attempts {
  private var rolledBack = 0
  private var duplicates = 0
  private var others = 0

  /// - Returns: how long to wait before the next one; nil where it is time to give up.
  mutating func pause(after error: MySQLError) -> Duration? {
    switch error.kind {
    case .rolledBack:
      rolledBack += 1
      // Two that hinder each other must not meet again in step. Past eight times something other
      // than chance is at work.
      guard rolledBack <= 8 else { return nil }
      return .milliseconds(Int.random(in: 0...(2 << rolledBack)))
    case .duplicate:
      // The next decision sees what took the value; what still is there then is this order's own.
      duplicates += 1
      return duplicates <= 2 ? .milliseconds(Int.random(in: 0...5)) : nil
    case .locked, .connectionLost, .readOnly, .unknown:
      others += 1
      return others <= 1 ? .zero : nil
    case .away:
      // The way to the database broke in the middle; a new connection says whether it is there.
      guard error.isBroken, error.code != 2002, error.code != 2003 else { return nil }
      others += 1
      return others <= 1 ? .zero : nil
    case .refused: return nil
    }
  }
}
