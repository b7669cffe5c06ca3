import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// Who guesses at somebody's password uses up no tries of theirs, wherever they have logged in before.
  @Suite struct KnownAgain {
    @Test(arguments: [Way.usual, .mariaDB])
    func aMachineIsKnownAgainAlsoByAServerThatHasJustBegun(way: Way) async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        let email = Desk.Person.reception.email
        let home = try TestRun.privateDirectory("known")
        let login = try spa.login(.reception)
        func day() async throws -> RunningProgram.Record {
          // No session is left to go on with: it logs in anew.
          try await spa.database.sql("DELETE FROM frontdesk_sessions")
          return try await RunningProgram.run(
            try BuiltProgram.console.path, ["day"] + login,
            environment: ["HOME": home, "PATH": "/usr/bin:/bin"])
        }
        let first = try await day()
        #expect(first.ending == .exited(0), "\(first)")
        let folder = "\(home)/.local/state/frontdesk"
        let marks = try FileManager.default.contentsOfDirectory(atPath: folder)
          .filter { $0.hasPrefix("known-") }
        #expect(marks.count == 1, "one for each person")
        let mark = "\(folder)/\(marks.first ?? "")"
        let rights = try FileManager.default.attributesOfItem(atPath: mark)[.posixPermissions]
        #expect(rights as? Int == 0o600)

        // What it remembered of networks went with the server that has ended.
        try await spa.restart()
        for _ in 0..<12 { #expect(try await !spa.lets(email, in: "guess")) }
        #expect(
          try await !spa.lets(email, in: "demo"), "the strangers' tries are used up")
        let again = try await day()
        #expect(again.ending == .exited(0), "\(again)")
        let desk = try await spa.sitDown(.manager)
        try await desk.sees(way.linkWord)

        // Torn, or somebody else's, it is worth nothing and does no harm.
        try "torn".write(toFile: mark, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: mark)
        try await spa.restart()
        #expect(try await day().ending == .exited(0))
        let anew = try String(contentsOfFile: mark, encoding: .utf8)
        #expect(anew != "torn", "it is given a new one")
      }
    }
  }
}
