import Synchronization

/// Whether orders can be carried out: a write was carried out lately, or a small one can be now. The
/// driver tells what became of its writes, and looks for itself when `due` says so.
package final class Obstacle: Sendable {
  /// What it is time for.
  package enum Look: Hashable, Sendable {
    case none
    /// One small write.
    case write
    /// A small write, and everything that orders need.
    case whole
  }

  private struct State {
    var failure: StoreFailure?
    var lastLook: ContinuousClock.Instant
    var lastWhole: ContinuousClock.Instant
    var isSuspected = false
  }

  /// While nothing is known to be wrong: how often at least a write is tried, and how often
  /// everything is looked at.
  private static let calm = Duration.seconds(5)
  private static let slow = Duration.seconds(60)
  /// How often to look while something is wrong: whoever mends it is watching.
  private static let troubled = Duration.seconds(1)

  private let state: Mutex<State>

  package init(now: ContinuousClock.Instant = .now) {
    state = Mutex(State(failure: nil, lastLook: now, lastWhole: now))
  }

  package var failure: StoreFailure? { state.withLock(\.failure) }

  /// A write of somebody's came to its end, for the reason that `failure` says; nil where it was
  /// carried out.
  package func wrote(_ failure: StoreFailure?, at now: ContinuousClock.Instant = .now) {
    state.withLock { state in
      if let failure, !failure.concernsEverybody {
        // What refused this row may refuse every order: the next look finds out.
        if failure.code == .refused { state.isSuspected = true }
        return
      }
      // One write that succeeds does not mean that a damaged file is whole again.
      if failure == nil, state.failure?.code == .unusable { return }
      state.failure = failure
      state.lastLook = now
    }
  }

  /// The driver looked for itself. A lock concerns everybody here: nobody else's write would have
  /// been carried out either.
  package func looked(
    _ look: Look, _ failure: StoreFailure?, at now: ContinuousClock.Instant = .now
  ) {
    state.withLock { state in
      state.failure = failure
      state.lastLook = now
      if look == .whole {
        state.lastWhole = now
        state.isSuspected = false
      }
    }
  }

  /// Looks, where it is time for that.
  /// - Parameter found: does what is due; says what is in the way, and nil where nothing is.
  package func look(_ found: (Look) async -> StoreFailure?) async {
    let look = due()
    guard look != .none else { return }
    looked(look, await found(look))
  }

  package func due(at now: ContinuousClock.Instant = .now) -> Look {
    state.withLock { state in
      let isTroubled = state.failure != nil || state.isSuspected
      guard state.lastLook.duration(to: now) >= (isTroubled ? Self.troubled : Self.calm) else {
        return .none
      }
      let isWhole = isTroubled || state.lastWhole.duration(to: now) >= Self.slow
      return isWhole ? .whole : .write
    }
  }
}
