import BookingClient
import BookingDomain
import BookingTesting
import LinePromise

/// Somebody at one client, who logs in again whenever it is necessary, and whose client may be
/// ended at any moment and begun anew with what was not answered.
package actor ChaosDesk {
  package struct State: Sendable, CustomStringConvertible {
    var board = ChaosBoard()
    var person: Person?
    var link: LinkState?
    var lives = 0
    var connections = 0
    var pollings = 0
    var snapshots = 0

    package var isLive: Bool { link == .live }
    package var isStale: Bool { if case .stale = link { true } else { false } }
    package var isReconnecting: Bool { if case .reconnecting = link { true } else { false } }
    package var bookings: Int { board.bookings.count }

    package var description: String {
      "\(person?.name ?? "nobody"): \(link.map { "\($0)" } ?? "no link"), "
        + "\(board.bookings.count) bookings, life \(lives)"
    }
  }

  nonisolated let email: String
  package nonisolated let state = Watched(State())
  private let addresses: [ServerAddress]
  private let days: ClosedRange<LocalDate>
  private let ledger: CommandLedger
  private var client: BookingClient?
  private var life: Task<Void, Never>?
  private var endings: [Task<Void, Never>] = []

  /// How long until the next try where logging in failed.
  private static let loginPause = Duration.milliseconds(200)

  /// Somebody who only looks.
  package init(email: String, at url: String, days: ClosedRange<LocalDate>) throws {
    try self.init(
      email: email, at: [ServerAddress(url)], days: days, ledger: CommandLedger())
  }

  init(
    email: String, at addresses: [ServerAddress], days: ClosedRange<LocalDate>,
    ledger: CommandLedger
  ) {
    (self.email, self.addresses, self.days, self.ledger) = (email, addresses, days, ledger)
  }

  package func begin() throws {
    let client = try BookingClient(servers: addresses)
    self.client = client
    state.change {
      $0.lives += 1
      $0.board = ChaosBoard()
      $0.link = nil
    }
    let days = days
    let pending = ledger.unresolved(of: email)
    client.watch(from: days.lowerBound, to: days.upperBound)
    for command in pending { client.send(command) }
    life = Task { await live(client) }
  }

  func order(_ command: Command) {
    guard let client else { return }
    ledger.given(command, by: email)
    client.send(command)
  }

  /// Kills the client and starts another.
  func drop() async throws {
    await end()
    try begin()
  }

  /// Returns when nothing of it is left.
  package func finish() async {
    await end()
    for ending in endings { await ending.value }
  }

  private func end() async {
    guard let client else { return }
    self.client = nil
    life?.cancel()
    await life?.value
    // Logging out may meet a server that is away; nobody waits for it now.
    endings.append(Task { await client.close() })
  }

  private func live(_ client: BookingClient) async {
    await logIn(client)
    for await event in client.events {
      take(event)
      if case .sessionEnded = event { await logIn(client) }
    }
  }

  private func logIn(_ client: BookingClient) async {
    while !Task.isCancelled {
      if let person = try? await client.login(email: email, password: "demo") {
        state.change { $0.person = person }
        return
      }
      try? await Task.sleep(for: Self.loginPause)
    }
  }

  private func take(_ event: ClientEvent) {
    switch event {
    case .accepted(let id, let booking):
      ledger.answered(id, .accepted(version: booking?.version))
    case .refused(let id, let refusal, _):
      ledger.answered(id, .refused(refusal.code), refusal.sentence)
    case .expired(let id): ledger.answered(id, .expired)
    default: break
    }
    state.change { state in
      state.board.take(event)
      switch event {
      case .link(let link):
        state.link = link
        if link == .live { state.connections += 1 }
        if link == .polling { state.pollings += 1 }
      case .snapshot: state.snapshots += 1
      default: break
      }
    }
  }
}
