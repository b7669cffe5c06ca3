import BookingTesting
import Testing

extension Journeys {
  /// What a slow line has to carry, counted on a bare pseudo-terminal.
  @Suite struct FewBytes {
    private func console(
      _ spa: DemoSpa, columns: Int = 120, rows: Int = 36
    ) async throws -> RawTerminal {
      let terminal = try RawTerminal(
        try BuiltProgram.console.path, try spa.login(.reception), columns: columns, rows: rows,
        environment: ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"])
      spa.atClosing { await terminal.close() }
      return terminal
    }

    /// One whose board is verified: after that nothing is painted without a cause.
    private func verifiedConsole(_ spa: DemoSpa) async throws -> RawTerminal {
      let terminal = try await console(spa)
      try await terminal.record.waits(for: "the verified board") {
        $0.text.contains("verified") ? true : nil
      }
      return terminal
    }

    /// Presses each key and waits for what it shows.
    /// - Returns: the bytes of one, on average.
    private func cost(
      of keys: [(key: String, shows: [String])], on terminal: RawTerminal
    ) async throws -> Int {
      let start = terminal.record.value.bytes.count
      for (key, shown) in keys {
        let before = terminal.record.value.bytes.count
        terminal.type(key)
        try await terminal.record.waits(for: shown.joined(separator: ", ")) {
          let new = $0.text(from: before)
          return shown.allSatisfy(new.contains) ? true : nil
        }
      }
      return (terminal.record.value.bytes.count - start) / keys.count
    }

    /// A block of four rows takes its status' colour, a count goes down, and the news is said.
    @Test func aForeignStatusChangeCostsTwoHundredBytes() async throws {
      let scene = Scene(
        .init("Zora Quill", with: 1, at: "12:30"), .init("Yann Moss", with: 2, at: "13:00"),
        .init("Bo Lind-Hansen", with: 3, at: "13:00"))
      try await DemoSpa.during(scene) { spa in
        let terminal = try await verifiedConsole(spa)
        var costs: [Int] = []
        for appointment in [1, 2] {
          let before = terminal.record.value.bytes.count
          try await spa.database.sql(
            """
            UPDATE bookings SET booking_status = 'CONFIRMED'
              WHERE booking_id = \(Scene.booking(of: appointment))
            """)
          let record = try await terminal.record.waits(for: "the news") {
            $0.text(from: before).contains(" confirmed") ? $0 : nil
          }
          costs.append(record.bytes.count - before)
          print(
            "one foreign status change: \(costs[costs.count - 1]) bytes,"
              + " \(record.text(from: before).debugDescription)")
        }
        // A new minute may be painted along with one of them, but not with both.
        #expect((costs.min() ?? .max) <= 200, "\(costs)")
      }
    }

    /// Two rows of names, and what is different in the details; most where the first is late, who makes
    /// the second wait.
    @Test func theCursorMovesForThreeHundredBytes() async throws {
      let scene = Scene(
        .init("Zora Quill", with: 1, at: "12:15"), .init("Yann Moss", with: 1, at: "13:45"))
      try await DemoSpa.during(scene) { spa in
        let terminal = try await verifiedConsole(spa)
        let moves = [("j", ["Yann"]), ("k", ["Zora"])]
        var costs: [Int] = []
        for _ in 0..<2 { costs.append(try await cost(of: moves, on: terminal)) }
        print("one move of the cursor: \(costs) bytes")
        // A new minute may be painted along with one round, but not with both.
        #expect((costs.min() ?? .max) <= 300)
      }
    }

    @Test func tabWithinTheViewCostsLessThanAThousandBytes() async throws {
      let scene = Scene(
        .init("Zora Quill", with: 1, at: "12:30"), .init("Yann Moss", with: 2, at: "13:30"),
        .init("Bo Lind-Hansen", with: 3, at: "14:00"))
      try await DemoSpa.during(scene) { spa in
        let terminal = try await verifiedConsole(spa)
        for _ in 0..<4 {
          let before = terminal.record.value.bytes.count
          terminal.type("\t")
          let record = try await terminal.record.waits(for: "another guest") {
            $0.bytes.count > before ? $0 : nil
          }
          let cost = record.bytes.count - before
          print("one Tab: \(cost) bytes")
          #expect(cost <= 1_000)
        }
      }
    }

    @Test func anotherDayCostsSixKilobytes() async throws {
      try await DemoSpa.during(DemoSpa.Setting(size: .big)) { spa in
        let terminal = try await verifiedConsole(spa)
        let turns = [("]", ["tomorrow"]), ("[", ["today"])]
        let cost = try await cost(of: turns + turns, on: terminal)
        print("another day at 120x36: \(cost) bytes")
        #expect(cost <= 6_000)
      }
    }

    /// The minute decides how many hours' lines are in view, each some 250 bytes.
    @Test func fortyTherapistsAreFirstPaintedInSixteenKilobytes() async throws {
      try await DemoSpa.during(DemoSpa.Setting(size: .big)) { spa in
        let terminal = try await console(spa, columns: 200, rows: 50)
        let before = try await terminal.record.waits(for: "the day being fetched") {
          $0.text.contains("Fetching") ? $0.bytes.count : nil
        }
        let record = try await terminal.record.waits(for: "the board") {
          $0.text.contains("LIVE") && $0.text.contains("13:00") ? $0 : nil
        }
        let cost = record.bytes.count - before
        print(
          "first paint of 40 therapists, 200x50: \(cost) bytes, \(record.bytes.count) from start")
        #expect(cost <= 16_000)
      }
    }
  }
}
