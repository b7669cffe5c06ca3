import BookingDomain
import BookingStore

private typealias Spa = StoreContractSpa

/// Two desks and a foreign writer, thousands of times, for the same therapist, bed and paid
/// session: each desk takes a cancellation back, whose slot or session has room for one of them,
/// and another program writes into the same rows meanwhile.
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
      self.store = store
      self.runForeignSQL = runForeignSQL
      self.number = number
    }
  }

  private static let desks: [(booking: BookingID, person: Person)] = [(11, Spa.lan), (12, Spa.hoa)]
  private static let foreignBooking = 13
  private static let item = 3

  private let subject: Subject
  private let chance: SeededRandomness

  package init(on subject: Subject, chance: SeededRandomness) {
    self.subject = subject
    self.chance = chance
  }

  package func run(_ count: Int) async throws -> RacesReport {
    var chance = chance
    try await prepare()
    var report = RacesReport()
    for _ in 0..<count {
      let race = Race(
        prize: Race.Prize.allCases.randomElement(using: &chance) ?? .everything,
        intruder: Race.Intruder.allCases.randomElement(using: &chance) ?? .none)
      try await setUp(race)
      let answers = try await start(race)
      try await judge(race, answers, &report)
    }
    return report
  }

  /// Two bookings of the afternoon, and sessions for both.
  private func prepare() async throws {
    try await subject.runForeignSQL(
      [
        "INSERT INTO payment_items (payment_item_id, payment_id, service_id, quantity, unit_price,"
          + " total_price, service_duration) VALUES (\(Self.item), 1, 1, 3, 1, 3, 60)",
        "INSERT INTO payment_item_usage (payment_item_id, total_quantity, booked_quantity)"
          + " VALUES (\(Self.item), 3, 2)",
      ]
        + Self.desks.enumerated().map { index, desk in
          Spa.booking(
            Int(desk.booking.number), customer: 5, item: Self.item, therapist: 4 + index,
            "\(16 + 2 * index):00:00", "SCHEDULED", bed: 1 + index)
        })
  }

  /// Both cancelled by the desks that will want them back.
  private func setUp(_ race: Race) async throws {
    try await subject.runForeignSQL(
      [
        "DELETE FROM bookings WHERE booking_id = \(Self.foreignBooking)",
        "UPDATE payment_item_usage SET booked_quantity = 2 WHERE payment_item_id = \(Self.item)",
      ]
        + Self.desks.enumerated().map { index, desk in
          "UPDATE bookings SET booking_status = 'SCHEDULED', appointment_time = "
            + "'\(race.time(index))', therapist_user_id = \(race.therapist(index)),"
            + " bed_id = \(race.bed(index)) WHERE booking_id = \(desk.booking)"
        })
    for desk in Self.desks {
      let answer = try await subject.store.perform(
        Spa.command(desk.booking, Spa.change(.cancelled, "race")), by: desk.person, now: Spa.now)
      try require(answer.isAccepted, "the cancellation before the race: \(answer.result)")
    }
    try await subject.runForeignSQL([
      "UPDATE payment_item_usage SET booked_quantity = \(race.booked)"
        + " WHERE payment_item_id = \(Self.item)"
    ])
  }

  /// Everybody at once.
  private func start(_ race: Race) async throws -> [CommandAnswer] {
    let (store, write) = (subject.store, subject.runForeignSQL)
    let statements = race.statements(
      on: Self.desks[0].booking, inserting: Self.foreignBooking, item: Self.item)
    return try await withThrowingTaskGroup(of: (Int, CommandAnswer)?.self) { group in
      if !statements.isEmpty {
        group.addTask {
          // The shop's own rules may be against it; then it was not the first.
          try? await write(statements)
          return nil
        }
      }
      for (index, desk) in Self.desks.enumerated() {
        group.addTask {
          let order = Spa.command(desk.booking, .undo)
          return (index, try await store.perform(order, by: desk.person, now: Spa.now))
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
    let winners = zip(Self.desks, answers).filter { $0.1.isAccepted }.map(\.0.booking)
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
    report.conflictsWithoutARow += answers.count { !$0.isAccepted && $0.current == nil }
    report.won += winners.count
  }
}

extension CommandAnswer {
  fileprivate var isAccepted: Bool {
    if case .accepted = result { true } else { false }
  }
}
