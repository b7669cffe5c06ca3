import BookingDomain
import BookingStore
import BookingTesting

/// Two desks and a foreign writer, thousands of times, for the same therapist, bed and paid
/// session: each desk books, or takes a cancellation back, and slot or session has room for one of
/// them; another program writes into the same rows meanwhile.
package struct Races: Sendable {
  /// A store with the contract's spa, as each driver's tests provide it.
  package struct Subject: Sendable {
    let store: any BookingStore
    let runForeignSQL: @Sendable ([String]) async throws -> Void
    let number: @Sendable (_ query: String) async throws -> Int?

    package init(
      store: any BookingStore,
      runForeignSQL: @escaping @Sendable ([String]) async throws -> Void,
      number: @escaping @Sendable (_ query: String) async throws -> Int?
    ) {
      (self.store, self.runForeignSQL, self.number) = (store, runForeignSQL, number)
    }
  }

  private static let people = [ContractSpa.lan, ContractSpa.hoa]
  private static let item = 3
  /// The contract's own bookings have numbers up to this one.
  private static let last = 3
  private static let first = 11

  private let subject: Subject
  private let chance: SeededRandomness

  package init(on subject: Subject, chance: SeededRandomness) {
    (self.subject, self.chance) = (subject, chance)
  }

  package func run(_ count: Int) async throws -> RacesReport {
    var chance = chance
    try await prepare()
    var report = RacesReport()
    for number in 0..<count {
      // Each race has its own bookings: a real booking is never changed ten thousand times.
      let race = Race(
        bookings: (0..<3).map { Self.first + 3 * number + $0 },
        errand: Race.Errand.allCases.randomElement(using: &chance) ?? .book,
        prize: Race.Prize.allCases.randomElement(using: &chance) ?? .everything,
        intruder: Race.Intruder.allCases.randomElement(using: &chance) ?? .none)
      try await setUp(race)
      let answers = try await start(race)
      try await judge(race, answers, &report)
    }
    return report
  }

  /// Sessions for everybody.
  private func prepare() async throws {
    try await subject.runForeignSQL([
      "INSERT INTO payment_items (payment_item_id, payment_id, service_id, quantity, unit_price,"
        + " total_price, service_duration) VALUES (\(Self.item), 1, 1, 3, 1, 3, 60)",
      "INSERT INTO payment_item_usage (payment_item_id, total_quantity, booked_quantity)"
        + " VALUES (\(Self.item), 3, 2)",
    ])
  }

  private func setUp(_ race: Race) async throws {
    try await subject.runForeignSQL([
      "DELETE FROM bookings WHERE booking_id > \(Self.last)",
      "UPDATE payment_item_usage SET booked_quantity = 2 WHERE payment_item_id = \(Self.item)",
    ])
    if race.errand == .undo { try await cancelBoth(race) }
    try await subject.runForeignSQL([
      "UPDATE payment_item_usage SET booked_quantity = \(race.booked)"
        + " WHERE payment_item_id = \(Self.item)"
    ])
  }

  /// By the desks that will want them back.
  private func cancelBoth(_ race: Race) async throws {
    try await subject.runForeignSQL(
      Self.people.indices.map { index in
        ContractSpa.booking(
          race.bookings[index], customer: 5, item: Self.item, therapist: race.therapist(index),
          race.time(index), "SCHEDULED", bed: race.bed(index))
      })
    for (booking, person) in zip(race.desks, Self.people) {
      let answer = try await subject.store.perform(
        ContractSpa.command(booking, ContractSpa.change(.cancelled, "race")), by: person,
        now: ContractSpa.now)
      try require(answer.isAccepted, "the cancellation before the race: \(answer.result)")
    }
  }

  /// Everybody at once.
  private func start(_ race: Race) async throws -> [CommandAnswer] {
    let (store, write) = (subject.store, subject.runForeignSQL)
    let statements = race.statements(item: Self.item)
    return try await withThrowingTaskGroup(of: (Int, CommandAnswer)?.self) { group in
      if !statements.isEmpty {
        group.addTask {
          // The shop's own rules may be against it; then it was not the first.
          try? await write(statements)
          return nil
        }
      }
      for (index, person) in Self.people.enumerated() {
        group.addTask {
          let order = ContractSpa.order(race.order(index, item: Self.item))
          return (index, try await store.perform(order, by: person, now: ContractSpa.now))
        }
      }
      var answers: [(Int, CommandAnswer)] = []
      for try await case let answer? in group { answers.append(answer) }
      return answers.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}

// MARK: - Afterwards

extension Races {
  private func judge(
    _ race: Race, _ answers: [CommandAnswer], _ report: inout RacesReport
  ) async throws {
    report.races += 1
    let winners = answers.filter(\.isAccepted).compactMap { $0.current?.id }
    let standing = try await subject.store.bookings(winners).filter { $0.status == .scheduled }
    if race.isForOneSlot, standing.count > 1 { report.overlaps += 1 }
    if race.intruder == .none, winners.count != 1 { report.wonByNeitherOrBoth += 1 }
    let booked = try await subject.number(
      "SELECT booked_quantity AS n FROM payment_item_usage WHERE payment_item_id = \(Self.item)")
    if !(0...3).contains(booked ?? -1) { report.sessionsOutOfBounds += 1 }
    // One was left, or none where the intruder took it first.
    if race.isForOneSession, winners.count > 1 { report.sessionsSoldTwice += 1 }
    for case .refused(let refusal) in answers.map(\.result) {
      report.refusals[refusal.code.rawValue, default: 0] += 1
    }
    report.conflictsWithoutARow += answers.count { !$0.saysWhatStandsThere(race.errand) }
    report.won += winners.count
  }
}

extension CommandAnswer {
  /// A refusal shows the booking as it is, or where there is none yet what else is free.
  fileprivate func saysWhatStandsThere(_ errand: Race.Errand) -> Bool {
    guard case .refused(let refusal) = result else { return true }
    switch errand {
    case .undo: return current != nil
    case .book: return refusal.code == .noSessionLeft || !refusal.alternatives.isEmpty
    }
  }

  fileprivate var isAccepted: Bool {
    if case .accepted = result { true } else { false }
  }
}
