import BookingDomain
import BookingProtocol

/// What one client is told and in which order, without I/O: news between the answers, nothing
/// twice, nothing out of sight, and no more waiting than there is room for. Whoever holds the
/// socket writes what it says.
struct SocketTelling<Frame: WaitingFrame> {
  typealias Item = OutboundQueue<Frame>.Item

  /// What goes out.
  enum Leaving {
    case frame(Frame)
    case event(PreparedEvent, EventSight, Visibility.Mask, prev: Int64?)
  }

  enum Step {
    case write(Leaving)
    /// It waits, was told before, or is not for this viewer.
    case nothing
    /// There is no room for the client any more; the sentence says why.
    case close(String)
  }

  var viewer: Viewer?
  var stream = SocketStream()
  /// The viewer's days have to be told anew, before anything else is answered.
  var mustRenew = false
  private var queue: OutboundQueue<Frame>

  init(coalesceAboveBytes: Int, closeAboveBytes: Int) {
    queue = OutboundQueue(coalesceAboveBytes: coalesceAboveBytes, closeAboveBytes: closeAboveBytes)
  }

  /// The question that the server asks itself on the viewer's behalf. About the days that are watched
  /// now and not when it was needed: the viewer may have turned to others meanwhile.
  mutating func takeRenewal() -> ClientEnvelope? {
    guard mustRenew else { return nil }
    mustRenew = false
    return viewer?.days.map { days in
      ClientEnvelope(.subscribeBookingUpdates(.init(from: days.lowerBound, to: days.upperBound)))
    }
  }

  /// Whether the client has been sent everything that was received for it.
  var isLevel: Bool { queue.isEmpty && !stream.isCatchingUp && stream.isFresh }
  /// The event that the client was sent last, where it can be told in step with others: it has been
  /// sent everything, and nothing of it waits.
  var inStepAfter: Int64? { viewer?.days != nil && isLevel ? stream.prev : nil }
  /// Whether the client follows the spa's stream, or is about to.
  var follows: Bool { stream.isCatchingUp || stream.prev != nil }
  var waitingBytes: Int { queue.bytes }
  /// Whether answers still wait to leave.
  var hasAnswers: Bool { queue.hasAnswers }

  /// - Parameter canWrite: whether the client reads as fast as it is told.
  mutating func receive(_ prepared: PreparedEvent, canWrite: Bool) -> Step {
    guard let viewer else { return .nothing }
    switch stream.take(prepared) {
    case .postpone, .skip: return .nothing
    case .giveUp:
      return .close("Too much happened while the days were read; connect again.")
    case .tell:
      guard let sight = prepared.sight(for: viewer) else {
        return .nothing
      }
      return offer(.event(prepared, sight), canWrite: canWrite)
    }
  }

  mutating func offer(_ item: Item, canWrite: Bool) -> Step {
    if queue.isEmpty, canWrite { return leaving(item).map { .write($0) } ?? .nothing }
    guard queue.append(item, size: size(of: item)) else {
      return .close("You read too slowly for what happens here; connect again to go on.")
    }
    return .nothing
  }

  /// What has waited longest.
  mutating func next() -> Leaving? {
    while let item = queue.popFirst() {
      if let leaving = leaving(item) { return leaving }
    }
    return nil
  }

  /// First everything missed, then `SUBSCRIBED`, then what happened meanwhile.
  /// - Returns: the answers, to be offered, and then the events, to be received.
  mutating func caughtUp(
    _ caughtUp: CatchUp, snapshot: Frame?, subscribed: (ServerMessage.Subscribed) -> Frame,
    event: (CatchUp.Sent, Visibility.Mask) -> Frame
  ) -> (answers: [Frame], postponed: [PreparedEvent]) {
    viewer?.days = caughtUp.days
    guard let viewer else { return ([], []) }
    let replay = caughtUp.replay(for: viewer.person)
    let answers =
      [snapshot].compactMap(\.self) + replay.map { event($0, viewer.mask) }
      + [subscribed(caughtUp.subscribed(replayed: replay.count))]
    return (answers, stream.caughtUp(at: caughtUp.position.seq, isOld: caughtUp.isOld))
  }

  private mutating func leaving(_ item: Item) -> Leaving? {
    switch item {
    case .news(let frame), .answer(let frame): return .frame(frame)
    case .event(let prepared, let sight):
      // A subscription answered meanwhile has told it already.
      if let last = stream.prev, prepared.event.seq <= last { return nil }
      defer { stream.sent(prepared.event.seq) }
      return .event(prepared, sight, viewer?.mask ?? .customer, prev: stream.prev)
    }
  }

  private func size(of item: Item) -> Int {
    switch item {
    case .news(let frame), .answer(let frame): frame.byteCount
    case .event(let prepared, let sight):
      // One rendering for all who are slow; the real one differs by a few digits of `prev`.
      prepared.frame(sight, mask: viewer?.mask ?? .customer, prev: nil).byteCount
    }
  }
}
