import BookingDomain
import BookingStore
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
import TLS

/// The booking server: HTTP and WebSocket on one port, in front of one store.
///
/// The front door of this module. `start` returns when the server answers; `drain` ends it
/// without losing what is in flight.
package final class BookingServer: Sendable {
  /// Where it listens, with the port that was really taken: `http://127.0.0.1:8080`.
  package let url: String
  package let port: Int
  /// Connections that there are places for.
  package var places: Int { parts.doors.places }
  /// WebSockets among them; the rest is for log-ins, polls and short questions.
  package var socketPlaces: Int { parts.doors.socketPlaces }

  let parts: ServerParts
  private let passwords: PasswordCheck
  private let group: MultiThreadedEventLoopGroup
  private let listener: any Channel
  private let backgroundTasks: Task<Void, Never>
  private let drainage = Mutex<Task<Void, Never>?>(nil)

  private init(
    url: String, port: Int, parts: ServerParts, passwords: PasswordCheck,
    group: MultiThreadedEventLoopGroup, listener: any Channel, backgroundTasks: Task<Void, Never>
  ) {
    self.url = url
    self.port = port
    self.parts = parts
    self.passwords = passwords
    self.group = group
    self.listener = listener
    self.backgroundTasks = backgroundTasks
  }

  /// - Parameters:
  ///   - threads: event loops; one a core by default.
  ///   - houseKeeping: what managers see and change beside the bookings; nil for nothing.
  /// - Throws: `OperatingError` with the sentence for the operator: a port in use, an unreadable
  ///   certificate, a database that is of no use.
  package static func start(
    _ configuration: ServerConfiguration, store: any BookingStore, clock: Clock = .system,
    log: Logger, threads: Int = System.coreCount, houseKeeping: HouseKeeping? = nil
  ) async throws -> BookingServer {
    let position: LogPosition
    do { position = try await store.position() } catch let failure as StoreFailure {
      throw OperatingError(failure.sentence)
    }
    if let tooFew = configuration.limits.tooFewFiles(loops: threads) { throw tooFew }
    let tls = try Certificates.context(configuration.tls, log: log)
    let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
    let parts = ServerParts(
      configuration, store: store, clock: clock, log: log, group: group, position: position,
      houseKeeping: houseKeeping)
    let passwords = PasswordCheck()
    let endpoints = Endpoints(parts: parts, passwords: passwords)
    do {
      let listener = try await Listener(parts: parts, endpoints: endpoints, tls: tls)
        .listen(on: group)
      let port = listener.localAddress?.port ?? configuration.port
      return BookingServer(
        url: configuration.url(port: port), port: port, parts: parts, passwords: passwords,
        group: group, listener: listener,
        backgroundTasks: Task { await BackgroundTasks(parts: parts, tls: tls).run() }
      )
    } catch {
      await passwords.stop()
      try? await group.shutdownGracefully()
      throw Listener.sentence(for: error, configuration)
    }
  }

  /// Takes over what can change while the server runs: public address, proxies, origins, keep-alive
  /// time, whether there are WebSockets, and the metrics' token. The rest waits for a restart.
  package func take(_ configuration: ServerConfiguration) { parts.live.replace(by: configuration) }

  /// Stops accepting, tells everybody with a slot to come back in, finishes what is in flight,
  /// closes everything in paces with 1012, and returns when the last is gone. Asked again, it
  /// waits for the same end.
  package func drain() async {
    let task = drainage.withLock { running in
      let task = running ?? Task { await drainOnce() }
      running = task
      return task
    }
    await task.value
  }

  /// Returns when every event loop has taken a turn; one that hangs keeps the asker waiting.
  package func takesTurns() async {
    for loop in group.makeIterator() { try? await loop.submit {}.get() }
  }

  private func drainOnce() async {
    let hub = parts.hub
    parts.log.notice("draining", metadata: ["connections": .stringConvertible(hub.sockets)])
    hub.beginDraining()
    try? await listener.close()
    parts.announcements.end()
    let sockets = hub.sockets
    let spread = ReconnectSlots.spread(of: sockets)
    let span = min(parts.configuration.drainTime / 2, .milliseconds(spread))
    hub.onEachSocket { socket in
      let place = ReconnectSlots.milliseconds(connection: socket.number, of: sockets)
      // Connections are closed one after the other, over as long a time as their clients are told
      // to take for coming back, so that they do not all arrive at once.
      let share = Double(place) / Double(spread)
      let pause = TimeAmount.nanoseconds(Int64(Double(TimeAmount(span).nanoseconds) * share))
      // A client that comes back while others are still being closed finds no server yet, and would
      // then wait longer for its next try.
      let rest = (TimeAmount(span) - pause).nanoseconds / 1_000_000
      socket.drain(
        reason: "The server is restarting; you will be connected again.",
        slot: place + Int(rest) + ReconnectSlots.restart, after: pause)
    }
    await parts.waiting(within: parts.configuration.drainTime) { $0.hub.connections == 0 }
    backgroundTasks.cancel()
    await backgroundTasks.value
    await passwords.stop()
    await stopLoops()
    parts.log.notice("stopped")
  }

  /// Longer than a question takes and than an order waits for a lock, and gone before the next server
  /// on the same file gives up.
  private static let errandTime = Duration.seconds(4)

  /// What is still asked of a database that says nothing comes back to its loop at some time; nobody
  /// is kept waiting for it for long.
  private func stopLoops() async {
    await parts.waiting(within: Self.errandTime) { $0.errands.areAllBack }
    if parts.errands.areAllBack {
      try? await group.shutdownGracefully()
    } else {
      Task {
        await parts.errands.allBack()
        try? await group.shutdownGracefully()
      }
    }
  }
}

extension ServerParts {
  fileprivate func waiting(within time: Duration, _ isSo: (ServerParts) -> Bool) async {
    let deadline = ContinuousClock.now + time
    while !isSo(self), ContinuousClock.now < deadline {
      try? await Task.sleep(for: .milliseconds(10))
    }
  }
}

extension ServerConfiguration {
  /// Where the server is reached on this machine, once it listens on `port`.
  fileprivate func url(port: Int) -> String {
    let scheme = tls == nil ? "http" : "https"
    return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
  }
}
