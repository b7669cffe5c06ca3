import Glibc

/// The themes as they stand in the repository, and themes written for a test.
enum ThemesDirectory {
  static let shipped: String = {
    let tests = #filePath.split(separator: "/").dropLast(3)
    return "/" + tests.joined(separator: "/") + "/Themes"
  }()

  static let shippedNames = [
    "default", "paper", "night", "mono", "high-contrast", "deuteranopia", "tritanopia", "ascii",
  ]

  /// Calls `body` with a private directory holding `files`, and removes it again.
  static func with<Result>(
    _ files: [String: String], _ body: (String) throws -> Result
  ) throws -> Result {
    var template = Array("/tmp/frontdesk-themes-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(code: errno) }
    let directory = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for (name, text) in files { try write(text, to: "\(directory)/\(name)") }
    defer {
      for name in files.keys { unlink("\(directory)/\(name)") }
      rmdir(directory)
    }
    return try body(directory)
  }

  static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Failure(code: errno) }
    defer { fclose(file) }
    fputs(text, file)
  }

  struct Failure: Error { let code: Int32 }
}
