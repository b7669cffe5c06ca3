import Glibc

/// Small files of settings and passwords, read whole.
package enum SmallFile {
  /// Bytes. No configuration or password is longer; what is, is another file given by mistake.
  package static let longest = 64 * 1024

  /// - Throws: `SettingsProblem`, where there is no such file too.
  package static func text(at path: String)
    throws(SettingsProblem) -> String
  {
    guard let text = try textIfThere(at: path) else {
      throw SettingsProblem("There is no file \(path).")
    }
    return text
  }

  /// The first line of a file of one's own, such as a password.
  /// - Parameter what: what the line is, for the sentence.
  package static func firstLine(
    of path: String, as what: String
  ) throws(SettingsProblem) -> String {
    let line = try text(at: path).prefix { !$0.isNewline }
    guard !line.isEmpty else {
      throw SettingsProblem(
        "The file \(path) is empty; its first line is to be \(what).")
    }
    return String(line)
  }

  /// Nil where there is no such file.
  package static func textIfThere(at path: String)
    throws(SettingsProblem) -> String?
  {
    // Without waiting: what is no file but a pipe may never answer.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw unreadable(path)
    }
    defer { close(file) }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while content.count <= longest {
      let count = read(file, &buffer, buffer.count)
      guard count >= 0 else { throw unreadable(path) }
      if count == 0 {
        // The mark that editors of Windows put before a text is no part of it.
        let isMarked = content.starts(with: "\u{FEFF}".utf8)
        guard let text = String(validating: content.dropFirst(isMarked ? 3 : 0), as: UTF8.self)
        else { throw SettingsProblem("\(path) is not UTF-8 text.") }
        return text
      }
      content += buffer[..<count]
    }
    throw SettingsProblem(
      "\(path) is longer than \(longest / 1024) KB: it is not what is asked for here.")
  }

  private static func unreadable(_ path: String) -> SettingsProblem {
    SettingsProblem(
      "\(path) cannot be read: \(String(cString: strerror(errno))).")
  }
}
