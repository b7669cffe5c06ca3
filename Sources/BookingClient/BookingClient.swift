import BookingDomain
import BookingProtocol
import NIOCore
import NIOPosix
import TLS

/// The live line: `LineRules` on one event loop thread of its own.
package final class BookingClient: BookingLine {
  package let events: AsyncStream<ClientEvent>

  private let addresses: [ServerAddress]
  private let group: MultiThreadedEventLoopGroup
  private let loop: any EventLoop
  private let driver: NIOLoopBoundBox<LineDriver>

  /// - Parameters:
  ///   - servers: tried in this order; all have the same database behind them.
  ///   - caFile: who may sign the servers' certificates (PEM); nil trusts whom the system trusts.
  /// - Throws: `LoginFailure` where the file cannot be used.
  package convenience init(servers: [ServerAddress], caFile: String? = nil) throws(LoginFailure) {
    let clock = SteadyClock()
    try self.init(
      servers: servers, caFile: caFile, randomness: SystemRandomNumberGenerator(),
      clock: { clock.now })
  }

  init(
    servers: [ServerAddress], caFile: String?,
    randomness: any RandomNumberGenerator & Sendable, clock: @escaping @Sendable () -> Timestamp
  ) throws(LoginFailure) {
    let trust = try Self.trust(servers, caFile)
    let queue = EventQueue()
    events = AsyncStream { await queue.next() }
    addresses = servers
    group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let loop = group.next()
    self.loop = loop
    let connector = Connector(loop: loop, trust: trust)
    driver = .makeBoxSendingValue(
      LineDriver(servers, connector, queue, randomness: randomness, clock: clock), eventLoop: loop)
  }

  /// The system's store is read only where a server needs it: it takes longer than the rest of the
  /// start.
  private static func trust(_ servers: [ServerAddress], _ caFile: String?) throws(LoginFailure)
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
    let promise = loop.makePromise(of: Login.Outcome.self)
    let request = LoginRequest(email: email, password: password)
    loop.execute { [addresses, driver] in
      Login(request, addresses, driver.value.connector, promise).tryServer(0)
    }
    let (answer, server) = try await promise.futureResult.get().get()
    loop.execute { [driver] in driver.value.handle(.loggedIn(answer, server: server)) }
    return answer.person
  }

  package func watch(from: LocalDate, to: LocalDate) {
    let days = from <= to ? from...to : to...from
    loop.execute { [driver] in driver.value.handle(.watch(days)) }
  }

  package func send(_ command: Command) {
    loop.execute { [driver] in driver.value.handle(.send(command)) }
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
    try? await group.shutdownGracefully()
  }
}
