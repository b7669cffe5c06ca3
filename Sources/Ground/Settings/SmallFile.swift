import Glibc

/// Small files of settings and passwords, read whole.
package enum SmallFile {
  /// Bytes. No configuration or password is longer; what is, is another file given by mistake.
  package static let longest = 64 * 1024

  /// - Parameter source: who named the file, for the exit code.
  /// - Throws: `SettingsProblem`, where there is no such file too.
  package static func text(at path: String, namedBy source: GivenSettings.Source? = nil)
    throws(SettingsProblem) -> String
  {
    guard let text = try textIfThere(at: path, namedBy: source) else {
      throw SettingsProblem("There is no file \(path).", in: source)
    }
    return text
  }

  /// The first line of a file of one's own, such as a password.
  /// - Parameter what: what the line is, for the sentence.
  package static func firstLine(
    of path: String, as what: String, namedBy source: GivenSettings.Source? = nil
  ) throws(SettingsProblem) -> String {
    let line = try text(at: path, namedBy: source).prefix { !$0.isNewline }
    guard !line.isEmpty else {
      throw SettingsProblem(
        "The file \(path) is empty; its first line is to be \(what).", in: source)
    }
    return String(line)
  }

  /// Nil where there is no such file.
  package static func textIfThere(at path: String, namedBy source: GivenSettings.Source? = nil)
    throws(SettingsProblem) -> String?
  {
    // Without waiting: what is no file but a pipe may never answer.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw unreadable(path, source)
    }
    defer { close(file) }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while content.count <= longest {
      let count = read(file, &buffer, buffer.count)
      guard count >= 0 else { throw unreadable(path, source) }
      if count == 0 {
        guard let text = String(validating: content, as: UTF8.self) else {
          throw SettingsProblem("\(path) is not UTF-8 text.", in: source)
        }
        return text
      }
      content += buffer[..<count]
    }
    throw SettingsProblem(
      "\(path) is longer than \(longest / 1024) KB: it is not what is asked for here.",
      in: source)
  }

  private static func unreadable(_ path: String, _ source: GivenSettings.Source?)
    -> SettingsProblem
  {
    SettingsProblem(
      "\(path) cannot be read: \(String(cString: strerror(errno))).", in: source)
  }
}
