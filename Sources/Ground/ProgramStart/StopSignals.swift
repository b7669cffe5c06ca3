import Dispatch
import Glibc
import Synchronization

/// SIGTERM and SIGINT as something to wait for. The second one does not wait for anything.
package struct StopSignals: Sendable {
  private let signals: AsyncStream<Void>
  /// A source that nobody holds hears nothing; these listen until the program ends.
  private static let sources = Mutex<[any DispatchSourceSignal]>([])

  package init() {
    // A reader of our output that went away is no reason to die.
    signal(SIGPIPE, SIG_IGN)
    let (signals, signalled) = AsyncStream.makeStream(of: Void.self)
    self.signals = signals
    for number in [SIGTERM, SIGINT] {
      // Otherwise the default action would end the program before the source tells.
      signal(number, SIG_IGN)
      Self.sources.withLock { sources in
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        let isFirst = Mutex(true)
        source.setEventHandler {
          // Nobody waits any longer than the person who asks twice.
          guard isFirst.withLock({ exchange(&$0, with: false) }) else { exit(1) }
          signalled.yield()
        }
        source.resume()
        sources.append(source)
      }
    }
  }

  /// Returns at the first signal.
  package func wait() async {
    for await _ in signals { break }
  }
}

private func exchange(_ value: inout Bool, with new: Bool) -> Bool {
  defer { value = new }
  return value
}
