import BookingDomain
import BookingProtocol

/// One long poll, without I/O: what was read of the log goes in, and out comes the answer, or for
/// what to wait before reading again.
struct LongPoll: Sendable {
  enum Step: Sendable {
    case answer([ServerMessage])
    /// Until the log has grown past this.
    case wait(past: Int64)
  }

  /// What is to be read next.
  private(set) var wanted: ClientMessage.Subscription
  private let asksFirst: Bool
  /// Where the client stands. Others' events are read past while it waits; `prev` still has to be
  /// its own position, or it would take the first event for a gap.
  private let asked: Int64?

  init(_ wanted: ClientMessage.Subscription) {
    self.wanted = wanted
    asksFirst = wanted.after == nil
    asked = wanted.after?.seq
  }

  /// - Parameters:
  ///   - schedules: today's of the therapists whose hours or state have changed since.
  ///   - welcome: goes before the answer to a first question.
  ///   - isOver: whether there is no time left to wait.
  mutating func take(
    _ caughtUp: CatchUp, schedules: [ServerMessage] = [], for person: Person,
    welcome: ServerMessage.Welcome, isOver: Bool
  ) -> Step {
    let mask = Visibility.Mask(person.role)
    let replay = caughtUp.replay(for: person, after: asked)
    var messages = asksFirst ? [ServerMessage.connectionEstablished(welcome)] : []
    messages += replay.map { $0.event.message($0.sight, mask: mask, prev: $0.prev).message }
    if case .snapshot(let snapshot) = caughtUp.content {
      messages.append(.bookingSnapshot(snapshot))
    }
    // While the database is away the log may have grown past what can be read of it: to wait for
    // that would be over at once, again and again.
    guard
      caughtUp.isOld || asksFirst || caughtUp.hasSnapshot || !replay.isEmpty || !schedules.isEmpty
        || isOver
    else {
      // What was read was not for this viewer: go on after it.
      wanted = .init(from: wanted.from, to: wanted.to, after: caughtUp.position)
      return .wait(past: caughtUp.position.seq)
    }
    return .answer(
      messages + schedules + [.subscribed(caughtUp.subscribed(replayed: replay.count))])
  }
}
