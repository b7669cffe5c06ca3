import BookingDomain
import BookingProtocol
import LinePromise

/// The days that the person looks at: the picture of them that was told, and how far the server's log
/// has been followed from there. It knows nothing of the transport that carries the messages.
struct FollowedDays: Sendable {
  private var watching = Watching()
  private var cursor = EventCursor()
  private var verification = Verification()
  private var acknowledgement = Acknowledgement()
  private var unreadable = UnreadableMessages()

  /// What is missing of the days watched, or all of them.
  var wanted: ClientMessage.Subscription {
    ClientMessage.Subscription(
      from: watching.days?.lowerBound, to: watching.days?.upperBound,
      after: watching.hasPicture ? cursor.position : nil)
  }

  /// Whether no days are watched; own bookings are told of all the same.
  var isEmpty: Bool { watching.days == nil }
  var hasPicture: Bool { watching.hasPicture }
  /// Everything asked for has been told.
  var isCaughtUp: Bool { watching.isCaughtUp }
  var isAsking: Bool { watching.pending != nil }
  /// When to ask again for what has not come.
  var asksAgain: Timestamp? { watching.asksAgain }
  var acknowledgementDue: Timestamp? { acknowledgement.due }

  mutating func watch(_ days: ClosedRange<LocalDate>) {
    watching.watch(days)
    cursor.forget()
  }

  /// - Returns: the id of the request.
  mutating func ask(now: Timestamp) -> String { watching.ask(now: now) }

  mutating func polls() { watching.polls() }

  mutating func connectionLost() {
    watching.connectionLost()
    acknowledgement.connectionLost()
  }

  /// Forgets position and picture, so that the next question asks for the whole days.
  mutating func startFromNothing() {
    cursor.forget()
    watching.forgetPicture()
  }

  /// A position without its picture is of no use.
  mutating func forgetPosition() { cursor.forget() }

  /// A message could not be read. It may have been a change of the picture, which is asked for anew.
  mutating func lostMessage(now: Timestamp) {
    cursor.forget()
    watching.lostPicture(asksAgain: unreadable.came(at: now))
  }

  /// - Returns: nil where the request is none of ours; else whether the person has not read this
  ///   sentence already.
  mutating func refused(_ id: String, _ sentence: String, now: Timestamp) -> Bool? {
    id == watching.pending ? watching.refused(sentence, now: now) : nil
  }

  /// - Returns: the position of which the server is to be told now that all up to there has arrived.
  mutating func takeDueAcknowledgement(now: Timestamp) -> Int64? {
    acknowledgement.takeDue(cursor.position?.seq, now: now)
  }
}

// MARK: - What the server says

extension FollowedDays {
  enum Step: Sendable {
    case nothing
    case tell(ClientEvent)
    /// There are more bookings now than a board can have.
    case tooMuch(ClientEvent?)
    /// Events are missing before this one.
    case gap
  }

  mutating func took(_ snapshot: ServerMessage.Snapshot) -> Step {
    // An answer to a question that has been replaced; its days are not looked at any more.
    guard isWatched(snapshot.from, snapshot.to) else { return .nothing }
    guard snapshot.bookings.count + snapshot.blocks.count <= Verification.most else {
      return .tooMuch(nil)
    }
    cursor.took(snapshot)
    watching.tookPicture()
    verification.took(
      snapshot.bookings, snapshot.blocks, of: snapshot.from...max(snapshot.from, snapshot.to),
      in: snapshot.spa)
    return .tell(
      .snapshot(
        ClientEvent.Snapshot(
          from: snapshot.from, to: snapshot.to, spa: snapshot.spa, bookings: snapshot.bookings,
          blocks: snapshot.blocks, waiting: snapshot.waiting, tasks: snapshot.tasks,
          position: snapshot.position)))
  }

  /// The end of an answer about days.
  /// - Parameters:
  ///   - isPolled: a poll names no request.
  ///   - id: the request that it answers.
  /// - Returns: whether everything asked for has come with it.
  mutating func subscribed(
    _ answer: ServerMessage.Subscribed, isPolled: Bool, id: String?, now: Timestamp
  ) -> Bool {
    // Also for days that are no longer watched: the `prev` of the server's next event is this
    // position.
    cursor.subscribed(at: answer.position)
    acknowledgement.arrived(upTo: answer.position.seq, now: now)
    guard isWatched(answer.from, answer.to) || isEmpty, isPolled || id == watching.pending else {
      return false
    }
    guard watching.isWhole(replayed: answer.replayed, hasSnapshot: answer.hasSnapshot) else {
      if isPolled {
        startFromNothing()
      } else {
        cursor.forget()
        watching.lostPart(now: now)
      }
      return false
    }
    watching.answered()
    return true
  }

  mutating func took(_ message: EventMessage, now: Timestamp) -> Step {
    // A snapshot is on its way and contains this event already.
    guard watching.hasPicture || isEmpty else { return .nothing }
    let before = cursor.position
    let verdict = cursor.take(message)
    if cursor.position != before { watching.tookNews() }
    if verdict == .gap { return .gap }
    acknowledgement.arrived(upTo: message.seq, now: now)
    let event = told(of: verdict)
    if verification.isTooMuch { return .tooMuch(event) }
    return event.map(Step.tell) ?? .nothing
  }

  private mutating func told(of verdict: EventCursor.Verdict) -> ClientEvent? {
    switch verdict {
    case .pass, .gap: return nil
    case .deliver(let booking, let news):
      verification.took(booking)
      // People hear of their own bookings of any day (the guide's client never subscribes); the
      // picture is of the days watched.
      let isInSight = watching.days?.contains(booking.date) ?? true
      return isInSight ? .booking(booking, news) : .gone(booking.id)
    case .gone(let id):
      verification.lost(id)
      return .gone(id)
    case .blocks(let therapist, let date, let blocks):
      verification.took(blocks, of: therapist, on: date)
      return isWatched(date) ? .blocks(blocks, of: therapist, on: date) : nil
    case .waiting(let date, let guests):
      return isWatched(date) ? .waiting(guests, on: date) : nil
    case .tasks(let tasks): return isEmpty ? nil : .tasks(tasks)
    }
  }

  private func isWatched(_ date: LocalDate) -> Bool { watching.days?.contains(date) == true }

  private func isWatched(_ from: LocalDate, _ to: LocalDate) -> Bool {
    watching.days.map { $0.lowerBound == from && $0.upperBound == to } ?? false
  }
}

// MARK: - Whether the picture is the server's

extension FollowedDays {
  enum Comparison: Hashable, Sendable {
    /// The two are not of the same moment, or may differ by what is on its way.
    case nothing
    case same
    /// The picture is drawn from other people, services, beds or hours than the server's.
    case outdated
    /// - Parameter times: how often the picture had to be taken anew, with this one.
    case different(times: Int)
  }

  /// Compares the picture that was told with the server's, where both are of the same moment.
  mutating func compare(with digest: ServerMessage.Digest) -> Comparison {
    guard isWatched(digest.from, digest.to), isCaughtUp, let position = cursor.position,
      position.epoch == digest.position.epoch, position.seq <= digest.position.seq
    else { return .nothing }
    if verification.isOutdated(by: digest) { return .outdated }
    return switch verification.compare(with: digest.value) {
    case .same: .same
    case .doubtful: .nothing
    case .different: .different(times: verification.repairs)
    }
  }
}
