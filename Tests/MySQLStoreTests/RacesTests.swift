import BookingLab
import BookingStore
import BookingTesting
import Foundation
import Testing

@testable import MySQLStore

/// `make races` runs ten thousand of them; otherwise it is a short one.
@Suite struct MySQLRacesTests {
  @Test func nobodyGetsWhatAnotherHas() async throws {
    let count = ProcessInfo.processInfo.environment["FRONTDESK_RACES"].flatMap { Int($0) } ?? 100
    let database = try await TestDatabase.lent()
    let store = try await database.openContractSpa()
    let shop = MySQLSession(database.address, label: "shop")
    let subject = Races.Subject(
      store: store,
      runForeignSQL: { statements in
        try await shop.run { db in for statement in statements { try db.run(statement) } }
      },
      number: { query in
        try await shop.run { try $0.row(query)?.int64("n").map { Int($0) } }
      })
    let races = Races(on: subject, chance: .announced(for: "races on MariaDB"))
    let report = try await races.run(count)
    print("MariaDB: \(report)")
    #expect(report.isClean, "\(report)")
    #expect(report.won > 0)
    await shop.close()
    await store.close()
    try database.giveBack()
  }
}
