import BookingDomain
import BookingProtocol
import BookingStore
import NIOCore
import Synchronization
import WebSocket

/// What the days look like to one viewer, in one number.
struct DigestAnswerer: Sendable {
  let days: Days
  let end: LogEnd
  let database: DatabaseState
  let clock: Clock
  private let recent = RecentDigests()

  init(days: Days, end: LogEnd, database: DatabaseState, clock: Clock) {
    (self.days, self.end, self.database, self.clock) = (days, end, database, clock)
  }

  /// The digest as it goes over the wire, where somebody who sees the same was just given it.
  func known(of days: ClosedRange<LocalDate>, for person: Person) -> PreparedDigest? {
    database.isAvailable ? recent.digest(.init(days, for: person), at: end.current) : nil
  }

  /// Something that no position tells has changed.
  func expire() { recent.forget() }

  /// Nil as `digest(of:for:)`.
  func prepared(of days: ClosedRange<LocalDate>, for person: Person) async -> PreparedDigest? {
    if let known = known(of: days, for: person) { return known }
    guard let digest = await digest(of: days, for: person) else { return nil }
    let prepared = PreparedDigest(digest, at: clock.now())
    recent.keep(prepared, for: .init(days, for: person))
    return prepared
  }

  /// What a poll's answer ends with, so that a board without a WebSocket proves itself too; nil for
  /// whoever has no board, and where the log has moved on since.
  func digest(after caughtUp: CatchUp, for person: Person) async -> ServerMessage.Digest? {
    if case .nothing = caughtUp.content { return nil }
    guard !caughtUp.isOld, let digest = await digest(of: caughtUp.days, for: person),
      digest.position == caughtUp.position
    else { return nil }
    return digest
  }

  /// Nil where the days cannot be read at one position just now; the next heartbeat tries again.
  func digest(of range: ClosedRange<LocalDate>, for person: Person) async -> ServerMessage.Digest? {
    // A guest's own bookings are on no board.
    guard Rights.scope(of: .watchSpa, for: person.role) != .none else { return nil }
    let level = end.current
    var facts: UInt64?
    var (shifts, charges, doubts): (UInt64, UInt64, UInt64) = (0, 0, 0)
    var digest = BoardDigest()
    for date in range {
      guard let day = try? await days.day(date, atLeast: level), day.position == level else {
        return nil
      }
      let spa = Visibility.masked(day.spa, for: person)
      facts = BoardDigest.facts(of: spa)
      shifts = BoardDigest.shifts(of: spa)
      charges = BoardDigest.charges(of: spa)
      doubts = BoardDigest.doubts(of: spa)
      for booking in day.bookings where Visibility.maySee(booking, person) { digest.put(booking) }
      let blocks = day.blocks.filter { Visibility.maySee($0, person) }
      for (therapist, blocks) in Dictionary(grouping: blocks, by: \.therapist) {
        digest.put(blocks, of: therapist, on: date)
      }
    }
    // While the database is away nobody knows whether the last picture is still true.
    guard database.isAvailable else { return nil }
    return ServerMessage.Digest(
      from: range.lowerBound, to: range.upperBound, position: level, value: digest.value,
      facts: facts, shifts: shifts, charges: charges, doubts: doubts)
  }
}

/// A digest in one frame for all who see the same days.
struct PreparedDigest: Sendable {
  let position: LogPosition
  let frame: WebSocketFrameBytes
  let pingAndFrame: ByteBuffer

  init(_ digest: ServerMessage.Digest, at now: Timestamp) {
    position = digest.position
    frame = WebSocketFrameBytes(ServerEnvelope(.boardDigest(digest), timestamp: now))
    var both = WebSocketFrameBytes.ping.buffer
    both.writeImmutableBuffer(frame.buffer)
    pingAndFrame = both
  }
}

/// Digests at the newest position.
private final class RecentDigests: Sendable {
  /// At most so many are cached; then the cache is emptied.
  private static let keptAtMost = 1_000

  private let kept = Mutex<[Pictures.Key: PreparedDigest]>([:])

  func digest(_ key: Pictures.Key, at position: LogPosition) -> PreparedDigest? {
    kept.withLock { kept in
      kept[key].flatMap { $0.position == position ? $0 : nil }
    }
  }

  func forget() { kept.withLock { $0 = [:] } }

  func keep(_ digest: PreparedDigest, for key: Pictures.Key) {
    kept.withLock { kept in
      if kept.count >= Self.keptAtMost { kept = [:] }
      kept[key] = digest
    }
  }
}
