import BookingDomain
import BookingProtocol
import BookingTesting
import NIOCore
import NIOHTTP1
import NIOPosix
import TLS
import WebSocket

/// A small booking server on loopback that does as it is told: answers, refuses, drops, stalls,
/// repeats, leaves out, and comes back on the same port.
final class ScriptedServer: Sendable {
  /// What it does, and what came. Everything may be changed while it runs.
  struct Script: Sendable {
    enum Sockets: Sendable {
      case served
      /// Answered with this status instead of a WebSocket.
      case refused(Int)
      /// Opened, and then not a word.
      case silent
    }

    var loginStatus = 200
    var sockets = Sockets.served
    var answersCommands = true
    /// Sent to every subscriber, in this order; what it replays after a position.
    var log: [EventMessage] = []
    var versions: [Int64: Int64] = [1: 1, 2: 1]

    fileprivate(set) var live: [any Channel] = []
    fileprivate(set) var opened = 0
    fileprivate(set) var commands: [Command] = []
    fileprivate(set) var said: [ClientMessage] = []
    fileprivate(set) var requests: [String] = []
    fileprivate(set) var tokens: Set<String> = []

    var end: LogPosition { position(log.last?.seq ?? 10) }
  }

  let script = Watched(Script())
  private let group: MultiThreadedEventLoopGroup
  private let tls: TLSContext?
  private let listener = Watched<(any Channel)?>(nil)
  let port: Int
  /// Every connection, so that none outlives the test.
  private let connections = Watched<[any Channel]>([])

  init(tls: TLSContext? = nil) async throws {
    group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    self.tls = tls
    let channel = try await Self.listen(0, group, tls, script, connections)
    port = channel.localAddress?.port ?? 0
    listener.change { $0 = channel }
  }

  var url: String { "\(tls == nil ? "http" : "https")://127.0.0.1:\(port)" }

  /// As a crash would: every connection is cut and the port is closed.
  func crash() async throws {
    try await listener.value?.close()
    listener.change { $0 = nil }
    await cut()
  }

  func restart() async throws {
    let channel = try await Self.listen(port, group, tls, script, connections)
    listener.change { $0 = channel }
  }

  /// Cuts every connection that is open.
  func cut() async {
    for connection in connections.value { try? await connection.close() }
    connections.change { $0 = [] }
    script.change { $0.live = [] }
  }

  func stop() async throws {
    try? await crash()
    try await group.shutdownGracefully()
  }

  /// To everybody connected by WebSocket.
  func say(_ message: ServerMessage) {
    let frame = ScriptedSocket.frame(message)
    for channel in script.value.live { channel.writeAndFlush(frame, promise: nil) }
  }

  func close(_ close: WebSocketClose) {
    for channel in script.value.live {
      channel.triggerUserOutboundEvent(WebSocketOrder.close(close), promise: nil)
    }
  }

  /// Stops reading and answering, as a machine without power does: the connections stay.
  func stall() async throws {
    for channel in script.value.live { try await channel.setOption(.autoRead, value: false).get() }
  }

  private static func listen(
    _ port: Int, _ group: MultiThreadedEventLoopGroup, _ tls: TLSContext?,
    _ script: Watched<Script>, _ connections: Watched<[any Channel]>
  ) async throws -> any Channel {
    try await ServerBootstrap(group: group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          connections.change { $0.append(channel) }
          let pipeline = channel.pipeline.syncOperations
          if let tls { try pipeline.addHandler(tls.serverHandler()) }
          let encoder = HTTPResponseEncoder()
          let decoder = ByteToMessageHandler(
            HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes))
          try pipeline.addHandlers(encoder, decoder, ScriptedHTTP(script, encoder, decoder))
        }
      }
      .bind(host: "127.0.0.1", port: port).get()
  }
}

/// Answers requests by the script.
private final class ScriptedHTTP: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let script: Watched<ScriptedServer.Script>
  private let encoder: HTTPResponseEncoder
  private let decoder: ByteToMessageHandler<HTTPRequestDecoder>
  private var head: HTTPRequestHead?
  private var body = ByteBuffer()

  init(
    _ script: Watched<ScriptedServer.Script>, _ encoder: HTTPResponseEncoder,
    _ decoder: ByteToMessageHandler<HTTPRequestDecoder>
  ) {
    (self.script, self.encoder, self.decoder) = (script, encoder, decoder)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body(var bytes): body.writeBuffer(&bytes)
    case .end: if let head { answer(head, context) }
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if error is HTTPParserError { write(400, [], context) } else { context.close(promise: nil) }
  }

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let path = String(head.uri.prefix { $0 != "?" })
    script.change { script in
      script.requests.append(head.uri)
      if let token = head.headers.first(name: "Authorization") { script.tokens.insert(token) }
    }
    switch path {
    case "/api/login": logIn(context)
    case "/api/events": events(head.uri, context)
    case "/api/commands": command(context)
    case let path where path.hasPrefix("/websocket/"): upgrade(head, context)
    default: write(200, Array("{}".utf8), context)
    }
  }

  private func logIn(_ context: ChannelHandlerContext) {
    let status = script.value.loginStatus
    guard status == 200 else {
      return write(
        status, Array(#"{"error":"The e-mail or the password is wrong."}"#.utf8), context)
    }
    write(200, LoginCoding.encode(login()), context)
  }

  private func upgrade(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    if case .refused(let status) = script.value.sockets {
      return write(status, Array(#"{"error":"No WebSocket here."}"#.utf8), context)
    }
    guard let headers = try? WebSocketHandshake.answer(to: head) else {
      return write(400, [], context)
    }
    let answer = HTTPResponseHead(version: .http1_1, status: .switchingProtocols, headers: headers)
    context.write(wrapOutboundOut(.head(answer)), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    let pipeline = context.pipeline.syncOperations
    let socket = ScriptedSocket(script)
    pipeline.removeHandler(encoder, promise: nil)
    do {
      try WebSocketHandler.add(to: pipeline, side: .server, limits: .fromClients())
      try pipeline.addHandler(socket)
    } catch {
      return context.close(promise: nil)
    }
    pipeline.removeHandler(self, promise: nil)
    pipeline.removeHandler(decoder, promise: nil)
  }

  /// Long polls are answered after a fifth of a second, news or not.
  private func events(_ uri: String, _ context: ChannelHandlerContext) {
    let after = uri.firstRange(of: "after=first:").flatMap { found in
      Int64(uri[found.upperBound...].prefix { $0.isNumber })
    }
    context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(200)) {
      var messages = ScriptedSocket.catchUp(after, self.script.value)
      if after == nil { messages.insert(welcome(), at: 0) }
      let envelopes = messages.map { ServerEnvelope($0, timestamp: at(0)) }
      self.write(200, ServerCoding.encode(envelopes), context)
    }
  }

  private func command(_ context: ChannelHandlerContext) {
    guard let envelope = try? ClientCoding.decode(body.readableBytesView),
      case .command(let command) = envelope.message
    else { return write(400, Array(#"{"error":"Invalid message format"}"#.utf8), context) }
    script.change { $0.commands.append(command) }
    write(200, ServerCoding.encode([ServerEnvelope(accepted(command), timestamp: at(0))]), context)
  }

  private func write(_ status: Int, _ body: [UInt8], _ context: ChannelHandlerContext) {
    guard context.channel.isActive else { return }
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: status),
      headers: ["Content-Length": String(body.count), "Connection": "close"])
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { _ in
      context.close(promise: nil)
    }
  }
}

/// One WebSocket of the scripted server.
private final class ScriptedSocket: ChannelInboundHandler {
  typealias InboundIn = WebSocketEvent
  typealias OutboundOut = WebSocketFrameBytes

  private let script: Watched<ScriptedServer.Script>

  init(_ script: Watched<ScriptedServer.Script>) { self.script = script }

  static func frame(_ message: ServerMessage, id: String? = nil) -> WebSocketFrameBytes {
    let envelope = ServerEnvelope(message, id: id, timestamp: at(0))
    return .text(ByteBuffer(bytes: ServerCoding.encode(envelope)))
  }

  static func catchUp(_ after: Int64?, _ script: ScriptedServer.Script) -> [ServerMessage] {
    guard let after else {
      return [
        .bookingSnapshot(snapshot(script.versions, seq: script.end.seq)),
        subscribed(script.end.seq),
      ]
    }
    return script.log.filter { $0.seq > after }.map { .event($0) } + [subscribed(script.end.seq)]
  }

  func handlerAdded(context: ChannelHandlerContext) {
    script.change { script in
      script.opened += 1
      script.live.append(context.channel)
    }
    if case .silent = script.value.sockets { return }
    send(welcome(heartbeat: 1_000), context)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .text(let bytes) = unwrapInboundIn(data),
      let envelope = try? ClientCoding.decode(bytes.readableBytesView)
    else { return }
    script.change { $0.said.append(envelope.message) }
    switch envelope.message {
    case .subscribeBookingUpdates(let wanted):
      for message in Self.catchUp(wanted.after?.seq, script.value) {
        send(message, context, id: envelope.id)
      }
    case .command(let command):
      script.change { $0.commands.append(command) }
      if script.value.answersCommands { send(accepted(command), context) }
    default: break
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    let channel = context.channel
    script.change { $0.live.removeAll { $0 === channel } }
  }

  private func send(_ message: ServerMessage, _ context: ChannelHandlerContext, id: String? = nil) {
    context.writeAndFlush(wrapOutboundOut(Self.frame(message, id: id)), promise: nil)
  }
}
