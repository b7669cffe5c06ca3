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
    guard let viewer, !isClosing else { return false }
    switch stream.take(prepared) {
    case .hold, .skip: return false
    case .giveUp:
      close(.tryAgainLater("Too much happened while the days were read; connect again."))
      return false
    case .tell:
      guard let sight = EventSight(prepared.event, current: prepared.current, for: viewer) else {
        return false
      }
      return offer(.event(prepared, sight))
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

  /// - Returns: whether it was written; else it waits.
  private func offer(_ item: OutboundQueue.Item) -> Bool {
    guard let context, !isClosing else { return false }
    if queue.isEmpty, context.channel.isWritable {
      write(item, context)
      return true
    }
    if !queue.append(item, size: size(of: item)) {
      service.log.notice("slow reader closed", metadata: ["connection": "\(number)"])
      close(.tryAgainLater("You read too slowly for what happens here; connect again to go on."))
    }
    return false
  }

  func drainQueue() {
    guard let context, !isClosing else { return }
    var isWritten = false
    while context.channel.isWritable, let item = queue.popFirst() {
      write(item, context)
      isWritten = true
    }
    if isWritten { flush() }
    work()
  }

  private func write(_ item: OutboundQueue.Item, _ context: ChannelHandlerContext) {
    switch item {
    case .news(let frame), .answer(let frame):
      context.write(wrapOutboundOut(frame), promise: nil)
    case .event(let prepared, let sight):
      // A subscription answered meanwhile has told it already.
      if let last = stream.prev, prepared.event.seq <= last { return }
      let frame = prepared.frame(sight, mask: viewer?.mask ?? .customer, prev: stream.prev)
      stream.sent(prepared.event.seq)
      context.write(wrapOutboundOut(frame), promise: nil)
    }
  }

  private func size(of item: OutboundQueue.Item) -> Int {
    switch item {
    case .news(let frame), .answer(let frame): frame.buffer.readableBytes
    case .event(let prepared, let sight):
      // One rendering for all who are slow; the real one differs by a few digits of `prev`.
      prepared.frame(sight, mask: viewer?.mask ?? .customer, prev: nil).buffer.readableBytes
    }
  }
}
