import Glibc

/// Which file on the disk a path leads to. While the server runs it may become another one.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64

  /// Nil where the path leads to no file.
  init?(at path: String) {
    guard let found = FileState(at: path) else { return nil }
    self = found.identity
  }

  fileprivate init(_ found: stat) {
    device = UInt64(found.st_dev)
    inode = UInt64(found.st_ino)
  }
}

/// A file that somebody may still be writing: it is left alone until it does not change any more.
struct FileState: Hashable, Sendable {
  let identity: FileIdentity
  let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  init?(at path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    identity = FileIdentity(found)
    size = Int64(found.st_size)
    seconds = found.st_mtim.tv_sec
    nanoseconds = found.st_mtim.tv_nsec
  }
}
