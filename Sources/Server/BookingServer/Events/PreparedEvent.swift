import BookingDomain
import BookingProtocol
import NIOCore
import Synchronization
import WebSocket

/// One event of the log with its booking, encoded once for everybody who gets the same bytes.
///
/// Viewers differ by mask, by whether the booking is gone from their sight, and by `prev`. Those
/// who follow the same stream share all three, so a thousand boards cost one encoding.
final class PreparedEvent: Sendable {
  let event: BookingEvent
  /// Nil where there is no such booking (any more).
  let current: Booking?
  /// The complete list that the event is about, as it is now; empty for other events.
  let blocks: [Block]
  let waiting: [WaitingGuest]
  let tasks: [DeskTask]
  /// Whether a later event of the same batch carries the same list. Each such event carries a day's
  /// whole list as it is now, so that one of them is enough.
  let isSuperseded: Bool
  private let rendered = Mutex<[Rendering: WebSocketFrameBytes]>([:])
  private let now: Timestamp

  private struct Rendering: Hashable {
    let sight: EventSight
    let mask: Visibility.Mask
    let prev: Int64?
  }

  init(
    _ event: BookingEvent, current: Booking?, blocks: [Block] = [],
    waiting: [WaitingGuest] = [], tasks: [DeskTask] = [], isSuperseded: Bool = false, now: Timestamp
  ) {
    self.event = event
    self.current = current
    self.blocks = blocks
    self.waiting = waiting
    self.tasks = tasks
    self.isSuperseded = isSuperseded
    self.now = now
  }

  /// What it is to this viewer; nil where nothing is told.
  func sight(for viewer: Viewer) -> EventSight? {
    isSuperseded ? nil : EventSight(event, current: current, for: viewer)
  }

  func message(_ sight: EventSight, mask: Visibility.Mask, prev: Int64?) -> ServerEnvelope {
    ServerEnvelope(
      .event(
        EventMessage(
          event, current: current, blocks: blocks, waiting: waiting, tasks: tasks, seenAs: sight,
          mask: mask, prev: prev)),
      timestamp: now)
  }

  /// A whole WebSocket frame, shared by all who see the same.
  func frame(_ sight: EventSight, mask: Visibility.Mask, prev: Int64?) -> WebSocketFrameBytes {
    let key = Rendering(sight: sight, mask: mask, prev: prev)
    return rendered.withLock { frames in
      if let frame = frames[key] { return frame }
      let frame = WebSocketFrameBytes(message(sight, mask: mask, prev: prev))
      frames[key] = frame
      return frame
    }
  }
}

extension WebSocketFrameBytes {
  init(_ envelope: ServerEnvelope) {
    self = .text(ByteBuffer(bytes: ServerCoding.encode(envelope)))
  }
}
