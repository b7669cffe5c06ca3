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
actor Pictures {
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

  /// Names and services may change without an event: no picture is given out for longer.
  private static let freshFor: Int64 = 1_000
  /// What all pictures kept may have: a busy spa's day has 100 KB, a chain's month some 10 MB.
  private static let keptBytes = 16_777_216

  private let clock: Clock
  private var pictures: [Key: BoardPicture] = [:]
  private var making: [Key: (level: LogPosition, task: Task<BoardPicture, any Error>)] = [:]
  private var bytes = 0

  init(clock: Clock) { self.clock = clock }

  /// - Parameters:
  ///   - level: the picture is at least as new as this.
  ///   - make: reads the days; called for one of those who wait.
  /// - Returns: and whether it was made for this one.
  func picture(
    _ key: Key, atLeast level: LogPosition,
    make: @escaping @Sendable () async throws -> ServerMessage.Snapshot
  ) async throws -> (picture: BoardPicture, isNew: Bool) {
    if let picture = pictures[key], isFresh(picture, level) { return (picture, false) }
    if let (begun, task) = making[key], Self.covers(begun, level) {
      return (try await task.value, false)
    }
    let task = Task {
      let picture = BoardPicture(try await make(), madeAt: clock.now())
      keep(picture, key)
      return picture
    }
    making[key] = (level, task)
    defer { if making[key]?.task == task { making[key] = nil } }
    return (try await task.value, true)
  }

  /// Something that no position tells has changed.
  func expire() {
    pictures = [:]
    bytes = 0
  }

  private func isFresh(_ picture: BoardPicture, _ level: LogPosition) -> Bool {
    let age = clock.now().milliseconds - picture.madeAt.milliseconds
    return (0..<Self.freshFor).contains(age) && Self.covers(picture.snapshot.position, level)
  }

  private static func covers(_ position: LogPosition, _ level: LogPosition) -> Bool {
    position.epoch == level.epoch && position.seq >= level.seq
  }

  private func keep(_ picture: BoardPicture, _ key: Key) {
    forget(key)
    pictures[key] = picture
    bytes += picture.size
    while bytes > Self.keptBytes,
      let oldest = pictures.min(by: { $0.value.madeAt < $1.value.madeAt })?.key
    {
      forget(oldest)
    }
  }

  private func forget(_ key: Key) {
    guard let old = pictures.removeValue(forKey: key) else { return }
    bytes -= old.size
  }
}
