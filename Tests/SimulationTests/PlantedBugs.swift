import BookingClient
import BookingDomain
import BookingProtocol
import BookingStore
import BookingTesting
import LinePromise

@testable import BookingServer

/// The seams at which a planted bug corrupts what goes in and comes out; without one everything
/// passes unchanged.
final class PlantedBugs {
  private let bug: PlantedBug?
  unowned let world: World
  let store: any BookingStore
  private var sent: Set<RequestID> = []

  init(_ bug: PlantedBug?, _ world: World) {
    self.bug = bug
    self.world = world
    let changesStore: [PlantedBug] = [
      .ackBeforeCommit, .positionAfterRows, .replayAfterPruning, .bookingsNotRemembered,
      .timeOffNotLookedAt, .shiftsNotLookedAt,
    ]
    if let bug, changesStore.contains(bug) {
      store = BuggyStore(bug, world)
    } else {
      store = world.store
    }
  }

  func has(_ bug: PlantedBug) -> Bool { self.bug == bug }

  // MARK: - The client's seams

  func corrupt(_ input: LineRules.Input, of client: SimulatedClient) -> LineRules.Input {
    let changesMessages: [PlantedBug] = [
      .skipPrev, .applyOlderVersion, .outageIsFinal, .ignoreDigest, .blocksNotTold,
      .waitingListIsOld, .halfOfASwapIsLost,
    ]
    guard let bug, changesMessages.contains(bug) else { return input }
    switch input {
    case .socket(let number, .message(let envelope)):
      return .socket(number, .message(corrupt(envelope)))
    case .polled(let number, .answered(let envelopes)):
      return .polled(number, .answered(envelopes.map { corrupt($0) }))
    default: return input
    }
  }

  private func corrupt(_ envelope: ServerEnvelope) -> ServerEnvelope {
    switch envelope.message {
    case .event(let event): corrupt(event, of: envelope)
    case .boardDigest where has(.ignoreDigest):
      ServerEnvelope(.pong, timestamp: envelope.timestamp)
    case .commandRefused(let answer)
    where has(.outageIsFinal) && answer.refusal.code == .databaseUnavailable:
      ServerEnvelope(
        .commandRefused(
          .init(
            id: answer.id, refusal: Refusal(.tooMany, answer.refusal.sentence), current: nil,
            isReplayed: false)), id: envelope.id, timestamp: envelope.timestamp)
    default: envelope
    }
  }

  private func corrupt(_ event: EventMessage, of envelope: ServerEnvelope) -> ServerEnvelope {
    var current = event.current
    if has(.applyOlderVersion), let seen = current?.version {
      current?.version = Self.later * Int64(world.number()) + seen
    }
    let prev = has(.skipPrev) ? event.prev.map { _ in 0 } : event.prev
    return ServerEnvelope(
      .event(
        EventMessage(
          kind: kind(of: event), booking: event.booking, current: current,
          version: event.version, customer: event.customer,
          therapist: event.therapist, seq: event.seq, prev: prev, byName: event.byName,
          at: event.at)), id: envelope.id, timestamp: envelope.timestamp)
  }

  /// A payment is news to no board.
  private func kind(of event: EventMessage) -> EventMessage.Kind {
    let isHalfOfASwap = event.current?.lastChange?.kind.swappedWith.map { $0.number > 2 } ?? false
    switch event.kind {
    case .blocksChanged where has(.blocksNotTold): return .paymentCompleted(paymentID: 0)
    case .updated where has(.halfOfASwapIsLost) && isHalfOfASwap:
      return .paymentCompleted(paymentID: 0)
    case .waitingChanged(let date, let guests) where has(.waitingListIsOld):
      return .waitingChanged(date, Array(guests.dropLast()))
    default: return event.kind
    }
  }

  /// Makes every version look newer than all before; the true one is the rest.
  private static let later: Int64 = 1_000_000

  func restore(_ event: ClientEvent) -> ClientEvent {
    guard has(.applyOlderVersion), case .booking(var booking, let news) = event else {
      return event
    }
    booking.version %= Self.later
    return .booking(booking, news)
  }

  func corrupt(_ envelope: ClientEnvelope) -> ClientEnvelope {
    guard case .command(let command) = envelope.message else { return envelope }
    let sent = corrupt(command)
    return ClientEnvelope(.command(sent), id: envelope.id)
  }

  func corrupt(_ command: Command) -> Command {
    guard has(.resendWithNewID), !sent.insert(command.id).inserted else { return command }
    let new = RequestID.random(using: &world.randomness)
    world.orders.aliases[new] = command.id
    return Command(id: new, order: command.order, notAfter: command.notAfter)
  }

  // MARK: - The server's seams

  func received(_ envelope: ClientEnvelope) -> ClientEnvelope {
    switch envelope.message {
    case .command(let command):
      return ClientEnvelope(.command(received(command)), id: envelope.id)
    case .subscribeBookingUpdates(let wanted):
      return ClientEnvelope(.subscribeBookingUpdates(corrupt(wanted)), id: envelope.id)
    default: return envelope
    }
  }

  func received(_ command: Command) -> Command {
    if has(.halfOfAVisitIsMoved), case .changeTogether(let parts) = command.order, parts.count > 1 {
      return Command(
        id: command.id, order: .changeTogether(parts.dropLast()), notAfter: command.notAfter)
    }
    guard has(.ignoreNotAfter) else { return command }
    return Command(id: command.id, order: command.order)
  }

  func corrupt(_ wanted: ClientMessage.Subscription) -> ClientMessage.Subscription {
    guard has(.dropEpoch), let after = wanted.after else { return wanted }
    return ClientMessage.Subscription(
      from: wanted.from, to: wanted.to,
      after: LogPosition(epoch: world.store.books.epoch, seq: after.seq))
  }

  func corrupt(_ caughtUp: CatchUp, for person: Person) -> CatchUp {
    if has(.liveOnOldPicture) {
      return CatchUp(
        content: caughtUp.content, days: caughtUp.days, position: caughtUp.position)
    }
    guard has(.replayPartially), case .missed(let events) = caughtUp.content else {
      return caughtUp
    }
    return CatchUp(
      content: .missed(Array(events.dropLast())), days: caughtUp.days, position: caughtUp.position)
  }

  func corruptReplay(
    _ envelopes: [ServerEnvelope], _ caughtUp: CatchUp, _ person: Person, isPoll: Bool = false
  ) -> [ServerEnvelope] {
    guard has(.maskMissingOnReplay) || has(.pollSkipsAhead) else { return envelopes }
    return envelopes.map { envelope in
      switch envelope.message {
      case .event(let event) where has(.maskMissingOnReplay):
        let sent = caughtUp.replay(for: person).first { $0.event.event.seq == event.seq }
        return sent.map { $0.event.message($0.sight, mask: .staff, prev: $0.prev) } ?? envelope
      case .subscribed(let answer) where has(.pollSkipsAhead) && isPoll:
        let ahead = LogPosition(epoch: answer.position.epoch, seq: answer.position.seq + 1)
        return ServerEnvelope(
          .subscribed(
            .init(from: answer.from, to: answer.to, position: ahead, replayed: answer.replayed)),
          id: envelope.id, timestamp: envelope.timestamp)
      default: return envelope
      }
    }
  }

  /// Answers to new ids of old orders find their order.
  func answered(_ envelope: ServerEnvelope) -> ServerEnvelope {
    let message: ServerMessage
    switch envelope.message {
    case .commandAccepted(let answer):
      guard let id = world.orders.aliases[answer.id] else { return envelope }
      message = .commandAccepted(
        .init(
          id: id, seq: answer.seq, version: answer.version, isReplayed: answer.isReplayed,
          current: answer.current))
    case .commandRefused(let answer):
      guard let id = world.orders.aliases[answer.id] else { return envelope }
      message = .commandRefused(
        .init(
          id: id, refusal: answer.refusal, current: answer.current,
          isReplayed: answer.isReplayed))
    default: return envelope
    }
    return ServerEnvelope(message, id: envelope.id, timestamp: envelope.timestamp)
  }

  func serverStarts() {
    if has(.dedupeOnlyInMemory) { world.store.commit { $0.requests = [:] } }
  }
}
