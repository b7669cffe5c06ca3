import BookingTesting
import Testing

/// The store in memory stands for a database in the simulated world, so that it keeps the same
/// promises where they are about orders.
@Suite struct SimulatedStoreContractTests {
  @Test(
    arguments: StoreContract.deskPromises + StoreContract.undoPromises
      + StoreContract.paymentPromises + StoreContract.housePastPromises)
  func promiseIsKept(_ promise: StoreContract.Promise) async throws {
    let store = SimulatedStore(.ofTheContract)
    try await promise.check(
      StoreContract.Subject(store: store, runForeignSQL: { _ in }, reopen: { store }))
  }
}
