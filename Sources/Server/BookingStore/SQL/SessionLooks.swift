import Synchronization

/// Looks for sessions, many by one read: after a restart a thousand consoles come back at once, and
/// to begin a read costs more than to find a session in it.
package final class SessionLooks: Sendable {
  /// The sessions that stand, for the token hashes that are looked for.
  typealias Read = @Sendable (_ tokenHashes: [String]) async throws -> [StoredSession]

  private struct Waiting {
    let tokenHash: String
    let answer: CheckedContinuation<StoredSession?, any Error>
  }

  private struct State {
    var isReading = false
    var waiting: [Waiting] = []
  }

  private let state = Mutex(State())

  package init() {}

  /// Whoever comes while a read is under way is part of the next one: what it finds is never older
  /// than the question.
  /// - Returns: nil where no such session stands.
  func session(_ tokenHash: String, _ read: @escaping Read) async throws -> StoredSession? {
    guard begins() else {
      return try await withCheckedThrowingContinuation { answer in
        wait(Waiting(tokenHash: tokenHash, answer: answer), read)
      }
    }
    defer { ended(read) }
    return try await read([tokenHash]).first
  }

  /// Whether no read is under way, so that the caller's is.
  private func begins() -> Bool {
    state.withLock { state in
      defer { state.isReading = true }
      return !state.isReading
    }
  }

  private func wait(_ waiting: Waiting, _ read: @escaping Read) {
    let begins = state.withLock { state in
      state.waiting.append(waiting)
      defer { state.isReading = true }
      return !state.isReading
    }
    if begins { ended(read) }
  }

  /// The next read, for all who wait.
  private func ended(_ read: @escaping Read) {
    let next = state.withLock { state in
      let next = state.waiting.prefix(SessionRows.mostAtOnce)
      state.waiting.removeFirst(next.count)
      state.isReading = !next.isEmpty
      return Array(next)
    }
    guard !next.isEmpty else { return }
    Task {
      do {
        let found = try await read(next.map(\.tokenHash))
        let byHash = Dictionary(
          found.map { ($0.tokenHash, $0) }, uniquingKeysWith: { first, _ in first })
        for waiting in next { waiting.answer.resume(returning: byHash[waiting.tokenHash]) }
      } catch {
        for waiting in next { waiting.answer.resume(throwing: error) }
      }
      ended(read)
    }
  }
}
