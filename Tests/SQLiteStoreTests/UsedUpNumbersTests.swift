import BookingDomain
import BookingStore
import BookingTesting
import GRDB
import Testing

@testable import SQLiteStore

/// Somebody writes a row with the highest number that there is, and SQLite says "full" to the next.
@Suite struct UsedUpNumbersTests {
  private static let block = Order.block(
    NewBlock(
      therapist: 4, date: ContractSpa.date, time: TimeOfDay(hour: 18, minute: 0), duration: 30,
      reason: "lunch"))

  private static func use(up number: Int64, of table: String) -> String {
    let rest = "therapist_id, date, time, duration_minutes, reason, by_kind, by_number, by_name, at"
    return table == "frontdesk_blocks"
      ? "INSERT INTO frontdesk_blocks (block_id, \(rest)) VALUES"
        + " (\(number), 5, '2019-01-01', '09:00:00', 30, '', 'USER', 1, '', 0)"
      : "INSERT INTO frontdesk_changes (change_id, booking_id, kind, at) VALUES"
        + " (\(number), 1, 'CALLED', 0)"
  }

  private func withSpa(
    _ statements: [String], _ work: (SQLiteStore, TemporaryDatabase) async throws -> Void
  ) async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    try await database.runForeignSQL(statements)
    try await work(store, database)
    store.close()
  }

  private func perform(_ order: Order, in store: SQLiteStore) async throws -> CommandAnswer {
    try await store.perform(
      ContractSpa.order(order), by: ContractSpa.lan, now: ContractSpa.now)
  }

  private static func isAccepted(_ answer: CommandAnswer) -> Bool {
    if case .accepted = answer.result { true } else { false }
  }

  @Test(arguments: [Int64.max - 1, .max])
  func theOrderThatFindsNoNumberIsRefusedAndNobodyElse(_ highest: Int64) async throws {
    try await withSpa([Self.use(up: highest, of: "frontdesk_blocks")]) { store, database in
      if highest == .max {
        let failure = await #expect(throws: StoreFailure.self) {
          try await perform(Self.block, in: store)
        }
        #expect(failure?.code == .refused, "\(failure?.description ?? "nothing")")
        #expect(failure?.words?.hasPrefix("frontdesk_blocks takes no new row") == true)
        #expect(try await store.complaints().count == 1)
      } else {
        let last = try await perform(Self.block, in: store)
        #expect(Self.isAccepted(last))
        #expect(try await store.complaints().count == 1, "the next finds none")
      }
      #expect(store.obstacle() == nil, "nobody else notices")
      let other = try await store.perform(
        ContractSpa.command(ContractSpa.other, ContractSpa.change(.confirmed)),
        by: ContractSpa.lan, now: ContractSpa.now)
      #expect(Self.isAccepted(other))
    }
  }

  @Test(arguments: ["frontdesk_blocks", "frontdesk_changes"])
  func numbersGoOnByThemselvesWhereThatRowHasGone(_ table: String) async throws {
    let key = table == "frontdesk_blocks" ? "block_id" : "change_id"
    try await withSpa([
      Self.use(up: .max, of: table), "DELETE FROM \(table) WHERE \(key) = \(Int64.max)",
    ]) { store, database in
      let block = try await perform(Self.block, in: store)
      #expect(Self.isAccepted(block))
      let other = try await store.perform(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed)),
        by: ContractSpa.lan, now: ContractSpa.now)
      #expect(Self.isAccepted(other))
      #expect(store.obstacle() == nil)
      #expect(try await store.complaints() == [])
    }
  }

  @Test func whatEveryOrderNeedsConcernsEverybody() async throws {
    try await withSpa([Self.use(up: .max, of: "frontdesk_changes")]) { store, _ in
      let order = ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed))
      let failure = await #expect(throws: StoreFailure.self) {
        try await store.perform(order, by: ContractSpa.lan, now: ContractSpa.now)
      }
      #expect(failure?.code == .refused)
      try await Polled.until("the server says so") { store.obstacle()?.code == .unusable }
      #expect(store.obstacle()?.sentence.contains("frontdesk_changes takes no new row") == true)
    }
  }

  /// Raised by SQLite itself: what a code means is not ours to remember.
  @Test func aFullFileIsAnOutageAlsoWhereNumbersAreUsedUp() async throws {
    try await withSpa([Self.use(up: .max, of: "frontdesk_blocks")]) { store, _ in
      try await store.pool.writeWithoutTransaction { db in
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        try db.execute(sql: "PRAGMA max_page_count = \(pages)")
      }
      let failure = await #expect(throws: StoreFailure.self) {
        try await perform(Self.block, in: store)
      }
      #expect(failure?.code == .unavailable, "\(failure?.description ?? "nothing")")
      #expect(failure?.sentence.contains("There is no room left on the disk") == true)
    }
  }
}
