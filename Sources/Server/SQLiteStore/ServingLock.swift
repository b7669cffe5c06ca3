import Glibc

/// Only one server works on a file at a time: two would not know of each other's commits, and might
/// have different clocks and settings.
///
/// A lock on a byte of the database file that SQLite never locks (SQLite uses 0x4000_0000 and the
/// 511 bytes after it; os.h, `PENDING_BYTE`). It ends with the process, however that ends, and
/// stays on the file when that is moved. As with SQLite's own locks, a process that has it may not
/// close another descriptor of the file (howtocorrupt.html, 2.2).
package enum ServingLock {
  private static let place: off_t = 0x4000_0000 + 1_024

  /// - Parameter file: open for writing. The lock ends when this process closes any descriptor of
  /// the same file.
  /// - Returns: false where another process has it.
  static func take(_ file: Int32) -> Bool {
    var lock = Self.lock
    return fcntl(file, F_SETLK, &lock) == 0 || (errno != EAGAIN && errno != EACCES)
  }

  /// Which process serves the file. Asked before this one opens it.
  package static func owner(of path: String) -> Owner? {
    let file = open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var lock = Self.lock
    guard fcntl(file, F_GETLK, &lock) == 0, Int32(lock.l_type) != Int32(F_UNLCK) else { return nil }
    return Owner(process: lock.l_pid)
  }

  package struct Owner: Hashable, Sendable, CustomStringConvertible {
    let process: pid_t

    /// A process in another container has no number here.
    package var description: String { process > 0 ? "process \(process)" : "a process elsewhere" }

    package func sentence(about path: String) -> String {
      "\(path) is served by \(self) already, and one server works on a SQLite file. Stop that one "
        + "first (systemctl stop frontdesk-server)."
    }
  }

  private static var lock: flock {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = place
    lock.l_len = 1
    return lock
  }
}
