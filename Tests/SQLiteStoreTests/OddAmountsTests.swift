import BookingDomain
import BookingStore
import BookingTesting
import Testing

@testable import SQLiteStore

/// SQLite keeps whatever another program writes as the amount of a payment.
@Suite struct OddAmountsTests {
  /// What says nothing is counted, and spoils no other payment's sum.
  @Test(arguments: ["9223372036854775807", "1e300", "9e999", "'abc'", "x'ff'", "-1e15"])
  func anAmountThatSaysNothingIsCounted(_ amount: String) async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    defer { store.close() }
    let sale = ContractSpa.wanted("16:00", for: 6, with: 5, .sale(.cash))
    _ = try await store.perform(
      ContractSpa.order(.book([sale])), by: ContractSpa.lan, now: ContractSpa.now)
    let columns = "payment_method, payment_status, payment_date"
    try await database.runForeignSQL([
      """
      INSERT INTO payments (customer_id, total_amount, subtotal_amount, reference_number, \(columns))
      SELECT customer_id, \(amount), 1, reference_number || 'X', \(columns) FROM payments
      WHERE payment_method = 'CASH' ORDER BY payment_id DESC LIMIT 1
      """
    ])
    let takings = try await store.takings(
      on: ContractSpa.date, in: ContractSpa.now.zone.span(of: ContractSpa.date))
    let price = try #require(Money("500000"))
    #expect(
      takings.lines.filter { $0.method == .cash }.map(\.taken)
        == [DayTakings.Total(count: 2, sum: price, unreadable: 1)])
    #expect(takings.taken().spoken == "500,000 + 1 unreadable")
  }
}
