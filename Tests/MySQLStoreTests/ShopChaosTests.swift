import BookingDomain
import BookingStore
import BookingTesting
import Foundation
import Synchronization
import Testing

@testable import MySQLStore

/// `make chaos-sql` runs this with a hundred thousand commits; otherwise it is a short one.
@Suite struct ShopChaosTests {
  private static let commits =
    ProcessInfo.processInfo.environment["FRONTDESK_CHAOS_COMMITS"].flatMap { Int($0) } ?? 2000
  private static let seed =
    ProcessInfo.processInfo.environment["FRONTDESK_CHAOS_SEED"].flatMap { UInt64($0) } ?? 1
  private static let writers = 8
  private static let bookings: ClosedRange<Int64> = 100...227

  /// When each version of each booking was committed.
  private typealias Tally = Mutex<[ShopWriter.Committed: ContinuousClock.Instant]>

  @Test func everyCommittedChangeIsLoggedOnceAndNothingElseIs() async throws {
    print("chaos: \(Self.commits) commits by \(Self.writers) writers, seed \(Self.seed)")
    let database = try await TestDatabase()
    try database.runForeignSQL(
      ContractSpa.statements
        + Self.bookings.map { ShopWriter.insertion(of: $0, "") })
    let store = try await MySQLStore.open(database.address)
    let other = try await MySQLStore.open(database.address)
    try await store.relay.catchUp()
    let start = try await store.position()
    let follower = LogFollower()
    let following = Task { try await follower.follow(store, after: start) }
    let tally = Tally([:])
    let began = ContinuousClock.now
    try await Self.writeAll(to: database.address, tally: tally)
    let lasted = began.duration(to: .now)
    try await Self.settle(database, store, other)
    await store.close()
    // The log's reader ends with the store and reads the rest from the other one.
    _ = try? await following.value
    let position = LogPosition(
      epoch: start.epoch, seq: follower.events.last?.seq ?? start.seq)
    _ = try await follower.read(other, after: position)
    Self.compare(follower, with: tally.withLock(\.self), after: start.seq, lasted: lasted)
    try await Self.compareRows(database, other)
    await other.close()
    try database.drop()
  }

  private static func writeAll(to address: MySQLAddress, tally: borrowing Tally) async throws {
    let hold: Duration = commits > 10_000 ? .seconds(3) : .seconds(1)
    let each = commits / writers
    let committed = try await withThrowingTaskGroup(
      of: [ShopWriter.Committed: ContinuousClock.Instant].self
    ) { group in
      for number in 0..<writers {
        group.addTask {
          let session = MySQLSession(address, label: "shop \(number)")
          let writer = ShopWriter(number: number, bookings: bookings, longestHold: hold)
          let done = try await session.run { db in
            try db.run("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            try db.run("SET SESSION innodb_lock_wait_timeout = 10")
            var random = SeededRandomness(seed: seed &+ UInt64(number))
            var done: [ShopWriter.Committed: ContinuousClock.Instant] = [:]
            for _ in 0..<each {
              let changed = try writer.transaction(db, &random)
              let now = ContinuousClock.now
              for change in changed { done[change] = now }
            }
            return done
          }
          await session.close()
          return done
        }
      }
      var all: [ShopWriter.Committed: ContinuousClock.Instant] = [:]
      for try await done in group { all.merge(done) { first, _ in first } }
      return all
    }
    tally.withLock { $0 = committed }
  }

  /// Until both relays have nothing left: whichever has the lease.
  private static func settle(_ database: TestDatabase, _ stores: MySQLStore...) async throws {
    let connection = try database.connection()
    while try connection.row("SELECT 1 AS one FROM frontdesk_outbox LIMIT 1") != nil {
      for store in stores { try await store.relay.catchUp() }
    }
  }

  private static func compare(
    _ follower: LogFollower, with committed: [ShopWriter.Committed: ContinuousClock.Instant],
    after start: Int64, lasted: Duration
  ) {
    let events = follower.events
    #expect(events.map(\.seq) == Array(start + 1..<start + 1 + Int64(events.count)), "dense")
    let told = events.compactMap { event in
      event.booking.map { ShopWriter.Committed(booking: $0.number, version: event.version) }
    }
    let lost = Set(committed.keys).subtracting(told)
    let invented = Set(told).subtracting(committed.keys)
    #expect(lost.isEmpty, "\(lost.count) lost, such as \(lost.prefix(3))")
    #expect(invented.isEmpty, "\(invented.count) of nothing, such as \(invented.prefix(3))")
    #expect(told.count == Set(told).count, "doubled")
    for (booking, own) in Dictionary(grouping: told, by: \.booking) {
      #expect(own.map(\.version) == own.map(\.version).sorted(), "order of booking \(booking)")
    }
    let delays = committed.compactMap { change, at in
      follower.seenAt(change).map { at.duration(to: $0) }
    }
    .sorted()
    guard !delays.isEmpty else { return }
    print(
      "chaos: \(told.count) changes in \(lasted), lost \(lost.count), doubled"
        + " \(told.count - Set(told).count); commit to reader p50 \(delays[delays.count / 2]),"
        + " p99 \(delays[delays.count * 99 / 100]), last \(delays[delays.count - 1])")
  }

  /// The final boards equal the tables.
  private static func compareRows(_ database: TestDatabase, _ store: MySQLStore) async throws {
    let rows = try database.connection().rows(
      "SELECT booking_id, booking_status, booking_notes FROM bookings WHERE booking_id >= 100")
    let ids = rows.compactMap { $0.int64("booking_id") }.map { BookingID($0) }
    let drawn = try await store.bookings(ids)
    #expect(drawn.count == rows.count)
    for row in rows {
      let booking = drawn.first { $0.id.number == row.int64("booking_id") }
      #expect(booking?.status.rawValue == row.text("booking_status"))
      #expect((booking?.notes ?? "") == row.text("booking_notes"))
    }
  }
}
