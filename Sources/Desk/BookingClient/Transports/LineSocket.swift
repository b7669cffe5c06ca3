import BookingDomain
import BookingProtocol
import LinePromise
import NIOCore
import NIOHTTP1
import NIOWebSocket
import WebSocket

/// One WebSocket to a booking server, from the connection to the end. Belongs to its event loop.
final class LineSocket {
  private let address: ServerAddress
  private let path: String
  private let token: String
  private var tell: ((LineRules.SocketEvent) -> Void)?
  private var channel: (any Channel)?
  private var isOpen = false
  /// Since when a message has been coming whose end has not.
  private var unfinishedSince: NIODeadline?
  /// Room for the largest picture on the slowest line that anybody works over. Bytes prove life, and
  /// one now and then would prove it for ever.
  private static let longestMessage = TimeAmount.minutes(2)

  /// - Parameter tell: called for everything that happens; `.ended` is the last. Never after
  ///   `drop`.
  init(
    to address: ServerAddress, for session: ClientSession,
    _ tell: @escaping (LineRules.SocketEvent) -> Void
  ) {
    self.address = address
    let person = session.person
    path = "\(address.path)/websocket/booking/\(person.role.userType)/\(person.id.number)"
    token = session.token
    self.tell = tell
  }

  func start(_ connector: Connector) {
    var randomness = SystemRandomNumberGenerator()
    let key = WebSocketHandshake.makeKey(using: &randomness)
    connector.connect(to: address) { channel in
      let pipeline = channel.pipeline.syncOperations
      try pipeline.addHandler(Hearing(self))
      let encoder = HTTPRequestEncoder()
      let decoder = ByteToMessageHandler(HTTPResponseDecoder(leftOverBytesStrategy: .forwardBytes))
      try pipeline.addHandler(encoder)
      try pipeline.addHandler(decoder)
      try pipeline.addHandler(Opening(self, key: key, encoder, decoder))
    }.assumeIsolated().whenComplete { result in
      switch result {
      case .failure(let error): self.failed(error)
      case .success(let channel): self.connected(channel, key)
      }
    }
  }

  func say(_ bytes: [UInt8]) {
    let frame = WebSocketFrameBytes.text(ByteBuffer(bytes: bytes), mask: .random())
    channel?.pipeline.syncOperations.writeAndFlush(NIOAny(frame), promise: nil)
  }

  func ping() {
    channel?.pipeline.syncOperations.triggerUserOutboundEvent(WebSocketOrder.ping, promise: nil)
  }

  /// Ends it, politely where it is open.
  func drop() {
    tell = nil
    guard isOpen else { return channel?.close(promise: nil) ?? () }
    channel?.pipeline.syncOperations.triggerUserOutboundEvent(
      WebSocketOrder.close(.goingAway("")), promise: nil)
  }

  private func connected(_ channel: any Channel, _ key: String) {
    guard tell != nil else { return channel.close(promise: nil) }
    self.channel = channel
    let head = WebSocketHandshake.request(
      path: path, key: key,
      headers: ["Host": address.hostAndPort, "Authorization": "Bearer \(token)"])
    let pipeline = channel.pipeline.syncOperations
    pipeline.write(NIOAny(HTTPClientRequestPart.head(head)), promise: nil)
    pipeline.writeAndFlush(NIOAny(HTTPClientRequestPart.end(nil)), promise: nil)
  }

  private func failed(_ error: any Error) {
    let failure = TransportFailure(error, at: address)
    let sentence = failure.sentence
    if failure.isAboutTrust {
      end(.distrusted(sentence: sentence))
    } else {
      end(failure.isAbsence ? .absent(sentence: sentence) : .failed(sentence: sentence))
    }
  }

  private func end(_ ending: LineRules.SocketEnding) {
    guard let tell else { return }
    self.tell = nil
    tell(.ended(ending))
    // A WebSocket ends by its own handshake; anything before one is of no use any more.
    if !isOpen { channel?.close(promise: nil) }
  }
}

// MARK: - What the channel says

extension LineSocket {
  fileprivate func opened() {
    isOpen = true
    tell?(.opened)
  }

  fileprivate func refused(_ status: Int, _ body: ByteBuffer, _ breach: String) {
    let sentence = ErrorBody.sentence(in: body) ?? breach
    end(status == 101 ? .failed(sentence: breach) : .refused(status: status, sentence: sentence))
  }

  fileprivate func caught(_ error: any Error) {
    failed(error is HTTPParserError ? TransportFailure.notHTTP(address) : error)
    channel?.close(promise: nil)
  }

  fileprivate func heard() {
    guard isOpen else { return }
    let now = NIODeadline.now()
    if let unfinishedSince, now - unfinishedSince > Self.longestMessage {
      end(.failed(sentence: "the server's message does not end"))
      channel?.close(promise: nil)
      return
    }
    unfinishedSince = unfinishedSince ?? now
    tell?(.heard)
  }

  fileprivate func received(_ event: WebSocketEvent) {
    unfinishedSince = nil
    switch event {
    case .text(let bytes): message(bytes)
    case .binary, .ping, .pong: break
    case .closed(let close) where close.code == WebSocketClose.lost().code:
      end(.failed(sentence: "the connection was lost"))
    case .closed(let close): end(.closed(code: close.code, reason: close.reason))
    }
  }

  private func message(_ bytes: ByteBuffer) {
    do throws(MessageProblem) {
      tell?(.message(try ServerCoding.decode(bytes.readableBytesView)))
    } catch {
      switch error {
      // A word of a newer server, which the protocol lets older clients pass over.
      case .unknownType: break
      case .malformed(let detail): tell?(.unreadable(detail: detail))
      }
    }
  }

  fileprivate func inactive() { failed(ChannelError.eof) }
}

/// Notes that bytes came: only they prove life.
private final class Hearing: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let socket: LineSocket

  init(_ socket: LineSocket) { self.socket = socket }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    socket.heard()
    context.fireChannelRead(data)
  }
}

/// Waits for the answer to the handshake and makes the pipeline a WebSocket's.
private final class Opening: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPClientResponsePart

  /// Of an answer that is a refusal: room for a sentence.
  private static let longestBody = 65_536

  private let socket: LineSocket
  private let key: String
  private let encoder: HTTPRequestEncoder
  private let decoder: ByteToMessageHandler<HTTPResponseDecoder>
  private var head: HTTPResponseHead?
  private var body = ByteBuffer()
  /// What came after the answer, while HTTP leaves the pipeline; nil before.
  private var waiting: [NIOAny]?

  init(
    _ socket: LineSocket, key: String, _ encoder: HTTPRequestEncoder,
    _ decoder: ByteToMessageHandler<HTTPResponseDecoder>
  ) {
    (self.socket, self.key, self.encoder, self.decoder) = (socket, key, encoder, decoder)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if waiting != nil {
      waiting?.append(data)
      return
    }
    switch unwrapInboundIn(data) {
    case .head(let head):
      if head.status.code == 101 || head.status.code >= 200 { self.head = head }
    case .body(var bytes):
      if body.readableBytes < Self.longestBody { body.writeBuffer(&bytes) }
    case .end: answered(context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { socket.caught(error) }

  func channelInactive(context: ChannelHandlerContext) { socket.inactive() }

  private func answered(_ context: ChannelHandlerContext) {
    guard let head else { return }
    if let breach = WebSocketHandshake.breach(in: head, forKey: key) {
      return socket.refused(Int(head.status.code), body, breach)
    }
    waiting = []
    let pipeline = context.pipeline.syncOperations
    pipeline.removeHandler(encoder, promise: nil)
    // While the decoder leaves it hands on the bytes that it still has, and fails at any answer
    // that passes through it. So the WebSocket begins when it is gone.
    pipeline.removeHandler(decoder).assumeIsolated().whenSuccess { self.becomeWebSocket(context) }
  }

  private func becomeWebSocket(_ context: ChannelHandlerContext) {
    do {
      let pipeline = context.pipeline.syncOperations
      try WebSocketHandler.add(to: pipeline, side: .client, limits: .fromServer)
      try pipeline.addHandler(Receiving(socket))
    } catch {
      return socket.caught(error)
    }
    socket.opened()
    for data in waiting ?? [] { context.fireChannelRead(data) }
    context.fireChannelReadComplete()
    context.pipeline.syncOperations.removeHandler(self, promise: nil)
  }
}

/// Hands the WebSocket's events on.
private final class Receiving: ChannelInboundHandler {
  typealias InboundIn = WebSocketEvent

  private let socket: LineSocket

  init(_ socket: LineSocket) { self.socket = socket }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    socket.received(unwrapInboundIn(data))
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { socket.caught(error) }

  func channelInactive(context: ChannelHandlerContext) { socket.inactive() }
}
