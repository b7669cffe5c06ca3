import Synchronization

/// Everybody who wants to hear that the log has grown.
package final class CommitListeners: Sendable {
  private struct State {
    var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    var nextListener = 0
    var isClosed = false
  }

  private let state = Mutex(State())

  package init() {}

  package func stream() -> AsyncStream<Void> {
    // One waiting yield is enough: it says "look at the log", not how much there is.
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let number = state.withLock { state -> Int? in
        guard !state.isClosed else { return nil }
        state.nextListener += 1
        state.listeners[state.nextListener] = continuation
        return state.nextListener
      }
      guard let number else {
        continuation.finish()
        return
      }
      continuation.onTermination = { [weak self] _ in
        self?.state.withLock { $0.listeners[number] = nil }
      }
    }
  }

  package func announce() {
    let listeners = state.withLock { Array($0.listeners.values) }
    for listener in listeners { listener.yield() }
  }

  /// Ends every stream; later ones are over at once.
  /// - Returns: false where that was done before.
  @discardableResult
  package func close() -> Bool {
    let listeners = state.withLock { state -> [AsyncStream<Void>.Continuation]? in
      guard !state.isClosed else { return nil }
      state.isClosed = true
      defer { state.listeners = [:] }
      return Array(state.listeners.values)
    }
    guard let listeners else { return false }
    for listener in listeners { listener.finish() }
    return true
  }
}
