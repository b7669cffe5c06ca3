import BookingDomain
import BookingStore
import Logging
import NIOCore
import NIOHTTP1
import WebSocket

/// One HTTP connection: gathers a request, has it answered, and on the way to a WebSocket makes
/// room for it. What is to be done when is said by `HTTPConnectionState`.
final class HTTPHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = Never
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let parts: ServerParts
  private let endpoints: Endpoints
  private var state: HTTPConnectionState
  /// The doorkeeper's number for this connection.
  private var place: Int?
  private var peer: PeerAddress?
  private var isKnown = false
  private var owesRead = false
  private var timer: (deadline: NIODeadline, task: Scheduled<Void>)?
  private var rate: TokenBucket

  init(parts: ServerParts, endpoints: Endpoints) {
    self.parts = parts
    self.endpoints = endpoints
    let now = NIODeadline.now()
    var times = HTTPConnectionState.Times()
    times.keepAlive = TimeAmount(parts.live.current.web.keepAlive)
    state = HTTPConnectionState(times, longestBody: parts.limits.message, now: now)
    rate = TokenBucket(
      capacity: parts.limits.messageBurst, perSecond: parts.limits.messagesPerSecond, now: now)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    watchClock(context)
    if context.channel.isActive { enter(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    enter(context)
    context.fireChannelActive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { timer?.task.cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.task.cancel()
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if let named = event as? ProxiedAddress { isFor(named.address, context) }
    if event as? ChannelEvent == .inputClosed {
      if state.inputEnded(at: .now()) { context.close(promise: nil) } else { watchClock(context) }
    }
    context.fireUserInboundEventTriggered(event)
  }

  func read(context: ChannelHandlerContext) {
    if state.isAnswering { owesRead = true } else { context.read() }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    carryOut(state.receive(unwrapInboundIn(data), at: .now()), context)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let problem = error as? HTTPParserError else {
      parts.log.debug("connection error", metadata: ["error": "\(error)"])
      return context.close(promise: nil)
    }
    let answer: HTTPAnswer =
      problem == .headerOverflow
      ? .final(.requestHeaderFieldsTooLarge, "The request's headers are too large.")
      : .final(.badRequest, "This is not a valid HTTP request.")
    carryOut(state.cannotBeRead(answer), context)
  }

  /// One timer, for whatever the state waits for.
  private func watchClock(_ context: ChannelHandlerContext) {
    guard let deadline = state.deadline else {
      timer?.task.cancel()
      timer = nil
      return
    }
    if timer?.deadline == deadline { return }
    timer?.task.cancel()
    let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
      context.close(promise: nil)
    }
    timer = (deadline, task)
  }
}

// MARK: - A place

extension HTTPHandler {
  private func enter(_ context: ChannelHandlerContext) {
    guard place == nil, !state.isEnding else { return }
    peer = context.remoteAddress?.ipAddress.flatMap { PeerAddress($0) }
    let here = NIOLoopBound(self, eventLoop: context.eventLoop)
    let channel = context.channel
    let entry = parts.doors.open(from: network(of: peer), at: .now()) {
      channel.eventLoop.execute { here.value.makeRoom(channel) }
    }
    switch entry.verdict {
    case .admitted:
      place = entry.number
      let doors = parts.doors
      channel.closeFuture.whenComplete { _ in doors.close(entry.number) }
    case .full:
      turnAway("Too many connections are open; try again later.", context)
    case .tooManyFromThere:
      turnAway("Too many connections are open from your address.", context)
    }
  }

  /// This machine and trusted proxies speak for many.
  private func network(of address: PeerAddress?) -> Network? {
    guard let address, !address.isLoopback, !endpoints.forwarding.isTrusted(address) else {
      return nil
    }
    return address.network
  }

  private func isFor(_ address: PeerAddress, _ context: ChannelHandlerContext) {
    peer = address
    guard let place, !parts.doors.isFrom(network(of: address), place) else { return }
    turnAway("Too many connections are open from your address.", context)
  }

  /// Written without waiting for a request: whoever never sends one learns it too.
  private func turnAway(_ sentence: String, _ context: ChannelHandlerContext) {
    parts.metrics.count(.connectionsRefused)
    // A handshake for nothing would cost more than the connection.
    guard !endpoints.forwarding.isTLS else { return context.close(promise: nil) }
    carryOut(
      .refuse(.final(.serviceUnavailable, sentence).with("Retry-After", "5"), nil), context)
    state.mustHurry(at: .now())
    watchClock(context)
  }

  /// Others wait for a place, and this connection has been idle longest.
  private func makeRoom(_ channel: any Channel) {
    guard let context = try? channel.pipeline.syncOperations.context(handler: self) else { return }
    if state.isAnswering || state.isEnding || endpoints.forwarding.isTLS {
      return context.close(promise: nil)
    }
    turnAway("Others wait for a connection, and yours was idle.", context)
    context.close(promise: nil)
  }
}

// MARK: - A request

extension HTTPHandler {
  private func carryOut(_ step: HTTPConnectionState.Step, _ context: ChannelHandlerContext) {
    watchClock(context)
    switch step {
    case .nothing: return
    case .askForBody:
      let head = HTTPResponseHead(version: .http1_1, status: .continue)
      context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
    case .answer(let head, let body): answer(head, body, context)
    case .refuse(let answer, let head): write(answer, context, head)
    }
  }

  private func answer(
    _ head: HTTPRequestHead, _ body: ByteBuffer, _ context: ChannelHandlerContext
  ) {
    if let place { parts.doors.becameBusy(place) }
    guard rate.take(at: .now()) else {
      return write(.final(.tooManyRequests, "Too many requests at once; slow down."), context, head)
    }
    let request = HTTPRequest(
      head: head, body: body, caller: endpoints.forwarding.caller(peer, head.headers),
      isSameMachine: peer?.isLoopback ?? true, port: context.localAddress?.port,
      loop: context.eventLoop)
    if let path = SocketPath(request.path) {
      return upgrade(request, path, context)
    }
    let endpoints = endpoints
    parts.errands.future(on: context.eventLoop) { await endpoints.answer(request) }
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
    guard !state.isEnding, context.channel.isActive else { return }
    parts.metrics.count(.responses, "\(answer.status.code)")
    isKnown = isKnown || answer.isForKnown
    let goesOn = state.answered(
      closes: answer.closes || parts.hub.isDraining, isKnown: isKnown, at: .now())
    var headers = answer.headers
    // RFC 9110, 8.6: none where there can be no body.
    if answer.status.mayHaveResponseBody {
      headers.replaceOrAdd(name: "Content-Length", value: String(answer.body.count))
    }
    headers.replaceOrAdd(name: "Connection", value: goesOn ? "keep-alive" : "close")
    if endpoints.forwarding.isTLS {
      headers.replaceOrAdd(name: "Strict-Transport-Security", value: "max-age=31536000")
    }
    let responseHead = HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers)
    context.write(wrapOutboundOut(.head(responseHead)), promise: nil)
    if head?.method != .HEAD, !answer.body.isEmpty {
      context.write(
        wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    if goesOn { next(context) } else { end(context) }
  }

  private func next(_ context: ChannelHandlerContext) {
    if let place { parts.doors.becameIdle(place) }
    carryOut(state.next(at: .now()), context)
    if owesRead, !state.isAnswering {
      owesRead = false
      context.read()
    }
  }

  /// Ends our half first: closing with bytes unread would reset the connection, and the reset may
  /// overtake the answer.
  private func end(_ context: ChannelHandlerContext) {
    context.close(mode: .output, promise: nil)
    watchClock(context)
    if owesRead { context.read() }
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
    parts.errands.future(on: context.eventLoop) { try await sessions.find(token) }
      .assumeIsolated().whenComplete { result in
        self.sessionFound(result, token, request, path, headers, context)
      }
  }

  private func refusal(of request: HTTPRequest) -> HTTPAnswer? {
    guard parts.live.current.web.isWebSocketEnabled else {
      return .final(
        .notFound,
        "WebSockets are switched off here (websocket.enabled); ask GET /api/events instead.")
    }
    guard endpoints.origins.admits(request.head.headers, from: request.caller, on: request.port)
    else {
      return .final(.forbidden, "Pages of another origin may not connect.")
    }
    guard !parts.hub.isDraining else {
      return .final(.serviceUnavailable, "The server is restarting; connect again in a moment.")
    }
    return nil
  }

  private func sessionFound(
    _ result: Result<StoredSession?, any Error>, _ token: String?, _ request: HTTPRequest,
    _ path: SocketPath, _ headers: HTTPHeaders, _ context: ChannelHandlerContext
  ) {
    guard context.channel.isActive, state.isAnswering else { return }
    let entry: BookingSocket.Entry
    switch result {
    case .success(let session?): entry = .session(session)
    case .success(nil): entry = token == nil ? .unknown : .unauthorized
    case .failure:
      return write(
        .final(.serviceUnavailable, parts.database.refusal), context, request.head)
    }
    let network = request.caller.countedNetwork
    switch parts.doors.openSocket(from: network) {
    case .admitted:
      become(path, entry, network, headers, context)
    case .full:
      let sentence = "Too many connections are open; try again later."
      write(.final(.serviceUnavailable, sentence), context, request.head)
    case .tooManyFromThere:
      let sentence = "Too many connections are open from your address."
      write(.final(.tooManyRequests, sentence), context, request.head)
    }
  }

  /// Answers 101 and swaps the handlers. Bytes that came with the request leave the HTTP decoder
  /// last, when the WebSocket is there to take them.
  private func become(
    _ path: SocketPath, _ entry: BookingSocket.Entry, _ network: Network?,
    _ headers: HTTPHeaders, _ context: ChannelHandlerContext
  ) {
    state.becameSocket()
    watchClock(context)
    if let place { parts.doors.becameSocket(place) }
    let number = parts.hub.openSocket()
    let head = HTTPResponseHead(
      version: .http1_1, status: .switchingProtocols, headers: headers)
    // Not sent yet: what greets the client goes out together with it.
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.end(nil)), promise: nil)
    let pipeline = context.pipeline.syncOperations
    let limits = WebSocketLimits.fromClients(message: parts.limits.message)
    do {
      let decoder = try pipeline.context(
        handlerType: ByteToMessageHandler<HTTPRequestDecoder>.self)
      let encoder = try pipeline.context(handlerType: HTTPResponseEncoder.self)
      let mustRead = owesRead
      pipeline.removeHandler(context: encoder, promise: nil)
      let line = try WebSocketHandler.add(
        to: pipeline, side: .server, limits: limits,
        closeTimeout: TimeAmount(parts.limits.closing), isPlain: parts.configuration.tls == nil,
        deflates: WebSocketHandshake.deflates(headers))
      try pipeline.addHandler(
        BookingSocket(
          number: number, parts: parts, path: path,
          roster: parts.hub.roster(on: context.eventLoop), line: line, entry: entry,
          network: network))
      let channel = context.channel
      channel.flush()
      pipeline.removeHandler(context: context, promise: nil)
      pipeline.removeHandler(context: decoder, promise: nil)
      if mustRead { channel.read() }
    } catch {
      parts.hub.socketClosed()
      parts.doors.closeSocket(from: network, of: nil)
      context.close(promise: nil)
    }
  }
}
