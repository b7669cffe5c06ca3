import BookingDomain
import BookingProtocol
import LinePromise

/// The days watched: asking for them, and what the answers do to the picture.
extension LineRules {
  mutating func watch(_ days: ClosedRange<LocalDate>, _ now: Timestamp) {
    watching.watch(days)
    cursor.forget()
    if connection.isUsable { subscribe(now) }
    if polling.isOn {
      effects.append(.cancelPoll(polling.number))
      polling.startAgain(at: now)
    }
  }

  /// What is missing of the days watched, or all of them.
  var wanted: ClientMessage.Subscription {
    ClientMessage.Subscription(
      from: watching.days?.lowerBound, to: watching.days?.upperBound,
      after: watching.hasPicture ? cursor.position : nil)
  }

  mutating func subscribe(_ now: Timestamp) {
    guard watching.days != nil else { return tellWhetherLive() }
    say(.subscribeBookingUpdates(wanted), id: watching.ask(now: now))
  }

  mutating func took(_ snapshot: ServerMessage.Snapshot, _ now: Timestamp) {
    // An answer to a question that has been replaced; its days are not looked at any more.
    guard isWatched(snapshot.from, snapshot.to) else { return }
    guard snapshot.bookings.count + snapshot.blocks.count <= Verification.most else {
      return cannotRead("more bookings than a board can have", now)
    }
    cursor.took(snapshot)
    watching.tookPicture()
    verification.took(
      snapshot.bookings, snapshot.blocks, of: snapshot.from...max(snapshot.from, snapshot.to),
      in: snapshot.spa)
    tell(
      .snapshot(
        ClientEvent.Snapshot(
          from: snapshot.from, to: snapshot.to, spa: snapshot.spa, bookings: snapshot.bookings,
          blocks: snapshot.blocks, waiting: snapshot.waiting, tasks: snapshot.tasks,
          position: snapshot.position)))
  }

  mutating func subscribed(_ subscribed: ServerMessage.Subscribed, id: String?, _ now: Timestamp) {
    // Also for days that are no longer watched: the `prev` of the server's next event is this
    // position.
    cursor.subscribed(at: subscribed.position)
    acknowledgement.arrived(upTo: subscribed.position.seq, now: now)
    guard isWatched(subscribed.from, subscribed.to) || watching.days == nil else { return }
    if polling.isOn {
      guard watching.isWhole(replayed: subscribed.replayed, hasSnapshot: subscribed.hasSnapshot)
      else { return startFromNothing() }
      watching.answered()
      tell(link: .polling)
    } else if id == watching.pending,
      !watching.isWhole(replayed: subscribed.replayed, hasSnapshot: subscribed.hasSnapshot)
    {
      cursor.forget()
      watching.lostPart(now: now)
    } else if id == watching.pending {
      watching.answered()
      tellWhetherLive()
    }
  }

  mutating func happened(_ event: EventMessage, _ now: Timestamp) {
    // A snapshot is on its way and contains this event already.
    guard watching.hasPicture || watching.days == nil else { return }
    let before = cursor.position
    let verdict = cursor.take(event)
    if cursor.position != before { watching.tookNews() }
    switch verdict {
    case .pass: break
    case .deliver(let booking, let news):
      verification.took(booking)
      // People hear of their own bookings of any day (the guide's client never subscribes); the
      // picture is of the days watched.
      let isInSight = watching.days?.contains(booking.date) ?? true
      tell(isInSight ? .booking(booking, news) : .gone(booking.id))
    case .gone(let id):
      verification.lost(id)
      tell(.gone(id))
    case .blocks(let therapist, let date, let blocks):
      verification.took(blocks, of: therapist, on: date)
      if watching.days?.contains(date) == true { tell(.blocks(blocks, of: therapist, on: date)) }
    case .waiting(let date, let guests):
      if watching.days?.contains(date) == true { tell(.waiting(guests, on: date)) }
    case .tasks(let tasks): if watching.days != nil { tell(.tasks(tasks)) }
    case .gap:
      // The next poll would ask from a position after the missing events, and never get them.
      if polling.isOn { startFromNothing() }
      if connection.isUsable, watching.pending == nil { subscribe(now) }
      return
    }
    acknowledgement.arrived(upTo: event.seq, now: now)
    if verification.isTooMuch { cannotRead("more bookings than a board can have", now) }
  }

  /// Compares the picture that was told with the server's, where both are of the same moment.
  mutating func compare(_ digest: ServerMessage.Digest, _ now: Timestamp) {
    guard isWatched(digest.from, digest.to), isLevel, let position = cursor.position,
      position.epoch == digest.position.epoch, position.seq <= digest.position.seq
    else { return }
    if verification.isOutdated(by: digest) { return takeAnew(now) }
    switch verification.compare(with: digest.value) {
    case .same: tell(.verified(at: now))
    case .doubtful: break
    case .different:
      let times = verification.repairs
      tell(
        .notice(
          "The board differed from the server's and was read anew"
            + (times > 1 ? " (\(times) times by now)." : ".")))
      takeAnew(now)
    }
  }

  private mutating func takeAnew(_ now: Timestamp) {
    startFromNothing()
    if connection.isUsable { subscribe(now) }
  }

  /// Forgets position and picture, so that the next question asks for the whole days.
  private mutating func startFromNothing() {
    cursor.forget()
    watching.forgetPicture()
  }

  /// Whether everything that was asked for has been told, by either transport.
  private var isLevel: Bool { (connection.isUsable || polling.isOn) && watching.isCaughtUp }

  private func isWatched(_ from: LocalDate, _ to: LocalDate) -> Bool {
    watching.days.map { $0.lowerBound == from && $0.upperBound == to } ?? false
  }
}
