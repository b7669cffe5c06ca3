import BookingClient
import BookingDomain
import BookingProtocol
import BookingStore
import BookingTesting
import LinePromise
import Logging
import NIOCore
import NIOPosix

@testable import BookingServer

/// One life of the server: its real desks, rules and pump over the simulated store; only event
/// loops, sockets and tasks are played.
///
/// Unchecked: one task drives the world and awaits everything in it, one thing after the other.
final class SimulatedServer: @unchecked Sendable {
  unowned let world: World
  let parts: ServerParts
  let desk: MessageAnswerer
  private let polling: PollingEndpoint
  private(set) var isAlive = true
  private var sockets: [SimulatedSocket] = []
  private var connections: Int64 = 0
  private var isPumping = false
  /// How far the sockets have been told.
  private var told: LogPosition
  private var waiting: [(past: Int64, wake: () async -> Void)] = []

  private init(world: World, parts: ServerParts) {
    self.world = world
    self.parts = parts
    told = parts.end.current
    desk = MessageAnswerer(parts: parts)
    polling = PollingEndpoint(parts: parts)
  }

  static func start(_ world: World) async throws -> SimulatedServer {
    var configuration = ServerConfiguration()
    configuration.zone = SampleSpa.zone
    configuration.limits.coalesceAboveBytes = 1_500
    configuration.limits.closeAboveBytes = 6_000
    configuration.limits.replay = 12
    let clock = Clock { [unowned world] in world.serverTime }
    let parts = ServerParts(
      configuration, store: world.bugs.store, clock: clock,
      log: Logger(label: "simulated") { _ in SwiftLogNoOpLogHandler() },
      group: MultiThreadedEventLoopGroup.singleton, position: try await world.store.position())
    return SimulatedServer(world: world, parts: parts)
  }

  /// Whether everything up to here, and nothing beyond, has been told to the sockets.
  func isLevel(at position: LogPosition) -> Bool { told == position }

  /// What `EventPump` does whenever it is nudged.
  func pump() async {
    guard isAlive, !isPumping else { return }
    isPumping = true
    let sinks = EventPump.Sinks(
      events: { [self] events, position in
        hear(events)
        self.told = position
        wake(position.seq)
      },
      restart: { [self] position in
        self.told = position
        wake(.max)
        for socket in sockets { socket.subscribeAnew() }
      })
    await EventPump(
      store: world.bugs.store, end: parts.end, database: parts.database, clock: parts.clock,
      sinks: sinks
    ).read()
    isPumping = false
  }

  private func hear(_ events: [PreparedEvent]) {
    for event in events {
      let keys = AudienceKey.all(for: event.event, current: event.current)
      for socket in sockets where keys.contains(socket.key) { socket.receive(event) }
    }
  }

  // MARK: - WebSocket

  func accept(_ link: SimulatedLink, token: String, person: Person) async -> SimulatedSocket? {
    let found = try? await world.store.session(tokenHash: token)
    guard isAlive, let found, let key = AudienceKey(found.person) else {
      if isAlive { link.toClient(.ended(.closed(code: 1008, reason: "Unauthorized"))) }
      return nil
    }
    connections += 1
    let socket = SimulatedSocket(
      number: connections, link: link, server: self, session: found, key: key)
    socket.welcome()
    sockets.append(socket)
    return socket
  }

  func leave(_ socket: SimulatedSocket) { sockets.removeAll { $0 === socket } }

  func tick() async {
    for socket in sockets { await socket.tick() }
  }

  func stall() {
    sockets.randomElement(using: &world.randomness)?.stall(for: world.random(500...8_000))
  }

  func revoke(_ token: String) {
    for socket in sockets where socket.session.tokenHash == token {
      socket.close(code: 1008, "Your session was ended; log in again.")
    }
  }

  /// Dead at once; what was being written is lost with everything in memory.
  func kill() {
    isAlive = false
    for socket in sockets { socket.link.cut() }
    waiting = []
  }

  func drain() {
    isAlive = false
    for socket in sockets {
      socket.news(.serverDraining(reason: "The server is restarting.", slot: 300))
      socket.close(code: 1012, "The server is restarting; you will be connected again.")
    }
    wake(.max)
  }

  // MARK: - HTTP

  typealias Answer = (LineRules.HTTPOutcome) -> Void

  func poll(
    _ wanted: ClientMessage.Subscription, token: String, answer: @escaping Answer
  ) async {
    guard let session = try? await world.store.session(tokenHash: token) else {
      return answer(.refused(status: 401, sentence: "Log in first: there is no open session."))
    }
    await poll(
      LongPoll(world.bugs.corrupt(wanted)), session.person, until: world.now + 25_000, answer)
  }

  private func poll(
    _ poll: LongPoll, _ person: Person, until deadline: Int64, _ answer: @escaping Answer
  ) async {
    guard isAlive else { return }
    var poll = poll
    do {
      let caughtUp = try await parts.catchUps.catchUp(poll.wanted, for: person)
      guard isAlive else { return }
      if caughtUp.isOld { world.servedOld.insert(person.id) }
      let step = poll.take(
        world.bugs.corrupt(caughtUp, for: person), for: person,
        welcome: parts.welcome(connection: 0), isOver: world.now >= deadline)
      switch step {
      case .answer(var messages):
        if world.verifies,
          let digest = await parts.digests.digest(after: caughtUp, for: person)
        {
          messages.append(.boardDigest(digest))
        }
        guard isAlive else { return }
        answer(
          .answered(
            world.bugs.corruptReplay(
              messages.map { parts.envelope($0) }, caughtUp, person, isPoll: true)))
      case .wait(let seq): wait(poll, past: seq, person, until: deadline, answer)
      }
    } catch {
      answer(.refused(status: 503, sentence: "The booking database does not answer."))
    }
  }

  private func wait(
    _ poll: LongPoll, past seq: Int64, _ person: Person, until deadline: Int64,
    _ answer: @escaping Answer
  ) {
    var isWoken = false
    let wake = { [self] in
      guard !isWoken else { return }
      isWoken = true
      await self.poll(poll, person, until: deadline, answer)
    }
    if parts.end.current.seq > seq {
      world.after(1, wake)
    } else {
      waiting.append((seq, wake))
    }
    world.after(max(1, deadline - world.now), wake)
  }

  private func wake(_ seq: Int64) {
    let woken = waiting.filter { $0.past < seq }
    waiting.removeAll { $0.past < seq }
    for entry in woken { world.after(1, entry.wake) }
  }

  func post(_ command: Command, token: String, answer: @escaping Answer) async {
    guard let session = try? await world.store.session(tokenHash: token) else {
      return answer(.refused(status: 401, sentence: "Log in first: there is no open session."))
    }
    let envelope = ClientEnvelope(.command(world.bugs.received(command)), id: command.id.text)
    do {
      let reply = try await polling.answer(to: envelope, session)
      guard isAlive, !world.killIfStruck() else { return }
      world.after(world.random(0...30)) { [self] in
        if isAlive { answer(.answered([world.bugs.answered(reply)])) }
      }
    } catch {
      answer(.refused(status: 503, sentence: "The booking database does not answer."))
    }
  }
}
