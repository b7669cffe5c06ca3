import BookingTesting
import NIOCore
import NIOPosix

/// Stands between clients and their server on loopback, and lets go wrong on the way what a
/// `FaultScript` says. It understands as much of HTTP and WebSocket as it takes to tell one
/// message from the next; everything else, TLS too, it passes on unseen.
package final class FaultProxy: Sendable {
  package struct Address: Hashable, Sendable {
    package let host: String
    package let port: Int

    package init(host: String = "127.0.0.1", port: Int) { (self.host, self.port) = (host, port) }

    /// Nil where there is no port in the URL, such as `http://127.0.0.1:40321`.
    package init?(url: String) {
      let authority = url.split(separator: "/").first { !$0.hasSuffix(":") } ?? ""
      guard let colon = authority.lastIndex(of: ":"),
        let port = Int(authority[authority.index(after: colon)...]), (0...65_535).contains(port)
      else { return nil }
      self.init(host: String(authority[..<colon]), port: port)
    }
  }

  package struct Tally: Sendable {
    /// Connections, ever and at present.
    package internal(set) var opened = 0
    package internal(set) var open = 0
    /// Faults that happened, by their word.
    package internal(set) var faults: [String: Int] = [:]
  }

  package let address: Address
  package let tally: Watched<Tally>
  private let group: MultiThreadedEventLoopGroup
  private let listener: any Channel
  private let connections: NIOLoopBound<ProxyConnections>

  private init(
    address: Address, tally: Watched<Tally>, group: MultiThreadedEventLoopGroup,
    listener: any Channel, connections: NIOLoopBound<ProxyConnections>
  ) {
    self.address = address
    self.tally = tally
    self.group = group
    self.listener = listener
    self.connections = connections
  }

  package var url: String { "http://\(address.host):\(address.port)" }

  /// - Parameter listen: port 0 picks a free one.
  package static func start(
    to upstream: Address, listen: Address = Address(port: 0), _ script: FaultScript = FaultScript()
  ) async throws -> FaultProxy {
    // One thread: the order of what happens is the order in which it came.
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let loop = group.next()
    let tally = Watched(Tally())
    let connections = try await loop.submit {
      NIOLoopBound(
        ProxyConnections(upstream: upstream, script: script, tally: tally, loop: loop),
        eventLoop: loop)
    }.get()
    do {
      let listener = try await ServerBootstrap(group: group)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        // A herd of clients comes in one instant.
        .serverChannelOption(.backlog, value: 4096)
        .childChannelOption(.allowRemoteHalfClosure, value: true)
        .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
        .childChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(
              ProxyLeg(.client, of: connections.value.open()))
          }
        }
        .bind(host: listen.host, port: listen.port).get()
      let port = listener.localAddress?.port ?? listen.port
      return FaultProxy(
        address: Address(host: listen.host, port: port), tally: tally, group: group,
        listener: listener, connections: connections)
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
  }

  /// What happens to connections that are opened from now on.
  package func use(_ script: FaultScript) async { await onLoop { $0.script = script } }

  /// Lets nothing more go wrong, on any connection. Those that are half-open stay so.
  package func calm() async { await onLoop { $0.isCalm = true } }

  /// Resets every connection, as when a router is switched off.
  package func cut() async { await onLoop { $0.cut() } }

  package func stop() async {
    try? await listener.close()
    await cut()
    try? await group.shutdownGracefully()
  }

  private func onLoop(_ body: @escaping @Sendable (ProxyConnections) -> Void) async {
    let connections = connections
    try? await listener.eventLoop.submit { body(connections.value) }.get()
  }
}
