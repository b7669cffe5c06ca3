import BookingTesting
import Glibc
import NIOCore

/// One end of a proxied connection: its channel's bytes in, the other end's out. It reads only as
/// fast as the other end takes, so that a reader who stops makes the writer stop too.
final class ProxyLeg: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = Never
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let sender: Sender
  private let connection: ProxiedConnection
  private var context: ChannelHandlerContext?
  private var owesRead = false

  init(_ sender: Sender, of connection: ProxiedConnection) {
    (self.sender, self.connection) = (sender, connection)
  }

  var isWritable: Bool { context?.channel.isWritable ?? false }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }
  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelActive(context: ChannelHandlerContext) { connection.active(self, sender) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    connection.received(unwrapInboundIn(data), from: sender)
  }

  func read(context: ChannelHandlerContext) {
    if connection.mayRead(sender) { context.read() } else { owesRead = true }
  }

  func readOn() {
    guard owesRead, connection.mayRead(sender) else { return }
    owesRead = false
    context?.read()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if isWritable { connection.drained(sender) }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event as? ChannelEvent == .inputClosed { connection.finished(sender) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) { connection.gone(sender) }
}

// MARK: - What the connection asks for

extension ProxyLeg {
  func send(_ bytes: ByteBuffer) {
    context?.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
  }

  /// Ends our half once everything sent has left.
  func finish() { afterwards { $0.close(mode: .output, promise: nil) } }

  /// Ends both halves once everything sent has left, or after a second where it does not.
  func close() {
    guard let context else { return }
    afterwards { $0.close(promise: nil) }
    context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) {
      context.close(promise: nil)
    }
  }

  func closeNow() { context?.close(promise: nil) }

  /// A socket that lingers for no time at all is ended with RST.
  func reset() {
    guard let context else { return }
    (context.channel as? any SocketOptionProvider)?
      .setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenFailure { _ in }
    context.close(promise: nil)
  }

  private func afterwards(_ body: @escaping (ChannelHandlerContext) -> Void) {
    guard let context else { return }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer())).assumeIsolated().whenComplete { _ in
      body(context)
    }
  }
}
