import Foundation
import Glibc
import Synchronization

/// A program on a bare pseudo-terminal: for counting bytes, for a reader that stalls, and for
/// terminals that are broken in other ways. Nothing is emulated; `TerminalSession` shows screens.
package final class RawTerminal: Sendable {
  /// What came out of the terminal.
  package struct Record: Sendable, CustomStringConvertible {
    package fileprivate(set) var bytes: [UInt8] = []
    package fileprivate(set) var isHungUp = false
    /// The exit status as a shell has it (a signal counts from 128); nil while it runs.
    package fileprivate(set) var status: Int?

    package var text: String { text(from: 0) }
    /// What came after so many bytes.
    package func text(from start: Int) -> String {
      String(decoding: bytes.dropFirst(start), as: UTF8.self)
    }
    package var description: String {
      "\(bytes.count) bytes: \(text.suffix(2000).debugDescription)"
    }
  }

  package let record = Watched(Record())
  package let pid: pid_t
  private let master: Int32
  private let isStalled = Mutex(false)
  /// A byte here tells the reading thread to look at `isStalled`.
  private let wake: DescriptorPair

  /// - Parameter environment: the whole environment, with `TERM`; nil passes ours on.
  package init(
    _ executable: String, _ arguments: [String] = [], columns: Int = 120, rows: Int = 36,
    environment: [String: String]? = nil
  ) throws {
    let (master, device) = try Self.openPair()
    wake = try DescriptorPair.pipe()
    Self.setSize(master, columns, rows)
    self.master = master
    var spawning = Spawning(executable, arguments)
    spawning.environment = environment
    spawning.home = .session(terminal: device)
    pid = try spawning.start()
    try TestRun.current.get().watch(group: pid)
    collect()
    awaitEnding()
  }

  deinit {
    // Not earlier: the number of a closed descriptor may be given to another file at once.
    for descriptor in [master, wake.reading, wake.writing] { Glibc.close(descriptor) }
  }

  package func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  package func resize(columns: Int, rows: Int) { Self.setSize(master, columns, rows) }

  /// Stops taking bytes out of the terminal, as a stalled ssh would; the kernel holds a few
  /// kilobytes, then the program's writes block.
  package func stallReading() { setStalled(true) }
  package func resumeReading() { setStalled(false) }

  private func setStalled(_ value: Bool) {
    isStalled.withLock { $0 = value }
    _ = write(wake.writing, [0], 1)
  }

  package func signal(_ signal: Int32) {
    if record.value.status == nil { kill(pid, signal) }
  }

  /// Waits for the program's end.
  package func ended(within limit: Duration = .patience) async throws -> Int {
    try await record.waits(for: "end of the program", within: limit) { $0.status }
  }

  /// Hangs up, and kills the program if it does not end then.
  package func close() async {
    resumeReading()
    signal(SIGHUP)
    if (try? await ended(within: .seconds(5))) == nil {
      signal(SIGKILL)
      _ = try? await ended(within: .seconds(5))
    }
  }

  /// A new pseudo-terminal: our end, and the path of the program's end. (This is what
  /// `posix_openpt` does on Linux; the C headers declare it only for X/Open programs.)
  private static func openPair() throws -> (master: Int32, device: String) {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0 else { throw SystemFailure("open /dev/ptmx") }
    var (lock, number): (Int32, UInt32) = (0, 0)
    guard ioctl(master, UInt(0x4004_5431), &lock) == 0,  // TIOCSPTLCK
      ioctl(master, UInt(0x8004_5430), &number) == 0  // TIOCGPTN
    else { throw SystemFailure("unlock a pseudo-terminal") }
    return (master, "/dev/pts/\(number)")
  }

  private static func setSize(_ master: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Reads on a thread of its own. Reading happens under the lock, so that nothing is read any
  /// more once `stallReading` has returned.
  private func collect() {
    Thread { [self] in
      var buffer = [UInt8](repeating: 0, count: 65_536)
      var isOpen = true
      while isOpen {
        let isStalled = isStalled.withLock { $0 }
        var waiting = [
          pollfd(fd: wake.reading, events: Int16(POLLIN), revents: 0),
          // A negative descriptor is passed over (poll(2)).
          pollfd(fd: isStalled ? -1 : master, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&waiting, 2, -1) > 0 else { continue }
        if waiting[0].revents != 0 { _ = read(wake.reading, &buffer, 64) }
        guard waiting[1].revents != 0 else { continue }
        isOpen = self.isStalled.withLock { $0 || take(&buffer) }
      }
      record.change { $0.isHungUp = true }
    }.start()
  }

  /// Takes what is there. False once the last holder of the terminal has closed it (EIO).
  private func take(_ buffer: inout [UInt8]) -> Bool {
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return count < 0 && errno == EINTR }
    record.change { $0.bytes += buffer[..<count] }
    return true
  }

  private func awaitEnding() {
    let (record, pid) = (record, pid)
    Thread {
      let ending = RunningProgram.Ending(awaiting: pid)
      record.change { $0.status = ending.status }
    }.start()
  }
}
