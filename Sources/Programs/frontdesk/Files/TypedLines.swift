import Dispatch
import Glibc

/// A conversation in lines on standard input and output.
enum TypedLines {
  /// What is typed, until its end.
  static func stream() -> AsyncStream<String> {
    AsyncStream { typed in
      // Reading waits for a person: no thread of the task pool may do that.
      DispatchQueue(label: "typed").async {
        while let line = readLine() { typed.yield(line) }
        typed.finish()
      }
    }
  }

  /// A line at once, whatever standard output is. Not through its buffer: emptying that would wait
  /// for whoever reads from standard input.
  static func say(_ line: String) {
    var left = Array("\(line)\n".utf8)[...]
    while !left.isEmpty {
      let count = left.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      left = left.dropFirst(max(0, count))
    }
  }

  /// Whether the terminal shows what is typed; does nothing where there is none.
  static func show(_ isShown: Bool) {
    var mode = termios()
    guard tcgetattr(STDIN_FILENO, &mode) == 0 else { return }
    let wasShown = mode.c_lflag & tcflag_t(ECHO) != 0
    guard wasShown != isShown else { return }
    if isShown {
      mode.c_lflag |= tcflag_t(ECHO)
    } else {
      mode.c_lflag &= ~tcflag_t(ECHO)
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &mode)
  }
}
