import Foundation

extension DemoSpa.Setting {
  /// The shortest heartbeat there is, so that a half-open connection is noticed soon.
  package mutating func beatEverySecond() throws {
    let path = "\(try TestRun.privateDirectory("heartbeat"))/server.toml"
    try Data("[limits]\nheartbeat_seconds = 1\n".utf8).write(to: URL(fileURLWithPath: path))
    flags += ["--config", path]
  }
}
