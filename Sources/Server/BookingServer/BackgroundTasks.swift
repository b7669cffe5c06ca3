import BookingDomain
import BookingProtocol
import BookingStore
import Logging
import NIOCore
import WebSocket

/// What goes on for as long as the server runs, beside answering.
struct BackgroundTasks: Sendable {
  /// Between two small steps of removing what is past keeping.
  private static let pruning = Duration.seconds(60)

  let parts: ServerParts

  func run() async {
    let (batches, batch) = AsyncStream.makeStream(of: [PreparedEvent].self)
    let pump = EventPump(
      store: parts.sessions.store, end: parts.end, database: parts.database,
      clock: parts.clock, sinks: sinks(batch))
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        await pump.run()
        batch.finish()
      }
      group.addTask { for await events in batches { await answerAgain(events) } }
      group.addTask { await every(parts.configuration.sessions.revocationCheck, closeRevoked) }
      group.addTask { await every(Self.pruning, prune) }
      group.addTask { await every(tick) { tickSockets() } }
      group.addTask { await readRegister() }
    }
  }

  /// After everybody has come back from a restart.
  private static let registerDelay = Duration.seconds(5)

  /// The first look for a customer reads them all (100,000 take most of a second): that is not to
  /// be the time of a person with somebody on the telephone.
  private func readRegister() async {
    guard (try? await Task.sleep(for: Self.registerDelay)) != nil else { return }
    _ = try? await parts.sessions.store.customers(matching: "a", limit: 1)
  }

  private func sinks(_ batch: AsyncStream<[PreparedEvent]>.Continuation) -> EventPump.Sinks {
    EventPump.Sinks(
      events: { [parts] events, position in
        parts.hub.tell(events, upTo: position)
        parts.announcements.announce(position.seq)
        batch.yield(events)
      },
      restart: { [parts] position in
        parts.log.notice("event log begins anew", metadata: ["epoch": "\(position.epoch)"])
        parts.announcements.restart(at: position.seq)
        parts.hub.restart(at: position)
      })
  }

  /// Fine enough to notice silence and due pings.
  private var tick: Duration { min(.seconds(1), parts.limits.heartbeat / 2) }

  private func tickSockets() {
    let now = parts.clock.now()
    parts.hub.onEachSocket { $0.tick(at: .now(), wallClock: now) }
  }

  /// Closes the sockets of sessions that were ended anywhere: by logging out, by an operator's
  /// SQL, by another server.
  private func closeRevoked() async {
    guard parts.hub.sockets > 0 else { return }
    let listed = NIODeadline.now()
    guard
      let open = try? await parts.sessions.store.openSessionHashes(now: parts.clock.now())
    else { return }
    parts.hub.onEachSocket { $0.keepIfOpen(open, asOf: listed) }
  }

  private func prune() async {
    try? await parts.sessions.store.prune(now: parts.clock.now())
  }

  /// Standing questions that these events touch; and where a therapist's hours or state changed,
  /// today's schedule for the therapist and the staff who watch (the guide, chapter 4).
  private func answerAgain(_ events: [PreparedEvent]) async {
    await parts.questions.changed(by: events)
    let today = Moment(parts.clock.now(), in: parts.configuration.zone).today
    for event in events {
      guard case .therapistScheduleUpdated(let therapist) = event.event.kind else { continue }
      await tellSchedule(of: therapist, today)
    }
  }

  private func tellSchedule(of therapist: UserID, _ date: LocalDate) async {
    let question = DayQuestion.schedule(therapist: therapist, date)
    let answerer = parts.dayAnswers
    if let message = try? await answerer.answer(question, mask: .therapist) {
      parts.hub.tell(
        WebSocketFrameBytes(answerer.envelope(message)), to: .therapist(therapist)
      ) { _ in true }
    }
    if let message = try? await answerer.answer(question, mask: .staff) {
      parts.hub.tell(WebSocketFrameBytes(answerer.envelope(message)), to: .staff) {
        $0.viewer?.days?.contains(date) ?? false
      }
    }
  }

  private func every(_ period: Duration, _ body: @Sendable () async -> Void) async {
    while !Task.isCancelled {
      try? await Task.sleep(for: period)
      if !Task.isCancelled { await body() }
    }
  }
}
