import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// A console that nobody touches costs nothing, whatever is open on it.
  @Suite struct AtRest {
    @Test(arguments: [
      (Desk.Person.manager, ["1", "2", "3", "4", "5"]), (.therapist1, ["?", "Escape", "F12"]),
      (.reception, ["?", ":", "/"]),
    ]) func noViewAndNoOverlayUsesTheProcessor(person: Desk.Person, keys: [String]) async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let desk = try await spa.sitDown(person)
        let process = try await desk.terminal.process
        try await Processor.rests(process, "\(person.rawValue)'s board")
        for key in keys {
          try await desk.press(key)
          try await Processor.rests(process, "\(person.rawValue) after \(key)")
          if key.count == 1, !key.allSatisfy(\.isNumber) { try await desk.press("Escape") }
        }
      }
    }
  }
}

private enum Processor {
  /// Waits for a second without a single tick of the clock by which the system counts a process's
  /// time. Toasts that go and the turning minute may be in one; a loop is in every one.
  static func rests(_ process: pid_t, _ what: String) async throws {
    var last: Int?
    try await Polled.until("rest of \(what)", every: .seconds(1)) {
      let now = try ticks(process)
      defer { last = now }
      return now == last
    }
  }

  /// `utime` and `stime` of proc(5), counted from behind the name, which may hold anything.
  private static func ticks(_ process: pid_t) throws -> Int {
    let line = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    let fields = line.split(separator: ")").last?.split(separator: " ").compactMap { Int($0) }
    let numbers = try #require(fields)
    return numbers[10] + numbers[11]
  }
}
