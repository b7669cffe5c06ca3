import NIOCore
import NIOWebSocket

/// What a WebSocket tells the handler after it.
package enum WebSocketEvent: Hashable, Sendable {
  case text(ByteBuffer)
  case binary(ByteBuffer)
  /// A ping was seen and is being answered.
  case ping
  case pong
  /// The last event, exactly once, whichever way it ended; the channel goes inactive by itself.
  case closed(WebSocketClose)
}

/// What is asked of a WebSocket, as a user outbound event. Data frames are written as
/// `WebSocketFrameBytes`.
package enum WebSocketOrder: Hashable, Sendable {
  case ping
  /// Begins the close handshake. What is written afterwards fails.
  case close(WebSocketClose)
}

/// Data was written after the close frame.
package struct WebSocketIsClosing: Error {}

/// One end of a WebSocket: `WebSocketRules` between the frame decoder and the application.
package final class WebSocketHandler: ChannelDuplexHandler {
  package typealias InboundIn = WebSocketFrame
  package typealias InboundOut = WebSocketEvent
  package typealias OutboundIn = WebSocketFrameBytes
  package typealias OutboundOut = ByteBuffer

  private let side: WebSocketRules.Side
  private var rules: WebSocketRules
  /// How long the peer has for its part of the close handshake; then the connection is dropped.
  private let closeTimeout: TimeAmount
  private var deadline: Scheduled<Void>?
  /// The newest unanswered ping of a peer that does not read (5.5.3 lets older ones go).
  private var waitingPong: ByteBuffer?
  private var needsFlush = false
  private var channel: (any Channel)?
  private var context: ChannelHandlerContext?
  /// The short way for frames that many connections share.
  package let lane = WebSocketLane()

  /// Whether compressed messages may be sent.
  package let deflates: Bool

  private init(
    side: WebSocketRules.Side, limits: WebSocketLimits, closeTimeout: TimeAmount, deflates: Bool
  ) {
    self.side = side
    self.deflates = deflates
    self.rules = WebSocketRules(side: side, limits: limits, inflates: deflates)
    self.closeTimeout = closeTimeout
  }

  /// Makes the end of `pipeline` a WebSocket, for a connection whose handshake is done. Add what
  /// takes the `WebSocketEvent`s next.
  ///
  /// - Parameter isPlain: whether this handler's bytes are those on the wire: nothing encrypts them
  ///   on the way. `send` is then as fast as the system's own write.
  /// - Parameter deflates: whether permessage-deflate was agreed on (RFC 7692).
  @discardableResult
  package static func add(
    to pipeline: ChannelPipeline.SynchronousOperations, side: WebSocketRules.Side,
    limits: WebSocketLimits, closeTimeout: TimeAmount = .seconds(3), isPlain: Bool = false,
    deflates: Bool = false
  ) throws -> WebSocketHandler {
    let decoder = WebSocketFrameDecoder(maxFrameSize: limits.frame)
    let handler = WebSocketHandler(
      side: side, limits: limits, closeTimeout: closeTimeout, deflates: deflates)
    try pipeline.addHandler(ByteToMessageHandler(decoder))
    try pipeline.addHandler(handler)
    if isPlain { handler.lane.open(on: pipeline) }
    return handler
  }

  package func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    channel = context.channel
  }

  package func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
    channel = nil
    lane.shut()
  }

  package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    perform(rules.received(unwrapInboundIn(data)), context)
  }

  package func channelReadComplete(context: ChannelHandlerContext) {
    flushIfNeeded(context)
    context.fireChannelReadComplete()
  }

  package func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch error {
    case is NIOWebSocketError:
      perform(rules.undecodable(error), context)
      flushIfNeeded(context)
    // What arrives after a breach is thrown away unread.
    case is ByteToMessageDecoderError: return
    default: context.fireErrorCaught(error)
    }
  }

  package func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    lane.shut()
    if let close = rules.end() { tell(.closed(close), context) }
    context.fireChannelInactive()
  }

  /// The channel lets one end close its half alone; a WebSocket's peer that has done so is gone
  /// (RFC 6455, 7.1.1).
  package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event as? ChannelEvent == .inputClosed { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  package func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable, rules.maySend, let payload = waitingPong {
      waitingPong = nil
      write(.pong(payload, mask: mask()), context)
      flushIfNeeded(context)
    }
    context.fireChannelWritabilityChanged()
  }
}

// MARK: - Out

extension WebSocketHandler {
  package func write(
    context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
  ) {
    guard rules.maySend else {
      promise?.fail(WebSocketIsClosing())
      return
    }
    lane.block()
    context.write(wrapOutboundOut(unwrapOutboundIn(data).buffer), promise: promise)
  }

  /// Whether the peer reads as fast as it is sent to.
  package var isWritable: Bool { channel?.isWritable ?? false }

  /// Sends whole frames, encoded for any number of connections, at once: straight to the system,
  /// unless something still waits in the channel that they must not overtake.
  package func send(_ frames: ByteBuffer) {
    guard rules.maySend, let channel, let context else { return }
    var taken = 0
    if channel.isActive {
      lane.unblock(channel)
      taken = frames.withUnsafeReadableBytes { lane.send($0) }
    }
    guard taken < frames.readableBytes else { return }
    writeRest(of: frames, after: taken)
    context.flush()
  }

  /// Writes what the lane did not take; a flush sends it.
  package func writeRest(of frames: ByteBuffer, after taken: Int) {
    guard let context else { return }
    var rest = frames
    rest.moveReaderIndex(forwardBy: taken)
    lane.block()
    context.write(wrapOutboundOut(rest), promise: nil)
  }

  package func triggerUserOutboundEvent(
    context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
  ) {
    switch event as? WebSocketOrder {
    case .ping:
      if rules.maySend { write(.ping(ByteBuffer(), mask: mask()), context) }
    case .close(let close):
      if rules.close() {
        lane.shut()
        write(.close(close, mask: mask()), context)
        waitForPeer(context)
      }
    case nil:
      context.triggerUserOutboundEvent(event, promise: promise)
      return
    }
    flushIfNeeded(context)
    promise?.succeed()
  }

  private func mask() -> WebSocketMaskingKey? { side == .client ? .random() : nil }

  private func write(_ frame: WebSocketFrameBytes, _ context: ChannelHandlerContext) {
    lane.block()
    context.write(wrapOutboundOut(frame.buffer), promise: nil)
    needsFlush = true
  }

  private func flushIfNeeded(_ context: ChannelHandlerContext) {
    guard needsFlush else { return }
    needsFlush = false
    context.flush()
  }
}

// MARK: - In

extension WebSocketHandler {
  private func perform(_ step: WebSocketRules.Step, _ context: ChannelHandlerContext) {
    if !rules.maySend { lane.shut() }
    switch step {
    case .nothing: break
    case .text(let bytes): tell(.text(bytes), context)
    case .binary(let bytes): tell(.binary(bytes), context)
    case .ponged: tell(.pong, context)
    case .pong(let payload):
      pong(payload, context)
      tell(.ping, context)
    case .answerClose(let close):
      write(.close(close, mask: mask()), context)
      tell(.closed(close), context)
      part(context)
    case .closed(let close):
      tell(.closed(close), context)
      part(context)
    case .fail(let close):
      write(.close(close, mask: mask()), context)
      tell(.closed(close), context)
      linger(context)
    }
  }

  private func tell(_ event: WebSocketEvent, _ context: ChannelHandlerContext) {
    context.fireChannelRead(wrapInboundOut(event))
  }

  private func pong(_ payload: ByteBuffer, _ context: ChannelHandlerContext) {
    guard context.channel.isWritable else {
      waitingPong = payload
      return
    }
    write(.pong(payload, mask: mask()), context)
  }

  /// Both close frames have been: the server ends the connection, the client lets it (7.1.1).
  private func part(_ context: ChannelHandlerContext) {
    guard side == .server else { return waitForPeer(context) }
    flushIfNeeded(context)
    context.close(promise: nil)
  }

  /// Ends our half only. Closing with bytes unread would reset the connection, and the reset could
  /// overtake the close frame that says what was wrong.
  private func linger(_ context: ChannelHandlerContext) {
    flushIfNeeded(context)
    waitForPeer(context)
    context.close(mode: .output, promise: nil)
  }

  private func waitForPeer(_ context: ChannelHandlerContext) {
    deadline?.cancel()
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: closeTimeout) {
      context.close(promise: nil)
    }
  }
}
