import CNcurses
import Glibc

/// A file in memory for ncurses to write into. Its bytes are taken out after each painting, so that
/// a terminal which takes nothing can never hold up the program inside the library.
struct MemoryOutput {
  let file: UnsafeMutablePointer<FILE>
  private let descriptor: Int32

  init() throws {
    let descriptor = memory_file("frontdesk-screen")
    guard descriptor >= 0, let file = fdopen(descriptor, "w+") else {
      throw TerminalProblem.unavailable(
        "no memory for the screen (\(String(cString: strerror(errno))))")
    }
    self.descriptor = descriptor
    self.file = file
  }

  /// What was written since the last time.
  func take() -> [UInt8] {
    fflush(file)
    let count = Int(lseek(descriptor, 0, SEEK_CUR))
    guard count > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = pread(descriptor, &bytes, count, 0)
    lseek(descriptor, 0, SEEK_SET)
    return Array(bytes.prefix(max(0, got)))
  }
}
