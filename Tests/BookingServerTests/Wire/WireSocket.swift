import BookingDomain
import BookingProtocol
import BookingTesting
import NIOCore
import NIOPosix
import NIOWebSocket
import WebSocket

/// A WebSocket client of the tests' own: everything that it received, in order.
final class WireSocket: Sendable {
  struct Received: CustomStringConvertible {
    /// The head of the answer to the upgrade request.
    var head = ""
    var texts: [String] = []
    var messages: [ServerMessage] = []
    var close: WebSocketClose?
    /// Bytes came and went; nothing more will.
    var isOver = false

    var description: String {
      "\(head)\n\(texts.joined(separator: "\n"))\n\(String(describing: close))"
    }
    var events: [EventMessage] {
      messages.compactMap { if case .event(let event) = $0 { event } else { nil } }
    }
  }

  let received: Watched<Received>
  private let channel: any Channel

  private init(_ channel: any Channel, _ received: Watched<Received>) {
    (self.channel, self.received) = (channel, received)
  }

  /// Returns when the upgrade was answered, whatever the answer.
  static func open(port: Int, path: String, headers: [String] = [], early: ByteBuffer? = nil)
    async throws -> WireSocket
  {
    let received = Watched(Received())
    let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      // Little enough that a test can fill it.
      .channelOption(.socketOption(.so_rcvbuf), value: 32_768)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Upgrade(received: received))
        }
      }
      .connect(host: "127.0.0.1", port: port).get()
    let lines =
      [
        "GET \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Upgrade: websocket",
        "Connection: Upgrade", "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      ] + headers
    var request = ByteBuffer(string: lines.joined(separator: "\r\n") + "\r\n\r\n")
    if var early { request.writeBuffer(&early) }
    try await channel.writeAndFlush(request)
    _ = try await received.waits(for: "answer to the upgrade") { $0.head.isEmpty ? nil : true }
    return WireSocket(channel, received)
  }

  func send(_ message: ClientMessage, id: String? = nil) {
    let bytes = ClientCoding.encode(
      ClientEnvelope(message, id: id), timestamp: Timestamp(milliseconds: 0))
    send(text: String(decoding: bytes, as: UTF8.self))
  }

  /// Not as frames have to be.
  func send(bytes: [UInt8]) {
    channel.eventLoop.execute { [channel] in
      let end = try? channel.pipeline.syncOperations.handler(type: WebSocketHandler.self)
      end?.send(ByteBuffer(bytes: bytes))
    }
  }

  func send(text: String) {
    channel.writeAndFlush(
      WebSocketFrameBytes.text(ByteBuffer(string: text), mask: .random()), promise: nil)
  }

  /// The first message, past those before `start`, that `find` finds something in.
  func message<Found: Sendable>(
    from start: Int = 0, _ find: @escaping @Sendable (ServerMessage) -> Found?
  ) async throws -> Found {
    try await received.waits(for: "message") { received in
      received.messages.dropFirst(start).lazy.compactMap(find).first
    }
  }

  func acceptance() async throws -> ServerMessage.Accepted {
    try await message { if case .commandAccepted(let accepted) = $0 { accepted } else { nil } }
  }

  func refusal() async throws -> ServerMessage.Refused {
    try await message { if case .commandRefused(let refused) = $0 { refused } else { nil } }
  }

  /// The first event that `isWanted`, as it came.
  func event(where isWanted: @escaping @Sendable (EventMessage) -> Bool = { _ in true })
    async throws -> EventMessage
  {
    try await message { message in
      guard case .event(let event) = message, isWanted(event) else { return nil }
      return event
    }
  }

  func closed() async throws -> WebSocketClose {
    try await received.waits(for: "close") { $0.close }
  }

  /// Everything the server had sent before it answers this: what is not there by then was not sent.
  func settled() async throws -> Received {
    let id = "00000000-0000-4000-8000-\(String(UInt64.random(in: 0...0xFFFF_FFFF), radix: 16))"
    send(text: #"{"type":"PING","id":"\#(id)"}"#)
    return try await received.waits(for: "pong") { received in
      received.texts.contains { $0.contains(id) } ? received : nil
    }
  }

  /// From now on nothing is taken from the system any more.
  func stopReading() async throws {
    try await channel.setOption(.autoRead, value: false).get()
  }

  func readAgain() async throws {
    try await channel.setOption(.autoRead, value: true).get()
  }

  func leave() { channel.close(promise: nil) }

  /// Says at the level of TCP that nothing more comes.
  func endHalf() { channel.close(mode: .output, promise: nil) }
}

/// Waits for the answer to the upgrade, then makes room for the WebSocket.
private final class Upgrade: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let received: Watched<WireSocket.Received>
  private var bytes = ByteBuffer()

  init(received: Watched<WireSocket.Received>) { self.received = received }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var new = unwrapInboundIn(data)
    bytes.writeBuffer(&new)
    let text = String(buffer: bytes)
    guard let end = text.firstRange(of: "\r\n\r\n") else { return }
    let head = String(text[..<end.lowerBound])
    guard head.hasPrefix("HTTP/1.1 101") else {
      return received.change { $0.head = text }
    }
    bytes.moveReaderIndex(forwardBy: head.utf8.count + 4)
    let pipeline = context.pipeline.syncOperations
    do {
      try WebSocketHandler.add(to: pipeline, side: .client, limits: .fromServer)
      try pipeline.addHandler(Messages(received: received))
    } catch {
      return context.close(promise: nil)
    }
    received.change { $0.head = head }
    context.fireChannelRead(wrapInboundOut(bytes))
    pipeline.removeHandler(context: context, promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    received.change { $0.isOver = true }
    context.fireChannelInactive()
  }
}

private final class Messages: ChannelInboundHandler {
  typealias InboundIn = WebSocketEvent

  private let received: Watched<WireSocket.Received>

  init(received: Watched<WireSocket.Received>) { self.received = received }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .text(let text):
      received.change { received in
        received.texts.append(String(buffer: text))
        if let envelope = try? ServerCoding.decode(text.readableBytesView) {
          received.messages.append(envelope.message)
        }
      }
    case .closed(let close): received.change { $0.close = close }
    case .binary, .ping, .pong: break
    }
  }
}
