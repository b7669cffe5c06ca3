import BookingDomain
import BookingProtocol
import LinePromise
import NIOCore
import NIOPosix
import TLS

/// The live line: `LineRules` on one event loop thread, its own unless many lines share one.
package final class BookingClient: BookingLine {
  package let events: AsyncStream<ClientEvent>

  private let addresses: [ServerAddress]
  /// Nil where the loop is somebody else's.
  private let group: MultiThreadedEventLoopGroup?
  let loop: any EventLoop
  let driver: NIOLoopBoundBox<LineDriver>
  private let device: KnownDevice

  /// - Parameters:
  ///   - servers: tried in this order; all have the same database behind them.
  ///   - transport: how the line may travel.
  ///   - caFile: who may sign the servers' certificates (PEM); nil trusts whom the system trusts.
  ///   - device: what this machine keeps to be recognised where somebody logs in again.
  /// - Throws: `LoginFailure` where the file cannot be used.
  package convenience init(
    servers: [ServerAddress], transport: TransportChoice = .auto, caFile: String? = nil,
    device: KnownDevice = .unknown
  ) throws(LoginFailure) {
    let clock = SteadyClock()
    self.init(
      servers: servers, transport: transport, trust: try Self.trust(servers, caFile: caFile),
      device: device, randomness: SystemRandomNumberGenerator(), clock: { clock.now })
  }

  /// One of many lines in one program, on a loop that outlives it.
  /// - Parameter trust: from `trust(_:caFile:)`, read once for all.
  package convenience init(
    servers: [ServerAddress], transport: TransportChoice = .auto, trust: TLSContext? = nil,
    on loop: any EventLoop
  ) {
    let clock = SteadyClock()
    self.init(
      servers: servers, transport: transport, trust: trust,
      randomness: SystemRandomNumberGenerator(), loop: loop, clock: { clock.now })
  }

  init(
    servers: [ServerAddress], transport: TransportChoice = .auto, trust: TLSContext? = nil,
    device: KnownDevice = .unknown, randomness: any RandomNumberGenerator & Sendable,
    loop: (any EventLoop)? = nil, clock: @escaping @Sendable () -> Timestamp
  ) {
    let queue = EventQueue()
    events = AsyncStream { await queue.next() }
    addresses = servers
    self.device = device
    group = loop == nil ? MultiThreadedEventLoopGroup(numberOfThreads: 1) : nil
    guard let loop = loop ?? group?.next() else {
      preconditionFailure("there is a loop of its own where none was given")
    }
    self.loop = loop
    let connector = Connector(loop: loop, trust: trust)
    driver = .makeBoxSendingValue(
      LineDriver(servers, transport, connector, queue, randomness: randomness, clock: clock),
      eventLoop: loop)
  }

  /// The system's store is read only where a server needs it: it takes longer than the rest of the
  /// start.
  package static func trust(_ servers: [ServerAddress], caFile: String?) throws(LoginFailure)
    -> TLSContext?
  {
    guard servers.contains(where: \.isSecure) else { return nil }
    do throws(TLSFailure) {
      return try TLSContext.client(caFile: caFile)
    } catch {
      throw LoginFailure(.untrusted, error.sentence)
    }
  }

  package func login(email: String, password: String) async throws -> Person {
    let opened = try await open(email: email, password: password)
    loop.execute { [driver] in
      let before = driver.value.openSession
      driver.value.handle(.loggedIn(opened.session, server: opened.server))
      // A desk that was unlocked, or handed over: nobody goes on with the session of before.
      if let before {
        HTTPCall(.logout(before.session), to: before.address) { _ in }.start(driver.value.connector)
      }
    }
    return opened.session.person
  }

  /// Opens a session for others to go on with.
  package func openSession(email: String, password: String) async throws -> LoginAnswer {
    try await open(email: email, password: password).session
  }

  /// Goes on with a session that was opened before.
  package func resume(_ session: LoginAnswer) {
    loop.execute { [driver] in driver.value.handle(.loggedIn(session, server: 0)) }
  }

  private func open(email: String, password: String) async throws -> Login.Opened {
    let promise = loop.makePromise(of: Login.Outcome.self)
    let request = LoginRequest(email: email, password: password)
    let mark = device.mark(email)
    loop.execute { [addresses, driver] in
      Login(request, mark, addresses, driver.value.connector, promise).tryServer(0)
    }
    let opened = try await promise.futureResult.get().get()
    if let mark = opened.mark { device.keep(mark, email) }
    return opened
  }

  package func watch(from: LocalDate, to: LocalDate) {
    let days = from <= to ? from...to : to...from
    loop.execute { [driver] in driver.value.handle(.watch(days)) }
  }

  package func send(_ command: Command) {
    loop.execute { [driver] in driver.value.handle(.send(command)) }
  }

  package func hold(_ slot: HeldSlot?) {
    loop.execute { [driver] in driver.value.handle(.hold(slot)) }
  }

  /// Ends without a word, as a client whose power was cut. `events` ends.
  package func abandon() async {
    _ = try? await loop.submit { [driver] in _ = driver.value.close() }.get()
    await stopLoop()
  }

  package func close() async {
    let promise = loop.makePromise(of: Void.self)
    loop.execute { [driver] in
      guard let (session, address) = driver.value.close() else { return promise.succeed() }
      // Whether or not it was heard: the session ends by itself too.
      let logout = HTTPCall(.logout(session), to: address) { _ in promise.succeed() }
      logout.start(driver.value.connector)
    }
    try? await promise.futureResult.get()
    await stopLoop()
  }

  /// A lookup that is under way comes back to the loop. It may take as long as the system likes, so that
  /// nobody is kept waiting for it.
  private func stopLoop() async {
    guard let group else { return }
    let none = loop.makePromise(of: Void.self)
    let isNone = try? await loop.submit { [driver] in
      driver.value.connector.lookups.whenNoneIsLeft(none)
    }.get()
    if isNone == true {
      try? await group.shutdownGracefully()
    } else {
      Task {
        try? await none.futureResult.get()
        try? await group.shutdownGracefully()
      }
    }
  }
}
