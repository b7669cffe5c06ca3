import BookingDomain
import BookingProtocol
import BookingStore
import Logging

/// Takes orders for bookings, over whichever transport, and answers as the protocol says.
struct CommandAnswerer: Sendable {
  let store: any BookingStore
  let database: DatabaseState
  let zone: SpaZone
  /// The limits that this spa has set for itself.
  let policy: Decision.Policy
  let clock: Clock
  let metrics: Metrics
  let underWay: OrdersUnderWay
  let log: Logger

  /// Carries the order out. When this returns an acceptance, the change is durable.
  func answer(_ command: Command, by person: Person) async -> ServerMessage {
    let began = ContinuousClock.now
    let (answer, cause) = await told(command, person) {
      let now = Moment(clock.now(), in: zone)
      let answer = try await store.perform(command, by: person, now: now, under: policy)
      return message(answer, to: command, for: person)
    }
    metrics.took(.order, (ContinuousClock.now - began).seconds)
    count(answer, to: command, by: person, cause)
    return answer
  }

  /// The same for a session that was shown a while ago: it may have been ended since, by whatever
  /// program. The board may learn that a moment later; no order is carried out by it.
  /// - Returns: with the session as it is now.
  func answer(
    _ command: Command, in session: StoredSession,
    where isUsable: @escaping @Sendable (StoredSession) -> Bool
  ) async -> (message: ServerMessage, session: Standing) {
    let began = ContinuousClock.now
    var found = Standing.unknown
    let (answer, cause) = await told(command, session.person) {
      let now = Moment(clock.now(), in: zone)
      let done = try await store.perform(
        command, in: session, now: now, under: policy, where: isUsable)
      guard let done else {
        found = .ended
        return sessionEnded(command)
      }
      found = .standing(done.session)
      return message(done.answer, to: command, for: done.session.person)
    }
    metrics.took(.order, (ContinuousClock.now - began).seconds)
    count(answer, to: command, by: found.person ?? session.person, cause)
    return (answer, found)
  }

  /// Refuses what was not even tried.
  /// - Parameter person: nil where nobody can say who sends it.
  func refuse(
    _ command: Command, by person: Person?, _ sentence: String? = nil
  ) -> ServerMessage {
    let trouble = database.trouble?.told(to: person?.role) ?? .away
    let answer = unavailable(command, sentence ?? trouble.onOrders)
    count(answer, to: command, by: person, nil)
    return answer
  }

  enum Standing {
    case standing(StoredSession)
    case ended
    /// The database did not answer: the order may have been carried out or not.
    case unknown

    fileprivate var person: Person? {
      if case .standing(let session) = self { session.person } else { nil }
    }
  }

  /// Whoever was told "no" at ten past ten can be told why by the log: one line for every refusal,
  /// whoever refuses. It says nothing of guests, whom the database's own words may name.
  private func count(
    _ answer: ServerMessage, to command: Command, by person: Person?, _ failure: StoreFailure?
  ) {
    switch answer {
    case .commandAccepted(let accepted):
      metrics.count(.orders, accepted.isReplayed ? "replayed" : "accepted")
    case .commandRefused(let refused):
      let reason = refused.refusal.code.rawValue
      metrics.count(.orders, "refused \(reason)")
      var metadata: Logger.Metadata = [
        "request": "\(command.id.text)", "order": "\(command.order.name)", "reason": "\(reason)",
      ]
      metadata["user"] = person.map { "\($0.role.userType)/\($0.id.number)" }
      metadata["booking"] = command.booking.map { .stringConvertible($0.number) }
      metadata["error"] = failure?.mark.map { .stringConvertible($0) }
      log.notice("order refused", metadata: metadata)
    default: return
    }
  }

  private func told(
    _ command: Command, _ person: Person, _ work: () async throws -> ServerMessage
  ) async -> (ServerMessage, StoreFailure?) {
    do {
      return (try await underWay.during { try await metrics.timing("order", work) }, nil)
    } catch let failure as StoreFailure {
      if failure.concernsEverybody { database.failed(failure) }
      return (message(failure, to: command, for: person), failure)
    } catch {
      return (unavailable(command, StoreFailure.Trouble.away.onOrders), nil)
    }
  }

  private func message(_ answer: CommandAnswer, to command: Command, for person: Person)
    -> ServerMessage
  {
    // The answer may be a remembered one, and the person may no longer see the booking.
    let current = answer.current.flatMap { Visibility.masked($0, for: person) }
    switch answer.result {
    case .accepted(let seq, let version):
      return .commandAccepted(
        .init(
          id: command.id, seq: seq, version: version, isReplayed: answer.isReplayed,
          current: current))
    case .refused(let refusal):
      return .commandRefused(
        .init(
          id: command.id, refusal: refusal.told(to: person.role), current: current,
          isReplayed: answer.isReplayed))
    }
  }

  /// What the database does not take is refused at once; anything else may be sent again.
  private func message(_ failure: StoreFailure, to command: Command, for person: Person)
    -> ServerMessage
  {
    switch failure.code {
    case .refused:
      .commandRefused(
        .init(
          id: command.id, refusal: Refusal(notStored: failure, for: person), current: nil,
          isReplayed: false))
    case .locked:
      unavailable(command, "Another program keeps locked what this needs, so this is not done yet.")
    case .unavailable, .unusable:
      unavailable(command, failure.trouble.told(to: person.role).onOrders)
    }
  }

  /// The session was ended while its socket was still open.
  private func sessionEnded(_ command: Command) -> ServerMessage {
    let sentence = "Your session was ended, so this is not done; log in again."
    return .commandRefused(
      .init(
        id: command.id, refusal: Refusal(.notAllowed, sentence), current: nil, isReplayed: false))
  }

  /// Nothing is remembered under the id: the same order may be sent again.
  private func unavailable(_ command: Command, _ sentence: String) -> ServerMessage {
    .commandRefused(
      .init(
        id: command.id, refusal: Refusal(.databaseUnavailable, sentence), current: nil,
        isReplayed: false))
  }
}

extension Refusal {
  /// Staff hear the database's own words, which name columns, keys and other guests' numbers; guests
  /// do not.
  fileprivate init(notStored failure: StoreFailure, for person: Person) {
    guard person.role != .customer else {
      self.init(
        .notStored, "The spa's database did not take this, so it is not done. Call the spa.")
      return
    }
    let words = Self.plain(failure.words ?? failure.sentence)
    self.init(.notStored, "The database did not take this, so it is not done: \(words)")
  }

  /// One line that fits into a sentence: a trigger of the shop's may say anything.
  private static func plain(_ words: String) -> String {
    let isHarmless = { (letter: Unicode.Scalar) in
      switch letter.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
      default: true
      }
    }
    let harmless = words.unicodeScalars.map { isHarmless($0) ? Character($0) : " " }
    return String(String(harmless).prefix(300))
  }
}
