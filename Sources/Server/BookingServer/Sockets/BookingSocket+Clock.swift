import BookingDomain
import BookingProtocol
import BookingStore
import NIOCore
import WebSocket

/// What happens to a socket by the clock and by the server's own doing.
extension BookingSocket {
  func tick(at now: NIODeadline, wallClock: Timestamp) {
    guard !isClosing else { return }
    for step in rules.tick(at: now, wallClock: wallClock) {
      switch step {
      case .ping:
        beat()
      case .close(let reason): close(reason)
      case .checkSession: checkSession()
      }
    }
    tellOfDatabase()
    if parts.database.isAvailable, telling.stream.beginRenewing() { subscribeAnew() }
  }

  /// Says once to whoever looks at a board that it cannot change while the database is away, and why;
  /// and that it is back.
  func tellOfDatabase() {
    guard let viewer = telling.viewer, viewer.days != nil,
      outage.isNews(parts.database.trouble?.told(to: viewer.person.role))
    else { return }
    let sentence = outage.trouble?.onBoards
    tell(answerer.frame(.databaseState(trouble: sentence)))
    // For clients that do not know the message before.
    if let sentence { tell(answerer.frame(.error(message: sentence, detail: nil))) }
  }

  /// Ping; and, if the client was sent exactly everything up to the digest's position, the digest to
  /// check its board with.
  private func beat() {
    guard !isClosing else { return }
    guard let viewer = telling.viewer, let days = viewer.days, telling.isLevel, line.isWritable
    else { return line.send(WebSocketFrameBytes.ping.buffer) }
    if let digest = parts.digests.known(of: days, for: viewer.person), mayTell(digest, days) {
      // Most boards show the same days: one frame for all, in one write with the ping.
      return line.send(digest.pingAndFrame)
    }
    line.send(WebSocketFrameBytes.ping.buffer)
    sendDigest(of: days, for: viewer.person)
  }

  func sendDigest() {
    guard !isClosing, let viewer = telling.viewer, let days = viewer.days, telling.isLevel else {
      return
    }
    sendDigest(of: days, for: viewer.person)
  }

  private func sendDigest(of days: ClosedRange<LocalDate>, for person: Person) {
    guard let context else { return }
    let digests = parts.digests
    parts.errands.future(on: context.eventLoop) { await digests.prepared(of: days, for: person) }
      .assumeIsolated().whenSuccess { digest in
        if let digest, self.mayTell(digest, days) { self.tell(digest.frame) }
      }
  }

  private func mayTell(_ digest: PreparedDigest, _ days: ClosedRange<LocalDate>) -> Bool {
    roster.isLevel(at: digest.position) && telling.isLevel && telling.viewer?.days == days
  }

  /// Ends a socket whose session is not among those that are open. `asOf` is when they were
  /// listed: a session that came after says nothing.
  func keepIfOpen(_ open: Set<String>, asOf listed: NIODeadline) {
    guard let session, let admittedAt, admittedAt < listed, !open.contains(session.tokenHash)
    else { return }
    let hasExpired = session.expiry <= parts.clock.now()
    close(
      .policy(
        hasExpired
          ? "Your session has expired; log in again."
          : "Your session was ended; log in again."))
  }

  func endSession(_ tokenHash: String, saying sentence: String) {
    if session?.tokenHash == tokenHash { close(.policy(sentence)) }
  }

  /// The log cannot be followed from where this socket stood: it gets its days anew.
  func subscribeAnew() {
    guard !isClosing else { return }
    telling.mustRenew = true
    work()
  }

  /// Tells the client that the server goes away, and goes after `pause`: by then what was asked
  /// before is answered.
  func drain(reason: String, slot: Int, after pause: TimeAmount) {
    guard !isClosing, let context else { return }
    tell(answerer.frame(.serverDraining(reason: reason, slot: slot)))
    context.eventLoop.assumeIsolated().scheduleTask(in: pause) {
      self.closeWhenDone(reason)
    }
  }

  private func closeWhenDone(_ reason: String) {
    guard !inbox.isDone, let context else { return close(.restarting(reason)) }
    context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(20)) {
      self.closeWhenDone(reason)
    }
  }

  /// Another connection of this session may have prolonged it: the store knows.
  private func checkSession() {
    guard let session, let context else { return }
    let answerer = answerer
    parts.errands.future(on: context.eventLoop) { await answerer.checkSession(session) }
      .assumeIsolated().whenSuccess { stored in
        self.sessionChecked(stored)
      }
  }

  private func sessionChecked(_ stored: StoredSession?) {
    let now = parts.clock.now()
    guard let stored, stored.expiry > now else {
      return close(.policy("Your session has expired; log in again."))
    }
    renewed(stored)
    if parts.sessions.rules.isExpiring(stored.expiry, at: now) {
      tell(answerer.frame(.sessionExpiring(expiresAt: stored.expiry)))
    }
  }
}

/// What a client was told of the database last: once each time that it goes, or for another reason, and
/// that it is back.
struct OutageNotice: Hashable, Sendable {
  private(set) var trouble: StoreFailure.Trouble?

  /// - Returns: whether to tell it now.
  mutating func isNews(_ present: StoreFailure.Trouble?) -> Bool {
    guard present != trouble else { return false }
    trouble = present
    return true
  }
}
