import BookingDomain
import BookingProtocol
import LinePromise

/// What the server says, over either transport.
extension LineRules {
  mutating func received(_ envelope: ServerEnvelope, _ now: Timestamp) {
    let writing = envelope.writing(isPolled: polling.isOn)
    if serverClock.heard(envelope.timestamp, writing, now: now) {
      tell(.clock(offset: serverClock.offset))
    }
    switch envelope.message {
    case .connectionEstablished(let welcome): welcomed(welcome, now)
    case .bookingSnapshot(let snapshot): took(snapshot, now)
    case .subscribed(let answer):
      subscribed(answer, id: envelope.id, now)
      if !polling.isOn { databaseIsAsUsual() }
    case .event(let event): happened(event, now)
    case .boardDigest(let digest): compare(digest, now)
    case .commandAccepted(let answer):
      if commands.answered(answer.id) != nil { tell(.accepted(answer.id, answer.current)) }
    case .commandRefused(let answer):
      // The server has remembered nothing under this id, so a copy that is still on its way could
      // be carried out after all. The order therefore waits and is sent again.
      guard answer.refusal.code != .databaseUnavailable else { return databaseAway(answer.id, now) }
      guard commands.answered(answer.id) != nil else { return }
      tell(.refused(answer.id, answer.refusal, current: answer.current))
    case .databaseState(let trouble): databaseIs(trouble)
    // Said for clients that do not know the message before.
    case .error(let sentence, _) where sentence == database.trouble: break
    case .error(let sentence, _): problem(sentence, id: envelope.id, now)
    case .sessionRefreshed(let expiry): session?.refreshed(until: expiry)
    case .sessionExpiring:
      if connection.isUsable, session?.isExpiring() == true { say(.refreshSession) }
    // The slot says when to come back to this server. Where there is another, go there at once: a
    // server that stops closes its connections a few at a time.
    case .serverDraining(_, let slot): connection.slot = servers.hasOthers ? 0 : Int64(slot)
    case .slotHeld(let hold): if otherDesks.took(hold) { tell(.held(hold)) }
    case .slotReleased(let holder):
      if otherDesks.released(holder) { tell(.released(holder: holder)) }
    // Our own client never asks for these.
    case .availabilityUpdated, .therapistScheduleUpdated, .pong: break
    }
  }

  private mutating func databaseAway(_ id: RequestID, _ now: Timestamp) {
    if commands.postponed(id, now: now) { tell(.postponed(id)) }
  }

  /// An answer that says nothing of the database means that it is well.
  mutating func databaseIsAsUsual() { if !database.isMentioned { databaseIs(nil) } }

  /// - Parameter trouble: why it takes no orders; nil where it does.
  mutating func databaseIs(_ trouble: String?) {
    if database.heard(trouble) { tell(.database(trouble: trouble)) }
  }

  private mutating func welcomed(_ welcome: ServerMessage.Welcome, _ now: Timestamp) {
    guard let person = session?.person else { return }
    guard welcome.protocolVersion == ProtocolVersion.current else {
      return endSession(
        "The server speaks version \(welcome.protocolVersion) of the booking protocol and this "
          + "program version \(ProtocolVersion.current): bring the older of the two up to date.")
    }
    database.connected()
    for holder in otherDesks.forgetAll() { tell(.released(holder: holder)) }
    serverClock.welcomed(at: welcome.serverTime, now: now)
    if !polling.isOn {
      connection.beats(every: welcome.heartbeat, now: now)
      connection.slot = Int64(welcome.reconnectSlot)
    }
    tell(
      .welcome(
        ClientEvent.Welcome(
          person: person, zone: welcome.zone, clockOffset: serverClock.offset,
          policy: welcome.policy)))
  }

  private mutating func problem(_ sentence: String, id: String?, _ now: Timestamp) {
    let isNews = id.flatMap { followed.refused($0, sentence, now: now) } ?? true
    if isNews { tell(.notice(sentence)) }
  }
}

// MARK: - What cannot be read

extension LineRules {
  /// It may have been a change of the board, which is not called current until it has come anew.
  mutating func cannotRead(_ detail: String, _ now: Timestamp) {
    guard !followed.isEmpty else { return tell(.notice(Self.unreadableWords(detail))) }
    if link?.isIncomplete != true { tell(.notice(Self.unreadableWords(detail))) }
    followed.lostMessage(now: now)
    tell(link: .incomplete(reason: "a message of the server cannot be read"))
  }

  private static func unreadableWords(_ detail: String) -> String {
    "A message of the server cannot be read (\(detail.prefix(200))): the board is read anew."
  }
}

extension ServerEnvelope {
  /// How far the time of a message can be believed. A refusal because the order is too old has the
  /// time at which the server has just looked, and so has a pong, which the server also sends
  /// unasked when its clock was set. Events, pictures and digests are written once for all who get them;
  /// but a poll is answered with a digest of its own.
  fileprivate func writing(isPolled: Bool) -> ServerClock.Writing {
    switch message {
    case .commandRefused(let answer) where answer.refusal.code == .tooOld: .fresh
    case .pong: .fresh
    case .commandAccepted, .commandRefused, .sessionRefreshed: .own
    case .boardDigest: isPolled ? .own : .shared
    default: .shared
    }
  }
}
