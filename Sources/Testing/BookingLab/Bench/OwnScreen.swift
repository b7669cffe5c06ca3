import BookingTesting
import Foundation

/// How quickly the console answers whoever sits at it: from its start to the board, and from a key
/// to the paint. Screens are the bytes that the real console writes to its terminal.
package struct OwnScreen: Sendable {
  /// More than any house has on one day: every therapist every quarter of an hour.
  private static let crowd = 2_000

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

  /// From a key to what it paints, at 200×50 with 40 therapists and 2,000 bookings on the day.
  package static func keys(rounds: Int) async throws -> [String] {
    var setting = DemoSpa.Setting()
    setting.size = .big
    return try await DemoSpa.during(setting) { spa in
      try await spa.database.sql(crowding(on: "\(setting.date)"))
      let terminal = try RawTerminal(
        try BuiltProgram.console.path, try spa.login(.reception), columns: 200, rows: 50,
        environment: .terminal)
      spa.atClosing { await terminal.close() }
      try await terminal.record.waits(for: "the verified board") {
        $0.text.contains("verified") ? true : nil
      }
      let moving = try await times(rounds, of: ["j", "k"], at: terminal)
      return [
        "| from booking to booking, \(crowd) of them | \(moving.columns) |"
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

  private static func time(of key: String, at terminal: RawTerminal) async throws -> Duration {
    let before = terminal.record.value.bytes.count
    let began = ContinuousClock.now
    terminal.type(key)
    let end = try await terminal.record.waits(for: "what \(key.debugDescription) paints") {
      $0.bytes.count > before ? ContinuousClock.now : nil
    }
    return began.duration(to: end)
  }

  /// Chairs, not beds: so that nobody stands in anybody's way.
  private static func crowding(on date: String) -> String {
    """
    DELETE FROM bookings WHERE appointment_date = '\(date)';
    WITH RECURSIVE turn(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM turn WHERE n < 49)
    INSERT INTO bookings (booking_id, customer_id, payment_item_id, service_id, therapist_user_id,
        appointment_date, appointment_time, duration_minutes, booking_status, room_id)
      SELECT 7000000 + user_id * 100 + n, 1 + user_id + n, u.payment_item_id, u.service_id, user_id,
          '\(date)', time('08:00:00', '+' || (n * 15) || ' minutes'), 15, 'SCHEDULED', 1
        FROM turn, (SELECT user_id FROM therapists ORDER BY user_id LIMIT 40),
          (SELECT i.payment_item_id, i.service_id FROM payment_items i LIMIT 1) u;
    """
  }
}
