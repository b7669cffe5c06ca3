import BookingDomain
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import TLS

/// The listening socket, and what every connection begins with.
struct Listener: Sendable {
  /// More waiting connections than any restart brings; the system caps it at its own limit.
  private static let backlog: Int32 = 4_096
  /// A socket whose system buffer is full and that holds this much more is not written to until
  /// it has drained; what comes meanwhile waits in its queue, where older news can give way.
  private static let watermark = ChannelOptions.Types.WriteBufferWaterMark(
    low: 16_384, high: 65_536)
  /// TCP_NOTSENT_LOWAT (Linux): what the system takes ahead of a slow reader. Without it that is
  /// up to 4 MB a connection, and everything in it is old before it leaves.
  private static let unsent = ChannelOptions.Types.SocketOption(
    level: .tcp, name: NIOBSDSocket.Option(rawValue: 25))
  private static let unsentBytes = 131_072
  /// Connections beyond the places, of those who are being told that there is none.
  private static let leaving = 32

  let parts: ServerParts
  let endpoints: Endpoints
  let tls: TLSContext?

  func listen(on group: MultiThreadedEventLoopGroup) async throws -> any Channel {
    let places = parts.doors.places
    return try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: Self.backlog)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(AcceptGate(most: places + Self.leaving))
        }
      }
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(Self.unsent, value: Self.unsentBytes)
      .childChannelOption(.writeBufferWaterMark, value: Self.watermark)
      .childChannelOption(.recvAllocator, value: ReadBuffers())
      // A client that has ended its own half after asking still wants its answer.
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try begin(channel) }
      }
      .bind(host: parts.configuration.host, port: parts.configuration.port)
      .get()
  }

  private func begin(_ channel: any Channel) throws {
    let hub = parts.hub
    hub.connectionOpened()
    channel.closeFuture.whenComplete { _ in hub.connectionClosed() }
    let pipeline = channel.pipeline.syncOperations
    if parts.configuration.web.hasProxyProtocol {
      try pipeline.addHandler(ProxyProtocolHandler(endpoints.forwarding))
    }
    if let tls { try pipeline.addHandler(tls.serverHandler()) }
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = 8_192
    limits.maxHeaderListSize = 16_384
    limits.maxHeaderFieldCount = 100
    let decoder = HTTPRequestDecoder(
      leftOverBytesStrategy: .forwardBytes, limitConfiguration: limits)
    try pipeline.addHandler(HTTPResponseEncoder())
    try pipeline.addHandler(FirstLineGuard())
    try pipeline.addHandler(ByteToMessageHandler(decoder))
    try pipeline.addHandler(HTTPHandler(parts: parts, endpoints: endpoints))
  }

  /// Why it cannot listen, for the operator.
  static func sentence(for error: any Error, _ configuration: ServerConfiguration)
    -> OperatingError
  {
    let place = "\(configuration.host):\(configuration.port)"
    if let known = error as? OperatingError { return known }
    if error is SocketAddressError || error is SocketAddressError.UnknownHost {
      return noAddress(configuration)
    }
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE:
      return configuration.placeTaken
    case EACCES:
      return OperatingError(
        "The system does not allow this user to listen on \(place); choose a port above 1023.")
    case EADDRNOTAVAIL:
      return noAddress(configuration)
    default:
      return OperatingError("Cannot listen on \(place): \(error).")
    }
  }

  private static func noAddress(_ configuration: ServerConfiguration) -> OperatingError {
    OperatingError(
      "\(configuration.host) is no address of this machine; choose another one with --listen.",
      isOfSettings: true)
  }
}

extension ServerConfiguration {
  /// What to say where somebody listens there already.
  package var placeTaken: OperatingError {
    OperatingError(
      "\(host):\(port) is in use by another program; stop it, or choose another port with --listen."
    )
  }
}
