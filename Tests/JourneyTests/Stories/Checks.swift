import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// What is wrong is said before anybody stands at the desk.
  @Suite struct Checks {
    private func serve(_ words: [String], _ environment: [String: String] = [:]) async throws
      -> RunningProgram.Record
    {
      try await RunningProgram.run(
        try BuiltProgram.server.path, words,
        environment: ["PATH": "/usr/bin:/bin", "HOME": "/nowhere"].merging(environment) { $1 })
    }

    private func file(_ text: String, mode: Int = 0o600) throws -> String {
      let path = "\(try TestRun.privateDirectory("check"))/file"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      return path
    }

    @Test func everyMistakeIsSaidAtOnceWithItsPlaceAndServeRefusesByTheSameList() async throws {
      let config = try file(
        """
        database = "oracle:spa"
        listen = "nowhere"
        colour = "green"
        [sessions]
        minutes = 1
        """)
      for order in ["check", "serve"] {
        let wrong = try await serve([order, "--config", config])
        #expect(wrong.ending == .exited(78), "\(wrong)")
        #expect(
          order == "serve" || wrong.output.contains("README's chapter \"Operation\""), "\(wrong)")
        for words in [
          "\(config):3:1: there is no setting \"colour\"", ":1:1: ",
          "\"nowhere\" is no address", "minutes is a number from 5 to",
        ] {
          #expect(wrong.errors.contains(words), "\(wrong)")
        }
      }
    }

    @Test func whatTheSpaLacksAndWhoMayReadItIsAWarning() async throws {
      let folder = try TestRun.privateDirectory("check")
      let example = try await serve(["setup", "--example"])
      let plan = try file(
        example.output.split(separator: "\n", omittingEmptySubsequences: false)
          .filter { !$0.hasPrefix("\"Linh\"") }.joined(separator: "\n"))
      let database = "sqlite:\(folder)/spa.db"
      let made = try await serve(["setup", "--from", plan, "--database", database])
      #expect(made.ending == .exited(0), "\(made)")
      let fine = try await serve(["check", "--database", database])
      #expect(fine.ending == .exited(0), "\(fine)")
      #expect(fine.output.contains("warning: No therapist does Deep cleansing 45'."))
      chmod("\(folder)/spa.db", 0o644)
      let open = try await serve(["check", "--database", database, "--listen", "0.0.0.0:0"])
      #expect(open.output.contains("everybody may read the spa's customers"), "\(open)")
      #expect(open.output.contains("unencrypted"), "\(open)")
    }

    /// Whoever followed README named no database anywhere.
    @Test func whoMayReadTheUsualDatabaseIsAWarning() async throws {
      let home = ["XDG_DATA_HOME": try TestRun.privateDirectory("check")]
      let plan = try file(try await serve(["setup", "--example"]).output)
      let made = try await serve(["setup", "--from", plan], home)
      #expect(made.ending == .exited(0), "\(made)")
      let path = "\(home["XDG_DATA_HOME"] ?? "")/frontdesk/spa.db"
      let words = "everybody may read the spa's customers in \(path); chmod 600 it."
      #expect(!(try await serve(["check"], home)).output.contains(words))
      chmod(path, 0o644)
      let open = try await serve(["check"], home)
      #expect(open.ending == .exited(0) && open.output.contains(words), "\(open)")
    }

    @Test(arguments: [Way.usual, Way.mariaDB]) func aPortThatIsTakenIsSaid(way: Way) async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        func checked(_ port: String) async throws -> RunningProgram.Record {
          try await serve(
            ["check", "--database", spa.database.url, "--listen", "127.0.0.1:\(port)"])
        }
        // A server that is there already would not start again, and need not.
        let own = try #require(spa.url.split(separator: ":").last)
        #expect(try await checked(String(own)).ending == .exited(0))
        #expect(try await checked("0").ending == .exited(0))
        let other = try RunningProgram(
          "/usr/bin/python3",
          [
            "-c",
            """
            import http.server
            s = http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
            print(s.server_port, flush=True)
            s.serve_forever()
            """,
          ])
        let port = try await other.line("its port") { Int($0) != nil }
        if way.database == .sqlite { await spa.server.stop() }
        let taken = try await checked(port)
        #expect(taken.ending == .exited(2), "\(taken)")
        #expect(taken.errors.contains("127.0.0.1:\(port) is in use by another program"), "\(taken)")
        await other.stop()
      }
    }

    @Test func settingsThatAreWrongInSeveralWaysAreSaidTogether() async throws {
      let config = try file(
        """
        \u{FEFF}listen = 127.0.0.1:0
        [web]
        keep_alive_seconds = -1
        keep_alive_seconds = 5
        [tls
        certificate = "/nowhere/chain.pem"
        """)
      let wrong = try await serve(["check", "--config", config])
      #expect(wrong.ending == .exited(78), "\(wrong)")
      for words in [
        "\(config):1:10: a value is a text in quotes",
        "\(config):3:1: web.keep_alive_seconds is a number from 1 to 3600, not \"-1\".",
        "\(config):4:1: 'keep_alive_seconds' is there twice",
        "\(config):5:5: a section's name ends with a bracket",
        "\(config):6:1: a certificate needs its private key",
        "\(config):6:1: /nowhere/chain.pem cannot be read: No such file or directory.",
      ] {
        #expect(wrong.errors.contains(words), "\(words) in \(wrong)")
      }
    }

    /// Each command as `check` writes it, its words in capitals filled in.
    @Test func whatCheckTellsToRunMakesAnEmptySpaReady() async throws {
      let folder = try TestRun.privateDirectory("check")
      let database = "sqlite:\(folder)/spa.db"
      let server = try await RunningProgram.servingEmpty(database)
      await server.stop()
      let lacking = try await serve(["check", "--database", database])
      let told = lacking.output.split(separator: "`").map(String.init)
        .filter { $0.hasPrefix("frontdesk-server ") }
      #expect(told.count == 5, "\(lacking)")
      for (number, command) in told.enumerated() {
        let filled = [
          "E-MAIL": "person\(number)@lotus.example", "NAME": "Person\(number)", "NAMES": "A,B",
          "KIND": "Massage",
          "FILE": try file("name,minutes,price\nSwedish,60,500000\n", mode: 0o644),
        ]
        let words = command.split(separator: " ").dropFirst().map {
          filled[String($0)] ?? String($0)
        }
        let password = words.starts(with: ["user", "add"]) ? ["--make-password"] : []
        let done = try await serve(words + password + ["--database", database])
        #expect(done.ending == .exited(0), "\(command): \(done)")
      }
      let ready = try await serve(["check", "--database", database])
      #expect(!ready.output.contains("frontdesk-server "), "\(ready)")
    }

    @Test func aDatabaseThatIsAwayEndsTheServerWith75() async throws {
      let away = "mysql://desk@127.0.0.1:1/spa"
      for order in ["check", "serve"] {
        let record = try await serve([order, "--database", away])
        #expect(record.ending == .exited(75), "\(record)")
      }
    }

    @Test func aServerThatMayWaitServesWhenTheDatabaseComes() async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: .mariaDB)) { spa in
        let database = try #require(spa.database.server)
        await spa.server.stop()
        await database.stop()
        let words = ["serve", "--database", spa.database.url, "--listen", "127.0.0.1:0"]
        let away = try await serve(words)
        #expect(away.ending == .exited(75), "\(away)")
        let server = try RunningProgram(
          try BuiltProgram.server.path, words + ["--wait-for-database"])
        _ = try await server.record.waits(for: "what it waits for") {
          $0.errors.contains("waiting for the database") ? true : nil
        }
        try await database.startAgain()
        _ = try await server.line("ready line", within: .seconds(30)) {
          $0.contains("listening on ")
        }
        #expect(
          server.record.value.errors.components(separatedBy: "waiting for the database").count == 2,
          "it is said once")
        await server.stop()
      }
    }

    @Test(arguments: [1, 14, 20])
    func aCertificateThatEndsWithinAFortnightIsAWarning(days: Int) async throws {
      let checked = try await checkedWithACertificate(of: days)
      #expect(checked.ending == .exited(0), "\(checked)")
      let isTold =
        checked.output.contains(" ends in \(days) day") && checked.output.contains("renew it")
      #expect(isTold == (days <= 14), "\(checked)")
    }

    @Test func aCertificateThatHasEndedIsRefused() async throws {
      let checked = try await checkedWithACertificate(of: -1)
      #expect(checked.ending == .exited(78), "\(checked)")
      #expect(checked.errors.contains("expired") || checked.errors.contains("ended"), "\(checked)")
    }

    private func checkedWithACertificate(of days: Int) async throws -> RunningProgram.Record {
      let identity = try await TestAuthority().identity(days: days)
      return try await DemoSpa.during(DemoSpa.Setting()) { spa in
        try await serve([
          "check", "--database", spa.database.url, "--tls-certificate", identity.certificateFile,
          "--tls-key", identity.keyFile,
        ])
      }
    }

    @Test func whoeverMayReadASecretIsAWarning() async throws {
      let identity = try await TestAuthority().identity()
      let password = try file("hush\n", mode: 0o644)
      let config = try file("database_password = \"hush\"\n", mode: 0o644)
      chmod(identity.keyFile, 0o644)
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        func said(_ words: String...) async throws -> String {
          let checked = try await serve(["check", "--database", spa.database.url] + words)
          #expect(!(checked.output + checked.errors).contains("hush"))
          return checked.output
        }
        let tls = [
          "--tls-certificate", identity.certificateFile, "--tls-key", identity.keyFile,
        ]
        let open = "everybody may read"
        let key = try await said(tls[0], tls[1], tls[2], tls[3])
        #expect(key.contains("\(open) the private key in \(identity.keyFile); chmod 640 it."))
        let file = try await said("--database-password-file", password)
        #expect(file.contains("\(open) the database's password in \(password); chmod 640 it."))
        let setting = try await said("--config", config)
        #expect(setting.contains("\(open) the password in \(config); chmod 640 it."))
        chmod(identity.keyFile, 0o640)
        let closed = try await said(tls[0], tls[1], tls[2], tls[3])
        #expect(!closed.contains(open))
      }
    }

    @Test func noProgramTakesTheOthersVariablesForSlips() async throws {
      func names(_ program: BuiltProgram) async throws -> [String] {
        let printed = try await RunningProgram.run(
          try program.path, ["print-config"], environment: ["HOME": "/nowhere"])
        return printed.output.split(separator: "\n").compactMap { line in
          line.contains(" = ") ? line.split(separator: " ").first.map(String.init) : nil
        }
      }
      for (program, sibling) in [(BuiltProgram.server, BuiltProgram.console), (.console, .server)] {
        let variables = try await names(sibling).map {
          ("FRONTDESK_" + $0.replacing(".", with: "_").uppercased(), "x")
        }
        #expect(variables.count > 10)
        let own = Set(try await names(program))
        let foreign = Dictionary(
          variables.filter { name, _ in
            !own.contains { "FRONTDESK_\($0.replacing(".", with: "_").uppercased())" == name }
          }, uniquingKeysWith: { $1 })
        let printed = try await RunningProgram.run(
          try program.path, ["print-config"],
          environment: ["HOME": "/nowhere"].merging(foreign) { $1 })
        #expect(!printed.output.contains("is no setting"), "\(printed)")
      }
    }

    @Test func whatIsNoAddressOfThisMachineIsSaidBeforeItIsServed() async throws {
      let database = "sqlite:\(try TestRun.privateDirectory("check"))/spa.db"
      let server = try await RunningProgram.servingEmpty(database)
      let wrong = try await serve(
        ["check", "--database", database, "--listen", "192.0.2.1:8440"])
      #expect(wrong.ending == .exited(78), "\(wrong)")
      #expect(wrong.errors.contains("--listen: 192.0.2.1 is no address of this machine"))
      await server.stop()
    }

    @Test func whoMayReadAFileIsOnlySaidOfASpasDatabase() async throws {
      let path = try file("no database of ours", mode: 0o644)
      let checked = try await serve(["check", "--database", "sqlite:\(path)"])
      #expect(!checked.output.contains("chmod"), "\(checked)")
      #expect(!checked.errors.contains("chmod"), "\(checked)")
    }

    @Test func whatNeedsARestartIsNamedWhenSettingsAreReadAgain() async throws {
      let database = "sqlite:\(try TestRun.privateDirectory("check"))/spa.db"
      try await RunningProgram.servingEmpty(database).stop()
      let config = try file("database = \"\(database)\"\nlisten = \"127.0.0.1:0\"\n")
      let server = try RunningProgram(try BuiltProgram.server.path, ["serve", "--config", config])
      _ = try await server.line("ready line") { $0.contains("listening on ") }
      try "database = \"\(database)\"\nlisten = \"127.0.0.1:1\"\n[log]\nlevel = \"info\"\n"
        .write(toFile: config, atomically: true, encoding: .utf8)
      server.signal(SIGHUP)
      _ = try await server.record.waits(for: "what needs a restart") {
        $0.errors.contains("changed settings need a restart") ? true : nil
      }
      #expect(server.record.value.errors.contains("settings=listen"))
      #expect(!server.record.value.errors.contains("log.level"))
      await server.stop()
    }

    /// Whoever moves logs away moves them also while somebody edits the settings.
    @Test func theLogIsOpenedAnewWhateverTheSettingsAreLike() async throws {
      let folder = try TestRun.privateDirectory("log")
      let (log, database) = ("\(folder)/server.log", "sqlite:\(folder)/spa.db")
      let fine = "database = \"\(database)\"\nlisten = \"127.0.0.1:0\"\nlog.file = \"\(log)\"\n"
      let config = try file(fine)
      let server = try RunningProgram(
        try BuiltProgram.server.path, ["serve", "--create", "--config", config])
      _ = try await server.line("ready line") { $0.contains("listening on ") }
      func says(_ words: String, _ file: String) async throws {
        try await Polled.until("\(words) in \(file)") {
          (try? String(contentsOfFile: file, encoding: .utf8))?.contains(words) == true
        }
      }
      try (fine + "garbage =\n").write(toFile: config, atomically: true, encoding: .utf8)
      try FileManager.default.moveItem(atPath: log, toPath: log + ".1")
      server.signal(SIGHUP)
      try await says("settings not read again", log)
      try FileManager.default.removeItem(atPath: config)
      try FileManager.default.moveItem(atPath: log, toPath: log + ".2")
      server.signal(SIGHUP)
      try await says("settings not read again", log)
      // Where there is no opening it, whoever watches the program hears so.
      try FileManager.default.moveItem(atPath: log, toPath: log + ".3")
      try FileManager.default.createDirectory(atPath: log, withIntermediateDirectories: false)
      server.signal(SIGHUP)
      _ = try await server.record.waits(for: "why there is no log") {
        $0.errors.contains("\(log) cannot be written to: Is a directory") ? true : nil
      }
      try await says("log not opened anew", log + ".3")
      await server.stop()
    }

    @Test func aMisspeltVariableIsNamedAndItsValueIsNot() async throws {
      let environment = ["FRONTDESK_LISTN": "127.0.0.1:9", "FRONTDESK_DATABASE_PASWORD": "hush"]
      for order in ["print-config", "check"] {
        let said = try await serve(
          [order, "--database", "sqlite:/nowhere/spa.db"], environment)
        let words = said.output + said.errors
        #expect(
          words.contains(
            "The variable FRONTDESK_LISTN is no setting of this program; FRONTDESK_LISTEN is one."
          ), "\(said)")
        #expect(words.contains("FRONTDESK_DATABASE_PASWORD") && !words.contains("hush"))
      }
      let desk = try await RunningProgram.run(
        try BuiltProgram.console.path, ["print-config"],
        environment: [
          "PATH": "/usr/bin:/bin", "HOME": "/nowhere", "FRONTDESK_SERVR": "http://127.0.0.1:9",
        ])
      #expect(
        desk.output.contains("FRONTDESK_SERVR is no setting of this program; FRONTDESK_SERVER"))
    }

    @Test func everySettingIsPrintedWithItsSourceAndSecretsAreNot() async throws {
      let config = try file("database_password = \"hush\"\n[limits]\nconnections = 70\n")
      let printed = try await serve(
        ["print-config", "--config", config, "--sessions-minutes", "99"],
        ["FRONTDESK_LISTEN": "127.0.0.1:9"])
      #expect(printed.ending == .exited(0), "\(printed)")
      func line(_ name: String) -> [String]? {
        printed.lines.first { $0.hasPrefix("\(name) = ") }?.split(separator: " ").map(String.init)
      }
      #expect(line("listen") == ["listen", "=", "127.0.0.1:9", "#", "FRONTDESK_LISTEN"])
      #expect(line("sessions.minutes")?.suffix(3) == ["99", "#", "--sessions-minutes"])
      #expect(line("limits.connections")?.suffix(3) == ["70", "#", "\(config):3:1"])
      #expect(line("timezone") == ["timezone", "=", "#", "not", "set"])
      #expect(line("limits.heartbeat_seconds")?.suffix(3) == ["15", "#", "usual"])
      #expect(line("websocket.enabled")?.suffix(3) == ["yes", "#", "usual"])
      #expect(!printed.output.contains("hush") && printed.output.contains("(not shown)"))
    }

    @Test(arguments: [
      "mysql://u:geheim@db.example/spa", "mariadb://u:geheim@geheim:@db.example/spa",
      "mysqls://u:geheim/geheim@db.example", "mysql:u:geheim@db.example",
    ]) func thePasswordInADatabasesURLIsShownNowhere(url: String) async throws {
      let config = try file("database = \"\(url)\"\n")
      for (words, environment) in [
        (["--database", url], [:]), (["--config", config], [:]),
        ([], ["FRONTDESK_DATABASE": url]),
      ] {
        for order in ["print-config", "check"] {
          let said = try await serve([order] + words, environment)
          #expect(!(said.output + said.errors).contains("geheim"), "\(said)")
        }
        let printed = try await serve(["print-config"] + words, environment)
        #expect(printed.output.contains("(not shown)@db.example"), "\(printed)")
      }
    }

    @Test(arguments: [
      (["--listen", "nohost.invalid:80"], "nohost.invalid is no address of this machine"),
      (["--log-file", "/nodir/x"], "--log-file: /nodir/x cannot be written to"),
      (["--database", "sqlite:/tmp"], "--database: /tmp is a directory"),
      (["--limits-heartbeat-seconds", "x"], "--limits-heartbeat-seconds: "),
      (["--web-trusted-proxies", "x"], "--web-trusted-proxies: "),
      (["--limits-connections", "15"], "limits.connections is a number from 16 to 1000000"),
    ]) func aWrongSettingEndsTheServerWith78(words: [String], sentence: String) async throws {
      let folder = try TestRun.privateDirectory("check")
      let database = words[0] == "--database" ? [] : ["--database", "sqlite:\(folder)/new.db"]
      let refused = try await serve(["serve", "--create"] + database + words)
      #expect(refused.ending == .exited(78) && refused.errors.contains(sentence), "\(refused)")
      #expect(!refused.errors.contains("SocketAddressError"), "\(refused)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    @Test func aMisspeltPathDoesNotBecomeAnEmptySpa() async throws {
      let folder = try TestRun.privateDirectory("check")
      for order in ["check", "serve"] {
        let refused = try await serve([order, "--database", "sqlite:\(folder)/typo.db"])
        #expect(refused.ending == .exited(78), "\(refused)")
        #expect(refused.errors.contains("typo.db: no database there; frontdesk-server setup or"))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    /// As a full disk leaves one, or a copy that was cut short.
    @Test func aFileThatWasEmptiedDoesNotBecomeAnEmptySpa() async throws {
      let folder = try TestRun.privateDirectory("check")
      let database = ["--database", "sqlite:\(folder)/spa.db"]
      try await RunningProgram.servingEmpty(database[1]).stop()
      for name in try FileManager.default.contentsOfDirectory(atPath: folder)
      where name.hasSuffix("-wal") || name.hasSuffix("-shm") {
        try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      }
      try Data().write(to: URL(fileURLWithPath: "\(folder)/spa.db"))
      for order in [["check"], ["serve"], ["user", "list"]] {
        let refused = try await serve(order + database)
        #expect(refused.ending != .exited(0), "\(refused)")
        #expect(refused.errors.contains("spa.db is empty: what was in it is gone."), "\(refused)")
      }
    }

    @Test(arguments: [Way.usual, .mariaDB])
    func anotherTimeThanTheSpasIsSaidBeforeItIsServed(way: Way) async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        let words = ["check", "--database", spa.database.url]
        #expect(try await serve(words).ending == .exited(0))
        let wrong = try await serve(words + ["--timezone", "America/New_York"])
        #expect(wrong.ending == .exited(78), "\(wrong)")
        #expect(
          wrong.errors.contains("--timezone: the bookings in this database are in the time of"))
      }
    }

    @Test func tooFewOpenFilesKeepTheServerFromStartingAndCheckSaysSo() async throws {
      let database = "sqlite:\(try TestRun.privateDirectory("check"))/spa.db"
      try await RunningProgram.servingEmpty(database).stop()
      for order in ["check", "serve"] {
        let refused = try await RunningProgram.run(
          "/usr/bin/prlimit",
          [
            "--nofile=60:60", "--", try BuiltProgram.server.path, order, "--database", database,
            "--listen", "127.0.0.1:0",
          ])
        #expect(refused.ending == .exited(2), "\(refused)")
        #expect(refused.errors.contains("only 60 files open; it needs"), "\(refused)")
      }
    }

    @Test(arguments: [
      ("metrics.token = \"tok\"\n", "the token"),
      ("database = \"mysql://u:pw@h/d\"\n", "the password"),
    ]) func aSecretInAFileThatAllMayReadIsSaid(text: String, what: String) async throws {
      let config = try file(text, mode: 0o644)
      let checked = try await serve(["check", "--config", config])
      #expect(
        checked.output.contains("everybody may read \(what) in \(config); chmod 640 it."),
        "\(checked)")
    }

    /// Not told that there is none: that would be a bad night for whoever forgot `sudo`.
    @Test func aDatabaseThatThisUserMayNotReadIsNotCalledMissing() async throws {
      let folder = try TestRun.privateDirectory("check")
      try "".write(toFile: "\(folder)/spa.db", atomically: true, encoding: .utf8)
      chmod(folder, 0)
      for order in [["check"], ["user", "list"], ["edit", "list"], ["backup", "/nowhere/b.db"]] {
        let refused = try await serve(order + ["--database", "sqlite:\(folder)/spa.db"])
        #expect(refused.ending == .exited(78), "\(refused)")
        #expect(refused.errors.contains("this user may not read \(folder)/spa.db"), "\(refused)")
      }
      chmod(folder, 0o700)
    }

    @Test func aServerThatCannotListenLeavesNoNewDatabaseBehind() async throws {
      let folder = try TestRun.privateDirectory("check")
      let taken = try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let address = spa.url.replacing("http://", with: "")
        return try await serve(
          ["serve", "--create", "--database", "sqlite:\(folder)/new.db", "--listen", address])
      }
      #expect(taken.ending != .exited(0))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    @Test func systemdHearsThatTheServerIsReadyAliveAndStopping() async throws {
      let folder = try TestRun.privateDirectory("notify")
      let listener = try RunningProgram(
        "/usr/bin/python3",
        [
          "-c",
          """
          import socket, sys
          s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
          s.bind(sys.argv[1])
          print("bound", flush=True)
          while True: print(s.recv(99).decode(), flush=True)
          """, "\(folder)/socket",
        ])
      _ = try await listener.line("the socket") { $0 == "bound" }
      chmod("\(folder)/socket", 0o777)
      let server = try RunningProgram(
        try BuiltProgram.server.path,
        ["serve", "--create", "--database", "sqlite:\(folder)/spa.db", "--listen", "127.0.0.1:0"],
        environment: [
          "PATH": "/usr/bin:/bin", "NOTIFY_SOCKET": "\(folder)/socket", "WATCHDOG_USEC": "200000",
        ])
      _ = try await listener.line("readiness") { $0 == "READY=1" }
      _ = try await listener.line("a sign of life") { $0 == "WATCHDOG=1" }
      await server.stop()
      _ = try await listener.line("the end") { $0 == "STOPPING=1" }
      await listener.stop()
    }

    @Test func theHouseIsChangedAndBoardsHearOfIt() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        func edit(_ words: String...) async throws -> RunningProgram.Record {
          try await serve(["edit"] + words + ["--database", spa.database.url])
        }
        let list = try await edit("list")
        #expect(list.ending == .exited(0) && list.output.contains("Massage tinh dầu sen 70'"))
        for heading in ["KIND", "DOES", "WORKS", "THE SPA", "time zone"] {
          #expect(list.output.contains(heading), "\(list)")
        }
        let priced = try await edit("service", "massage tinh dau sen 70'", "--price", "999000")
        #expect(priced.output.contains("70': price 999,000; was "), "\(priced)")
        #expect(
          try await spa.database.value("SELECT COUNT(*) FROM services WHERE price = 999000") == "1")
        #expect(try await edit("bed", "G1", "--off").output.contains("out of service"))
        let room = try await edit("room", "Sky", "--add", "--beds", "S1, S2")
        #expect(room.output.contains("beds: S1, S2."), "\(room)")
        let bed = try await edit("bed", "S3", "--add", "--room", "sky")
        #expect(bed.output == "Bed S3 stands in Sky now.\n", "\(bed)")
        let new = try await edit("therapist", "Zora", "--add", "--does", "massage chan")
        #expect(new.output.hasPrefix("Zora does Massage "), "\(new)")
        #expect(try await edit("therapist", "Zora", "--leave").output.contains("on leave"))
        let week = try await edit(
          "therapist", "Zora", "--back", "--name", "Zora Quill", "--shifts",
          "mon-fri 9-17 sat 10-14, sun off", "--years", "3", "--about", "gentle")
        #expect(
          week.output.contains(
            "Zora works Mon–Fri 09:00–17:00, every Sat 10:00–14:00, every Sun off."), "\(week)")
        #expect(week.output.hasSuffix("Therapist Zora is called Zora Quill now.\n"), "\(week)")
        let night = try await edit("therapist", "Zora Quill", "--shifts", "tue-sat 18-10")
        #expect(night.output.contains(" 18:00–10:00 ends on the next day."), "\(night)")
        #expect(
          try await spa.database.value(
            "SELECT COUNT(*) FROM frontdesk_events WHERE kind = 'SCHEDULE' AND therapist_id = "
              + "(SELECT MAX(user_id) FROM users)") != "0")
        let several = try await edit(
          "service", "Lotus steam", "--add", "--kind", "Steam", "--minutes", "40", "--price",
          "90000", "--no-web", "--about", "hot")
        #expect(several.output.contains("Steam is a new kind of treatment"), "\(several)")
        let moved = try await edit("bed", "S3", "--room", "Sky", "--name", "Window")
        #expect(moved.ending == .exited(2) && moved.errors.contains("in Sky already"), "\(moved)")
        #expect(
          try await spa.database.value("SELECT COUNT(*) FROM beds WHERE name = 'Window'") == "0",
          "all of it or nothing")
        for (words, sentence) in [
          (["room", "Sauna", "--add", "--seats", "0"], "Seats are a number from 1 to 1000."),
          (["room", "Sauna", "--add"], "A new room needs --beds, or --seats"),
          (["service", "Lotus steam"], "Say what is to be another"),
          (["kind", "Steam", "--off"], "1 services of the kind Steam are sold"),
          (["spa", "name", "-"], "Something has to stand there: write the spa's name."),
          (["therapist", "Zora Quill", "--shifts", "mon"], "when somebody works is written like"),
        ] {
          let refused = try await serve(["edit"] + words + ["--database", spa.database.url])
          #expect(refused.ending == .exited(2) && refused.errors.contains(sentence), "\(refused)")
        }
        let tax = try await edit("spa", "tax", "7.5")
        #expect(tax.output.contains("The spa's tax is 7.50 % now"), "\(tax)")
        let unknown = try await edit("bed", "Z9", "--off")
        #expect(unknown.ending == .exited(2) && unknown.errors.contains("edit list"))
        let before = try await spa.database.value(
          "SELECT COUNT(*) FROM frontdesk_events WHERE kind = 'SCHEDULE'")
        let hours = try await edit("hours", "monday", "10:00-18:00")
        #expect(hours.ending == .exited(0), "\(hours)")
        #expect(hours.output.hasPrefix("Hours, monday: 10:00-18:00."), "\(hours)")
        let closed = try await edit("hours", "every-day", "closed")
        let told = "bookings from today on outside them: `m` at the desk takes each elsewhere."
        #expect(closed.output.contains(told), "\(closed)")
        let after = try await spa.database.value(
          "SELECT COUNT(*) FROM frontdesk_events WHERE kind = 'SCHEDULE'")
        #expect(Int(after) ?? 0 > Int(before) ?? 0)
      }
    }
  }
}
