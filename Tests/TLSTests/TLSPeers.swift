import BookingTesting
import NIOCore
import NIOPosix
import TLS

/// What one end of a connection has noticed, in order.
struct Noticed: Sendable, CustomStringConvertible {
  var isEstablished = false
  var received = ByteBuffer()
  var failure: TLSFailure?
  var inputClosed = false
  var isClosed = false

  var text: String { String(buffer: received) }
  var description: String {
    "established \(isEstablished), \(received.readableBytes) bytes, failure "
      + "\(String(describing: failure)), input closed \(inputClosed), closed \(isClosed)"
  }
}

/// The application of these tests: notes what happens, and echoes if asked to.
final class Noticing: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let noticed: Watched<Noticed>
  private let echoes: Bool

  init(_ noticed: Watched<Noticed>, echoes: Bool = false) {
    (self.noticed, self.echoes) = (noticed, echoes)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    noticed.change { $0.received.writeImmutableBuffer(bytes) }
    if echoes { context.writeAndFlush(data, promise: nil) }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is TLSEstablished { noticed.change { $0.isEstablished = true } }
    if event as? ChannelEvent == .inputClosed { noticed.change { $0.inputClosed = true } }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let failure = error as? TLSFailure else { return }
    noticed.change { $0.failure = failure }
  }

  func channelInactive(context: ChannelHandlerContext) {
    noticed.change { $0.isClosed = true }
  }
}

/// A listening socket on loopback whose connections all note into one place.
struct TLSListener {
  let noticed = Watched(Noticed())
  let connections = Watched<[any Channel]>([])
  let port: Int
  private let channel: any Channel

  /// - Parameter context: nil speaks plainly.
  init(
    _ context: TLSContext?, echoes: Bool = false, halfCloses: Bool = false, readSize: Int = 65_536
  ) async throws {
    let (noticed, connections) = (noticed, connections)
    channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .childChannelOption(.allowRemoteHalfClosure, value: halfCloses)
      .childChannelOption(
        .recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: readSize)
      )
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let context {
            try channel.pipeline.syncOperations.addHandler(context.serverHandler())
          }
          try channel.pipeline.syncOperations.addHandler(Noticing(noticed, echoes: echoes))
          connections.change { $0.append(channel) }
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  func stop() async throws {
    for connection in connections.value { try? await connection.close() }
    try await channel.close()
  }
}

/// A connection to a listener.
struct TLSCaller {
  let noticed = Watched(Noticed())
  let channel: any Channel

  /// - Parameter context: nil speaks plainly.
  init(
    _ context: TLSContext?, port: Int, host: String = "localhost", halfCloses: Bool = false,
    readSize: Int = 65_536, handshakeSeconds: Int64 = 10
  ) async throws {
    let noticed = noticed
    channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .channelOption(.allowRemoteHalfClosure, value: halfCloses)
      .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: readSize))
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let context {
            try channel.pipeline.syncOperations.addHandler(
              context.clientHandler(host: host, handshakeSeconds: handshakeSeconds))
          }
          try channel.pipeline.syncOperations.addHandler(Noticing(noticed))
        }
      }
      .connect(host: "127.0.0.1", port: port).get()
  }

  func say(_ text: String) async throws {
    try await channel.writeAndFlush(ByteBuffer(string: text))
  }
}
