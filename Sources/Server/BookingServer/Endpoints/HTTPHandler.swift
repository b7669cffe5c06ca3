import BookingDomain
import BookingStore
import Logging
import NIOCore
import NIOHTTP1
import WebSocket

/// One HTTP connection: gathers a request, has it answered, and on the way to a WebSocket makes
/// room for it. One request at a time; what is pipelined waits.
final class HTTPHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = Never
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  /// A whole request has to arrive within this, and the next within this after the answer: it
  /// ends those who hold a connection open by a byte a minute.
  private static let patience = TimeAmount.seconds(30)

  private let parts: ServerParts
  private let endpoints: Endpoints
  private var head: HTTPRequestHead?
  private var body = ByteBuffer()
  private var isAnswering = false
  private var isFinal = false
  private var waiting = CircularBuffer<HTTPServerRequestPart>()
  private var holdsRead = false
  private var deadline: Scheduled<Void>?
  private var rate: TokenBucket

  init(parts: ServerParts, endpoints: Endpoints) {
    self.parts = parts
    self.endpoints = endpoints
    rate = TokenBucket(
      capacity: parts.limits.messageBurst, perSecond: parts.limits.messagesPerSecond,
      now: parts.clock.now())
  }

  func handlerAdded(context: ChannelHandlerContext) { beginPatience(context) }

  func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func read(context: ChannelHandlerContext) {
    if isAnswering { holdsRead = true } else { context.read() }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let part = unwrapInboundIn(data)
    guard !isFinal else { return }
    if isAnswering { waiting.append(part) } else { take(part, context) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let problem = error as? HTTPParserError, !isFinal, !isAnswering else {
      parts.log.debug("connection error", metadata: ["error": "\(error)"])
      return context.close(promise: nil)
    }
    let answer: HTTPAnswer =
      problem == .headerOverflow
      ? .final(.requestHeaderFieldsTooLarge, "The request's headers are too large.")
      : .final(.badRequest, "This is not a valid HTTP request.")
    write(answer, context)
  }

  private func beginPatience(_ context: ChannelHandlerContext) {
    deadline?.cancel()
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: Self.patience) {
      context.close(promise: nil)
    }
  }
}

// MARK: - A request

extension HTTPHandler {
  private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
    switch part {
    case .head(let head):
      self.head = head
      body.clear()
      let declared = head.headers.first(name: "Content-Length").flatMap(Int.init) ?? 0
      if declared > parts.limits.message { refuseBody(context) }
    case .body(var bytes):
      guard !isFinal else { return }
      body.writeBuffer(&bytes)
      if body.readableBytes > parts.limits.message { refuseBody(context) }
    case .end:
      guard let head, !isFinal else { return }
      self.head = nil
      answer(head, context)
    }
  }

  private func refuseBody(_ context: ChannelHandlerContext) {
    let sentence = "A request body is at most \(parts.limits.message) bytes long."
    write(.final(.payloadTooLarge, sentence), context)
  }

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    isAnswering = true
    guard rate.take(at: parts.clock.now()) else {
      return write(.final(.tooManyRequests, "Too many requests at once; slow down."), context, head)
    }
    let request = HTTPRequest(
      head: head, body: body, address: context.remoteAddress?.ipAddress ?? "unknown",
      loop: context.eventLoop)
    body = ByteBuffer()
    if let path = SocketPath(request.path) {
      return upgrade(request, path, context)
    }
    let endpoints = endpoints
    context.eventLoop.makeFutureWithTask { await endpoints.answer(request) }
      .assumeIsolated().whenSuccess { answer in
        var answer = answer
        // After a request with an Upgrade header NIO's decoder reads no more requests.
        if head.headers.contains(name: "Upgrade") { answer.closes = true }
        self.write(answer, context, head)
      }
  }

  /// - Parameter head: nil where the request could not be read.
  private func write(
    _ answer: HTTPAnswer, _ context: ChannelHandlerContext, _ head: HTTPRequestHead? = nil
  ) {
    guard !isFinal, context.channel.isActive else { return }
    let keepsAlive = !answer.closes && !parts.hub.isDraining && head?.isKeepAlive ?? false
    var headers = answer.headers
    headers.replaceOrAdd(name: "Content-Length", value: String(answer.body.count))
    headers.replaceOrAdd(name: "Connection", value: keepsAlive ? "keep-alive" : "close")
    let responseHead = HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers)
    context.write(wrapOutboundOut(.head(responseHead)), promise: nil)
    if head?.method != .HEAD {
      context.write(
        wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    if keepsAlive { next(context) } else { end(context) }
  }

  private func next(_ context: ChannelHandlerContext) {
    isAnswering = false
    beginPatience(context)
    while !isAnswering, !isFinal, let part = waiting.popFirst() { take(part, context) }
    if holdsRead, !isAnswering {
      holdsRead = false
      context.read()
    }
  }

  /// Ends our half first: closing with bytes unread would reset the connection, and the reset may
  /// overtake the answer.
  private func end(_ context: ChannelHandlerContext) {
    isFinal = true
    isAnswering = false
    waiting.removeAll()
    context.close(mode: .output, promise: nil)
    deadline?.cancel()
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(2)) {
      context.close(promise: nil)
    }
    if holdsRead { context.read() }
  }
}

// MARK: - The way to a WebSocket

extension HTTPHandler {
  private func upgrade(
    _ request: HTTPRequest, _ path: SocketPath, _ context: ChannelHandlerContext
  ) {
    let headers: HTTPHeaders
    do throws(WebSocketHandshake.Refusal) {
      headers = try WebSocketHandshake.answer(to: request.head)
    } catch {
      var answer = HTTPAnswer.final(error.status, error.sentence)
      if error.status == .upgradeRequired {
        answer = answer.with("Upgrade", "websocket").with("Sec-WebSocket-Version", "13")
      }
      return write(answer, context, request.head)
    }
    if let refusal = refusal(of: request) { return write(refusal, context, request.head) }
    let sessions = parts.sessions
    let token = request.token
    context.eventLoop.makeFutureWithTask { try await sessions.find(token) }
      .assumeIsolated().whenComplete { result in
        self.sessionFound(result, token, request, path, headers, context)
      }
  }

  private func refusal(of request: HTTPRequest) -> HTTPAnswer? {
    guard OriginCheck(allowed: parts.configuration.allowedOrigins).admits(request.head.headers)
    else { return .final(.forbidden, "Pages of another origin may not connect.") }
    guard !parts.hub.isDraining else {
      return .final(.serviceUnavailable, "The server is restarting; connect again in a moment.")
    }
    return nil
  }

  private func sessionFound(
    _ result: Result<StoredSession?, any Error>, _ token: String?, _ request: HTTPRequest,
    _ path: SocketPath, _ headers: HTTPHeaders, _ context: ChannelHandlerContext
  ) {
    guard context.channel.isActive else { return }
    let entry: BookingSocket.Entry
    switch result {
    case .success(let session?): entry = .session(session)
    case .success(nil): entry = token == nil ? .unknown : .unauthorized
    case .failure:
      return write(
        .final(.serviceUnavailable, MessageAnswerer.databaseAway), context, request.head)
    }
    guard let number = parts.hub.openSocket(atMost: parts.limits.connections) else {
      return write(
        .final(.serviceUnavailable, "Too many connections are open; try again later."), context,
        request.head)
    }
    become(number, path, entry, headers, context)
  }

  /// Answers 101 and swaps the handlers. Bytes that came with the request leave the HTTP decoder
  /// last, when the WebSocket is there to take them.
  private func become(
    _ number: Int64, _ path: SocketPath, _ entry: BookingSocket.Entry, _ headers: HTTPHeaders,
    _ context: ChannelHandlerContext
  ) {
    isFinal = true
    let head = HTTPResponseHead(
      version: .http1_1, status: .switchingProtocols, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    let pipeline = context.pipeline.syncOperations
    let limits = WebSocketLimits(
      frame: parts.limits.message, message: parts.limits.message,
      fragments: WebSocketLimits.fromClients.fragments)
    do {
      let decoder = try pipeline.context(
        handlerType: ByteToMessageHandler<HTTPRequestDecoder>.self)
      let encoder = try pipeline.context(handlerType: HTTPResponseEncoder.self)
      let mustRead = holdsRead
      pipeline.removeHandler(context: encoder, promise: nil)
      let line = try WebSocketHandler.add(
        to: pipeline, side: .server, limits: limits,
        closeTimeout: TimeAmount(parts.limits.closing), isPlain: parts.configuration.tls == nil,
        deflates: WebSocketHandshake.deflates(headers))
      try pipeline.addHandler(
        BookingSocket(
          number: number, parts: parts, path: path,
          roster: parts.hub.roster(on: context.eventLoop), line: line, entry: entry))
      let channel = context.channel
      pipeline.removeHandler(context: context, promise: nil)
      pipeline.removeHandler(context: decoder, promise: nil)
      if mustRead { channel.read() }
    } catch {
      parts.hub.socketClosed()
      context.close(promise: nil)
    }
  }
}
