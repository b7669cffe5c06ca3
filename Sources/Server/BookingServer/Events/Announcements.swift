import NIOCore
import Synchronization

/// Wakes those who wait for news: the long polls.
final class Announcements: Sendable {
  private struct State {
    var seq: Int64 = 0
    var isOver = false
    var nextNumber = 0
    var waiting: [Int: EventLoopPromise<Void>] = [:]
  }

  private let state = Mutex(State())

  /// Returns when the log has grown past `seq`, when `time` is over, or when the server drains.
  func wait(past seq: Int64, for time: TimeAmount, on loop: any EventLoop) async {
    let promise = loop.makePromise(of: Void.self)
    let number = state.withLock { state -> Int? in
      guard state.seq <= seq, !state.isOver else { return nil }
      state.nextNumber += 1
      state.waiting[state.nextNumber] = promise
      return state.nextNumber
    }
    guard let number else { return promise.succeed() }
    let timeout = loop.scheduleTask(in: time) { self.release(number) }
    try? await promise.futureResult.get()
    timeout.cancel()
  }

  var waitingCount: Int { state.withLock { $0.waiting.count } }

  func announce(_ seq: Int64) {
    let woken = state.withLock { state in
      state.seq = max(state.seq, seq)
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for promise in woken { promise.succeed() }
  }

  /// A new epoch counts from anew.
  func restart(at seq: Int64) {
    state.withLock { $0.seq = seq }
    announce(seq)
  }

  /// Nobody waits any more.
  func end() {
    state.withLock { $0.isOver = true }
    announce(0)
  }

  /// Whoever removes the promise completes it, so each is completed exactly once.
  private func release(_ number: Int) {
    state.withLock { $0.waiting.removeValue(forKey: number) }?.succeed()
  }
}
