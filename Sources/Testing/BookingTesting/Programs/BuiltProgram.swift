import Foundation

/// The programs of this package as they were built together with the tests.
package enum BuiltProgram: String, Sendable {
  case console = "frontdesk"
  case server = "frontdesk-server"
  case load = "frontdesk-load"
  /// Paints and listens for the tests of the terminal.
  case terminalProbe = "terminal-probe"
  /// Loaded before a program, sets its wall clock.
  case steppedClock = "libSteppedClock.so"

  /// Beside the running test bundle, wherever that was built.
  package var path: String {
    get throws {
      let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      let path = URL(fileURLWithPath: bundle).deletingLastPathComponent()
        .appendingPathComponent(rawValue).path
      guard FileManager.default.isExecutableFile(atPath: path) else { throw NotBuilt(path: path) }
      return try OrdinaryUser.reachable(path)
    }
  }

  struct NotBuilt: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path) is not there: build the package before its journeys" }
  }
}
