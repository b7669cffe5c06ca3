import BookingDomain

/// Which days the person looks at, and how far the server has been asked for them.
struct Watching: Hashable, Sendable {
  /// Milliseconds until a subscription that was refused is asked for again, doubled each time.
  private static let patience: Int64 = 2_000
  private static let longestPatience: Int64 = 30_000
  /// Milliseconds until a question without an answer is asked again: it, or the answer, was lost
  /// on a connection that goes on. Long enough for a large day on a slow line.
  private static let answerPatience: Int64 = 30_000

  private(set) var days: ClosedRange<LocalDate>?
  /// Whether a snapshot of `days` was told, so that only what is missing has to come.
  private(set) var hasPicture = false
  /// The request on the present connection that has no answer yet.
  private(set) var pending: String?
  private(set) var asksAgain: Timestamp?
  /// Events that were news since the last question: its answer says how many there should be.
  private var newsSinceAsking = 0
  private var hasPictureSinceAsking = false
  private var requests = 0
  private var refusals = 0
  private var lastRefusal: String?

  /// Everything asked for has been told.
  var isCaughtUp: Bool { pending == nil && asksAgain == nil && (days == nil || hasPicture) }

  mutating func watch(_ days: ClosedRange<LocalDate>) {
    self.days = days
    forgetPicture()
  }

  mutating func forgetPicture() {
    hasPicture = false
    refusals = 0
    lastRefusal = nil
    connectionLost()
  }

  /// - Returns: the id of the new request.
  mutating func ask(now: Timestamp) -> String {
    forgetWhatCame()
    requests += 1
    let id = "days-\(requests)"
    pending = id
    asksAgain = now + Self.answerPatience
    return id
  }

  /// A poll is sent; its answer comes in one piece.
  mutating func polls() { forgetWhatCame() }

  /// Counts from zero what comes until the next answer, which says how much there should be. The
  /// server may also send such an answer without being asked.
  private mutating func forgetWhatCame() {
    newsSinceAsking = 0
    hasPictureSinceAsking = false
  }

  mutating func tookPicture() {
    hasPicture = true
    hasPictureSinceAsking = true
  }
  mutating func tookNews() { newsSinceAsking += 1 }

  /// Whether everything that an answer consists of has come: the picture, or each of the events
  /// that were missed.
  func isWhole(replayed: Int, hasSnapshot: Bool) -> Bool {
    guard days != nil else { return true }
    return hasPicture && newsSinceAsking >= replayed && (hasPictureSinceAsking || !hasSnapshot)
  }

  /// Part of an answer was lost on the way: only the whole will do now, a little later.
  mutating func lostPart(now: Timestamp) {
    hasPicture = false
    _ = refused(lastRefusal ?? "", now: now)
  }

  /// What was told may be wrong by now: only the whole will do.
  mutating func lostPicture(asksAgain time: Timestamp) {
    hasPicture = false
    pending = nil
    asksAgain = time
  }

  mutating func answered() {
    forgetWhatCame()
    pending = nil
    asksAgain = nil
    refusals = 0
    lastRefusal = nil
  }

  /// - Returns: whether the person has not read this sentence already.
  mutating func refused(_ sentence: String, now: Timestamp) -> Bool {
    defer { lastRefusal = sentence }
    pending = nil
    asksAgain = now + min(Self.longestPatience, Self.patience << min(refusals, 8))
    refusals += 1
    return sentence != lastRefusal
  }

  mutating func connectionLost() {
    pending = nil
    asksAgain = nil
  }
}
