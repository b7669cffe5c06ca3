import BookingClient
import BookingDomain
import Glibc
import ProgramStart
import Screen

/// A file that lines are added to. The screen belongs to the console, so nothing is logged there.
struct LogFile {
  private let file: Int32
  private let clock = SteadyClock()

  init(_ path: String) throws(Program.Failure) {
    // Only its owner may read it.
    file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw Program.Failure(
        "The log \(path) cannot be written: \(String(cString: strerror(errno))).")
    }
  }

  func write(_ text: String) {
    let line = Array("\(clock.now) \(DisplayText(text).text)\n".utf8)
    // A full disk must not stop the desk: the line is lost then.
    _ = Glibc.write(file, line, line.count)
  }
}
