import BookingDomain
import BookingStore
import BookingTesting
import Testing

@testable import SQLiteStore

/// More read at once than there are readers or threads: each waits for its turn, and all get one.
@Suite struct CrowdOfReadersTests {
  @Test(.timeLimit(.minutes(1)))
  func aCrowdThatReadsAtOnceIsAnswered() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    let position = try await store.position()
    let answered = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<600 {
        group.addTask {
          switch number % 3 {
          case 0:
            return try await store.session(tokenHash: "nobody's \(number)") == nil ? 1 : 0
          case 1: return try await store.news(after: position, limit: 10) == nil ? 0 : 1
          default: return try await store.day(ContractSpa.date).bookings.isEmpty ? 0 : 1
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(answered == 600)
    store.close()
  }
}
