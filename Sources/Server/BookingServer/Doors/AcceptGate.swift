import NIOCore
import Synchronization

/// Takes no connection from the system while so many are open that the next one could use up the
/// last open file, which the database or the log may need. Connections then wait in the system's
/// queue.
///
/// The limit lies above the number of places, so that a client for whom there is no place can be
/// told so. Runs on the listening socket's loop alone.
final class AcceptGate: ChannelDuplexHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel
  typealias OutboundIn = Never

  private let most: Int
  private var open = 0
  private var owesRead = false
  private let listening = Listening()

  /// Once the listening socket is closed its loop may end before those of who is still here.
  private final class Listening: Sendable {
    let isOver = Atomic(false)
  }

  init(most: Int) { self.most = most }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    open += 1
    let here = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let loop = context.eventLoop
    let listening = listening
    unwrapInboundIn(data).closeFuture.whenComplete { _ in
      guard !listening.isOver.load(ordering: .relaxed) else { return }
      loop.execute {
        let (gate, context) = here.value
        gate.closed(context)
      }
    }
    context.fireChannelRead(data)
  }

  func channelInactive(context: ChannelHandlerContext) {
    listening.isOver.store(true, ordering: .relaxed)
    context.fireChannelInactive()
  }

  func read(context: ChannelHandlerContext) {
    if open < most { context.read() } else { owesRead = true }
  }

  private func closed(_ context: ChannelHandlerContext) {
    open -= 1
    guard owesRead, open < most else { return }
    owesRead = false
    context.read()
  }
}
