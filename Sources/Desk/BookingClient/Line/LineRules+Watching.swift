import BookingDomain
import BookingProtocol
import LinePromise

/// The days watched: asking for them, and what the answers mean for the line.
extension LineRules {
  mutating func watch(_ days: ClosedRange<LocalDate>, _ now: Timestamp) {
    followed.watch(days)
    if connection.isUsable { subscribe(now) }
    if polling.isOn {
      effects.append(.cancelPoll(polling.number))
      polling.startAgain(at: now)
    }
  }

  mutating func subscribe(_ now: Timestamp) {
    guard !followed.isEmpty else { return tellWhetherLive() }
    let wanted = followed.wanted
    say(.subscribeBookingUpdates(wanted), id: followed.ask(now: now))
  }

  mutating func took(_ snapshot: ServerMessage.Snapshot, _ now: Timestamp) {
    carryOut(followed.took(snapshot), now)
  }

  mutating func happened(_ event: EventMessage, _ now: Timestamp) {
    carryOut(followed.took(event, now: now), now)
  }

  private mutating func carryOut(_ step: FollowedDays.Step, _ now: Timestamp) {
    switch step {
    case .nothing: break
    case .tell(let event): tell(event)
    case .tooMuch(let event):
      if let event { tell(event) }
      cannotRead("more bookings than a board can have", now)
    case .gap:
      // The next poll would ask from a position after the missing events, and never get them.
      if polling.isOn { followed.startFromNothing() }
      if connection.isUsable, !followed.isAsking { subscribe(now) }
    }
  }

  mutating func subscribed(_ answer: ServerMessage.Subscribed, id: String?, _ now: Timestamp) {
    guard followed.subscribed(answer, isPolled: polling.isOn, id: id, now: now) else { return }
    if polling.isOn { tell(link: .polling) } else { tellWhetherLive() }
  }

  mutating func compare(_ digest: ServerMessage.Digest, _ now: Timestamp) {
    guard connection.isUsable || polling.isOn else { return }
    switch followed.compare(with: digest) {
    case .nothing: break
    case .same: tell(.verified(at: now))
    case .outdated: takeAnew(now)
    case .different(let times):
      tell(
        .notice(
          "The board differed from the server's and was read anew"
            + (times > 1 ? " (\(times) times by now)." : ".")))
      takeAnew(now)
    }
  }

  private mutating func takeAnew(_ now: Timestamp) {
    followed.startFromNothing()
    if connection.isUsable { subscribe(now) }
  }
}
