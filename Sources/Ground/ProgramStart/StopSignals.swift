import Dispatch
import Glibc
import Synchronization

/// SIGTERM and SIGINT as something to wait for. A second one ends the program at once. A program
/// that can read its settings again does so at SIGHUP, as other servers do; where it has a
/// terminal, SIGHUP says that the terminal was closed, and is a stop.
package struct StopSignals: Sendable {
  private let signals: AsyncStream<Void>
  /// SIGHUP without a terminal.
  package let hangUps: AsyncStream<Void>
  /// The sources have to be kept: a source that nobody holds is never called.
  private static let sources = Mutex<[any DispatchSourceSignal]>([])

  /// - Parameter readsAgain: whether somebody listens to `hangUps`.
  package init(readsAgain: Bool = false) {
    // A reader of our output that went away is no reason to die.
    signal(SIGPIPE, SIG_IGN)
    let (signals, signalled) = AsyncStream.makeStream(of: Void.self)
    self.signals = signals
    let (hangUps, hungUp) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    self.hangUps = hangUps
    var stopping = [SIGTERM, SIGINT]
    if readsAgain, !Self.hasTerminal {
      Self.listen(to: SIGHUP) { hungUp.yield() }
    } else if readsAgain, !Self.isIgnored(SIGHUP) {
      stopping.append(SIGHUP)
    }
    for number in stopping {
      let isFirst = First()
      Self.listen(to: number) {
        // A second signal ends the program at once: whoever asks twice does not want to wait.
        guard isFirst.take() else { exit(1) }
        signalled.yield()
      }
    }
  }

  private static var hasTerminal: Bool {
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    if terminal >= 0 { close(terminal) }
    return terminal >= 0
  }

  /// Whether the signal is ignored already: `nohup` does so before the program begins.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func listen(to number: Int32, _ heard: @escaping @Sendable () -> Void) {
    // Ignored as a signal, since the default action would end the program before the source is
    // told.
    signal(number, SIG_IGN)
    sources.withLock { sources in
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { heard() }
      source.resume()
      sources.append(source)
    }
  }

  /// Returns at the first signal.
  package func wait() async {
    for await _ in signals { break }
  }
}

/// True once.
private final class First: Sendable {
  private let isFirst = Mutex(true)

  func take() -> Bool {
    isFirst.withLock { isFirst in
      defer { isFirst = false }
      return isFirst
    }
  }
}
