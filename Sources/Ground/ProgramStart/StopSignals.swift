import Dispatch
import Glibc
import Synchronization

/// SIGTERM and SIGINT as something to wait for. The second one does not wait for anything. For
/// whoever reads settings again SIGHUP asks for that, as of every server, unless there is a terminal:
/// then it has been closed, and that is a stop.
package struct StopSignals: Sendable {
  private let signals: AsyncStream<Void>
  /// SIGHUP without a terminal.
  package let hangUps: AsyncStream<Void>
  /// A source that nobody holds hears nothing; these listen until the program ends.
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
        // Nobody waits any longer than the person who asks twice.
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

  /// `nohup` says so for us before we begin.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func listen(to number: Int32, _ heard: @escaping @Sendable () -> Void) {
    // Otherwise the default action would end the program before the source tells.
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
