import Glibc

/// A disk of its own for a test, so small that it can be filled: a file system in memory, which only
/// root can have mounted.
package struct SmallDisk: Sendable {
  /// Whether this machine lets the tests have one.
  package static let isPossible: Bool = {
    guard geteuid() == 0, let disk = try? SmallDisk() else { return false }
    disk.remove()
    return true
  }()

  /// A directory of the programs' user.
  package let directory: String
  private var filler: String { "\(directory)/filler" }

  /// - Throws: `SystemFailure` where it cannot be mounted.
  package init(megabytes: Int = 32) throws {
    directory = try TestRun.privateDirectory("disk")
    guard mount("none", directory, "tmpfs", 0, "size=\(megabytes)m,mode=700") == 0 else {
      throw SystemFailure("mount")
    }
  }

  /// Unmounts it with everything on it, also while somebody still has files open there.
  package func remove() { _ = umount2(directory, Int32(MNT_DETACH)) }

  /// Takes all the room that is left.
  package func fill() throws {
    let file = open(filler, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw SystemFailure("open") }
    defer { close(file) }
    let zeros = [UInt8](repeating: 0, count: 4_096)
    while write(file, zeros, zeros.count) > 0 {}
    guard errno == ENOSPC else { throw SystemFailure("write") }
  }

  /// Gives it back.
  package func empty() { unlink(filler) }
}
