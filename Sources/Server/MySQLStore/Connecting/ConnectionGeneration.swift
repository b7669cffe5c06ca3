import Synchronization

/// Connections that were made since the address was last found to lead to the right place. When one
/// of them meets a server that may not write any more, all of them are made anew: the name may lead
/// to the new primary by now.
final class ConnectionGeneration: Sendable {
  private let number = Mutex(1)

  var present: Int { number.withLock(\.self) }

  /// Ends that generation, once, whoever of it says so first.
  func end(_ generation: Int) {
    number.withLock { if $0 == generation { $0 += 1 } }
  }
}
