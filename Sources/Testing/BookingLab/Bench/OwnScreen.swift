import BookingTesting
import Foundation

/// How quickly the console answers whoever sits at it: from its start to the board, and from a key
/// to the paint. Screens are the bytes that the real console writes to its terminal.
package struct OwnScreen: Sendable {
  /// The server lets nobody log in more than ten times a minute.
  private static let starts = 9

  package static let heading = """
    | at the own screen | p50 | p99 |
    | --- | --- | --- |
    """

  /// From the program's start, its login included, to the first board with bookings on it.
  package static func start() async throws -> String {
    let scene = Scene(.init("Zora Quill", with: 1, at: "12:30"))
    return try await DemoSpa.during(scene) { spa in
      var times: [Duration] = []
      for _ in 0..<starts {
        let began = ContinuousClock.now
        let terminal = try RawTerminal(
          try BuiltProgram.console.path, try spa.login(.reception), environment: .terminal)
        let end = try await terminal.record.waits(for: "the board") {
          $0.text.contains("Zora") ? ContinuousClock.now : nil
        }
        times.append(began.duration(to: end))
        await terminal.close()
      }
      return "| start to the board, 120x36 | \(Times(times).columns) |"
    }
  }

  /// From a key to what it paints, at 200×50 with 40 therapists: on a day as they have them, and on
  /// one of 2,000 bookings.
  package static func keys(rounds: Int) async throws -> [String] {
    try await keys(rounds: rounds, isCrowded: false) + keys(rounds: rounds, isCrowded: true)
  }

  private static func keys(rounds: Int, isCrowded: Bool) async throws -> [String] {
    var setting = DemoSpa.Setting()
    setting.size = .big
    return try await DemoSpa.during(setting) { spa in
      let date = "\(setting.date)"
      if isCrowded { try await spa.database.sql(CrowdedDay.sql(on: date)) }
      let count = try await spa.database.value(
        "SELECT COUNT(*) FROM bookings WHERE appointment_date = '\(date)'")
      let terminal = try RawTerminal(
        try BuiltProgram.console.path, try spa.login(.reception), columns: 200, rows: 50,
        environment: .terminal)
      spa.atClosing { await terminal.close() }
      try await terminal.record.waits(for: "the verified board") {
        $0.text.contains("verified") ? true : nil
      }
      let moving = try await times(rounds, of: ["j", "k"], at: terminal)
      let typing = try await typing(lines: max(1, rounds / couple.count), at: terminal)
      return [
        "| from booking to booking, 40 therapists, \(count) bookings | \(moving.columns) |",
        "| a letter of a couple's booking on that day | \(typing.columns) |",
      ]
    }
  }

  private static func times(
    _ rounds: Int, of keys: [String], at terminal: RawTerminal
  ) async throws -> Times {
    var times: [Duration] = []
    for round in 0..<rounds {
      times.append(try await time(of: keys[round % keys.count], at: terminal))
    }
    return Times(times)
  }

  /// Two guests with two therapists in one room, on a day without room for either: every other start
  /// is tried.
  private static let couple = "5838 sw60 & lan 16:00"

  private static func typing(lines: Int, at terminal: RawTerminal) async throws -> Times {
    var times: [Duration] = []
    for _ in 0..<lines {
      _ = try await time(of: "b", at: terminal)
      for letter in couple { times.append(try await time(of: String(letter), at: terminal)) }
      _ = try await time(of: "\u{1B}", at: terminal)
    }
    return Times(times)
  }

  private static func time(of key: String, at terminal: RawTerminal) async throws -> Duration {
    let before = terminal.record.value.bytes.count
    let began = ContinuousClock.now
    terminal.type(key)
    let end = try await terminal.record.waits(for: "what \(key.debugDescription) paints") {
      $0.bytes.count > before ? ContinuousClock.now : nil
    }
    return began.duration(to: end)
  }
}
