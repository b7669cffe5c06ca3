import NIOCore
import NIOPosix
import TLS

/// Makes connections to the servers, all on the one event loop, secure where the address says so.
struct Connector {
  /// Room for a slow line, and short enough that the next server is tried while a person waits.
  static let patience = TimeAmount.seconds(5)

  let loop: any EventLoop
  /// Nil where no address needs it.
  let trust: TLSContext?
  let lookups = LookupsUnderWay()

  /// - Parameter configure: adds what stands above TLS, on the loop.
  func connect(
    to address: ServerAddress, _ configure: @escaping (any Channel) throws -> Void
  ) -> EventLoopFuture<any Channel> {
    let configure = NIOLoopBound(configure, eventLoop: loop)
    let trust = address.isSecure ? trust : nil
    return ClientBootstrap(group: loop)
      .connectTimeout(Self.patience)
      .resolver(NameLookup(lookups, on: loop))
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let trust {
            try channel.pipeline.syncOperations.addHandler(
              trust.clientHandler(host: address.host))
          }
          try configure.value(channel)
        }
      }
      .connect(host: address.host, port: address.port)
  }
}
