import Dispatch
import Synchronization

/// A value that something else changes and a test waits for: waiting ends at the very change that
/// makes its condition true, or at a deadline, and never polls.
package final class Watched<Value: Sendable>: Sendable {
  private struct Waiter {
    /// What to do once the condition holds; nil as long as it does not.
    let attempt: @Sendable (Value) -> (@Sendable () -> Void)?
    let giveUp: @Sendable (Value) -> Void
  }

  private struct State {
    var value: Value
    var waiters: [Int: Waiter] = [:]
    var nextWaiter = 0
  }

  private let state: Mutex<State>

  package init(_ value: sending Value) { state = Mutex(State(value: value)) }

  package var value: Value { state.withLock { $0.value } }

  package func change(_ body: (inout Value) -> Void) {
    let ready = state.withLock { state in
      body(&state.value)
      var ready: [@Sendable () -> Void] = []
      for (id, waiter) in state.waiters {
        guard let resume = waiter.attempt(state.value) else { continue }
        state.waiters[id] = nil
        ready.append(resume)
      }
      return ready
    }
    for resume in ready { resume() }
  }

  /// Waits until `find` finds something in the value, and returns it.
  /// - Throws: `Overdue` with `what` and the value as it stands at the deadline.
  @discardableResult
  package func waits<Found: Sendable>(
    for what: String, within limit: Duration = .patience,
    _ find: @escaping @Sendable (Value) -> Found?
  ) async throws -> Found {
    try await withCheckedThrowingContinuation { waiting in
      let waiter = Waiter(
        attempt: { value in
          guard let found = find(value) else { return nil }
          return { waiting.resume(returning: found) }
        },
        giveUp: { value in
          waiting.resume(throwing: Overdue(what: what, limit: limit, instead: "\(value)"))
        })
      enlist(waiter, within: limit)
    }
  }

  private func enlist(_ waiter: Waiter, within limit: Duration) {
    var id = 0
    let immediate = state.withLock { state in
      let resume = waiter.attempt(state.value)
      if resume == nil {
        state.nextWaiter += 1
        id = state.nextWaiter
        state.waiters[id] = waiter
      }
      return resume
    }
    if let immediate { return immediate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit.interval) { [id] in
      self.expire(id)
    }
  }

  private func expire(_ id: Int) {
    let (waiter, value) = state.withLock { state in
      (state.waiters.removeValue(forKey: id), state.value)
    }
    waiter?.giveUp(value)
  }
}

/// Something awaited did not happen in time.
package struct Overdue: Error, CustomStringConvertible {
  let what: String
  let limit: Duration
  let instead: String

  package var description: String { "no \(what) within \(limit); instead:\n\(instead)" }
}

extension Duration {
  /// How long a test waits for what should happen at once: a test machine with two busy cores
  /// may take seconds for it. Past this the test fails and shows what was there instead.
  package static let patience = Duration.seconds(60)

  var interval: DispatchTimeInterval {
    .milliseconds(Int(components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000))
  }
}
