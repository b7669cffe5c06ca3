import Dispatch
import Foundation

/// SIGTERM and SIGINT as something to wait for. The second one does not wait for the drain.
final class StopSignals {
  private let signals: AsyncStream<Void>
  private let sources: [any DispatchSourceSignal]

  init() {
    // A reader of our output that went away is no reason to die.
    signal(SIGPIPE, SIG_IGN)
    let (signals, signalled) = AsyncStream.makeStream(of: Void.self)
    self.signals = signals
    sources = [SIGTERM, SIGINT].map { number in
      // Otherwise the default action would end the program before the source tells.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { signalled.yield() }
      source.resume()
      return source
    }
  }

  /// Returns at the first signal.
  func wait() async {
    for await _ in signals { break }
    for source in sources {
      // Nobody waits any longer than the person who asks twice.
      source.setEventHandler { exit(1) }
    }
  }
}
