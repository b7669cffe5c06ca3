import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// What a manager sees and changes beside the bookings, at a desk, while everybody works.
  @Suite struct TheHouse {
    private func type(_ line: String, at desk: Desk) async throws {
      try await desk.say(":", line)
    }

    private func unseen(_ text: String, at desk: Desk) async throws {
      try await desk.terminal.type(text)
      try await desk.press("Enter")
    }

    /// With a key that cannot be the beginning of the next.
    private func close(_ desk: Desk) async throws {
      try await desk.press("q")
      try await desk.terminal.sees("the board") { !$0.contains("Esc closes") }
    }

    /// Lines one after the other, each as soon as the desk understands it, with what is said to it.
    private func give(at desk: Desk, _ lines: KeyValuePairs<String, String>) async throws {
      for (line, told) in lines {
        try await desk.press(":")
        try await desk.terminal.type(line)
        try await desk.sees(":\(line)")
        try await desk.terminal.sees("\(line), understood") { !$0.contains("\" is not ") }
        try await desk.press("Enter")
        try await desk.sees(told)
        try await close(desk)
      }
    }

    @Test(arguments: [Way.usual, .mariaDB])
    func aManagerGivesAnAccountAndTakesItAway(way: Way) async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        let desk = try await spa.sitDown(.manager, rows: 50)
        try await type("users", at: desk)
        try await desk.sees("reception@demo.spa", "logged in: 1", "users add E-MAIL ROLE NAME")
        try await close(desk)

        try await type("users add mai@spa.example receptionist Mai Trần", at: desk)
        try await desk.sees("Password for mai@spa.example, unseen; Enter alone makes one:")
        try await desk.press("Enter")
        let added = try await desk.sees("Mai Trần logs in as mai@spa.example, receptionist.")
        let words = added.text.split(whereSeparator: \.isWhitespace).map(String.init)
        let made = words.first { $0.count == 19 && $0.split(separator: "-").count == 4 }
        let password = try #require(made)
        #expect(try await spa.lets("mai@spa.example", in: password))
        try await close(desk)

        try await type("users off MAI@spa.example", at: desk)
        let off = try await desk.sees("mai@spa.example logs in no more.")
        #expect(!off.contains(password), "it is not shown again")
        #expect(try await !spa.lets("mai@spa.example", in: password))
        try await close(desk)

        try await type("users off reception@demo.spa", at: desk)
        try await desk.sees("reception@demo.spa logs in no more.")
        try await close(desk)
        try await type("users", at: desk)
        // Newest first, whose deed it was beside it, and no password.
        let history = try await desk.sees("CHANGED")
        let lines = history.lines(with: "mai@spa.example")
        #expect(lines.count >= 3, "\(history.text)")
        #expect(!history.contains(password))
        let by = try await spa.database.value(
          "SELECT by_name FROM frontdesk_house_changes LIMIT 1")
        let manager = try await spa.database.value(
          "SELECT full_name FROM users WHERE email = 'manager@demo.spa'")
        #expect(by == manager)
      }
    }

    @Test(arguments: [Way.usual, .mariaDB])
    func pricesHoursBedsAndLeaveAreChangedAndBoardsHearOfIt(way: Way) async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        let reception = try await spa.sitDown(.reception, columns: 200)
        let desk = try await spa.sitDown(.manager, columns: 140, rows: 60)
        try await type("house", at: desk)
        try await desk.sees("SERVICE", "Massage tinh dầu sen 70'", "ROOM", "monday", "THERAPIST")
        try await close(desk)
        try await give(
          at: desk,
          [
            "house price 999,000 massage tinh dau sen 70'":
              "Massage tinh dầu sen 70': price 999,000; was ",
            "house off bed g1": "Bed G1 is out of service.",
            "house hours monday 10:00-18:00": "Hours, monday: 10:00-18:00.",
            "house hours friday 18:00-02:00":
              "Hours, friday: 18:00-02:00, which is the next day.",
            "house hours sunday 00:00-24:00": "Hours, sunday: 00:00-24:00.",
          ])
        #expect(
          try await spa.database.value("SELECT COUNT(*) FROM services WHERE price = 999000") == "1")
        let closes = "SELECT close_time FROM business_hours WHERE day_of_week ="
        #expect(
          try await spa.database.value("\(closes) 'FRIDAY'") == "02:00:00", "as a clock has it")
        #expect(try await spa.database.value("\(closes) 'SUNDAY'") == "24:00:00")
        let name = try await spa.database.value(
          "SELECT full_name FROM users WHERE email = 'therapist2@demo.spa'")
        try await type("house leave \(name)", at: desk)
        try await desk.sees("\(name) is on leave.")
        try await reception.sees("\(name) leave")
        try await close(desk)
        try await type("house back \(name)", at: desk)
        try await desk.sees("\(name) is back.")
        try await reception.terminal.sees("the column back") { !$0.contains("\(name) leave") }
      }
    }

    @Test func aPasswordIsTypedUnseenAndTwice() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let desk = try await spa.sitDown(.manager, rows: 50)
        try await type("users password reception@demo.spa", at: desk)
        try await unseen("wooden-bowl-77", at: desk)
        try await desk.sees("Once more, for reception@demo.spa:")
        try await unseen("wooden-bowl-78", at: desk)
        try await desk.sees("The two are not the same")
        for text in ["wooden-bowl-77", "wooden-bowl-77"] { try await unseen(text, at: desk) }
        let done = try await desk.sees("reception@demo.spa has another password")
        #expect(!done.text.contains("wooden"))
        #expect(try await spa.lets("reception@demo.spa", in: "wooden-bowl-77"))
        try await close(desk)

        // A manager's line is recalled, and no password with it.
        try await desk.press(":", "Up")
        try await desk.sees(":users password reception@demo.spa")
        try await desk.press("Enter")
        for text in ["password1", "password1"] { try await unseen(text, at: desk) }
        try await desk.sees("The password is among the first that anybody would try")
        try await close(desk)
        #expect(try await spa.lets("reception@demo.spa", in: "wooden-bowl-77"))
        try await type("users password reception@demo.spa", at: desk)
        try await desk.press("Escape")
        try await desk.sees("nothing was changed")
      }
    }

    /// As `edit` does, at a desk: everybody's board hears of it, and `J` says whose deed it was.
    @Test(arguments: [Way.usual, .mariaDB])
    func whatTheHouseGetsIsTypedAndStandsInTheChangesOfTheDay(way: Way) async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        let reception = try await spa.sitDown(.reception, columns: 200)
        let desk = try await spa.sitDown(.manager, columns: 140, rows: 60)
        let kind = try await spa.database.value(
          "SELECT name FROM service_types ORDER BY service_type_id LIMIT 1")
        try await give(
          at: desk,
          [
            "house add service 75 650000 15 \(kind): Lotus ritual": "Lotus ritual is sold now.",
            "house add service 40 90000 5 Sauna: Steam": "Sauna is a new kind of treatment",
            "house add room Sky: S1, S2": "Sky is a room now, beds: S1, S2.",
            "house add room Foot lounge: 4 seats": "Foot lounge is a room now, seats: 4.",
            "house add kind Hammam": "Hammam is a new kind of treatment, which no therapist does",
            "house add bed sky: S3": "Bed S3 stands in Sky now.",
            "house add therapist Zora Quill: \(kind)": "Zora Quill does \(kind) now",
          ])
        try await reception.sees("Zora")
        #expect(
          try await spa.database.value("SELECT capacity FROM rooms WHERE name = 'Sky'") == "3")
        for (line, sentence) in [
          ("house add room Sky: S9", "There is one called \"Sky\" already"),
          ("house add therapist Uma: Yoga", "There is no kind of treatment \"Yoga\"; there are"),
        ] {
          try await type(line, at: desk)
          try await desk.sees(sentence)
          try await close(desk)
        }
        try await type("users off reception2@demo.spa", at: desk)
        try await desk.sees("reception2@demo.spa logs in no more.")
        try await close(desk)
        let name = try await spa.database.value(
          "SELECT full_name FROM users WHERE email = 'manager@demo.spa'")
        try await desk.press("t", "J")
        try await desk.sees(
          "\(name): reception2@demo.spa logs in no more.", "\(name): Lotus ritual is sold now.")
      }
    }

    /// Each of them is SQL as any program could write it, so that every board hears of it.
    @Test(arguments: [Way.usual, .mariaDB])
    func whateverTheHouseHasCanBeAnother(way: Way) async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        let database = spa.database
        let kinds = try await database.value("SELECT COUNT(*) FROM service_types")
        let name = try await database.value(
          "SELECT full_name FROM users WHERE email = 'therapist2@demo.spa'")
        let reception = try await spa.sitDown(.reception, columns: 200, rows: 50)
        try await reception.sees(name)
        let desk = try await spa.sitDown(.manager, columns: 160, rows: 60)
        try await give(
          at: desk,
          [
            "house add kind Hammam": "Hammam is a new kind of treatment",
            "house name kind hammam: Steam bath": "The kind Hammam is called Steam bath now.",
            "house add room Sky: S1, S2": "Sky is a room now, beds: S1, S2.",
            "house add room Loft: 2 seats": "Loft is a room now, seats: 2.",
            "house name bed s2: Window": "Bed S2 is called Window now.",
            "house name room sky: Heaven": "Room Sky is called Heaven now.",
            "house move s1: loft": "Bed S1 stands in Loft now; stood in Heaven.",
            "house move window: Loft": "Heaven has no bed any more: it seats 2.",
            "house seats heaven: 7": "Heaven seats 7 now; was 2.",
            "house name service massage tinh dau sen 70': Lotus oil 70'":
              "Service Massage tinh dầu sen 70' is called Lotus oil 70' now.",
            "house off web lotus oil 70'": "Lotus oil 70' is booked at the desk alone.",
            "house on consultation lotus oil 70'":
              "Lotus oil 70' needs a consultation before it.",
            "house about service lotus oil 70': with warm oil":
              "The web shop says of Lotus oil 70': with warm oil",
            "house name therapist \(name): Zora Quill":
              "Therapist \(name) is called Zora Quill now.",
            "house years zora quill: 9": "Zora Quill has done it for 9 years.",
            "house spa tax 8": "The spa's tax is 8 % now; was 10 %.",
            "house spa address 12 Lê Thánh Tôn": "The spa's address is 12 Lê Thánh Tôn now",
            "users name reception2@demo.spa Mai Trần": "is called Mai Trần now.",
            "users email reception2@demo.spa mai@spa.example":
              "Mai Trần logs in as mai@spa.example",
          ])
        try await reception.sees("Zora")
        try await reception.press("3")
        try await reception.sees("Window", "S1")
        for (query, value) in [
          ("SELECT COUNT(*) FROM service_types WHERE name = 'Steam bath'", "1"),
          ("SELECT bookable_online FROM services WHERE name LIKE 'Lotus oil%'", "0"),
          ("SELECT requires_consultation FROM services WHERE name LIKE 'Lotus oil%'", "1"),
          ("SELECT description FROM services WHERE name LIKE 'Lotus oil%'", "with warm oil"),
          ("SELECT capacity FROM rooms WHERE name = 'Loft'", "2"),
          ("SELECT capacity FROM rooms WHERE name = 'Heaven'", "7"),
          ("SELECT vat_percentage + 0 FROM spa_information", "8"),
          ("SELECT address_line1 FROM spa_information", "12 Lê Thánh Tôn"),
        ] {
          let found = try await database.value(query)
          #expect(found == value || found == "\(value).00", "\(query): \(found)")
        }
        #expect(
          try await database.value("SELECT COUNT(*) FROM service_types")
            == "\((Int(kinds) ?? 0) + 1)")

        // What is charged from now on reaches boards that stand: no price has changed.
        try await reception.press(":")
        try await reception.terminal.type("book Lan 0909123123 lotus oil tomorrow cash")
        let net = try await database.value(
          "SELECT price FROM services WHERE name LIKE 'Lotus oil%'")
        let price = String((Int(net.prefix { $0 != "." }) ?? 0) * 108 / 100)
        let spoken = String(price.dropLast(3)) + "," + price.suffix(3)
        try await reception.sees("\(spoken) cash")
        try await reception.press("Escape")

        for (line, sentence) in [
          ("house name bed s1: window", "There is one called \"window\" already"),
          ("house off kind 1", "are sold; take them off first."),
          ("house does zora quill: Yoga", "There is no kind of treatment \"Yoga\"; there are"),
          ("house seats Loft: 1", "There are 2 beds in Loft: it seats 2 or more."),
          ("house spa currency XXQ", "there is no currency \"XXQ\""),
          ("users email mai@spa.example reception@demo.spa", "has an account already."),
        ] {
          try await type(line, at: desk)
          try await desk.sees(sentence)
          try await close(desk)
        }
      }
    }

    /// Who is booked is counted, and nobody's bed is moved from under them.
    @Test(arguments: [Way.usual, .mariaDB])
    func whoIsBookedIsSaidAndNobodyLosesTheirBed(way: Way) async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        let database = spa.database
        let booked = """
          FROM bookings WHERE booking_status = 'SCHEDULED' AND bed_id IS NOT NULL
            AND appointment_date > '\(SpaClock.noon.today)'
          """
        func one(_ query: String) async throws -> String {
          try await database.value("\(query) ORDER BY 1 LIMIT 1")
        }
        let bed = try await one("SELECT bed_id \(booked)")
        let therapist = try await one("SELECT therapist_user_id \(booked)")
        let other = try await one(
          """
          SELECT service_type_id FROM service_types WHERE service_type_id NOT IN
            (SELECT service_type_id FROM therapists WHERE user_id = \(therapist))
          """)
        let desk = try await spa.sitDown(.manager, columns: 160, rows: 60)
        try await give(
          at: desk,
          [
            "house add room Sky: S1": "Sky is a room now",
            "house move \(bed): Sky": ":move takes each elsewhere first.",
            "house does \(therapist): \(other)":
              "with them that they do not do: :reassign",
            "house off therapist \(therapist)": "works here no more.",
            "house on therapist \(therapist)": "works here again.",
          ])
        #expect(
          try await database.value(
            "SELECT COUNT(*) FROM beds b JOIN rooms r ON r.room_id = b.room_id WHERE r.name = 'Sky'"
          )
            == "1")
      }
    }

    /// While it is typed: nothing has been sent.
    @Test func aLineAboutTheHouseSaysWhatItMeansAndStaysUntilItCanBe() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let desk = try await spa.sitDown(.manager, columns: 140)
        for (line, words) in [
          ("users off", "Write an e-mail address."),
          ("users fire reception@demo.spa", "there are add, password, role, off, on, logout, name"),
          ("users role reception@demo.spa boss", "\"boss\" is not a role: admin, manager,"),
          ("house price 4x swedish", "\"4x\" is not a price, like 480000 or 49.50."),
          ("house off sauna", "there are service, kind, bed, room, therapist, web"),
          ("house name bed G1", "Write a colon and its new name behind G1."),
          ("house move G1: Nowhere", "\"Nowhere\" is not a room's name or number"),
          ("house spa tax lots", "\"lots\" is not per cent on top of the prices"),
          ("house off bed G1", "out of service"),
          ("house leave Nobody", "\"Nobody\" is not a therapist's name or number"),
          ("house hours someday 9-12", "monday to sunday, or every-day"),
          ("house price 500000", "Write a service's name or number."),
          ("date 31/2", "is not a day"), ("date +2", "in 2 days"),
          ("theme pink", "There is no theme"),
        ] {
          try await desk.press(":")
          try await desk.terminal.type(line)
          try await desk.sees(words)
          if !words.hasPrefix("in 2") && !words.hasPrefix("out of") {
            try await desk.press("Enter")
            try await desk.sees(":\(line)")
          }
          try await desk.press("Escape")
          // With the next key in the same breath it would be another key.
          try await desk.terminal.sees("the line gone") { $0.lines.last?.hasPrefix(" :") == false }
        }
        #expect(try await spa.database.value("SELECT COUNT(*) FROM frontdesk_house_changes") == "0")
      }
    }

    @Test func whatCannotBeIsSaidAndReceptionIsTurnedAway() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let desk = try await spa.sitDown(.manager)
        for (line, sentence) in [
          ("users off nobody@spa.example", "Nobody has the account nobody@spa.example; :users"),
          ("users off admin@demo.spa", "Administrators' accounts are for administrators."),
        ] {
          try await type(line, at: desk)
          try await desk.sees(sentence)
          try await close(desk)
        }
        #expect(try await spa.database.value("SELECT COUNT(*) FROM frontdesk_house_changes") == "0")
        let reception = try await spa.sitDown(.reception)
        try await type("users", at: reception)
        try await reception.sees("Accounts and the house are for managers.")
      }
    }

    @Test func whatTheOperatorDoesStandsInTheSameHistory() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        for words in [
          ["user", "off", "reception2@demo.spa"], ["edit", "bed", "G1", "--off"],
          ["user", "role", "reception@demo.spa", "manager"],
        ] {
          let done = try await RunningProgram.run(
            try BuiltProgram.server.path, words + ["--database", spa.database.url])
          #expect(done.ending == .exited(0), "\(done)")
        }
        let desk = try await spa.sitDown(.manager, rows: 50)
        try await type("users", at: desk)
        try await desk.sees(
          "frontdesk-server", "reception2@demo.spa logs in no more.", "G1 is out of service.",
          "reception@demo.spa is manager now; was receptionist.")
      }
    }
  }
}
