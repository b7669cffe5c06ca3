import BookingTesting
import Foundation
import Glibc
import Testing

extension Journeys {
  /// README's recipe for a therapist's phone: one line in `authorized_keys`, a real `sshd`, and the
  /// own day on 40 columns.
  @Suite struct OverSSH {
    @Test func aTherapistsKeyOpensTheOwnDayAndNothingElse() async throws {
      let scene = Scene(
        .init("Zora Quill", with: 2, at: "12:30", status: "CONFIRMED"),
        .init("Yann Moss", with: 1, at: "12:30"))
      try await DemoSpa.during(scene) { spa in
        let door = try await SSHDoor.open(
          for: [try BuiltProgram.console.path] + spa.login(.therapist2))
        spa.atClosing { await door.close() }

        let size = TerminalSession.Setting(columns: 40, rows: 12)
        let phone = try TerminalSession(
          "/usr/bin/ssh", door.client(["-tt"]), as: "therapist2's phone", in: size)
        spa.atClosing { await phone.close() }
        let screen = try await phone.sees("Zora Quill", "LIVE")
        #expect(!screen.contains("Yann Moss"))
        try await phone.press("s")
        try await phone.sees("in progress")
        try await phone.press("q")
        let ended = try await phone.ended()
        #expect(ended == 0)

        // Whatever else is asked for, the key opens this door only.
        let other = try await RunningProgram.run(
          "/usr/bin/ssh", door.client([]) + ["cat", "/etc/passwd"])
        #expect(other.output.contains("Zora Quill"))
        #expect(!other.output.contains("root:"))
        let tunnel = try await RunningProgram.run(
          "/usr/bin/ssh",
          door.client(["-o", "ExitOnForwardFailure=yes", "-W", "127.0.0.1:1"]))
        #expect(tunnel.ending != .exited(0))
      }
    }
  }
}

/// A real `sshd` on loopback with one key, whose line in `authorized_keys` is README's.
private struct SSHDoor {
  private let server: RunningProgram
  private let directory: String
  private let port: UInt16

  /// - Parameter command: what the key opens.
  static func open(for command: [String]) async throws -> SSHDoor {
    let directory = try TestRun.privateDirectory("ssh")
    for key in ["host", "phone"] {
      let made = try await RunningProgram.run(
        "/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", "\(directory)/\(key)"])
      try #require(made.ending == .exited(0), "\(made.errors)")
    }
    // The one that started by root has to find it, as the service's own start script sees to.
    if getuid() == 0 { _ = mkdir("/run/sshd", 0o755) }
    let port = try freePort()
    func file(_ name: String, _ text: String) throws {
      try text.write(toFile: "\(directory)/\(name)", atomically: true, encoding: .utf8)
    }
    let key = try String(contentsOfFile: "\(directory)/phone.pub", encoding: .utf8)
    // Whom the key lets in is root where the tests are root's; the console is never.
    let command = OrdinaryUser.command("/usr/bin/env", ["HOME=\(directory)"] + command)
    try file("authorized_keys", "command=\"\(command.joined(separator: " "))\",restrict,pty \(key)")
    let host = try String(contentsOfFile: "\(directory)/host.pub", encoding: .utf8)
    try file("known_hosts", "[127.0.0.1]:\(port) \(host)")
    try file(
      "sshd_config",
      """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(directory)/host
      PidFile none
      AuthorizedKeysFile \(directory)/authorized_keys
      StrictModes no
      UsePAM no
      PasswordAuthentication no
      KbdInteractiveAuthentication no
      AcceptEnv LANG LC_*
      """)
    let server = try RunningProgram(
      "/usr/sbin/sshd", ["-D", "-e", "-f", "\(directory)/sshd_config"], isOurs: true)
    do {
      try await server.record.waits(for: "sshd listening") {
        $0.errors.contains("Server listening") ? true : nil
      }
    } catch {
      await server.stop()
      throw error
    }
    return SSHDoor(server: server, directory: directory, port: port)
  }

  func client(_ flags: [String]) -> [String] {
    flags + [
      "-F", "/dev/null", "-i", "\(directory)/phone", "-p", "\(port)", "-o", "IdentitiesOnly=yes",
      "-o", "UserKnownHostsFile=\(directory)/known_hosts", "-o", "SendEnv=LC_ALL LANG",
      "-o", "BatchMode=yes", "\(NSUserName())@127.0.0.1",
    ]
  }

  func close() async { await server.stop() }

  /// `sshd` does not say which port it was given, so it gets one that was free a moment ago.
  private static func freePort() throws -> UInt16 {
    let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { Glibc.close(probe) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port: UInt16? = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        guard bind(probe, generic, length) == 0, getsockname(probe, generic, &length) == 0 else {
          return nil
        }
        return generic.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
          UInt16(bigEndian: $0.pointee.sin_port)
        }
      }
    }
    return try #require(port)
  }
}
