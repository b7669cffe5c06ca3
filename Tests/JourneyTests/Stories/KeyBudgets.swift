import BookingTesting
import Testing

extension Journeys {
  /// The key budgets of the desk: exactly these keys on the real programs, as fast as a terminal
  /// takes them, end in these rows. The story fails where a task needs a key more than its budget.
  @Suite struct KeyBudgets {
    @Test func noTaskNeedsMoreKeysThanItsBudget() {
      #expect(Set(KeyTask.all.map(\.name)).count == 15)
      for task in KeyTask.all {
        #expect(task.keyCount <= task.budget, "\(task.name): \(task.keyCount) keys")
      }
    }

    @Test(arguments: Way.all)
    func everyTaskEndsInTheRightRows(way: Way) async throws {
      try await DemoSpa.during(KeyTask.scene, on: way) { spa in
        let script = try await RunningProgram.run(
          try BuiltProgram.console.path,
          ["do"] + spa.login(.reception) + [KeyTask.waiting])
        #expect(script.ending == .exited(0), "\(script.errors)")
        let desk = try await spa.sitDown(.reception)
        for task in KeyTask.all { try await carryOut(task, at: desk, in: spa) }
      }
    }

    private func carryOut(_ task: KeyTask, at desk: Desk, in spa: DemoSpa) async throws {
      if let guest = task.selected { try await desk.find(guest) }
      for press in task.presses {
        switch press {
        case .key(let key): try await desk.press(key)
        case .tag(let guest):
          let screen = try await desk.sees("which booking?")
          let name = try #require(guest.split(separator: " ").first)
          let tag = try Regex(
            "([a-z])([a-z]) \\Q\(name)\\E", as: (Substring, Substring, Substring).self)
          let found = try #require(screen.text.firstMatch(of: tag), "\(screen)")
          try await desk.press(String(found.1), String(found.2))
        }
      }
      try await desk.isDone(task.shows)
      #expect(try await spa.database.sql(task.query) == task.rows, "\(task.name)")
    }
  }
}
