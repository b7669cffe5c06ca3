import NIOCore

/// Fired as a user inbound event when both ends have agreed and the certificate is trusted.
package struct TLSEstablished: Hashable, Sendable {}

/// TLS for one channel: the first handler of its pipeline.
///
/// What is written before the handshake is done waits for it. A failure is fired as a
/// `TLSFailure` error, once, and the channel closes. Closing sends `close_notify`; the peer's is
/// answered with ours. `close(mode: .output)` ends our half only.
package final class TLSHandler: ChannelDuplexHandler {
  package typealias InboundIn = ByteBuffer
  package typealias InboundOut = ByteBuffer
  package typealias OutboundIn = ByteBuffer
  package typealias OutboundOut = ByteBuffer

  private enum Phase {
    case idle
    case handshaking
    case open
    /// Our `close_notify` is out; the peer may still send.
    case outputClosed
    case over
  }

  private typealias Waiting = (bytes: ByteBuffer, promise: EventLoopPromise<Void>?)

  private let connection: TLSConnection
  private let handshakeSeconds: Int64
  private var phase = Phase.idle
  private var peerHasClosed = false
  private var deadline: Scheduled<Void>?
  private var waiting = MarkedCircularBuffer<Waiting>(initialCapacity: 0)
  /// Set where the output was closed before the handshake was done.
  private var closesOutput: EventLoopPromise<Void>??

  init(_ connection: TLSConnection, handshakeSeconds: Int64) {
    (self.connection, self.handshakeSeconds) = (connection, handshakeSeconds)
  }

  package func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { begin(context) }
  }

  package func handlerRemoved(context: ChannelHandlerContext) { end() }

  package func channelActive(context: ChannelHandlerContext) {
    begin(context)
    context.fireChannelActive()
  }

  package func channelInactive(context: ChannelHandlerContext) {
    switch phase {
    case .handshaking: context.fireErrorCaught(TLSFailure.endedEarly)
    case .open where !peerHasClosed: context.fireErrorCaught(TLSFailure.cutOff)
    default: break
    }
    end()
    context.fireChannelInactive()
  }

  private func begin(_ context: ChannelHandlerContext) {
    guard phase == .idle else { return }
    phase = .handshaking
    let seconds = handshakeSeconds
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(seconds)) {
      if self.phase == .handshaking { self.fail(.timedOut(seconds: seconds), context) }
    }
    shakeHands(context)
  }

  private func shakeHands(_ context: ChannelHandlerContext) {
    switch connection.handshake() {
    case .needsMore: send(context)
    case .failed(let failure): fail(failure, context)
    case .done:
      phase = .open
      deadline?.cancel()
      send(context)
      context.fireUserInboundEventTriggered(TLSEstablished())
      writeWaiting(context)
      if let promise = closesOutput { closeOutput(context, promise) }
    }
  }

  /// Everything has an end here: no deadline, no waiting write outlives it.
  private func end() {
    phase = .over
    deadline?.cancel()
    while let (_, promise) = waiting.popFirst() { promise?.fail(ChannelError.ioOnClosedChannel) }
    if let promise = closesOutput { promise?.fail(ChannelError.ioOnClosedChannel) }
    closesOutput = nil
  }

  private func fail(_ failure: TLSFailure, _ context: ChannelHandlerContext) {
    guard phase != .over else { return }
    end()
    if failure.code == .plainHTTP {
      context.writeAndFlush(wrapOutboundOut(Self.answerToPlainHTTP), promise: nil)
    } else {
      // The alert that says why, for the peer.
      send(context)
    }
    context.fireErrorCaught(failure)
    context.close(promise: nil)
  }

  /// Somebody typed `http://` for `https://`: say so in the language they spoke.
  private static let answerToPlainHTTP: ByteBuffer = {
    let sentence = "This port speaks https: use https:// or wss:// in the address.\n"
    return ByteBuffer(
      string: "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\n"
        + "Content-Length: \(sentence.utf8.count)\r\nConnection: close\r\n\r\n\(sentence)")
  }()
}

// MARK: - In

extension TLSHandler {
  package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var cipher = unwrapInboundIn(data)
    while cipher.readableBytes > 0, phase != .over {
      connection.feed(&cipher)
      if phase == .handshaking { shakeHands(context) }
      if phase == .open || phase == .outputClosed { deliver(context) }
    }
  }

  private func deliver(_ context: ChannelHandlerContext) {
    guard !peerHasClosed else { return }
    var plain = ByteBuffer()
    let reading = connection.read(into: &plain)
    // Reading may have produced something to send: a key update's answer, an alert.
    send(context)
    if plain.readableBytes > 0 { context.fireChannelRead(wrapInboundOut(plain)) }
    switch reading {
    case .needsMore: break
    case .failed(let failure): fail(failure, context)
    case .ended:
      peerHasClosed = true
      if allowsHalfClosure(context) {
        context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
      } else {
        // RFC 8446, 6.1: whoever is told that nothing more comes says the same before it ends.
        connection.close()
        send(context)
        end()
        context.close(promise: nil)
      }
    }
  }

  package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event as? ChannelEvent == .inputClosed else {
      return context.fireUserInboundEventTriggered(event)
    }
    // The end of the TCP stream. Told already where TLS ended first, as it should.
    guard !peerHasClosed, phase != .over else { return }
    fail(phase == .handshaking ? .endedEarly : .cutOff, context)
  }

  private func allowsHalfClosure(_ context: ChannelHandlerContext) -> Bool {
    (try? context.channel.syncOptions?.getOption(.allowRemoteHalfClosure)) ?? false
  }
}

// MARK: - Out

extension TLSHandler {
  package func write(
    context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
  ) {
    guard phase != .over, phase != .outputClosed, closesOutput == nil else {
      promise?.fail(ChannelError.outputClosed)
      return
    }
    waiting.append((unwrapOutboundIn(data), promise))
  }

  package func flush(context: ChannelHandlerContext) {
    waiting.mark()
    if phase == .open { writeWaiting(context) }
    context.flush()
  }

  package func close(
    context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?
  ) {
    switch mode {
    case .input: context.close(mode: mode, promise: promise)
    case .output where phase == .open: closeOutput(context, promise)
    case .output where phase == .handshaking || phase == .idle: closesOutput = .some(promise)
    case .output, .all:
      if phase == .open {
        connection.close()
        send(context)
      }
      end()
      context.close(mode: .all, promise: promise)
    }
  }

  private func closeOutput(_ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
    closesOutput = nil
    waiting.mark()
    writeWaiting(context)
    guard phase == .open else { return promise?.fail(ChannelError.ioOnClosedChannel) ?? () }
    connection.close()
    send(context)
    phase = .outputClosed
    context.close(mode: .output, promise: promise)
  }

  /// Encrypts what was flushed, many writes into one.
  private func writeWaiting(_ context: ChannelHandlerContext) {
    var cipher = ByteBuffer()
    var last: EventLoopPromise<Void>?
    while waiting.hasMark, let (plain, promise) = waiting.popFirst() {
      if let failure = connection.write(plain, into: &cipher) {
        promise?.fail(failure)
        last?.fail(failure)
        return fail(failure, context)
      }
      if let promise {
        promise.futureResult.cascade(to: last)
        last = promise
      }
    }
    guard cipher.readableBytes > 0 || last != nil else { return }
    context.writeAndFlush(wrapOutboundOut(cipher), promise: last)
  }

  private func send(_ context: ChannelHandlerContext) {
    var cipher = ByteBuffer()
    connection.drain(into: &cipher)
    if cipher.readableBytes > 0 {
      context.writeAndFlush(wrapOutboundOut(cipher), promise: nil)
    }
  }
}
