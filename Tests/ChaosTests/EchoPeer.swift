import BookingLab
import BookingTesting
import NIOCore
import NIOPosix

/// A server that says everything back: a request's body with 200, and after `Upgrade: websocket`
/// every byte.
final class EchoPeer: Sendable {
  let address: FaultProxy.Address
  /// Bytes that it has received, heads of requests included.
  let heard: Watched<Int>
  private let listener: any Channel

  private init(listener: any Channel, heard: Watched<Int>) {
    self.listener = listener
    self.heard = heard
    address = FaultProxy.Address(port: listener.localAddress?.port ?? 0)
  }

  static func start() async throws -> EchoPeer {
    let heard = Watched(0)
    let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(EchoHandler(heard))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return EchoPeer(listener: listener, heard: heard)
  }

  func stop() async { try? await listener.close() }
}

private final class EchoHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let heard: Watched<Int>
  private var isUpgraded = false
  private var request = ""

  init(_ heard: Watched<Int>) { self.heard = heard }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    heard.change { $0 += bytes.readableBytes }
    if isUpgraded {
      context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
      return
    }
    request += String(buffer: bytes)
    guard let headEnd = request.firstRange(of: "\r\n\r\n")?.upperBound else { return }
    let (head, body) = (request[..<headEnd], request[headEnd...])
    isUpgraded = head.contains("Upgrade: websocket")
    let answer =
      isUpgraded
      ? "HTTP/1.1 101 Switching Protocols\r\n\r\n\(body)"
      : "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    request = ""
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
