import BookingDomain
import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// From an empty machine to the first guest.
  @Suite struct ANewSpa {
    private func serve(_ words: [String], input: String = "") async throws
      -> RunningProgram.Record
    {
      try await RunningProgram.run(
        try BuiltProgram.server.path, words, input: input, within: .seconds(60))
    }

    private func emptyDatabase(_ way: Way) async throws -> SpaDatabase {
      switch way.database {
      case .sqlite:
        return SpaDatabase(path: "\(try TestRun.privateDirectory("new"))/spa.db")
      case .mariaDB:
        let server = try await PrivateMariaDB.shared.value
        let name = "new_" + UUID().uuidString.prefix(8).lowercased()
        try await SpaDatabase(server, name: "mysql").sql("CREATE DATABASE \(name);")
        return SpaDatabase(server, name: name)
      }
    }

    private func plan(_ text: String) throws -> String {
      let path = "\(try TestRun.privateDirectory("plan"))/spa.toml"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return path
    }

    @Test(arguments: [Way.usual, .mariaDB])
    func theExampleBecomesASpaInWhichTheFirstGuestIsBooked(way: Way) async throws {
      let database = try await emptyDatabase(way)
      let example = try await serve(["setup", "--example"])
      let path = try plan(example.output)
      let setUp = try await serve(["setup", "--from", path, "--database", database.url])
      #expect(setUp.ending == .exited(0), "\(setUp)")
      let password = setUp.output.split(separator: " ").first { $0.count == 19 && $0.contains("-") }
      #expect(
        try await database.value(
          "SELECT COUNT(*) FROM frontdesk_shifts WHERE weekday IS NOT NULL") == "7",
        "a week of the therapist who does not always work")

      let server = try RunningProgram(
        try BuiltProgram.server.path,
        ["serve", "--database", database.url, "--listen", "127.0.0.1:0"])
      let ready = try await server.line("ready line") { $0.contains("listening on ") }
      let url = String(ready.split(separator: " ").last ?? "")
      let file = "\(try TestRun.privateDirectory("login"))/password"
      try String(try #require(password)).write(toFile: file, atomically: true, encoding: .utf8)
      let login = ["--server", url, "--user", "manager@lotus.example", "--password-file", file]
      let terminal = try TerminalSession(
        try BuiltProgram.console.path, login, as: "manager", in: .init(columns: 120, rows: 36))
      try await terminal.sees("the empty day of the new spa") {
        $0.contains("LIVE") && $0.contains("Anna") && $0.contains("Linh")
      }
      let booked = try await RunningProgram.run(
        try BuiltProgram.console.path,
        ["do"] + login + ["--date", "tomorrow", "book Mai 0901999888 swedish60 anna 14:00"])
      #expect(booked.ending == .exited(0) && booked.output.contains("Mai"), "\(booked)")
      await terminal.close()
      await server.stop()

      let again = try await serve(["setup", "--from", path, "--database", database.url])
      #expect(again.ending == .exited(2))
      #expect(again.errors.hasPrefix("frontdesk-server: This database is a spa already"))
    }

    @Test func everythingThatIsWrongIsSaidAtOnceAndNothingIsLeftBehind() async throws {
      let database = try await emptyDatabase(.usual)
      let path = try plan(
        """
        [spa]
        name = "X"
        timezone = "Mars/Olympus"
        [hours]
        mondy = "9-12"
        [rooms]
        "Lan" = 3
        [services."Massage"]
        "Long" = { minutes = 6000, price = "4.50" }
        [therapists]
        "Anna" = { does = "Yoga", email = "x", shifts = "mon" }
        [manager]
        name = "M"
        password = "x"
        password_file = "/nope"
        [cellar]
        """)
      let refused = try await serve(["setup", "--from", path, "--database", database.url])
      #expect(refused.ending == .exited(2))
      let expected = [
        "line 3, column 1: there is no time zone \"Mars/Olympus\"",
        "line 5, column 1: there is no \"mondy\" here",
        "line 7, column 1: a room is a list of its beds",
        "line 9, column 12: a treatment lasts 5 to 480 minutes",
        "line 9, column 28: prices in VND have no fractions",
        "line 11, column 12: there is no kind of treatment \"Yoga\"",
        "line 11, column 27: \"x\" is no e-mail address",
        "line 11, column 40: when somebody works is written like",
        "line 14, column 1: a password does not belong into this file",
        "line 15, column 1: password_file: /nope cannot be read",
        "line 16, column 2: there is no section [cellar]",
      ]
      for sentence in expected { #expect(refused.errors.contains(sentence), "\(refused.errors)") }
      let folder = String(database.url.dropFirst("sqlite:".count).dropLast("/spa.db".count))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    @Test func aNameThatIsThereTwiceIsToldAtTheSecond() async throws {
      let database = try await emptyDatabase(.usual)
      let path = try plan(
        """
        [spa]
        name = "Sen"
        timezone = "Asia/Ho_Chi_Minh"
        [hours]
        every_day = "09:00-21:00"
        [rooms]
        "Lotus" = ["1", "2"]
        "LÓTUS" = ["3"]
        "Orchid" = ["4", "2"]
        [services."Massage"]
        "Thai" = { minutes = 60, price = 480000 }
        [services."Facial"]
        "thai" = { minutes = 45, price = 300000 }
        [therapists]
        "Anna" = { does = "Massage", email = "anna@sen.example", phone = "0901 234 567" }
        "Linh" = { does = "Facial", phone = "+84 901 234 567" }
        "Anna" = { does = "Facial" }
        "Mai" { does = "Facial" }
        "Hoa" = { does = "Yoga" }
        [manager]
        name = "Hanh"
        email = "Anna@sen.example"
        """)
      let refused = try await serve(["setup", "--from", path, "--database", database.url])
      #expect(refused.ending == .exited(2))
      let lines = refused.errors.split(separator: "\n").compactMap { line in
        line.split(separator: ", line ").last.map(String.init)
      }
      #expect(
        lines == [
          "8, column 1: the room \"LÓTUS\" is there twice; each needs its own.",
          "9, column 18: the bed \"2\" is there twice; each needs its own.",
          "13, column 1: the service \"thai\" is there twice; each needs its own.",
          "16, column 29: a therapist's phone number \"+84 901 234 567\" is there twice; each needs its own.",
          "17, column 1: 'Anna' is there twice.",
          "18, column 7: a key is followed by an equals sign: name = \"text\".",
          "19, column 11: there is no kind of treatment \"Yoga\"; there are \"Massage\", \"Facial\".",
          "22, column 1: the e-mail address \"Anna@sen.example\" is there twice; each needs its own.",
        ], "\(refused)")
    }

    /// With the rights of a user who may not make triggers, and then with those of one who may.
    @Test func aSetupThatADatabaseServerCutShortGoesOnWhenItCan() async throws {
      let server = try await PrivateMariaDB.shared.value
      let name = "cut_" + UUID().uuidString.prefix(8).lowercased()
      let root = SpaDatabase(server, name: "mysql")
      try await root.sql(
        """
        CREATE DATABASE \(name);
        CREATE USER \(name)@localhost;
        GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, INDEX, ALTER, REFERENCES
          ON \(name).* TO \(name)@localhost;
        """)
      let path = try plan(try await serve(["setup", "--example"]).output)
      let words = ["setup", "--from", path, "--database", server.url(name, user: name)]
      let cut = try await serve(words)
      #expect(cut.ending == .exited(2) && cut.errors.contains("GRANT"), "\(cut)")
      #expect(
        cut.errors.contains("TRIGGER") && !cut.output.contains("The password is"), "\(cut)")
      try await root.sql("GRANT TRIGGER ON \(name).* TO \(name)@localhost;")
      let done = try await serve(words)
      #expect(done.ending == .exited(0) && done.output.contains("The password is"), "\(done)")
      #expect(
        try await SpaDatabase(server, name: name).value("SELECT COUNT(*) FROM therapists") == "2")
    }

    @Test func whatASpaLacksStandsOnEveryScreenAndInTheRefusal() async throws {
      let database = try await emptyDatabase(.usual)
      let server = try RunningProgram(
        try BuiltProgram.server.path,
        ["serve", "--create", "--database", database.url, "--listen", "127.0.0.1:0"])
      let ready = try await server.line("ready line") { $0.contains("listening on ") }
      let url = String(ready.split(separator: " ").last ?? "")
      let file = "\(try TestRun.privateDirectory("login"))/password"
      try "orchid-lamp-42\n".write(toFile: file, atomically: true, encoding: .utf8)
      let boss = ["boss@sen.example", "--name", "Boss", "--role", "manager"]
      let added = try await serve(
        ["user", "add"] + boss + ["--password-file", "-", "--database", database.url],
        input: "orchid-lamp-42\n")
      #expect(added.ending == .exited(0), "\(added)")
      let login = ["--server", url, "--user", "boss@sen.example", "--password-file", file]
      let terminal = try TerminalSession(
        try BuiltProgram.console.path, login, as: "boss", in: .init(columns: 140, rows: 36))
      let lacks = "no services, therapists, rooms, business hours yet"
      try await terminal.sees("the live board") { $0.contains("LIVE") && $0.contains(lacks) }
      for (key, view) in [
        ("2", "Agenda"), ("3", "Rooms"), ("4", "Week"), ("5", lacks), ("1", lacks),
      ] {
        try await terminal.press(key)
        try await terminal.sees(view, lacks)
      }
      let refused = try await RunningProgram.run(
        try BuiltProgram.console.path, ["do"] + login + ["walk-in Lan 0901234567 sw60"])
      #expect(refused.ending != .exited(0))
      #expect((refused.output + refused.errors).contains("The spa has no services"), "\(refused)")

      // Each is gone from the list as soon as it is there.
      for words in [
        [
          "edit", "service", "Swedish 60", "--add", "--kind", "Massage", "--minutes", "60",
          "--price", "500000",
        ],
        ["edit", "room", "Lotus", "--add", "--beds", "1"],
        ["edit", "hours", "every-day", "00:00-23:59"],
      ] {
        let done = try await serve(words + ["--database", database.url])
        #expect(done.ending == .exited(0), "\(done)")
      }
      try await terminal.sees("no therapists yet")
      // A day that was read a moment ago is given to others who ask.
      try await Polled.until("refusal for want of therapists") {
        let refused = try await RunningProgram.run(
          try BuiltProgram.console.path, ["do"] + login + ["walk-in Lan 0901234567 swedish60"])
        #expect(refused.ending != .exited(0))
        return refused.errors.contains("The spa has no therapists yet")
      }
      await terminal.close()
      await server.stop()
    }

    @Test(arguments: [Way.usual, .mariaDB])
    func whatAnotherSystemHadIsTakenOverAllOrNothing(way: Way) async throws {
      let database = try await emptyDatabase(way)
      let path = try plan(try await serve(["setup", "--example"]).output)
      _ = try await serve(["setup", "--from", path, "--database", database.url])
      let folder = try TestRun.privateDirectory("import")
      func taken(_ what: String, _ lines: [String], _ flags: String...) async throws
        -> RunningProgram.Record
      {
        try lines.joined(separator: "\n").write(
          toFile: "\(folder)/\(what).csv", atomically: true, encoding: .utf8)
        return try await serve(
          ["import", what, "\(folder)/\(what).csv", "--database", database.url] + flags)
      }
      let guests = (1...2000).map { "Nguyễn Thị Khách \($0),090 \(1_000_000 + $0)" }
      let customers = ["Họ và tên,Điện thoại"] + guests
      let twice = try await taken("customers", customers + ["Somebody,+84 901 000 007"])
      #expect(twice.ending == .exited(1), "\(twice)")
      #expect(twice.output.contains("line 2002: Somebody's phone number"), "\(twice)")
      #expect(try await database.value("SELECT COUNT(*) FROM customers") == "0")
      let trial = try await taken("customers", customers, "--dry-run")
      #expect(trial.output.contains("2000 customers would be imported."), "\(trial.errors)")
      #expect(try await database.value("SELECT COUNT(*) FROM customers") == "0")
      let all = try await taken("customers", customers)
      #expect(all.output.contains("2000 customers imported."), "\(all)")

      let services = try await taken(
        "services", ["name,kind,minutes,price", "Hot stone,Massage,75,650000"])
      #expect(services.output.contains("1 service imported."), "\(services)")
      let day = SpaClock.noon.today + 7
      let line = "0901000007,Hot stone,Anna,\(day)"
      let heading = "phone,service,therapist,date,time"
      let overlapping = try await taken("bookings", [heading, "\(line),11:00", "\(line),11:30"])
      #expect(overlapping.ending == .exited(1), "\(overlapping)")
      #expect(overlapping.output.contains("line 3: "), "\(overlapping)")
      #expect(try await database.value("SELECT COUNT(*) FROM bookings") == "0")
      let booked = try await taken("bookings", [heading, "\(line),11:00", "\(line),14:00"])
      #expect(booked.output.contains("2 bookings imported."), "\(booked)")
      #expect(try await database.value("SELECT COUNT(*) FROM bookings") == "2")
    }

    @Test func theCurrencyIsKeptAndSaysWhatAPriceMayBe() async throws {
      let database = try await emptyDatabase(.usual)
      let example = try await serve(["setup", "--example"])
      let path = try plan(example.output)
      let made = try await serve(["setup", "--from", path, "--database", database.url])
      #expect(made.ending == .exited(0), "\(made)")
      func edit(_ words: String...) async throws -> RunningProgram.Record {
        try await serve(["edit"] + words + ["--database", database.url])
      }
      let list = try await edit("list").output
      #expect(list.contains("PRICE VND") && list.contains("480,000"), "\(list)")
      let fraction = try await edit("service", "Swedish massage 60'", "--price", "480000.50")
      #expect(fraction.ending == .exited(2))
      #expect(fraction.errors.contains("prices in VND have no fractions"), "\(fraction)")
      let services = "\(try TestRun.privateDirectory("import"))/services.csv"
      try "name;minutes;price;kind\nThai;60;1.50;Massage\n"
        .write(toFile: services, atomically: true, encoding: .utf8)
      let imported = try await serve(["import", "services", services, "--database", database.url])
      #expect(imported.ending != .exited(0), "\(imported)")
      #expect(
        (imported.output + imported.errors).contains("prices in VND have no fractions"),
        "\(imported)")
    }

    @Test func whatTheDatabaseDoesNotTakeIsTheLinesOwn() async throws {
      let database = try await emptyDatabase(.mariaDB)
      let path = try plan(try await serve(["setup", "--example"]).output)
      _ = try await serve(["setup", "--from", path, "--database", database.url])
      try await database.sql("ALTER TABLE customers MODIFY full_name VARCHAR(10) NOT NULL;")
      let file = "\(try TestRun.privateDirectory("import"))/customers.csv"
      try "Name,Phone\nAn,0901444051\nNguyễn Thị Rất Dài,0901444052\nBo,0901444053\n"
        .write(toFile: file, atomically: true, encoding: .utf8)
      for flags in [[], ["--skip-wrong"]] {
        let refused = try await serve(
          ["import", "customers", file, "--database", database.url] + flags)
        #expect(refused.ending == .exited(1), "\(refused)")
        #expect(
          refused.output.contains("line 3: the database does not take it: Data too long"),
          "\(refused)")
        #expect(try await database.value("SELECT COUNT(*) FROM customers") == "0")
      }
    }

    /// With the rights of who serves, where somebody else has prepared the database; and its dump.
    @Test func aPreparedDatabaseIsSetUpByWhoServesIt() async throws {
      let server = try await PrivateMariaDB.shared.value
      let name = "own_" + UUID().uuidString.prefix(8).lowercased()
      let root = SpaDatabase(server, name: "mysql")
      try await root.sql(
        """
        CREATE DATABASE \(name); CREATE USER \(name)@localhost;
        GRANT SELECT, INSERT, UPDATE, DELETE ON \(name).* TO \(name)@localhost;
        """)
      for words in [["migrate", "--create"], ["migrate"]] {
        let done = try await serve(words + ["--database", server.url(name)])
        #expect(done.ending == .exited(0), "\(done)")
      }
      let path = try plan(try await serve(["setup", "--example"]).output)
      let own = ["--database", server.url(name, user: name)]
      let made = try await serve(["setup", "--from", path] + own)
      #expect(made.ending == .exited(0) && made.output.contains("The password is"), "\(made)")
      let file = "\(try TestRun.privateDirectory("dump"))/spa.sql"
      let line = try await serve(["backup", file] + own).output
      func dumps() async throws -> Bool {
        let done = try await RunningProgram.run(
          "/bin/sh", ["-c", line.replacing(" --password", with: "")],
          environment: ["PATH": "\(PrivateMariaDB.programs):/usr/bin:/bin"])
        return done.ending == .exited(0)
      }
      #expect(try await !dumps())
      #expect(!FileManager.default.fileExists(atPath: file), "half a copy is none")
      #expect(line.contains("GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON"))
      try await root.sql(
        "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON \(name).* TO \(name)@localhost;")
      #expect(try await dumps())
      #expect(FileManager.default.fileExists(atPath: file))
    }

    /// A file as Excel saves it: a byte order mark, semicolons, lines that end with CR LF.
    @Test(arguments: [[], ["--separator", "semicolon"], ["--separator", ";"]])
    func aTableWithAByteOrderMarkAndSemicolonsIsTaken(flags: [String]) async throws {
      let database = try await emptyDatabase(.usual)
      let path = try plan(try await serve(["setup", "--example"]).output)
      _ = try await serve(["setup", "--from", path, "--database", database.url])
      let file = "\(try TestRun.privateDirectory("import"))/customers.csv"
      let text = "\u{FEFF}Họ và tên;Điện thoại;Ghi chú\r\nTrần Mai;0901 999 888;a, b, c, d\r\n"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let taken = try await serve(
        ["import", "customers", file, "--database", database.url] + flags)
      #expect(taken.output.contains("1 customer imported."), "\(taken)")
      #expect(try await database.value("SELECT notes FROM customers") == "a, b, c, d")
      for sign in ["tab", "|"] {
        let other = try await serve(
          ["import", "customers", file, "--database", database.url, "--separator", sign])
        #expect(other.ending == .exited(2) && other.errors.contains("no column"), "\(other)")
      }
    }

    @Test func aNewDatabaseIsItsOwnersAlone() async throws {
      let database = try await emptyDatabase(.usual)
      let path = try plan(try await serve(["setup", "--example"]).output)
      _ = try await serve(["setup", "--from", path, "--database", database.url])
      let file = String(database.url.dropFirst("sqlite:".count))
      for name in [file, file + "-frontdesk"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: name)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
      }
    }

    @Test func theQuestionsAtATerminalMakeTheSameSpa() async throws {
      let database = try await emptyDatabase(.usual)
      let terminal = try TerminalSession(
        try BuiltProgram.server.path, ["setup", "--database", database.url], as: "owner",
        in: .init(columns: 100, rows: 50))
      func answer(_ question: String, _ text: String) async throws {
        try await terminal.sees(question) { screen in
          screen.lines.last { !$0.allSatisfy(\.isWhitespace) }?.contains(question) == true
        }
        try await terminal.type(text)
        try await terminal.press("Enter")
      }
      try await answer("The spa's name", "Sen")
      try await answer("Time zone", "Nowhere/Here")
      try await answer("Time zone", "Asia/Ho_Chi_Minh")
      try await answer("Currency", "")
      for day in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] {
        try await answer(day, "")
      }
      try await answer("Sunday", "closed")
      try await answer("Room", "Lotus")
      try await answer("how many beds", "2")
      try await answer("Room", "lotus")
      try await answer("Room", "")
      try await answer("Kind", "Massage")
      try await answer("Service", "Swedish 60")
      try await answer("minutes [60]", "")
      try await answer("price in VND", "480000")
      try await answer("kept free", "")
      try await answer("Service", "")
      try await answer("Kind", "")
      try await answer("Therapist", "Anna")
      try await answer("does (Massage)", "")
      try await answer("Therapist", "")
      try await answer("manager's name", "Hanh")
      try await answer("e-mail", "hanh@spa.example")
      try await terminal.sees("the end") { $0.contains("Sen: 1 rooms, 1 services, 1 therapists.") }
      #expect(
        try await database.value(
          "SELECT is_closed FROM business_hours WHERE day_of_week = 'SUNDAY'") == "1")
      #expect(try await database.value("SELECT COUNT(*) FROM beds") == "2")
      await terminal.close()
    }
  }
}
