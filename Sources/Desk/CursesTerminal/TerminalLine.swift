import CNcurses
import Glibc
import Screen
import Synchronization

/// The line to the terminal: one thread that reads keys and hears signals, and writes what is to be
/// shown as fast as the terminal takes it. Neither side of it ever blocks the program.
final class TerminalLine: Sendable {
  struct Events: Sendable {
    let input: @Sendable (TerminalInput) -> Void
    /// Everything written so far has gone to the terminal, and somebody waits for that.
    let drained: @Sendable () -> Void
    /// The process was stopped and goes on: the screen is somebody else's.
    let continued: @Sendable () -> Void
  }

  private struct State: Sendable {
    var pending: [UInt8] = []
    var isGone = false
    var isStopping = false
    var wantsDrained = false
  }

  let terminal: Int32
  /// Bytes written here wake the thread: a signal's number, or 0.
  let wakeUp: Int32
  private let woken: Int32
  private let mostAtOnce: Int
  private let state = Mutex(State())
  private let events: Events

  /// Opens the terminal behind `output` anew: not to block on it must not change how the shell's own
  /// descriptor behaves.
  init(output: Int32, events: Events) throws {
    var ends: [Int32] = [-1, -1]
    guard quiet_pipe(&ends) == 0 else {
      throw TerminalProblem.unavailable(String(cString: strerror(errno)))
    }
    let flags = O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK
    var terminal = open("/proc/self/fd/\(output)", flags)
    mostAtOnce = terminal < 0 ? 256 : .max
    // After `su` the device belongs to somebody else, and only the open descriptor is ours. It blocks
    // on what does not fit, so it gets little at a time.
    if terminal < 0 { terminal = dup(output) }
    guard terminal >= 0 else {
      close(ends[0])
      close(ends[1])
      throw TerminalProblem.unavailable(String(cString: strerror(errno)))
    }
    self.terminal = terminal
    woken = ends[0]
    wakeUp = ends[1]
    self.events = events
  }

  deinit {
    close(terminal)
    close(woken)
    close(wakeUp)
  }

  /// Columns and rows now; 80×24 where the line does not know.
  var size: Size {
    var window = winsize()
    guard ioctl(terminal, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else { return Size(columns: 80, rows: 24) }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  var isIdle: Bool { state.withLock { $0.pending.isEmpty } }

  func start() throws {
    var thread = pthread_t()
    let line = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<TerminalLine>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, line.toOpaque())
    guard code == 0 else {
      line.release()
      throw TerminalProblem.unavailable(String(cString: strerror(code)))
    }
    pthread_detach(thread)
  }

  func write(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    let isGone = state.withLock { state in
      if !state.isGone { state.pending += bytes }
      return state.isGone
    }
    if !isGone { wake() }
  }

  /// Calls `drained` once when everything is written; at once if it is.
  func tellWhenDrained() {
    state.withLock { $0.wantsDrained = true }
    wake()
  }

  /// Waits until everything is written, but no longer than `milliseconds`.
  func flush(milliseconds: Int) -> Bool {
    for _ in 0..<milliseconds {
      if isIdle { return true }
      usleep(1000)
    }
    return isIdle
  }

  /// Drops what the terminal has not taken, here and in the kernel.
  func discard() {
    state.withLock { $0.pending = [] }
    tcflush(terminal, TCOFLUSH)
  }

  func stop() {
    state.withLock { $0.isStopping = true }
    wake()
  }

  private func wake() {
    var zero: UInt8 = 0
    _ = Glibc.write(wakeUp, &zero, 1)
  }

  // MARK: The thread

  private func run() {
    var decoder = KeyDecoder()
    while !state.withLock({ $0.isStopping }) {
      let isGone = state.withLock { $0.isGone }
      let wantsOut = !isIdle
      var waits = [
        pollfd(fd: woken, events: Int16(POLLIN), revents: 0),
        pollfd(
          fd: isGone ? -1 : terminal, events: Int16(wantsOut ? POLLIN | POLLOUT : POLLIN),
          revents: 0),
      ]
      let ready = poll(&waits, 2, Self.milliseconds(decoder.patience))
      if ready == 0 { deliver(decoder.timeOut(at: .now)) }
      guard ready > 0 else { continue }
      if waits[0].revents != 0 { hear() }
      if waits[1].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 { read(into: &decoder) }
      if waits[1].revents & Int16(POLLOUT) != 0 { writePending() }
      tellDrained()
    }
  }

  private static func milliseconds(_ patience: Duration?) -> Int32 {
    guard let patience else { return -1 }
    return Int32(patience / .milliseconds(1))
  }

  private func deliver(_ keys: [KeyPress]) {
    for key in keys { events.input(.key(key)) }
  }

  /// Fewer characters than these come at once from hands as well.
  private static let fewestOfBurst = 6

  /// What was read at once, with its characters as bursts where they are too many to have been typed.
  static func together(_ keys: [KeyPress]) -> [KeyPress] {
    let count = keys.count { if case .character = $0 { true } else { false } }
    guard count >= fewestOfBurst else { return keys }
    var bursts: [KeyPress] = []
    for key in keys {
      guard case .character(let character) = key else {
        bursts.append(key)
        continue
      }
      if case .burst(let text)? = bursts.last {
        bursts.removeLast()
        bursts.append(.burst(text + String(character)))
      } else {
        bursts.append(.burst(String(character)))
      }
    }
    return bursts
  }

  private func hear() {
    var signals = [UInt8](repeating: 0, count: 256)
    let count = Glibc.read(woken, &signals, signals.count)
    for signal in Set(signals.prefix(max(0, count))) {
      switch Int32(signal) {
      case SIGWINCH: events.input(.resized(size))
      // Somebody else sent what ^Z sends elsewhere: the program answers both alike.
      case SIGTSTP: events.input(.key(.control("z")))
      case SIGCONT: events.continued()
      case SIGINT: events.input(.ended(reason: "Interrupted."))
      case SIGTERM, SIGQUIT: events.input(.ended(reason: "Asked to end."))
      case SIGHUP: events.input(.ended(reason: "The terminal was closed."))
      default: break
      }
    }
  }

  private func read(into decoder: inout KeyDecoder) {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(terminal, &bytes, bytes.count)
    if count > 0 {
      deliver(Self.together(decoder.keys(from: bytes.prefix(count), at: .now)))
    } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
      lose()
    }
  }

  private func writePending() {
    let bytes = state.withLock { $0.pending }
    let count = bytes.withUnsafeBytes {
      Glibc.write(terminal, $0.baseAddress, min($0.count, mostAtOnce))
    }
    if count > 0 {
      state.withLock { $0.pending.removeFirst(count) }
    } else if count < 0, errno != EAGAIN, errno != EINTR {
      lose()
    }
  }

  private func lose() {
    let isNews = state.withLock { state in
      defer { state.isGone = true }
      state.pending = []
      return !state.isGone
    }
    if isNews { events.input(.ended(reason: "The terminal is gone.")) }
  }

  private func tellDrained() {
    let isDue = state.withLock { state in
      guard state.wantsDrained, state.pending.isEmpty else { return false }
      state.wantsDrained = false
      return true
    }
    if isDue { events.drained() }
  }
}
