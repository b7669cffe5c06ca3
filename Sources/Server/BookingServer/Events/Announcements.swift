import NIOCore
import Synchronization

/// Wakes those who wait for news: the long polls.
final class Announcements: Sendable {
  private struct State {
    var seq: Int64 = 0
    var isOver = false
    var nextNumber = 0
    var waiting: [Int: (session: String, promise: EventLoopPromise<Void>)] = [:]
  }

  private let state = Mutex(State())

  /// Returns when the log has grown past `seq`, when `time` is over, when the session may have ended,
  /// or when the server drains.
  /// - Parameter session: the hash of its token.
  func wait(past seq: Int64, for time: TimeAmount, by session: String, on loop: any EventLoop)
    async
  {
    let promise = loop.makePromise(of: Void.self)
    let number = state.withLock { state -> Int? in
      guard state.seq <= seq, !state.isOver else { return nil }
      state.nextNumber += 1
      state.waiting[state.nextNumber] = (session, promise)
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
    for one in woken { one.promise.succeed() }
  }

  /// Wakes those whose session is not among those that are open.
  func keep(_ open: Set<String>) { wake { !open.contains($0) } }

  /// Something that is no event is to be told.
  func wakeAll() { wake { _ in true } }

  func endSession(_ session: String) { wake { $0 == session } }

  private func wake(where isMeant: (String) -> Bool) {
    let woken = state.withLock { state in
      let woken = state.waiting.filter { isMeant($0.value.session) }
      for number in woken.keys { state.waiting[number] = nil }
      return woken.values
    }
    for one in woken { one.promise.succeed() }
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
    state.withLock { $0.waiting.removeValue(forKey: number) }?.promise.succeed()
  }
}
