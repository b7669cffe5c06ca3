import BookingStore
import BookingTesting
import SQLiteStore
import Testing

@Suite struct SQLiteStoreContractTests {
  @Test(arguments: StoreContract.promises)
  func promiseIsKept(_ promise: StoreContract.Promise) async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    try await promise.check(
      StoreContract.Subject(
        store: store, runForeignSQL: { try await database.runForeignSQL($0) },
        reopen: { try await database.open() }))
    store.close()
  }
}
