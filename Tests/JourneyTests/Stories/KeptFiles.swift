import Foundation
import Testing

/// Files beside the tests that a real run writes when asked to (`make picture`, `make screens`).
enum KeptFiles {
  /// What this run is to write, if anything.
  static let writes = ProcessInfo.processInfo.environment["FRONTDESK_WRITE"]

  static func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    print("Wrote \(name).")
  }

  static func read(_ name: String) throws -> String {
    let file = try #require(Bundle.module.resourceURL).appendingPathComponent(name)
    return try String(contentsOf: file, encoding: .utf8)
  }
}
