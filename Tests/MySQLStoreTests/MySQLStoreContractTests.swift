import BookingStore
import BookingTesting
import Synchronization
import Testing

@testable import MySQLStore

@Suite(.serialized) struct MySQLStoreContractTests {
  @Test(arguments: StoreContract.promises)
  func promiseIsKept(_ promise: StoreContract.Promise) async throws {
    let database = try await TestDatabase.lent()
    let store = try await database.openContractSpa()
    let reopened = Mutex<[MySQLStore]>([])
    try await promise.check(
      StoreContract.Subject(
        store: store,
        runForeignSQL: {
          try database.runForeignSQL($0)
          // The promises are about what the log says, not about how soon.
          try await store.relay.catchUp()
        },
        reopen: {
          let again = try await MySQLStore.open(database.address)
          reopened.withLock { $0.append(again) }
          return again
        }))
    for store in reopened.withLock(\.self) + [store] { await store.close() }
    try database.giveBack()
  }
}
