import BookingDomain
import BookingStore
import BookingTesting
import GRDB
import Testing

@testable import SQLiteStore

@Suite struct SaleTests {
  /// What the shop reads of a payment that the desk has taken.
  @Test func aSaleIsTheListPriceAndTheSpasTaxOnTop() async throws {
    #expect(
      try await amounts(withTax: "8") == [500_000, 500_000, 500_000, 40_000, 540_000])
  }

  /// A row that is no tax takes no money out of the drawer.
  @Test(arguments: ["-150", "1e300", "'abc'", "NULL", "100.01"])
  func whatIsNoTaxIsNone(_ tax: String) async throws {
    #expect(try await amounts(withTax: tax) == [500_000, 500_000, 500_000, 0, 500_000])
  }

  private func amounts(withTax tax: String) async throws -> [Int64] {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    try await database.runForeignSQL(["UPDATE spa_information SET vat_percentage = \(tax)"])
    let answer = try await store.perform(
      ContractSpa.order(.book([ContractSpa.wanted("12:00", .sale(.cash))])),
      by: ContractSpa.lan, now: ContractSpa.now)
    let item = try #require(answer.current?.paymentItem)
    #expect(answer.current?.price == Money("500000"))
    store.close()
    let queue = try DatabaseQueue(path: database.path)
    let amounts = try await queue.read { db -> [Int64] in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT p.subtotal_amount, i.unit_price, i.total_price, p.tax_amount, p.total_amount
          FROM payment_items i JOIN payments p ON p.payment_id = i.payment_id
          WHERE i.payment_item_id = ?
          """, arguments: [item.number])
      return (0..<5).compactMap { row?[$0] }
    }
    try queue.close()
    return amounts
  }
}
