import Glibc

/// Small files of settings, read whole.
enum TextFile {
  /// No configuration or password is longer; what is, is another file given by mistake.
  private static let longest = 64 * 1024

  static func contents(of path: String) throws(Problem) -> String {
    guard let bytes = try bytes(of: path) else { throw Problem("There is no file \(path).") }
    return bytes
  }

  /// Nil where there is no such file.
  static func bytes(of path: String) throws(Problem) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw Problem("\(path) cannot be read: \(String(cString: strerror(errno))).")
    }
    defer { close(file) }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while content.count <= longest {
      let count = read(file, &buffer, buffer.count)
      guard count >= 0 else {
        throw Problem("\(path) cannot be read: \(String(cString: strerror(errno))).")
      }
      if count == 0 {
        guard let text = String(validating: content, as: UTF8.self) else {
          throw Problem("\(path) is not UTF-8 text.")
        }
        return text
      }
      content += buffer[..<count]
    }
    throw Problem("\(path) is longer than \(longest / 1024) KB: it is not what is asked for here.")
  }

  static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
