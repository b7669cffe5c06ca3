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
