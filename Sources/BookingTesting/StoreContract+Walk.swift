import BookingDomain
import BookingStore

private typealias Spa = StoreContractSpa

extension StoreContract {
  /// Days with 23 and with 25 hours, from the evening before until the morning after.
  static let walkPromises = [
    ("the clock goes forward", LocalDate(dayNumber: 20_540)),  // 2026-03-28
    ("the clock goes back", LocalDate(dayNumber: 20_750)),  // 2026-10-24
  ].map { name, eve in
    Promise("nothing overlaps and no session is owed, whoever orders what, while \(name)") {
      var walk = RandomDesk(
        randomness: .announced(for: "random desk, \(name)"), eve: eve, subject: $0)
      try await walk.run(steps: 250)
    }
  }
}

/// People of all roles who order anything that comes to mind, right and wrong, with other programs
/// between them.
private struct RandomDesk {
  private static let zone = SpaZone(
    name: "Europe/Berlin",
    offsets: [
      SpaZone.Offset(from: Timestamp(seconds: 1_761_440_400), seconds: 3600),
      SpaZone.Offset(from: Timestamp(seconds: 1_774_746_000), seconds: 7200),
      SpaZone.Offset(from: Timestamp(seconds: 1_792_890_000), seconds: 3600),
    ])
  private static let people = [Spa.lan, Spa.hoa, Spa.manager, Spa.therapist, Spa.guest]

  private var randomness: SeededRandomness
  private let eve: LocalDate
  private let subject: StoreContract.Subject
  private var clock: Timestamp
  private var ids: [BookingID] = [Spa.morning, Spa.other, Spa.afternoon]

  init(randomness: SeededRandomness, eve: LocalDate, subject: StoreContract.Subject) {
    self.randomness = randomness
    self.eve = eve
    self.subject = subject
    clock = Self.zone.timestamp(LocalMoment(date: eve, time: TimeOfDay(hour: 17)))
  }

  /// The evening before, the long or short Sunday, the Monday, and a Tuesday.
  private var days: [LocalDate] { (0..<4).map { eve + $0 } }

  mutating func run(steps: Int) async throws {
    var accepted = 0
    for step in 1...steps {
      clock = clock + Minutes(below(12))
      if below(8) == 0 { try await writeFromOutside() }
      let answer = try await subject.store.perform(
        Spa.order(order()), by: Self.people[below(5)], now: Moment(clock, in: Self.zone))
      if case .accepted = answer.result {
        accepted += 1
        if let id = answer.current?.id, !ids.contains(id) { ids.append(id) }
      }
      if step % 25 == 0 { try await check("step \(step), seed \(randomness.seed)") }
    }
    try require(accepted > steps / 10, "only \(accepted) orders were accepted")
  }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &randomness) }

  private mutating func time() -> TimeOfDay { TimeOfDay(seconds: below(96) * 900) }

  private mutating func order() -> Order {
    let booking = ids[below(ids.count)]
    switch below(12) {
    case 0...3: return .book((0...below(4) / 3).map { wanted(isFirst: $0 == 0) })
    case 4...5: return .change(.move(move()), of: booking, seen: Sight())
    case 6: return .change(.undo, of: booking, seen: Sight())
    case 7:
      return .swap(booking, with: ids[below(ids.count)], seen: Sight(), otherSeen: Sight())
    case 8:
      return .block(
        NewBlock(
          therapist: UserID(Int64(4 + below(2))), date: days[below(4)], time: time(),
          duration: Minutes(15 + below(60)), reason: ""))
    case 9: return .change(.writeNotes("\(below(9))"), of: booking, seen: Sight())
    default:
      let status = BookingStatus.allCases[below(BookingStatus.allCases.count)]
      return .change(.changeStatus(to: status, reason: "so"), of: booking, seen: Sight())
    }
  }

  private mutating func wanted(isFirst: Bool) -> NewBooking {
    let payments: [NewBooking.Payment] = [.paidSession, .sale(.cash), .paidSessionOrSale(.momo)]
    return NewBooking(
      customer: isFirst ? .known(CustomerID(Int64(5 + below(2)))) : .companion, service: 1,
      therapist: UserID(Int64(4 + below(2))), date: days[below(4)], time: time(),
      duration: below(3) == 0 ? Minutes(20 + below(100)) : nil, payment: payments[below(3)])
  }

  private mutating func move() -> Move {
    Move(
      therapist: below(2) == 0 ? UserID(Int64(4 + below(2))) : nil,
      date: below(2) == 0 ? days[below(4)] : nil, time: below(3) > 0 ? time() : nil,
      duration: below(4) == 0 ? Minutes(20 + below(100)) : nil)
  }

  /// Other programs take bookings away and write notes; that one of theirs overlaps is no fault of
  /// ours.
  private mutating func writeFromOutside() async throws {
    let id = ids[below(ids.count)]
    let statements = [
      "UPDATE bookings SET booking_status = 'CANCELLED' WHERE booking_id = \(id)"
        + " AND booking_status = 'SCHEDULED'",
      "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = \(id)"
        + " AND booking_status = 'SCHEDULED'",
      "UPDATE bookings SET booking_notes = 'web' WHERE booking_id = \(id)",
    ]
    try await subject.runForeignSQL([statements[below(3)]])
  }

  private func check(_ place: String) async throws {
    for day in days {
      let snapshot = try await subject.store.day(day)
      for booking in snapshot.bookings {
        let other = DaySchedule.conflict(of: booking, among: snapshot.bookings)
        try require(
          !booking.status.occupies || other == nil,
          "\(booking.id) and \(other.map { "\($0.id)" } ?? "-") overlap at \(place)")
      }
    }
    for customer: CustomerID in [5, 6] {
      let file = try requireValue(try await subject.store.customerFile(customer))
      try require(
        file.card.sessions.allSatisfy { (0...$0.total).contains($0.left) },
        "sessions of \(customer): \(file.card.sessions) at \(place)")
    }
  }
}
