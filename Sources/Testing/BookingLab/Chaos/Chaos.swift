import BookingClient
import BookingDomain
import BookingTesting
import Foundation
import LinePromise
import Synchronization

/// Real server, real clients, real sockets and a real database, and everything that can happen to
/// them at once; then quiet, and the question whether anything was lost, doubled or left open.
package final class Chaos: Sendable {
  private static let emails = [
    "reception@demo.spa", "reception2@demo.spa", "manager@demo.spa", "therapist1@demo.spa",
  ]

  private let plan: ChaosPlan
  private let spa: DemoSpa
  /// One before each server.
  private let proxies: [FaultProxy]
  private let ledger = CommandLedger()
  private let desks: [ChaosDesk]
  private let today: LocalDate
  private let foreignWrites = Mutex(0)
  private let drops = Mutex(0)
  private let databaseKills = Mutex(0)

  private init(_ plan: ChaosPlan, _ spa: DemoSpa, _ proxies: [FaultProxy], today: LocalDate) throws
  {
    self.plan = plan
    self.spa = spa
    self.proxies = proxies
    self.today = today
    let addresses = try proxies.map { try ServerAddress($0.url) }
    let ledger = ledger
    // One of them shows a week, so that bookings that move to another day are still seen.
    desks = Self.emails.map { email in
      ChaosDesk(
        email: email, at: addresses, days: today...(email.hasPrefix("manager") ? today + 6 : today),
        ledger: ledger)
    }
  }

  package static func run(_ plan: ChaosPlan) async throws -> ChaosReport {
    var setting = DemoSpa.Setting()
    try setting.beatEverySecond()
    setting.flags += ["--log-level", "warning"]
    setting.way = Way(.webSocket, on: plan.database)
    setting.servers = plan.database == .mariaDB ? 2 : 1
    let spa = try await DemoSpa.open(setting)
    do {
      var proxies: [FaultProxy] = []
      for (index, url) in spa.urls.enumerated() {
        guard let address = FaultProxy.Address(url: url) else { throw NoAddress(url: url) }
        proxies.append(
          try await FaultProxy.start(
            to: address, FaultScript(seed: plan.seed &+ UInt64(index), plan.faults)))
      }
      let report: Result<ChaosReport, any Error>
      let chaos = try Chaos(plan, spa, proxies, today: setting.date)
      do { report = .success(try await chaos.run()) } catch { report = .failure(error) }
      for desk in chaos.desks { await desk.finish() }
      for proxy in proxies { await proxy.stop() }
      await spa.close()
      return try report.get()
    } catch {
      await spa.close()
      throw error
    }
  }

  private struct NoAddress: Error {
    let url: String
  }

  private func run() async throws -> ChaosReport {
    let start = ContinuousClock.now
    for desk in desks { try await desk.begin() }
    for desk in desks {
      try await desk.state.waits(for: "board of \(desk.email)", within: ChaosPlan.rest) {
        $0.board.days != nil ? true : nil
      }
    }
    let anchor = try await anchor()
    try await storm(anchor: anchor)
    plan.tell("quiet; waiting for every answer and every board")
    for proxy in proxies { await proxy.calm() }
    try await comeToRest(anchor: anchor)
    return try await report(after: ContinuousClock.now - start)
  }

  /// A booking of the therapist at the fourth desk, which all desks see.
  private func anchor() async throws -> Int64 {
    let therapist = desks.last?.state.value.person?.id.number ?? 0
    let number = try await spa.database.value(
      """
      SELECT MIN(booking_id) FROM bookings
      WHERE appointment_date = '\(today)' AND therapist_user_id = \(therapist);
      """)
    return Int64(number) ?? 0
  }

  /// A random generator for each actor, so that they do not change each other's choices.
  private func chance(_ actor: UInt64) -> SeededRandomness {
    var mixing = SeededRandomness(seed: plan.seed &+ actor &* 0x9E6C_63D0_876A_3F6B)
    return SeededRandomness(seed: mixing.next())
  }
}

// MARK: - The storm

extension Chaos {
  /// Ends when the last kill is done.
  private func storm(anchor: Int64) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await self.kill() }
      group.addTask { await self.order() }
      group.addTask { try await self.dropClients() }
      group.addTask { try await self.writeFromOutside(anchor: anchor) }
      try await group.next()
      group.cancelAll()
      while let result = await group.nextResult() {
        if case .failure(let error) = result, !(error is CancellationError) { throw error }
      }
    }
  }

  private func kill() async throws {
    var chance = chance(1)
    for kill in 1...max(1, plan.kills) {
      try await pause(ChaosPlan.uptime, &chance)
      if let database = spa.database.server, kill.isMultiple(of: 4) {
        try await database.kill()
        try await pause(ChaosPlan.databaseAway, &chance)
        try await database.startAgain()
        databaseKills.withLock { $0 += 1 }
      } else {
        let server = Int.random(in: 0..<spa.urls.count, using: &chance)
        try await spa.crash(server)
        try await spa.restart(server)
      }
      if kill % 10 == 0 {
        let book = ledger.book.value
        plan.tell(
          "\(kill) kills, \(book.entries.count) orders, \(book.unresolved.count) without an answer")
      }
    }
  }

  private func order() async {
    var choice = OrderChoice(chance: chance(2))
    var chance = chance(3)
    let interval = Duration.seconds(1) / max(1, plan.rate)
    var due = ContinuousClock.now
    while !Task.isCancelled {
      // The therapist has few bookings, and few orders.
      let desk = desks[min(Int.random(in: 0..<10, using: &chance) / 3, desks.count - 1)]
      let state = desk.state.value
      let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
      if let person = state.person,
        let command = choice.order(on: Array(state.board.bookings.values), by: person, now: now)
      {
        await desk.order(command)
      }
      due += interval
      try? await ContinuousClock().sleep(until: due)
    }
  }

  private func dropClients() async throws {
    var chance = chance(4)
    while !Task.isCancelled {
      try await pause(ChaosPlan.dropPause, &chance)
      try await desks.randomElement(using: &chance)?.drop()
      drops.withLock { $0 += 1 }
    }
  }

  private func writeFromOutside(anchor: Int64) async throws {
    let therapists = try await spa.database.sql("SELECT user_id FROM therapists ORDER BY 1;")
    var writer = ForeignWriter(
      database: spa.database, today: today, therapists: therapists.compactMap { Int64($0[0]) },
      anchor: anchor, chance: chance(5))
    var chance = chance(6)
    while !Task.isCancelled {
      try await pause(ChaosPlan.foreignPause, &chance)
      if await writer.write() { foreignWrites.withLock { $0 += 1 } }
    }
  }

  private func pause(_ range: ClosedRange<Int>, _ chance: inout SeededRandomness) async throws {
    try await Task.sleep(for: .milliseconds(Int.random(in: range, using: &chance)))
  }
}

// MARK: - Quiet

extension Chaos {
  private func comeToRest(anchor: Int64) async throws {
    // What stays open is a finding, not an error: the report names it.
    _ = try? await ledger.book.waits(for: "answer to every order", within: ChaosPlan.rest) {
      $0.unresolved.isEmpty ? true : nil
    }
    // Events come in order and without gaps: who has seen this one has seen all before it.
    let last = "the last word of seed \(plan.seed)"
    try await spa.database.sql(
      "UPDATE bookings SET booking_notes = '\(last)' WHERE booking_id = \(anchor);")
    for desk in desks {
      _ = try? await desk.state.waits(for: last, within: ChaosPlan.rest) { state in
        state.board.bookings[BookingID(anchor)]?.notes == last ? true : nil
      }
    }
  }

  private func report(after time: Duration) async throws -> ChaosReport {
    let checker = ChaosChecker(database: spa.database, today: today)
    let entries = Array(ledger.book.value.entries.values)
    let refusals = entries.compactMap { entry -> String? in
      guard case .refused(let code) = entry.outcomes.first else { return nil }
      return code == .notStored ? "\(code) (\(entry.sentence ?? ""))" : code.rawValue
    }
    return ChaosReport(
      seed: plan.seed, database: plan.database.rawValue, kills: plan.kills,
      databaseKills: databaseKills.withLock(\.self), drops: drops.withLock(\.self),
      foreignWrites: foreignWrites.withLock(\.self),
      seconds: Double(time.components.seconds), orders: entries.count,
      accepted: entries.count { if case .accepted = $0.outcomes.first { true } else { false } },
      refused: Dictionary(refusals.map { ($0, 1) }, uniquingKeysWith: +),
      expired: entries.count { $0.outcomes.first == .expired },
      carriedOutUnheard: try await checker.carriedOutUnheard(ledger),
      faults: proxies.reduce(into: [:]) { faults, proxy in
        faults.merge(proxy.tally.value.faults, uniquingKeysWith: +)
      },
      desks: desks.map { desk in
        let state = desk.state.value
        return ChaosReport.Desk(
          name: desk.email, lives: state.lives, connections: state.connections,
          pollings: state.pollings, snapshots: state.snapshots,
          link: state.link.map { "\($0)" } ?? "no line")
      },
      findings: try await checker.findings(ledger, desks))
  }
}
