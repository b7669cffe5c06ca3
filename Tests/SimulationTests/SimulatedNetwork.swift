import BookingClient
import BookingDomain
import BookingProtocol
import LinePromise

/// Latency and faults between clients and server. Requests over HTTP overtake each other and
/// everything else.
final class SimulatedNetwork {
  unowned let world: World
  var links: [SimulatedLink] = []
  /// Something on the way opens WebSockets and carries nothing.
  var blocksSockets = false
  /// Whether frames get lost and doubled.
  var isRough = true
  /// How many frames get lost, or are doubled, by what stands between; a network has a character.
  let loss: Double
  let doubling: Double
  private let slowest: Int64 = 60

  init(world: World) {
    self.world = world
    loss = [0, 0.004, 0.004, 0.03][world.chance(4)]
    doubling = [0, 0.01, 0.05][world.chance(3)]
  }

  /// Whether what is sent now gets lost.
  func loses() -> Bool { isRough && world.flip(loss) }
  func doubles() -> Bool { isRough && world.flip(doubling) }

  func latency() -> Int64 {
    world.flip(0.05) && isRough ? world.random(50...900) : world.random(1...slowest)
  }

  func calm() {
    blocksSockets = false
    isRough = false
  }

  func cutSome() {
    links.removeAll { !$0.isOpen }
    if let link = links.randomElement(using: &world.randomness) {
      world.tell { "the connection \(link.number) of \(link.client) breaks" }
      link.cut()
    }
  }

  func poll(
    _ client: SimulatedClient, _ number: Int, _ wanted: ClientMessage.Subscription, _ token: String
  ) {
    let life = client.life
    request(
      client,
      { server, answer in
        await server.poll(wanted, token: token, answer: answer)
      }
    ) { outcome in
      if client.life == life { client.handle(.polled(number, outcome)) }
    }
  }

  func post(_ client: SimulatedClient, _ command: Command, _ token: String) {
    let life = client.life
    let command = world.bugs.corrupt(command)
    request(
      client,
      { server, answer in
        await server.post(command, token: token, answer: answer)
      }
    ) { outcome in
      if client.life == life { client.handle(.posted(command.id, outcome)) }
    }
  }

  private typealias Answer = (LineRules.HTTPOutcome) -> Void

  /// Either way may be lost; the caller gives up after a while, and the server does not know.
  private func request(
    _ client: SimulatedClient,
    _ ask: @escaping (SimulatedServer, @escaping (LineRules.HTTPOutcome) -> Void) async -> Void,
    _ end: @escaping (LineRules.HTTPOutcome) -> Void
  ) {
    let person = client.person
    var hasEnded = false
    func finish(_ outcome: LineRules.HTTPOutcome) {
      guard !hasEnded else { return }
      hasEnded = true
      end(outcome)
    }
    world.after(40_000) { finish(.failed(sentence: "no answer in time")) }
    world.after(latency()) { [self] in
      guard let server = world.server, !(isRough && world.flip(0.04)) else {
        return finish(.failed(sentence: "nobody listens"))
      }
      await ask(server) { [self] outcome in
        check(outcome, person)
        if isRough, world.flip(0.06) {
          return world.after(latency()) { finish(.failed(sentence: "the answer was lost")) }
        }
        world.after(latency()) { finish(outcome) }
      }
    }
  }

  private func check(_ outcome: LineRules.HTTPOutcome, _ person: Person) {
    guard case .answered(let envelopes) = outcome else { return }
    for envelope in envelopes {
      if let problem = MaskCheck.problem(in: envelope, for: person) {
        world.fail("polling: \(problem)")
      }
    }
  }
}
