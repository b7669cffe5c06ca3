import BookingClient
import BookingDomain
import BookingProtocol
import LinePromise

/// One WebSocket: two directions, each in order, that end with whatever was on its way lost. Each
/// end learns of it by itself, or not at all.
final class SimulatedLink {
  unowned let client: SimulatedClient
  unowned let world: World
  let number: Int
  private let token: String
  private let life: Int
  private var socket: SimulatedSocket?
  private(set) var isCut = false
  private var isClosedByClient = false
  private var toClientBy: Int64 = 0
  private var toServerBy: Int64 = 0

  init(of client: SimulatedClient, number: Int, token: String) {
    self.client = client
    self.world = client.world
    self.number = number
    self.token = token
    life = client.life
    world.network.links.append(self)
  }

  var isOpen: Bool { !isCut && !isClosedByClient && socket != nil }

  func open() {
    world.after(world.network.latency()) { [self] in
      guard let server = world.server, !isClosedByClient else {
        return toClient(.ended(.absent(sentence: "nobody listens")))
      }
      if world.network.blocksSockets {
        toClient(.opened)
        if world.flip(0.7) { toClient(.ended(.failed(sentence: "a proxy closed it"))) }
        return
      }
      toClient(.opened)
      socket = await server.accept(self, token: token, person: client.person)
    }
  }

  // MARK: - Client to server

  func say(_ envelope: ClientEnvelope) {
    toServer { $0.received(envelope) }
    guard case .command = envelope.message else { return }
    if world.network.doubles() { toServer { $0.received(envelope) } }
  }

  func ping() {
    toServer { socket in
      socket.heard()
      socket.link.toClient(.heard)
    }
  }

  private func toServer(_ deliver: @escaping (SimulatedSocket) -> Void) {
    guard !isCut else { return }
    if world.network.loses() { return }
    toServerBy = max(toServerBy, world.now + world.network.latency())
    world.at(toServerBy) { [self] in
      if !isCut, let socket, socket.isAlive { deliver(socket) }
    }
  }

  func clientCloses() {
    guard !isClosedByClient else { return }
    isClosedByClient = true
    // Half-open now and then: the server finds out by silence.
    if world.flip(0.7) {
      world.after(world.network.latency()) { [self] in socket?.ended() }
    }
  }

  // MARK: - Server to client

  func send(_ envelope: ServerEnvelope) {
    if let problem = MaskCheck.problem(in: envelope, for: client.person), client.life == life,
      socket?.person == client.person
    {
      world.fail("\(client): \(problem)")
    }
    // Frames may be lost or doubled by what stands between; answers and events alike.
    if world.network.loses() { return }
    toClient(.message(envelope))
    if world.network.doubles() { toClient(.message(envelope)) }
  }

  func toClient(_ event: LineRules.SocketEvent) {
    guard !isCut else { return }
    toClientBy = max(toClientBy, world.now + world.network.latency())
    world.at(toClientBy) { [self] in
      guard !isCut, !isClosedByClient, client.life == life else { return }
      client.handle(.socket(number, event))
    }
  }

  /// The connection is gone in the middle; each end is told later, or has to find out.
  func cut() {
    guard !isCut else { return }
    isCut = true
    if world.flip(0.7) {
      world.after(world.random(0...2_000)) { [self] in
        guard !isClosedByClient, client.life == life else { return }
        client.handle(.socket(number, .ended(.failed(sentence: "the connection was lost"))))
      }
    }
    if world.flip(0.5) {
      world.after(world.random(0...2_000)) { [self] in socket?.ended() }
    }
  }
}
