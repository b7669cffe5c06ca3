import BookingDomain
import Synchronization

/// How far the pump has read the log: everything up to here has been, or is just being, told.
final class LogEnd: Sendable {
  private let position: Mutex<LogPosition>

  init(_ position: LogPosition) { self.position = Mutex(position) }

  var current: LogPosition { position.withLock { $0 } }

  func move(to new: LogPosition) { position.withLock { $0 = new } }
}
