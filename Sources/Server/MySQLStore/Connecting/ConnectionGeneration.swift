import Synchronization

/// All connections that were made since the last failover. When one of them finds that its server
/// may not write any more, all of them are made anew: the address may lead to the new primary by
/// now.
final class ConnectionGeneration: Sendable {
  private let number = Mutex(1)

  var present: Int { number.withLock(\.self) }

  /// Ends that generation once: the first of its connections that reports it does.
  func end(_ generation: Int) {
    number.withLock { if $0 == generation { $0 += 1 } }
  }
}
