import BookingLab
import BookingTesting
import Glibc
import NIOCore
import NIOPosix
import NIOWebSocket
import WebSocket

/// A client that says bytes and keeps what it hears.
final class PlainCaller: Sendable {
  enum Ending: Hashable, Sendable {
    case finished
    case reset
  }

  struct Heard: Sendable {
    fileprivate(set) var bytes = ByteBuffer()
    fileprivate(set) var ending: Ending?
  }

  let heard = Watched(Heard())
  private let channel: any Channel

  /// - Parameter isWebSocket: whether the opening is done before this returns.
  init(_ address: FaultProxy.Address, isWebSocket: Bool = false) async throws {
    let heard = heard
    channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Listening(heard))
        }
      }
      .connect(host: address.host, port: address.port).get()
    if isWebSocket {
      say(Self.upgrade)
      try await hears(Self.upgraded)
    }
  }

  static let upgrade = "GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n"
  static let upgraded = "HTTP/1.1 101 Switching Protocols\r\n\r\n"

  func say(_ text: String) { say(ByteBuffer(string: text)) }
  func say(_ bytes: ByteBuffer) { channel.writeAndFlush(bytes, promise: nil) }

  /// Says envelopes of these types, each in a masked frame.
  /// - Returns: the frames.
  @discardableResult
  func say(types: [String]) -> [ByteBuffer] {
    let frames = types.map { PlainCaller.frame(#"{"data":{"type":"inner"},"type":"\#($0)"}"#) }
    for frame in frames { say(frame) }
    return frames
  }

  static func frame(_ text: String) -> ByteBuffer {
    WebSocketFrameBytes.text(ByteBuffer(string: text), mask: [1, 2, 3, 4]).buffer
  }

  /// Waits for exactly these bytes, which are then forgotten.
  func hears(_ wanted: ByteBuffer) async throws {
    try await heard.waits(for: "\(wanted.readableBytes) bytes") { heard in
      heard.bytes.readableBytesView.starts(with: wanted.readableBytesView) ? true : nil
    }
    heard.change { $0.bytes.moveReaderIndex(forwardBy: wanted.readableBytes) }
  }

  func hears(_ text: String) async throws { try await hears(ByteBuffer(string: text)) }

  func hears(_ frames: [ByteBuffer]) async throws {
    for frame in frames { try await hears(frame) }
  }

  func ends() async throws -> Ending {
    try await heard.waits(for: "the end") { $0.ending }
  }

  /// Whether the system still takes what is said.
  var isWritable: Bool { channel.isWritable }

  func close() { channel.close(promise: nil) }
}

private final class Listening: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let heard: Watched<PlainCaller.Heard>

  init(_ heard: Watched<PlainCaller.Heard>) { self.heard = heard }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    heard.change { $0.bytes.writeImmutableBuffer(bytes) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if (error as? IOError)?.errnoCode == ECONNRESET { heard.change { $0.ending = .reset } }
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    heard.change { $0.ending = $0.ending ?? .finished }
  }
}
