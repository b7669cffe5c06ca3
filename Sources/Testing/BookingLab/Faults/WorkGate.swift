import Synchronization

/// A place in the way of some work, where a test can stop it and count what waits.
package final class WorkGate: Sendable {
  private struct State {
    var isShut = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  package init() {}

  package var waiting: Int { state.withLock { $0.waiting.count } }

  package func shut() { state.withLock { $0.isShut = true } }

  package func open() {
    let stopped = state.withLock { state in
      state.isShut = false
      defer { state.waiting = [] }
      return state.waiting
    }
    for one in stopped { one.resume() }
  }

  /// Returns at once where it is open.
  package func pass() async {
    await withCheckedContinuation { continuation in
      let isStopped = state.withLock { state in
        if state.isShut { state.waiting.append(continuation) }
        return state.isShut
      }
      if !isStopped { continuation.resume() }
    }
  }
}
