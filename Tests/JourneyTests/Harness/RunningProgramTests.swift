import BookingTesting
import Foundation
import Testing

@Suite struct RunningProgramTests {
  @Test func aProgramIsHeardToItsEnd() async throws {
    let record = try await RunningProgram.run(
      "/bin/sh", ["-c", "read line; echo \"heard $line\"; echo oops >&2; exit 3"],
      input: "Nguyễn\n")
    #expect(record.lines == ["heard Nguyễn"])
    #expect(record.errors == "oops\n")
    #expect(record.ending == .exited(3))
  }

  @Test func aProgramHasAnOrdinaryUsersRightsAndOwnsWhatATestMadeForIt() async throws {
    let directory = try TestRun.privateDirectory("own")
    try "mine".write(toFile: "\(directory)/file", atomically: true, encoding: .utf8)
    let script =
      "id -u; grep CapEff /proc/self/status; cd \(directory) && echo too >>file && ls -A ~"
    let record = try await RunningProgram.run("/bin/sh", ["-ec", script])
    #expect(record.ending == .exited(0), "\(record)")
    #expect(record.lines.first != "0")
    #expect(record.lines.dropFirst().first == "CapEff:\t0000000000000000")

    let terminal = try TerminalSession("/bin/sh", ["-c", "id -u; tty; read -r _"], as: "a person")
    let screen = try await terminal.sees("/dev/pts/")
    #expect(
      screen.lines.first?.trimmingCharacters(in: .whitespaces)
        == record.lines.first.map(String.init))
    await terminal.close()
  }

  @Test func theSpasServerIsRunByAnOrdinaryUser() async throws {
    try await DemoSpa.during(DemoSpa.Setting()) { spa in
      let status = try String(contentsOfFile: "/proc/\(spa.server.pid)/status", encoding: .utf8)
      let ids = try #require(status.split(separator: "\n").first { $0.hasPrefix("Uid:") })
      #expect(!ids.split(separator: "\t").contains("0"), "\(ids)")
    }
  }

  @Test func stoppingEndsAProgramThatRefusesTo() async throws {
    let program = try RunningProgram(
      "/bin/sh",
      ["-c", "trap '' TERM; echo ready; tail -f /dev/null"])
    _ = try await program.line("ready") { $0 == "ready" }
    await program.stop(within: .milliseconds(200))
    #expect(program.record.value.ending == .signalled(9))
  }

  @Test func whatAProgramStartedEndsWithIt() async throws {
    let program = try RunningProgram("/bin/sh", ["-c", "tail -f /dev/null & echo $!"])
    let child = try #require(Int32(try await program.line("a number") { !$0.isEmpty }))
    _ = try await program.finishes()
    #expect(!FileManager.default.fileExists(atPath: "/proc/\(child)/fd/0"))
  }

  @Test func waitingForWhatNeverComesSaysWhatCameInstead() async throws {
    let program = try RunningProgram("/bin/sh", ["-c", "echo something else; cat"])
    _ = try await program.line("any line") { _ in true }
    let overdue = await #expect(throws: Overdue.self) {
      try await program.line("ready line", within: .milliseconds(50)) { $0 == "ready" }
    }
    #expect(overdue?.description.contains("something else") == true)
    await program.stop()
  }
}
