import BookingDomain
import BookingStore
import Foundation
import Synchronization

/// Looks for what other programs committed and has it numbered. It also tells listeners that the
/// log has grown, whether this server, another one or the relay wrote into it.
final class Relay: Sendable {
  /// Two looks fit into the 50 ms within which a foreign commit is promised to be seen.
  private static let interval = Duration.milliseconds(20)
  /// A database that is away is asked less often.
  private static let pause = Duration.milliseconds(500)

  private let session: MySQLSession
  private let listeners = CommitListeners()
  private let lease = Lease(server: UUID().uuidString)
  private let known = Mutex(KnownLog())
  private let horizon = Mutex(OutboxHorizon(now: .now))
  private let work = RepeatedWork()
  private let upkeep = Mutex(Reconciliation.Pace())
  private let generation: ConnectionGeneration
  private let readOnlySeen = Mutex<ContinuousClock.Instant?>(nil)

  init(_ address: MySQLAddress, _ generation: ConnectionGeneration) {
    self.generation = generation
    session = MySQLSession(address, label: "frontdesk.mysql.relay", generation)
  }

  func start() { work.start { [weak self] in await self?.round() } }

  func close() async {
    await work.end()
    listeners.close()
    await session.close(after: { [lease] db in try lease.end(db) })
  }

  func stream() -> AsyncStream<Void> { listeners.stream() }

  /// The log ends at `seq` now. Whoever notices it first announces it; it is announced once.
  func grew(to seq: Int64) {
    if known.withLock({ $0.grew(to: seq) }) { listeners.announce() }
  }

  /// Numbers what is visible now and announces it.
  func catchUp() async throws {
    while try await look(from: 0).isMore {}
  }

  private func look(from start: Int64) async throws -> OutboxLook.Result {
    let (lease, before) = (lease, known.withLock(\.self))
    let look = try await session.run { db in
      let look = try OutboxLook(db: db, lease: lease, start: start).relayed()
      let log = NumberedLog(db: db)
      return switch before.meaning(of: look.position) {
      case .sameLog: look
      case .restored(let epoch): try log.begunAnew(insteadOf: epoch)
      case .lost(let seq): try log.begunAnew(insteadOf: before.end.epoch, before: seq)
      }
    }
    if look.isReadOnly { leaveReadOnlyServer() }
    horizon.withLock { $0.moved(upTo: look.highest) }
    saw(look.position)
    return look
  }

  /// A demoted primary answers, but nothing new will ever be written to it. Once a second is often
  /// enough to find out whether the address leads to another server by now.
  private func leaveReadOnlyServer() {
    let isDue = readOnlySeen.withLock { last in
      if let seen = last, seen.duration(to: .now) < .seconds(1) { return false }
      last = .now
      return true
    }
    if isDue { generation.end(generation.present) }
  }

  /// - Returns: how long to wait before the next look.
  private func round() async -> Duration {
    do {
      let start = horizon.withLock { $0.start(.now) }
      while try await look(from: start).isMore {}
      if upkeep.withLock({ $0.isDue(.now) }) { try await reconcile() }
      return Self.interval
    } catch {
      return (error as? MySQLError)?.isRolledBack == true ? Self.interval : Self.pause
    }
  }

  private func reconcile() async throws {
    let (lease, pace) = (lease, upkeep.withLock(\.self))
    let next = try await session.run { db in try Reconciliation(db: db, lease: lease).step(pace) }
    upkeep.withLock { $0 = next }
  }

  private func saw(_ end: LogPosition) {
    if known.withLock({ $0.saw(end) }) { listeners.announce() }
  }
}

/// How far this server has seen the log.
private struct KnownLog {
  private(set) var end = LogPosition(epoch: "", seq: 0)
  /// Epochs that ended. Whoever restores an older copy brings one of them back.
  private var former: Set<String> = []

  enum Meaning {
    case sameLog
    /// The log is a copy of one whose epoch had ended.
    case restored(epoch: String)
    /// The log is a copy of this one, and ends before a place that readers have seen.
    case lost(seq: Int64)
  }

  func meaning(of position: LogPosition) -> Meaning {
    if former.contains(position.epoch) { return .restored(epoch: position.epoch) }
    return position.epoch == end.epoch && position.seq < end.seq ? .lost(seq: end.seq) : .sameLog
  }

  /// - Returns: whether that is news.
  mutating func grew(to seq: Int64) -> Bool { saw(LogPosition(epoch: end.epoch, seq: seq)) }

  /// - Returns: whether that is news.
  mutating func saw(_ position: LogPosition) -> Bool {
    guard position.epoch != end.epoch || position.seq > end.seq else { return false }
    if position.epoch != end.epoch { former.insert(end.epoch) }
    end = position
    return true
  }
}

/// One look at the log's end and the outbox, and the work it leads to.
struct OutboxLook {
  let db: MySQLConnection
  let lease: Lease
  /// This look passes over outbox numbers up to here.
  let start: Int64

  struct Result {
    let position: LogPosition
    var isMore = false
    var highest: Int64 = 0
    var isReadOnly = false
  }

  func relayed() throws -> Result {
    let end = try NumberedLog(db: db).end()
    guard lease.isOurs(end), try lease.isDue(end) || isAnythingWaiting() else {
      return Result(position: end.position, isReadOnly: end.isReadOnly)
    }
    return try db.writing {
      let end = try NumberedLog(db: db).lockedEnd()
      guard lease.isOurs(end) else { return Result(position: end.position) }
      let moved = try OutboxMove(db: db).moveSome(from: start, after: end.position.seq)
      try lease.renew(db, now: end.now)
      return Result(
        position: try NumberedLog(db: db).end().position, isMore: moved.isMore,
        highest: moved.highest)
    }
  }

  private func isAnythingWaiting() throws -> Bool {
    try db.row(
      "SELECT outbox_id FROM frontdesk_outbox WHERE outbox_id > ? ORDER BY outbox_id LIMIT 1",
      [.integer(start)]) != nil
  }
}
