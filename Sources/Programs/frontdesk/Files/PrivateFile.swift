import Glibc

/// A small file of this person's own, which nobody else may read.
struct PrivateFile {
  let path: String

  /// What stands in it; nil where it is not there, is somebody else's or is open to others. Who
  /// could have written it, or read it, may not be trusted with it.
  func read(atMost longest: Int) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_mode & 0o077 == 0, status.st_size <= longest
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    let count = Glibc.read(file, &bytes, bytes.count)
    return count == bytes.count ? bytes : nil
  }

  /// Replaces the file whole, so that a crash leaves the old one. Its folders are made.
  /// - Returns: whether it stands there.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    makeFolders()
    let fresh = "\(path).\(getpid())"
    let file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return false }
    let isWritten = Glibc.write(file, bytes, bytes.count) == bytes.count
    close(file)
    if isWritten, rename(fresh, path) == 0 { return true }
    unlink(fresh)
    return false
  }

  func remove() { unlink(path) }

  private func makeFolders() {
    var folder = path.startIndex
    while let slash = path[path.index(after: folder)...].firstIndex(of: "/") {
      // One that is there already is as good.
      mkdir(String(path[..<slash]), 0o700)
      folder = slash
    }
  }
}
