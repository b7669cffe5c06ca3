import BookingDomain
import BookingProtocol
import NIOCore
import Synchronization
import WebSocket

/// The picture of some days, encoded once for everybody who sees the same of them.
final class BoardPicture: Sendable {
  let snapshot: ServerMessage.Snapshot
  fileprivate let madeAt: Timestamp
  private let encoded = Mutex(
    (shared: ServerCoding.SharedSnapshot?.none, small: ByteBuffer?.none))

  fileprivate init(_ snapshot: ServerMessage.Snapshot, madeAt: Timestamp) {
    (self.snapshot, self.madeAt) = (snapshot, madeAt)
  }

  /// What bounds the memory of many; a booking has some 600 bytes.
  fileprivate var size: Int {
    600 * (snapshot.bookings.count + snapshot.blocks.count + snapshot.waiting.count)
      + 300 * snapshot.tasks.count + 10_000
  }

  /// Whether a frame of it takes no more time than an event loop can spare: all that is large is
  /// encoded, and there is not much to copy.
  func isQuick(compressed: Bool) -> Bool {
    encoded.withLock { encoded in
      guard let shared = encoded.shared, !compressed || encoded.small != nil else { return false }
      return shared.beginning.count <= Self.quickBytes
    }
  }

  private static let quickBytes = 65_536

  /// The frame for one of those who ask.
  /// - Parameter compressed: in a frame of RFC 7692. The large part is compressed once for all.
  func frame(_ envelope: ServerEnvelope, compressed: Bool) -> WebSocketFrameBytes {
    let (shared, small) = encoded.withLock { encoded in
      let shared = encoded.shared ?? ServerCoding.SharedSnapshot(snapshot)
      encoded.shared = shared
      if compressed, encoded.small == nil {
        encoded.small = WebSocketDeflate.compressed(shared.beginning)
      }
      return (shared, encoded.small)
    }
    let end = shared.end(id: envelope.id, timestamp: envelope.timestamp)
    if compressed, var small, let smallEnd = WebSocketDeflate.compressed(end) {
      small.writeImmutableBuffer(WebSocketDeflate.ended(smallEnd))
      return .compressedText(small)
    }
    var payload = ByteBufferAllocator().buffer(capacity: shared.beginning.count + end.count)
    payload.writeBytes(shared.beginning)
    payload.writeBytes(end)
    return .text(payload)
  }
}

/// The pictures that boards were given last. A thousand boards that ask for the same days at the
/// same position, as after a restart, cost one: made while they wait, and kept until something
/// happens.
final class Pictures: Sendable {
  /// Who sees the same: everybody of the staff with one role, or one person.
  struct Key: Hashable, Sendable {
    let days: ClosedRange<LocalDate>
    let role: Role
    let person: PersonID?

    init(_ days: ClosedRange<LocalDate>, for person: Person) {
      self.days = days
      role = person.role
      self.person = Visibility.Mask(person.role) == .staff ? nil : person.id
    }
  }

  fileprivate typealias Making = Task<BoardPicture, any Error>

  fileprivate struct State {
    var pictures: [Key: BoardPicture] = [:]
    var making: [Key: (level: LogPosition, task: Making)] = [:]
    var bytes = 0
  }

  /// Names and services may change without an event: no picture is given out for longer.
  fileprivate static let freshFor: Int64 = 1_000
  /// What all pictures kept may have: a busy spa's day has 100 KB, a chain's month some 10 MB.
  fileprivate static let keptBytes = 16_777_216

  private let clock: Clock
  private let state = Mutex(State())

  init(clock: Clock) { self.clock = clock }

  /// One that can be given out without waiting.
  func atHand(_ key: Key, atLeast level: LogPosition) -> BoardPicture? {
    let now = clock.now()
    return state.withLock { $0.pictures[key].flatMap { $0.isFresh(level, at: now) ? $0 : nil } }
  }

  /// - Parameters:
  ///   - level: the picture is at least as new as this.
  ///   - make: reads the days; called for one of those who wait.
  /// - Returns: and whether it was made for this one.
  func picture(
    _ key: Key, atLeast level: LogPosition,
    make: @escaping @Sendable () async throws -> ServerMessage.Snapshot
  ) async throws -> (picture: BoardPicture, isNew: Bool) {
    if let picture = atHand(key, atLeast: level) { return (picture, false) }
    let (task, isNew) = state.withLock { state -> (Making, Bool) in
      if let (begun, task) = state.making[key], begun.covers(level) { return (task, false) }
      let task = Making { [self] in
        let picture = BoardPicture(try await make(), madeAt: clock.now())
        self.state.withLock { $0.keep(picture, key) }
        return picture
      }
      state.making[key] = (level, task)
      return (task, true)
    }
    guard isNew else { return (try await task.value, false) }
    defer { state.withLock { if $0.making[key]?.task == task { $0.making[key] = nil } } }
    return (try await task.value, true)
  }

  /// Something that no position tells has changed.
  func expire() {
    state.withLock { state in
      state.pictures = [:]
      state.bytes = 0
    }
  }
}

extension BoardPicture {
  fileprivate func isFresh(_ level: LogPosition, at now: Timestamp) -> Bool {
    (0..<Pictures.freshFor).contains(now.milliseconds - madeAt.milliseconds)
      && snapshot.position.covers(level)
  }
}

extension LogPosition {
  fileprivate func covers(_ level: LogPosition) -> Bool { epoch == level.epoch && seq >= level.seq }
}

extension Pictures.State {
  fileprivate mutating func keep(_ picture: BoardPicture, _ key: Pictures.Key) {
    forget(key)
    pictures[key] = picture
    bytes += picture.size
    while bytes > Pictures.keptBytes,
      let oldest = pictures.min(by: { $0.value.madeAt < $1.value.madeAt })?.key
    {
      forget(oldest)
    }
  }

  private mutating func forget(_ key: Pictures.Key) {
    guard let old = pictures.removeValue(forKey: key) else { return }
    bytes -= old.size
  }
}
