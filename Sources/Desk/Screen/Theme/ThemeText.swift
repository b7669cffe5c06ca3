import Glibc

/// A small text file as it was at one moment.
struct ThemeText: Hashable, Sendable {
  let path: String
  let text: String
  let stamp: Stamp?

  /// What changes when somebody saves the file.
  struct Stamp: Hashable, Sendable {
    let seconds: Int
    let nanoseconds: Int
    let bytes: Int
    let inode: UInt
  }

  enum Failure: Error, Equatable {
    case missing
    case unreadable(String)
    case tooLarge
    case notText

    var sentence: String {
      switch self {
      case .missing: "there is no such file"
      case .unreadable(let reason): "the file cannot be read: \(reason)"
      case .tooLarge:
        "the file is larger than \(ThemeText.mostBytes / 1024) KB, too large for a theme"
      case .notText: "the file is not UTF-8 text"
      }
    }
  }

  /// The largest theme shipped has 8 KB; anything past this is some other file.
  static let mostBytes = 256 * 1024

  static func read(_ path: String) -> Result<ThemeText, Failure> {
    let stamp = stamp(of: path)
    // Without waiting: a named pipe would otherwise hold up the desk until somebody writes to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(failure(errno)) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: mostBytes + 1)
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { return .failure(failure(errno)) }
      if got == 0 { break }
      count += got
    }
    guard count <= mostBytes else { return .failure(.tooLarge) }
    guard let text = String(validating: bytes[..<count], as: UTF8.self), !text.contains("\0") else {
      return .failure(.notText)
    }
    return .success(ThemeText(path: path, text: text, stamp: stamp))
  }

  static func stamp(of path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Stamp(
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
      bytes: Int(status.st_size), inode: UInt(status.st_ino))
  }

  private static func failure(_ code: Int32) -> Failure {
    code == ENOENT || code == ENOTDIR ? .missing : .unreadable(String(cString: strerror(code)))
  }
}

/// The names in a directory; none if it cannot be read.
enum DirectoryListing {
  static func names(in directory: String) -> [String] {
    guard let handle = opendir(directory) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}
