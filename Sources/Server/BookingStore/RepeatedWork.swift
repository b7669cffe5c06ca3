import Synchronization

/// What a store does over and over beside all orders, until it is ended: looking for what others
/// committed, for what is in the way.
package final class RepeatedWork: Sendable {
  private let running: Mutex<Task<Void, Never>?> = Mutex(nil)

  package init() {}

  /// - Parameter round: once; says how long to wait until the next, and nil where whoever the work
  ///   is for has gone.
  package func start(_ round: @escaping @Sendable () async -> Duration?) {
    let task = Task {
      while !Task.isCancelled, let pause = await round() {
        guard (try? await Task.sleep(for: pause)) != nil else { return }
      }
    }
    running.withLock { $0 = task }
  }

  /// Ends it without waiting for the round that may be under way.
  package func cancel() { running.withLock { $0?.cancel() } }

  /// Returns when the last round is over.
  package func end() async {
    let task = running.withLock { task in
      defer { task = nil }
      return task
    }
    task?.cancel()
    await task?.value
  }
}
