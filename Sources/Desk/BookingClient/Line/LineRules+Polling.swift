import BookingDomain
import BookingProtocol
import LinePromise

/// The line over HTTP, while no WebSocket carries it.
extension LineRules {
  mutating func stopPolling() {
    guard polling.isOn else { return }
    effects.append(.cancelPoll(polling.number))
    polling.stop()
    posting.stop()
  }

  mutating func checkPolling(_ now: Timestamp) {
    guard let session, polling.isOn else { return }
    if polling.isOverdue(at: now) {
      effects.append(.cancelPoll(polling.number))
      pollFailed("the server does not answer", now)
    }
    if polling.asksNow(at: now) {
      followed.polls()
      effects.append(.poll(polling.number, server: servers.current, followed.wanted, session))
    }
    guard posting.mayBegin(at: now), let command = commands.takeUnsent(now: now, window: 1).first
    else { return }
    posting.begins(command.id)
    effects.append(.post(command, server: servers.current, session))
  }

  mutating func polled(_ outcome: HTTPOutcome, _ now: Timestamp) {
    switch outcome {
    case .answered(let envelopes):
      let hadPicture = followed.hasPicture
      database.connected()
      for envelope in envelopes { received(envelope, now) }
      databaseIsAsUsual()
      // An answer that came only in part is asked for again, but not at once: a proxy may cut it
      // every time.
      let isWhole = followed.isEmpty || followed.hasPicture
      polling.answered(hadNews: isWhole && envelopes.contains(where: \.isNews), at: now)
      if !hadPicture, !followed.hasPicture { followed.forgetPosition() }
    case .unreadable(let detail):
      followed.startFromNothing()
      pollFailed("the server's answer cannot be read (\(detail.prefix(200)))", now)
    case .refused(401, let sentence): endSession(sentence)
    case .refused(_, let sentence), .failed(let sentence): pollFailed(sentence, now)
    case .distrusted(let sentence):
      distrusted(now)
      tell(link: .refused(reason: sentence))
    }
  }

  private mutating func distrusted(_ now: Timestamp) {
    guard transport != .polling else { return polling.pause(until: now + Connection.distrust) }
    stopPolling()
    dropSocket()
    connection.distrusted(at: now)
  }

  private mutating func pollFailed(_ sentence: String, _ now: Timestamp) {
    servers.tryNext()
    let next = polling.failed(at: now, using: &randomness)
    tell(
      link: .reconnecting(
        attempt: transport == .polling ? polling.failures : connection.retry.failures,
        nextTry: min(next, connection.next ?? next),
        reason: sentence))
  }

  mutating func posted(_ id: RequestID, _ outcome: HTTPOutcome, _ now: Timestamp) {
    let isAwaited = posting.ended(id)
    switch outcome {
    case .answered(let envelopes): for envelope in envelopes { received(envelope, now) }
    case .refused(401, let sentence): if isAwaited { endSession(sentence) }
    case .refused(400, let sentence):
      guard commands.answered(id) != nil else { return }
      tell(.refused(id, Refusal(.malformed, sentence), current: nil))
    case .failed, .unreadable, .refused, .distrusted:
      guard polling.isOn else { return }
      commands.notSent(id)
      posting.failed(at: now)
    }
  }
}

extension ServerEnvelope {
  fileprivate var isNews: Bool {
    switch message {
    case .bookingSnapshot, .event: true
    default: false
    }
  }
}
