import BookingClient
import BookingDomain
import BookingProtocol
import BookingTesting
import LinePromise

/// One client program: the real rules of the line, and a board drawn from what they tell.
final class SimulatedClient {
  let index: Int
  unowned let world: World
  private(set) var person: Person
  private(set) var token: String
  /// A restarted program is another one: what was on its way to the old one is lost.
  private(set) var life = 0
  private(set) var rules: LineRules
  private(set) var board = SimulatedBoard()
  private(set) var days = SimulatedSpa.today...SimulatedSpa.today
  private var link: SimulatedLink?
  private var alarm = 0
  /// Commands that some connection of this client has carried.
  private var carried: Set<RequestID> = []

  init(index: Int, person: Person, world: World) {
    self.index = index
    self.person = person
    self.world = world
    token = "token-\(index)-0"
    rules = LineRules(servers: 1, randomness: SeededRandomness(seed: UInt64(index)))
  }

  private var watches: Bool { person.role != .customer }

  func start() {
    life += 1
    board = SimulatedBoard()
    link?.clientCloses()
    link = nil
    carried = []
    rules = LineRules(
      servers: 1, randomness: SeededRandomness(seed: world.randomness.next()))
    logIn(as: person)
    if watches { watch(SimulatedSpa.today...SimulatedSpa.today + world.chance(2)) }
  }

  func logIn(as person: Person) {
    self.person = person
    token = "token-\(index)-\(world.number())"
    world.openSession(token, person)
    handle(
      .loggedIn(
        LoginAnswer(
          token: token, person: person,
          expiresAt: Timestamp(milliseconds: world.now + 86_400_000)), server: 0))
  }

  func watch(_ days: ClosedRange<LocalDate>) {
    guard watches else { return }
    self.days = days
    board = board.emptied
    handle(.watch(days))
  }

  func send(_ command: Command) { handle(.send(command)) }

  func handle(_ input: LineRules.Input) {
    if case .socket(_, .message(let envelope)) = input {
      world.tell { "  \(self) hears \(envelope.line)" }
    }
    if case .polled(let number, .answered(let all)) = input {
      world.tell { "  \(self) poll \(number) brings \(all.map(\.line))" }
    }
    for effect in rules.handle(world.bugs.corrupt(input, of: self), now: clock) {
      perform(effect)
    }
    setAlarm()
  }

  /// The steady clock of this machine.
  private var clock: Timestamp { Timestamp(milliseconds: world.now - 1_000_000 * Int64(index)) }

  /// The server's time, as far as this client knows.
  var serverTime: Timestamp { Timestamp(milliseconds: clock.milliseconds + board.zoneOffset) }

  private func setAlarm() {
    alarm += 1
    guard let next = rules.next else { return }
    let (number, life) = (alarm, life)
    world.after(max(1, next.milliseconds - clock.milliseconds)) { [unowned self] in
      if number == alarm, life == self.life { handle(.time) }
    }
  }

  private func perform(_ effect: LineRules.Effect) {
    switch effect {
    case .tell(let event): tell(event)
    case .openSocket(let number, _, let session):
      link = SimulatedLink(of: self, number: number, token: session.token)
      link?.open()
    case .say(let envelope, let number):
      guard let link, link.number == number else { return }
      if case .command(let command) = envelope.message {
        let isFirst = carried.insert(command.id).inserted
        if world.bugs.has(.forgetWaitingAtReconnect), !isFirst { return }
      }
      if case .subscribeBookingUpdates(let wanted) = envelope.message {
        let after = wanted.after.map { "\($0.seq) of \($0.epoch)" } ?? "nothing"
        world.tell { "\(self) asks for its days after \(after)" }
      }
      link.say(world.bugs.corrupt(envelope))
    case .ping(let number): if link?.number == number { link?.ping() }
    case .dropSocket(let number): if link?.number == number { link?.clientCloses() }
    case .poll(let number, _, let wanted, let session):
      let after = wanted.after.map { "\($0.seq) of \($0.epoch)" } ?? "nothing"
      world.tell { "\(self) polls (\(number)) after \(after)" }
      world.network.poll(self, number, wanted, session.token)
    case .cancelPoll: break
    case .post(let command, _, let session):
      let isFirst = carried.insert(command.id).inserted
      if world.bugs.has(.forgetWaitingAtReconnect), !isFirst { return }
      world.network.post(self, command, session.token)
    }
  }

  private func tell(_ event: ClientEvent) {
    let before = board.bookings
    // A backup, or the last picture at hand while the database was away, may be older.
    let mayGoBack = world.restores > 0 || world.servedOld.contains(person.id)
    if let problem = board.apply(world.bugs.restore(event)), !mayGoBack {
      world.fail("\(self): \(problem)")
    }
    switch event {
    case .snapshot where world.bugs.has(.snapshotKeepsVanished): board.keep(before)
    case .accepted(let id, _): world.orders.ended(id, .accepted)
    case .refused(let id, let refusal, _): world.orders.ended(id, .refused(refusal.code))
    case .expired(let id): world.orders.ended(id, .expired)
    case .sessionEnded: world.after(500) { [unowned self] in logIn(as: successor) }
    default: break
    }
    world.tell { "\(self) is told \(event.line)" }
  }

  /// Who logs in after a session ended: now and then with another role by now.
  private var successor: Person {
    let roles: [Role] = [.manager, .receptionist, .therapist]
    guard watches, world.flip(0.3), let role = roles.randomElement(using: &world.randomness)
    else { return person }
    return Person(id: person.id, role: role, name: person.name)
  }

  /// - Returns: how the board differs from what the person should see.
  func problem(_ books: SimulatedBooks) -> String? {
    switch board.link {
    case .live, .polling: break
    default: return "\(self) is not connected in the end: \(String(describing: board.link))"
    }
    guard watches else { return nil }
    let expected = books.bookings.values.filter { days.contains($0.date) }
      .compactMap { Visibility.masked($0, for: person) }
    let shown = board.bookings.values.filter { days.contains($0.date) }
    guard Set(expected) != Set(shown) else { return listProblem(books) }
    return "\(self) sees another board than the database has\n  database:\n"
      + Self.text(expected) + "  board:\n" + Self.text(shown)
  }

  /// How blocked time and the waiting list differ from what the person should see.
  private func listProblem(_ books: SimulatedBooks) -> String? {
    let blocks = days.flatMap { books.blocks($0) }.filter { Visibility.maySee($0, person) }
    guard Set(blocks) == Set(board.allBlocks.filter { days.contains($0.date) }) else {
      return "\(self) sees other blocked time than the database has: \(board.allBlocks), \(blocks)"
    }
    let isStaff = Visibility.Mask(person.role) == .staff
    let waiting = isStaff ? days.flatMap { books.waiting($0) } : []
    guard Set(waiting) == Set(board.allWaiting.filter { days.contains($0.date) }) else {
      return "\(self) sees others waiting than the database has: \(board.allWaiting), \(waiting)"
    }
    let tasks = isStaff ? books.deskTasks : []
    guard tasks == board.tasks else {
      return "\(self) sees other tasks than the database has: \(board.tasks), \(tasks)"
    }
    return nil
  }

  private static func text(_ bookings: [Booking]) -> String {
    bookings.sorted { $0.id < $1.id }.map { "    \($0.line)\n" }.joined()
  }
}

extension SimulatedClient: CustomStringConvertible {
  var description: String { "client \(index) (\(person.role.userType) \(person.id.number))" }
}

extension SimulatedBoard {
  /// Other days are watched: nothing is known of them, and what was shown of others stays known.
  var emptied: SimulatedBoard {
    var board = self
    board.clear()
    return board
  }
}

extension ClientEvent {
  var line: String {
    switch self {
    case .snapshot(let snapshot):
      "a snapshot: "
        + snapshot.bookings.map { "\($0.id) v\($0.version)" }.joined(separator: ", ")
    case .booking(let booking, _): "booking \(booking.line)"
    case .accepted(let id, _): "accepted \(id.text.prefix(8))"
    case .refused(let id, let refusal, _):
      "refused \(id.text.prefix(8)): \(refusal.code) \(refusal.sentence)"
    case .expired(let id): "expired \(id.text.prefix(8))"
    case .welcome: "welcome"
    default: "\(self)"
    }
  }
}

extension ServerEnvelope {
  /// What matters of it for the story.
  var line: String {
    switch message {
    case .event(let event):
      "event \(event.seq) after \(event.prev.map(String.init) ?? "-"): \(event.kind)"
    case .subscribed(let answer):
      "SUBSCRIBED at \(answer.position.seq) of \(answer.position.epoch), \(answer.replayed) missed"
    case .bookingSnapshot(let snapshot): "a snapshot at \(snapshot.position.seq)"
    case .connectionEstablished: "welcome"
    case .boardDigest(let digest): "digest at \(digest.position.seq)"
    case .error(let sentence, _): sentence
    case .commandAccepted(let answer): "acceptance of \(answer.id.text.prefix(8))"
    case .commandRefused(let answer): "refusal of \(answer.id.text.prefix(8))"
    default: "something"
    }
  }
}
