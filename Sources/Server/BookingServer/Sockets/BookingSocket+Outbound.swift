import BookingDomain
import BookingProtocol
import Logging
import NIOCore
import WebSocket

/// What is told to a client, at the speed at which it reads.
extension BookingSocket {
  /// Takes an event in. Whoever calls flushes afterwards.
  /// - Returns: whether something was written.
  func receive(_ prepared: PreparedEvent) -> Bool {
    guard let context, !isClosing else { return false }
    return carryOut(
      telling.receive(prepared, canWrite: context.channel.isWritable), context)
  }

  func receiveInStep(_ frames: ByteBuffer, upTo last: Int64) {
    guard !isClosing else { return }
    guard line.isWritable else { return roster.fallOut(self) }
    line.send(frames)
    lane.mark = last
  }

  func finish(_ frames: ByteBuffer, _ taken: Int, _ last: Int64) {
    line.writeRest(of: frames, after: taken)
    lane.mark = last
  }

  func fallsOut(after last: Int64) { telling.stream.sent(last) }

  /// Follows in step with the other boards while nothing is special about this one.
  func settle() {
    guard !isClosing, telling.viewer?.isStaff == true else { return }
    if let last = telling.inStepAfter {
      if !isInStep { roster.fallIn(self, after: last) }
    } else if telling.follows {
      roster.fallOut(self)
    }
  }

  /// Sends the answer to a question, after everything that waits already.
  func answer(_ frame: WebSocketFrameBytes) {
    if offer(.answer(frame)) { flush() }
  }

  /// Sends what nobody waits for, while there is room for it.
  func tell(_ frame: WebSocketFrameBytes) {
    if offer(.news(frame)) { flush() }
  }

  func flush() { context?.flush() }

  private func offer(_ item: SocketTelling<WebSocketFrameBytes>.Item) -> Bool {
    guard let context, !isClosing else { return false }
    let isWritten = carryOut(telling.offer(item, canWrite: context.channel.isWritable), context)
    if !isWritten { settle() }
    return isWritten
  }

  /// - Returns: whether something was written; else it waits.
  private func carryOut(
    _ step: SocketTelling<WebSocketFrameBytes>.Step, _ context: ChannelHandlerContext
  ) -> Bool {
    switch step {
    case .nothing: return false
    case .write(let leaving):
      write(leaving, context)
      return true
    case .close(let sentence):
      parts.log.notice("slow reader closed", metadata: ["connection": .stringConvertible(number)])
      close(.tryAgainLater(sentence))
      return false
    }
  }

  func drainQueue() {
    guard let context, !isClosing else { return }
    var isWritten = false
    while context.channel.isWritable, let leaving = telling.next() {
      write(leaving, context)
      isWritten = true
    }
    if isWritten { flush() }
    settle()
    work()
  }

  private func write(
    _ leaving: SocketTelling<WebSocketFrameBytes>.Leaving, _ context: ChannelHandlerContext
  ) {
    switch leaving {
    case .frame(let frame): context.write(wrapOutboundOut(frame), promise: nil)
    case .event(let prepared, let sight, let mask, let prev):
      context.write(
        wrapOutboundOut(prepared.frame(sight, mask: mask, prev: prev)), promise: nil)
    }
  }
}
