import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// What README gives an operator to copy, run as it stands. The chapter "Operation" itself is run in
  /// a clean Debian (`make package-test`).
  @Suite struct AsReadmeSays {
    private struct Readme {
      let text: String

      init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
          .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        text = try String(
          contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
      }

      /// The block of code that has these words, without its fences.
      func block(with words: String) throws -> String {
        let blocks = text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }
        let found = blocks.map(\.element).first { $0.contains(words) }
        let block = try #require(found, "README has no block with \"\(words)\" any more")
        // What stands beside the fence is the language.
        return block.drop { $0 != "\n" }.dropFirst().description
      }

      /// What stands between backticks behind these words, whatever line that is on.
      func code(behind words: String) throws -> String {
        let flat = text.replacing("\n", with: " ")
        let start = try #require(flat.range(of: words)?.upperBound, "README has no \"\(words)\"")
        return String(flat[start...].split(separator: "`", maxSplits: 2)[1])
      }
    }

    /// A folder in which the programs have their own names.
    private func programs() throws -> String {
      let folder = try TestRun.privateDirectory("programs")
      for program in [BuiltProgram.console, .server] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(program.rawValue)", withDestinationPath: try program.path)
      }
      return folder
    }

    private func shell(_ script: String, _ environment: [String: String]) async throws
      -> RunningProgram.Record
    {
      let path = "\(try programs()):/usr/bin:/bin"
      return try await RunningProgram.run(
        "bash", ["-euc", script],
        environment: ["PATH": path, "LC_ALL": "C.UTF-8"].merging(environment) { $1 })
    }

    @Test func ordersFromAScript() async throws {
      let block = try Readme().block(with: "frontdesk do \"search 7919\" start")
      try await DemoSpa.during { spa in
        let login = try spa.login(.reception)
        let home = try TestRun.privateDirectory("script")
        // A day on which everybody is free.
        let done = try await shell(
          block.replacing("--date tomorrow", with: "--date +60"),
          [
            "FRONTDESK_SERVER": spa.url, "FRONTDESK_USER": "reception@demo.spa",
            "FRONTDESK_PASSWORD_FILE": try #require(login.last), "XDG_RUNTIME_DIR": home,
          ])
        #expect(done.ending == .exited(0), "\(done)")
        #expect(
          try await spa.database.value(
            """
            SELECT booking_status FROM bookings WHERE booking_notes = 'comes with a child'
            """) == "IN_PROGRESS")
      }
    }

    @Test func theSettingsOfItsExampleAreSettings() async throws {
      let file = "\(try TestRun.privateDirectory("settings"))/server.toml"
      try Readme().block(with: "[cancellation]").write(
        toFile: file, atomically: true, encoding: .utf8)
      let printed = try await shell("frontdesk-server print-config --config \(file)", [:])
      #expect(printed.ending == .exited(0), "\(printed)")
      #expect(printed.output.contains("\(file):2:1"), "\(printed)")
    }

    /// Consoles at one address, two servers behind it, one of them killed.
    @Test func theBalancerBringsConsolesToTheServerThatIsLeft() async throws {
      let backend = try Readme().block(with: "backend frontdesk")
      var setting = DemoSpa.Setting(
        Scene(.init("Zora Quill", with: 1, at: "12:30")), on: .mariaDB)
      setting.servers = 2
      try await DemoSpa.during(setting) { spa in
        let front = try FreePort.find()
        var own = backend
        for (written, url) in zip(["10.0.0.1:8080", "10.0.0.2:8080"], spa.urls) {
          try #require(own.contains(written))
          own = own.replacing(written, with: url.replacing("http://", with: ""))
        }
        let file = "\(try TestRun.privateDirectory("haproxy"))/haproxy.cfg"
        let whole = """
          defaults
            mode http
            timeout connect 5s
            timeout client 60s
            timeout server 60s
          frontend spa
            bind 127.0.0.1:\(front)
            default_backend frontdesk
          \(own)
          """
        try whole.write(toFile: file, atomically: true, encoding: .utf8)
        let proxy = try RunningProgram("/usr/sbin/haproxy", ["-W", "-f", file])
        spa.atClosing { await proxy.stop() }
        _ = try await proxy.record.waits(for: "HAProxy") {
          $0.errors.contains("Loading success") ? true : nil
        }
        let desk = try await spa.sitDown(.reception, at: ["http://127.0.0.1:\(front)"])
        try await desk.find("Zora Quill")
        try await spa.crash(0)
        try await desk.press("c")
        try await desk.terminal.sees("the order, at the other server", within: .seconds(60)) {
          $0.contains("LIVE") && $0.contains("C confirmed") && !$0.contains("unanswered")
        }
      }
    }

    /// The rights that README names, and no others. The demo is open around the time it is made, so that
    /// no start is named.
    @Test func theRightsThatItNamesSuffice() async throws {
      let readme = try Readme()
      let migrating = try readme.code(behind: "The migrating user needs")
      let serving = try readme.code(behind: "The serving user needs")
      let block = try readme.block(with: "--dry-run\nfrontdesk-server migrate")
      let server = try await PrivateMariaDB.shared.value
      let name = "rights_" + UUID().uuidString.prefix(8).lowercased()
      let root = SpaDatabase(server, name: "mysql")
      try await root.sql(
        """
        CREATE DATABASE \(name);
        CREATE USER \(name)_m@localhost; GRANT \(migrating) ON \(name).* TO \(name)_m@localhost;
        CREATE USER \(name)_d@localhost; GRANT \(serving) ON \(name).* TO \(name)_d@localhost;
        """)
      let migrator = server.url(name, user: "\(name)_m")
      let desk = server.url(name, user: "\(name)_d")
      let made = try await shell(
        "frontdesk-server migrate --create --database '\(migrator)'"
          + " && frontdesk-server migrate --remove --database '\(migrator)'"
          + " && frontdesk-server demo --database '\(migrator)' 2>&1 || true", [:])
      #expect(made.output.contains("FrontDesk is not installed"), "the schema alone: \(made)")
      let lines = block.split(separator: "\n").map(String.init)
      #expect(lines.count == 3)
      let script = lines.prefix(2).joined(separator: "\n")
        .replacing("mysql://migrator@db.spa.example/spa", with: "'\(migrator)'")
      let installed = try await shell(script, [:])
      #expect(installed.ending == .exited(0), "\(installed)")
      #expect(installed.output.contains("would ") && installed.output.contains("Done."))
      let again = try await shell(script, [:])
      #expect(again.output.contains("there is nothing to do"), "\(again)")
      let filled = try await shell("frontdesk-server demo --database '\(desk)'", [:])
      #expect(filled.ending == .exited(0), "\(filled)")
      let program = try RunningProgram(
        try BuiltProgram.server.path, ["serve", "--database", desk, "--listen", "127.0.0.1:0"])
      let ready = try await program.line("ready line") { $0.contains("listening on ") }
      let url = String(ready.split(separator: " ").last ?? "")
      let login = try Desk.Person.reception.login(at: url)
      let day = try await RunningProgram.run(
        try BuiltProgram.console.path,
        ["do"] + login + ["--date", "+60", "book Zora 0901999777 mt60 lan"])
      #expect(day.ending == .exited(0), "\(day)")
      await program.stop()
    }
  }
}
