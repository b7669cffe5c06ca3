import BookingDomain
import BookingProtocol
import BookingStore
import Logging
import NIOCore
import TLS
import WebSocket

/// What goes on for as long as the server runs, beside answering.
struct BackgroundTasks: Sendable {
  /// Between two small steps of removing what is past keeping.
  private static let pruning = Duration.seconds(60)

  /// Between two looks at the files of the certificate.
  private static let certificateCheck = Duration.seconds(2)

  let parts: ServerParts
  let tls: TLSContext?

  func run() async {
    let backlog = TouchedBacklog()
    let pump = EventPump(
      store: parts.sessions.store, end: parts.end, database: parts.database,
      clock: parts.clock, sinks: sinks(backlog))
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        await pump.run()
        backlog.finish()
      }
      group.addTask {
        for await _ in backlog.signals {
          if let touched = backlog.take() { await answerAgain(touched) }
        }
      }
      group.addTask { await every(parts.configuration.sessions.revocationCheck, closeRevoked) }
      group.addTask { await every(Self.pruning, prune) }
      group.addTask {
        var steps = ClockSteps()
        var trouble: StoreFailure.Trouble?
        await every(parts.limits.tick) {
          tickSockets()
          if parts.database.trouble != trouble { parts.announcements.wakeAll() }
          trouble = parts.database.trouble
          if steps.isStepped(parts.clock) { clockSet() }
        }
      }
      group.addTask { await readRegister() }
      if let tls { group.addTask { await every(Self.certificateCheck) { tls.look() } } }
      group.addTask { await watchHouse() }
    }
  }

  /// Between two looks at what changes without an event: services, rooms, beds.
  private static let houseCheck = Duration.seconds(2)

  private func watchHouse() async {
    var known: UInt64?
    var doubtful: [UserID] = []
    await every(Self.houseCheck) {
      let since = await parts.catchUps.days.hoursSince()
      guard parts.hub.sockets > 0,
        let spa = try? await parts.sessions.store.spa(hoursSince: since)
      else { return }
      let facts =
        BoardDigest.facts(of: spa) &+ BoardDigest.shifts(of: spa) &+ BoardDigest.charges(of: spa)
        &+ BoardDigest.doubts(of: spa)
      let unread = spa.shifts.filter(\.value.isInDoubt).keys.sorted()
      if unread != doubtful { tellLog(ofDoubtful: unread) }
      doubtful = unread
      defer { known = facts }
      if let known, known != facts { await parts.houseChanged() }
    }
  }

  private func tellLog(ofDoubtful therapists: [UserID]) {
    guard !therapists.isEmpty else {
      return parts.log.notice("all rows of frontdesk_shifts can be read again")
    }
    parts.log.warning(
      "rows of frontdesk_shifts cannot be read; frontdesk-server check names them",
      metadata: ["therapists": .array(therapists.map { "\($0.number)" })])
  }

  /// After everybody has come back from a restart.
  private static let registerDelay = Duration.seconds(5)

  /// The first search for a customer reads all of them (100,000 take most of a second). It happens
  /// here, so that nobody with a guest on the telephone waits for it.
  private func readRegister() async {
    guard (try? await Task.sleep(for: Self.registerDelay)) != nil else { return }
    _ = try? await parts.sessions.store.customers(matching: "a", limit: 1, today: .first)
  }

  private func sinks(_ backlog: TouchedBacklog) -> EventPump.Sinks {
    EventPump.Sinks(
      events: { events, position in
        parts.metrics.told(upTo: position.seq)
        parts.hub.tell(events, upTo: position)
        count(events)
        parts.announcements.announce(position.seq)
        backlog.add(TouchedDays(events))
      },
      restart: { [parts] position in
        parts.log.notice("event log begins anew", metadata: ["epoch": "\(position.epoch)"])
        parts.announcements.restart(at: position.seq)
        parts.hub.restart(at: position)
      })
  }

  private func count(_ events: [PreparedEvent]) {
    parts.metrics.count(.events, by: events.count)
    let now = parts.clock.now().milliseconds
    for event in events {
      parts.metrics.took(.eventLag, Double(now - event.event.at.milliseconds) / 1_000)
    }
  }

  private func tickSockets() {
    parts.hub.tick(
      at: .now(), wallClock: parts.clock.now(), database: parts.database.trouble)
  }

  /// Consoles count late and waiting guests by the server's clock. Any message tells them that it
  /// is later than they thought. A message with an earlier time may only have waited on its way;
  /// this one says that the clock was really set back.
  private func clockSet() {
    parts.log.notice("the clock was set")
    let time = WebSocketFrameBytes(parts.envelope(.pong))
    parts.hub.onEachSocket { if $0.viewer != nil { $0.tell(time) } }
  }

  /// Closes the sockets and ends the waiting polls of sessions that were ended anywhere: by logging
  /// out, by an operator's SQL, by another server.
  private func closeRevoked() async {
    guard parts.hub.sockets > 0 || parts.announcements.waitingCount > 0 else { return }
    let admissions = parts.hub.admissions
    let listed = NIODeadline.now()
    guard
      let open = try? await parts.metrics.timing(
        "sessions", { try await parts.sessions.store.openSessionHashes(now: parts.clock.now()) })
    else { return }
    parts.metrics.set(.sessions, to: open.count)
    parts.hub.keep(open, asOf: listed, admissions: admissions)
    parts.announcements.keep(open)
  }

  private func prune() async {
    try? await parts.sessions.store.prune(now: parts.clock.now())
  }

  /// Standing questions that these events touch; and where a therapist's hours or state changed,
  /// today's schedule for the therapist and the staff who watch (the guide, chapter 4).
  private func answerAgain(_ touched: TouchedDays) async {
    if touched.therapists.isEmpty {
      await parts.questions.changed(by: touched)
    } else {
      await parts.houseChanged()
    }
    for therapist in touched.therapists { await tellSchedule(of: therapist) }
  }

  private func tellSchedule(of therapist: UserID) async {
    for mask in [Visibility.Mask.therapist, .staff] {
      guard let message = try? await parts.dayAnswers.today(of: therapist, mask: mask) else {
        continue
      }
      let frame = WebSocketFrameBytes(parts.envelope(message))
      if mask == .therapist {
        parts.hub.tell(frame, to: .therapist(therapist)) { _ in true }
      } else {
        let today = Moment(parts.clock.now(), in: parts.configuration.zone).today
        parts.hub.tell(frame, to: .staff) { $0.viewer?.days?.contains(today) ?? false }
      }
    }
  }

  private func every(_ period: Duration, _ body: () async -> Void) async {
    while !Task.isCancelled {
      try? await Task.sleep(for: period)
      if !Task.isCancelled { await body() }
    }
  }
}
