/// For what nobody announces, such as a process's clock or the state of a file: looks again and
/// again, and gives up after a time that a person would not wait either.
package enum Polled {
  package struct NeverSo: Error, CustomStringConvertible {
    package let description: String
  }

  /// - Parameters:
  ///   - what: how a failure calls it: "no … within 20 seconds".
  ///   - interval: between two looks; the first look is at once.
  /// - Throws: `NeverSo` after `limit`, and what `isSo` throws.
  package static func until(
    _ what: String, every interval: Duration = .milliseconds(20),
    within limit: Duration = .patience, isSo: () async throws -> Bool
  ) async throws {
    let clock = ContinuousClock()
    let end = clock.now + limit
    while try await !isSo() {
      guard clock.now < end else { throw NeverSo(description: "no \(what) within \(limit)") }
      try await clock.sleep(for: interval)
    }
  }
}
