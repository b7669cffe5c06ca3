import Synchronization

/// Orders that wait for the database: how many, and since when the oldest.
final class OrdersUnderWay: Sendable {
  private struct State {
    var numbers = 0
    var began: [Int: ContinuousClock.Instant] = [:]
  }

  private let state = Mutex(State())

  /// Everything that `work` takes counts as one order.
  func during<Result>(_ work: () async throws -> Result) async rethrows -> Result {
    let number = state.withLock { state in
      state.numbers += 1
      state.began[state.numbers] = .now
      return state.numbers
    }
    defer { state.withLock { _ = $0.began.removeValue(forKey: number) } }
    return try await work()
  }

  /// - Returns: how many wait, and the seconds that the oldest has waited.
  func waiting(at now: ContinuousClock.Instant = .now) -> (count: Int, seconds: Double) {
    state.withLock { state in
      (state.began.count, state.began.values.min().map { (now - $0).seconds } ?? 0)
    }
  }
}
