import NIOCore

/// How fast a client is read from: while many of its messages wait, or it sends too much, its bytes
/// stay with the system, and its sender slows down. A value without timers: it says how long to
/// wait, and whoever has waited says so.
struct ReadPace: Hashable, Sendable {
  private static let pauseLength = TimeAmount.milliseconds(200)
  /// So many messages too many cost no more than that pause: what is read from the system at a time
  /// can hold hundreds of small ones.
  private static let forgiven: Int64 = 20
  /// Milliseconds to wait for each message beyond those.
  private static let owedFor: Int64 = 20
  /// At most so many messages are waited for, which is five seconds: a line that is silent for
  /// longer looks dead.
  private static let owedAtMost = 250

  private(set) var isPaused = false
  /// Messages too many since it paused.
  private var excess = 0
  /// A read was asked for while there could be none.
  private var owesRead = false

  /// - Returns: whether to read now; else `takeOwedRead` says when.
  mutating func asksToRead(isInboxFull: Bool) -> Bool {
    owesRead = isInboxFull || isPaused
    return !owesRead
  }

  /// - Returns: whether a read that could not be done is to be done now.
  mutating func takeOwedRead(isInboxFull: Bool) -> Bool {
    guard owesRead, !isInboxFull, !isPaused else { return false }
    owesRead = false
    return true
  }

  /// One message too many has come.
  /// - Returns: how long to wait before `pauseIsOver`; nil where that is waited for already.
  mutating func pause() -> TimeAmount? {
    excess += 1
    if isPaused { return nil }
    isPaused = true
    return Self.pauseLength
  }

  /// What had been read already comes on top of the pause, and is waited for afterwards.
  /// - Returns: how much longer to wait; nil where it is read on.
  mutating func pauseIsOver() -> TimeAmount? {
    let owed = Int64(min(excess, Self.owedAtMost))
    excess = 0
    if owed > Self.forgiven { return .milliseconds(owed * Self.owedFor) }
    isPaused = false
    return nil
  }
}
