import BookingTesting
import Foundation

extension DemoSpa {
  /// Whether somebody's e-mail and password let them read the day.
  func lets(_ email: String, in password: String) async throws -> Bool {
    // A place of its own: a log-in that is kept there would answer for a wrong password.
    let folder = try TestRun.privateDirectory("login")
    let file = "\(folder)/password"
    try password.write(toFile: file, atomically: true, encoding: .utf8)
    let day = try await RunningProgram.run(
      try BuiltProgram.console.path,
      ["day", "--server", url, "--user", email, "--password-file", file],
      environment: ["PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": folder])
    return day.ending == .exited(0)
  }
}
