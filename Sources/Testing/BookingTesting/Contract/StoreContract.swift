import BookingDomain
import BookingStore

/// What every store driver promises, each promise a check that fails where it is broken. A driver's
/// tests provide a `Subject` on a fresh database for each and run them all.
package enum StoreContract {
  /// One store on a database that holds `ContractSpa` and nothing else.
  package struct Subject: Sendable {
    package let store: any BookingStore
    /// Runs statements as another program would: on a connection of its own, one transaction each.
    package let runForeignSQL: @Sendable ([String]) async throws -> Void
    /// The same database once more, as after a restart of the server. What was acknowledged must
    /// be there, whether or not the first store was closed.
    package let reopen: @Sendable () async throws -> any BookingStore

    package init(
      store: any BookingStore,
      runForeignSQL: @escaping @Sendable ([String]) async throws -> Void,
      reopen: @escaping @Sendable () async throws -> any BookingStore
    ) {
      (self.store, self.runForeignSQL, self.reopen) = (store, runForeignSQL, reopen)
    }
  }

  package struct Promise: Sendable, CustomStringConvertible {
    package let description: String
    package let check: @Sendable (Subject) async throws -> Void

    init(_ description: String, _ check: @escaping @Sendable (Subject) async throws -> Void) {
      (self.description, self.check) = (description, check)
    }
  }

  package static let promises =
    orderPromises + undoPromises + foreignUndoPromises + racePromises + logPromises
    + foreignPromises + deskPromises + timeOffPromises + shiftPromises + foreignDeskPromises
    + foreignSwapPromises + readingPromises + paymentPromises + servicePromises + wishPromises
    + foreignPaymentPromises + housePastPromises + foreignHousePastPromises + sessionPromises
    + accountPromises
}

/// A promise that was not kept, and where.
package struct BrokenPromise: Error, CustomStringConvertible {
  package let description: String
}

/// - Throws: `BrokenPromise` naming the place where `fact` does not hold.
package func require(
  _ fact: Bool, _ what: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
) throws {
  guard fact else { throw BrokenPromise(description: "\(what()) (\(file):\(line))") }
}

package func requireEqual<T: Equatable>(
  _ found: T, _ expected: T, _ what: @autoclosure () -> String = "",
  file: StaticString = #fileID, line: UInt = #line
) throws {
  try require(
    found == expected, "\(what()) found \(found), expected \(expected)", file: file, line: line)
}

package func requireValue<T>(
  _ value: T?, _ what: @autoclosure () -> String = "a value", file: StaticString = #fileID,
  line: UInt = #line
) throws -> T {
  guard let value else {
    throw BrokenPromise(description: "\(what()) is missing (\(file):\(line))")
  }
  return value
}
