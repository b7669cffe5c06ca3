import Synchronization

/// A place in the way of some work, where a test can hold it up and count it.
package final class HeldWork: Sendable {
  private struct State {
    var isHolding = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  package init() {}

  package var waiting: Int { state.withLock { $0.waiting.count } }

  package func hold() { state.withLock { $0.isHolding = true } }

  package func letGo() {
    let held = state.withLock { state in
      state.isHolding = false
      defer { state.waiting = [] }
      return state.waiting
    }
    for one in held { one.resume() }
  }

  /// Returns at once where nothing is held.
  package func pass() async {
    await withCheckedContinuation { continuation in
      let isHeld = state.withLock { state in
        if state.isHolding { state.waiting.append(continuation) }
        return state.isHolding
      }
      if !isHeld { continuation.resume() }
    }
  }
}
