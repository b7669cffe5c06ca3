import BookingTesting
import Foundation

/// How long it takes until a change is on another desk's screen, on each way through the system:
/// what a foreign program commits, and what a colleague does by a key. Screens are the bytes that
/// the real console writes to its terminal.
package struct ScreenLatency: Sendable {
  package struct Row: Sendable {
    package let way: Way
    /// From the statement's being sent, its commit included.
    package let foreign: Times
    /// From the key press at one desk to the other's screen.
    package let key: Times

    package var description: String { "| \(way) | \(foreign.columns) | \(key.columns) |" }
  }

  package static let heading = """
    | way | SQL → screen p50 | p99 | key → other screen p50 | p99 |
    | --- | --- | --- | --- | --- |
    """

  private static let guest = "Zora Quill"

  private let spa: DemoSpa
  private let desk: RawTerminal
  private let other: RawTerminal
  private let shop: RunningProgram

  package static func measure(_ way: Way, rounds: Int) async throws -> Row {
    let scene = Scene(.init(guest, with: 1, at: "12:30"))
    return try await DemoSpa.during(scene, on: way) { spa in
      let latency = ScreenLatency(
        spa: spa, desk: try await console(spa, .reception),
        other: try await console(spa, .reception2), shop: try spa.database.openShell())
      spa.atClosing { await latency.shop.stop() }
      // Keys first: one right after somebody else's change would be held back.
      let key = try await latency.key(rounds)
      return Row(way: way, foreign: try await latency.foreign(rounds), key: key)
    }
  }

  private static func console(_ spa: DemoSpa, _ person: Desk.Person) async throws -> RawTerminal {
    let terminal = try RawTerminal(
      try BuiltProgram.console.path, try spa.login(person), environment: .terminal)
    spa.atClosing { await terminal.close() }
    let word = spa.setting.way.linkWord
    try await terminal.record.waits(for: "the board") { record in
      record.text.contains(word) && record.text.contains("Zora") ? true : nil
    }
    terminal.type("/\(guest)\r")
    try await terminal.record.waits(for: "the guest's details") {
      $0.text.contains("scheduled") ? true : nil
    }
    return terminal
  }

  /// Notes whose every letter changes from one round to the next, so that each is painted whole.
  private func foreign(_ rounds: Int) async throws -> Times {
    var times: [Duration] = []
    for round in 0..<rounds {
      let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(round % 26)))
      let note = String(repeating: letter, count: 12)
      times.append(
        try await time(until: note, at: other) {
          shop.write(
            """
            UPDATE bookings SET booking_notes = '\(note)'
              WHERE booking_id = \(Scene.booking(of: 0));\n
            """)
        })
    }
    return Times(times)
  }

  private func key(_ rounds: Int) async throws -> Times {
    var times: [Duration] = []
    for round in 0..<rounds {
      let (key, word) = round.isMultiple(of: 2) ? ("c", "C confirmed") : ("u", "S scheduled")
      let own = desk.record.value.bytes.count
      times.append(try await time(until: word, at: other) { desk.type(key) })
      // The next key is meant for what this one has done.
      try await desk.record.waits(for: word) { $0.text(from: own).contains(word) ? true : nil }
    }
    return Times(times)
  }

  private func time(
    until text: String, at terminal: RawTerminal, _ begin: () -> Void
  ) async throws -> Duration {
    let start = terminal.record.value.bytes.count
    let began = ContinuousClock.now
    begin()
    let end = try await terminal.record.waits(for: text) { record in
      record.text(from: start).contains(text) ? ContinuousClock.now : nil
    }
    return began.duration(to: end)
  }
}
