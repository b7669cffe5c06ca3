import BookingLab
import BookingTesting
import Foundation
import GRDB
import Testing

@testable import SQLiteStore

/// `make races` runs ten thousand of them; otherwise it is a short one.
@Suite struct SQLiteRacesTests {
  @Test func nobodyGetsWhatAnotherHas() async throws {
    let count = ProcessInfo.processInfo.environment["FRONTDESK_RACES"].flatMap { Int($0) } ?? 100
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    let reader = try DatabaseQueue(path: database.path)
    let subject = Races.Subject(
      store: store, runForeignSQL: { try await database.runForeignSQL($0) },
      number: { query in try await reader.read { try Int.fetchOne($0, sql: query) } })
    let races = Races(on: subject, chance: .announced(for: "races on SQLite"))
    let report = try await races.run(count)
    print("SQLite: \(report)")
    #expect(report.isClean, "\(report)")
    #expect(report.won > 0)
    store.close()
    try reader.close()
  }
}
