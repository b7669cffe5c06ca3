import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// What is kept of a spa while it works, and put back when it has to be.
  @Suite struct Backups {
    private func serve(_ words: [String], _ spa: DemoSpa) async throws -> RunningProgram.Record {
      try await RunningProgram.run(
        try BuiltProgram.server.path, words + ["--database", spa.database.url])
    }

    private static let scene = Scene(.init("Zora Quill", with: 1, at: "12:30"))

    @Test func aCopyTakenUnderWorkIsPutBackAndEveryConsoleStartsAnewFromIt() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let desk = try await spa.sitDown(.reception)
        let folder = try TestRun.privateDirectory("backups")
        let taken = try await serve(["backup", "\(folder)/noon.db"], spa)
        #expect(taken.ending == .exited(0), "\(taken)")
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/noon.db")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let again = try await serve(["backup", "\(folder)/noon.db"], spa)
        #expect(again.ending == .exited(2) && again.errors.contains("is there already"))

        try await desk.find("Zora Quill")
        try await desk.press("c")
        try await desk.isDone("C confirmed")
        let refused = try await serve(["restore", "\(folder)/noon.db"], spa)
        #expect(refused.ending == .exited(2) && refused.errors.contains("stop the server first"))

        await spa.server.stop()
        let restored = try await serve(["restore", "\(folder)/noon.db"], spa)
        #expect(restored.ending == .exited(0), "\(restored)")
        #expect(restored.output.contains("is kept as"))
        try await spa.restart()
        try await desk.sees("S scheduled")
      }
    }

    @Test func whatWasKeptAMomentAgoStays() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let folder = try TestRun.privateDirectory("backups")
        // Some of five within the same second, however slow the machine is.
        for _ in 1...5 {
          let taken = try await serve(["backup", folder], spa)
          #expect(taken.ending == .exited(0), "\(taken)")
        }
        let copies = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(copies.count == 5)
        await spa.server.stop()
        let itself = spa.database.url.replacing("sqlite:", with: "")
        // Another's, and one that looks like a copy of ours.
        try "mine".write(toFile: "\(itself).replaced-by-me", atomically: true, encoding: .utf8)
        var kept: Set<String> = []
        for number in 1...7 {
          let restored = try await serve(["restore", "\(folder)/\(copies[0])"], spa)
          #expect(restored.ending == .exited(0), "\(restored)")
          #expect(restored.output.contains("Removed ") == (number > 5), "\(restored)")
          kept.insert(restored.output)
        }
        #expect(kept.count == 7, "\(kept)")
        let home = URL(fileURLWithPath: itself).deletingLastPathComponent().path
        let beside = try FileManager.default.contentsOfDirectory(atPath: home)
          .filter { $0.contains(".replaced-") && !$0.hasSuffix("-wal") }
        #expect(
          beside.count == 6 && beside.contains { $0.hasSuffix("by-me") }, "\(beside.sorted())")
        let refused = try await serve(["restore", itself], spa)
        #expect(refused.ending == .exited(2) && refused.errors.contains("is the database itself"))
        #expect(try await spa.database.value("SELECT COUNT(*) FROM users") != "0")
      }
    }

    @Test func ofADirectorysCopiesTheNewestAreKept() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let folder = try TestRun.privateDirectory("backups")
        for old in [
          "spa-20250101T000000Z.db", "spa-20250102T000000Z.db", "mine.db", "spa-1.db",
        ] {
          try "old".write(toFile: "\(folder)/\(old)", atomically: true, encoding: .utf8)
        }
        let taken = try await serve(["backup", folder, "--keep", "2"], spa)
        #expect(taken.ending == .exited(0), "\(taken)")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(left.count == 4 && left.contains("mine.db") && left.contains("spa-1.db"))
        #expect(!left.contains("spa-20250101T000000Z.db"))
      }
    }

    @Test func aDirectoryThatIsMissingIsMadeForWhatIsKept() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let folder = "\(try TestRun.privateDirectory("backups"))/a/nightly"
        for _ in 1...3 {
          let taken = try await serve(["backup", folder, "--keep", "2"], spa)
          #expect(taken.ending == .exited(0), "\(taken)")
        }
        let copies = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(copies.count == 2)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
        let file = "\(folder)/\(copies[0])"
        let refused = try await serve(["backup", file, "--keep", "2"], spa)
        #expect(refused.ending == .exited(2) && refused.errors.contains("is a file"), "\(refused)")
        await spa.server.stop()
        let name = try await spa.database.value("SELECT name FROM spa_information LIMIT 1")
        let restored = try await serve(["restore", file], spa)
        let named = restored.output.components(separatedBy: "(\(name))").count - 1
        #expect(restored.ending == .exited(0) && named == 2, "\(restored)")
      }
    }

    @Test func whatIsNoBackupIsRefusedAndTheDatabaseStays() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let folder = try TestRun.privateDirectory("backups")
        _ = try await serve(["backup", "\(folder)/good.db"], spa)
        await spa.server.stop()
        var torn = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/good.db"))
        torn.replaceSubrange(40_000..<90_000, with: Data(count: 50_000))
        try torn.write(to: URL(fileURLWithPath: "\(folder)/torn.db"))
        try "no database".write(toFile: "\(folder)/text.db", atomically: true, encoding: .utf8)
        for (name, sentence) in [
          ("torn.db", "damaged"), ("text.db", "database"), ("none.db", "There is no"),
        ] {
          let refused = try await serve(["restore", "\(folder)/\(name)"], spa)
          #expect(refused.ending == .exited(2) && refused.errors.contains(sentence), "\(refused)")
        }
        #expect(try await spa.database.value("SELECT COUNT(*) FROM users") != "0")
      }
    }

    /// The lines as they are printed; the tests' account has no password to be asked for.
    @Test func theLinesForADatabaseServerCopyItAndPutItBack() async throws {
      try await DemoSpa.during(Self.scene, on: .mariaDB) { spa in
        let database = spa.database
        func run(_ lines: RunningProgram.Record) async throws {
          #expect(lines.ending == .exited(0), "\(lines)")
          let program = try BuiltProgram.server.path
          let script = lines.output.replacing(" --password ", with: " ")
            .replacing("\nfrontdesk-server ", with: "\n\(program) ")
          let path = "\(PrivateMariaDB.programs):/usr/bin:/bin"
          let done = try await RunningProgram.run(
            "bash", ["-euc", script], environment: ["PATH": path], within: .seconds(60))
          #expect(done.ending == .exited(0), "\(done)")
        }
        // The shop has code of its own in there.
        try await database.sql(
          """
          CREATE PROCEDURE shop_hello() SELECT 'hello';
          CREATE TRIGGER shop_noted AFTER UPDATE ON rooms FOR EACH ROW SET @shop_room = NEW.name;
          """)
        let triggers =
          "SELECT COUNT(*) FROM information_schema.triggers WHERE trigger_schema = DATABASE()"
        let standing = try await database.value(triggers)
        let desk = try await spa.sitDown(.reception)
        let target = "\(try TestRun.privateDirectory("backups"))/spa.sql"
        try await run(serve(["backup", target], spa))
        let attributes = try FileManager.default.attributesOfItem(atPath: target)
        #expect(attributes[.posixPermissions] as? Int == 0o600)

        try await desk.find("Zora Quill")
        try await desk.press("c")
        try await desk.isDone("C confirmed")
        await spa.server.stop()
        try await database.sql("DROP PROCEDURE shop_hello; DROP TRIGGER shop_noted;")
        try await run(serve(["restore", target], spa))
        #expect(try await database.value(triggers) == standing)
        #expect(try await database.value("CALL shop_hello()") == "hello")
        let left = try await RunningProgram.run(
          try BuiltProgram.server.path, ["migrate", "--database", database.url])
        #expect(left.output.contains("there is nothing to do"), "\(left)")
        try await spa.restart()
        try await desk.sees("S scheduled")
        try await desk.press("c")
        try await desk.isDone("C confirmed")
      }
    }
  }
}
