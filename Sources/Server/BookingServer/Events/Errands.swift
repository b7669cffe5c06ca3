import NIOCore
import Synchronization

/// Work that an event loop sends off, and that comes back to it with what it found. It may take as
/// long as the database likes; the loop has to outlive it.
final class Errands: Sendable {
  private struct State {
    var underWay = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  func future<Found: Sendable>(
    on loop: any EventLoop, _ work: @escaping @Sendable () async throws -> Found
  ) -> EventLoopFuture<Found> {
    let promise = loop.makePromise(of: Found.self)
    state.withLock { $0.underWay += 1 }
    Task {
      do { promise.succeed(try await work()) } catch { promise.fail(error) }
      ended()
    }
    return promise.futureResult
  }

  /// Returns when none is under way.
  func allBack() async {
    await withCheckedContinuation { continuation in
      let isNone = state.withLock { state in
        if state.underWay > 0 { state.waiting.append(continuation) }
        return state.underWay == 0
      }
      if isNone { continuation.resume() }
    }
  }

  var areAllBack: Bool { state.withLock { $0.underWay == 0 } }

  private func ended() {
    let waiting = state.withLock { state in
      state.underWay -= 1
      guard state.underWay == 0 else { return [CheckedContinuation<Void, Never>]() }
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}
