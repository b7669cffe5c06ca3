import BookingDomain
import BookingStore

/// People of all roles give random orders, right and wrong, and other programs write in between.
/// What must always be true of the bookings is checked.
struct RandomDesk {
  static let people = [
    ContractSpa.lan, ContractSpa.hoa, ContractSpa.manager,
    ContractSpa.therapist, ContractSpa.otherTherapist, ContractSpa.guest,
    Person(id: .customer(6), role: .customer, name: "Binh"),
    Person(id: .user(7), role: .admin, name: "Quan"),
  ]
  static let zone = SpaZone(
    name: "Europe/Berlin",
    offsets: [
      SpaZone.Offset(from: Timestamp(seconds: 1_761_440_400), seconds: 3600),
      SpaZone.Offset(from: Timestamp(seconds: 1_774_746_000), seconds: 7200),
      SpaZone.Offset(from: Timestamp(seconds: 1_792_890_000), seconds: 3600),
    ])

  var randomness: SeededRandomness
  /// A Saturday: the contract's spa is closed then, and open all of the Sunday after.
  let eve: LocalDate
  let isNightly: Bool
  let subject: StoreContract.Subject
  private(set) var clock: Timestamp

  /// Every booking there ever was, as it was seen last; nil once it is gone.
  var known: [BookingID: Booking?] = [:]
  /// Bookings that a manager placed against the rules, or another program placed: these may overlap
  /// others.
  var forced: Set<BookingID> = []
  var blocks: [Block] = []
  var waiting: [WaitingGuest] = []
  var tasks: [DeskTask] = []
  /// The days that are checked.
  var days: Set<LocalDate>
  var customers: Set<CustomerID> = [5, 6]
  /// The board as the log tells it.
  var told: ToldBoard
  var lastForeignNumber = 5_000
  /// Whether no other program writes, and no two things happen in one minute. Then each day is
  /// remembered as it was, and compared with the past that the store shows.
  var isAlone = false
  private var pictures: [DaySnapshot] = []
  private var takenAt: [Timestamp] = []

  init(
    randomness: SeededRandomness, eve: LocalDate, isNightly: Bool, subject: StoreContract.Subject
  ) {
    self.randomness = randomness
    self.eve = eve
    self.isNightly = isNightly
    self.subject = subject
    clock = Self.zone.timestamp(LocalMoment(date: eve, time: TimeOfDay(hour: 17)))
    days = Set((0..<4).map { eve + $0 } + [ContractSpa.date])
    told = ToldBoard(position: LogPosition(epoch: "", seq: 0))
  }

  mutating func run(steps: Int) async throws {
    try await begin()
    if isAlone {
      try await subject.runForeignSQL(ContractSpa.houseKnown(since: "09:00", on: eve))
    }
    var accepted = 0
    for step in 1...steps {
      clock = clock + Minutes(below(12) + (isAlone ? 1 : 0))
      if !isAlone, below(8) == 0 { try await writeFromOutside() }
      if try await give(order()) { accepted += 1 }
      if step.isMultiple(of: 25) || step == steps {
        try await check("step \(step), seed \(randomness.seed)")
        if isAlone { try await takePictures() }
      }
    }
    try await checkHistories("the end, seed \(randomness.seed)")
    try await checkPictures()
    try require(accepted > steps / 10, "only \(accepted) of \(steps) orders were accepted")
  }

  private mutating func takePictures() async throws {
    for day in days.sorted() {
      pictures.append(try await subject.store.day(day))
      takenAt.append(clock)
    }
  }

  /// Each day as it was read then has to be the same as the past that the store shows. Only what is
  /// always shown as it is now may differ: what is known of the guest, and payments, which may be
  /// changed through another booking. Bookings from before the walk were made at this machine's
  /// time, which is not the walk's time.
  private func checkPictures() async throws {
    func comparable(_ bookings: [Booking], of past: DayPast) -> [Booking] {
      let ours = Set(past.lives.filter { $0.history.first?.change.by != nil }.map(\.booking.id))
      return bookings.filter { ours.contains($0.id) }.map { booking in
        var booking = booking
        (booking.version, booking.visit, booking.series) = (0, nil, nil)
        (booking.paymentItem, booking.payment, booking.price) = (0, nil, nil)
        let guest = booking.customer
        booking.customer = Customer(id: guest.id, name: guest.name, phone: guest.phone)
        return booking
      }.sorted { $0.id < $1.id }
    }
    let now = Dictionary(pictures.map { ($0.date, $0) }) { _, last in last }
    for (picture, at) in zip(pictures, takenAt) {
      let past = try await subject.store.past(of: picture.date)
      try requireEqual(
        comparable(past.bookings(at: at), of: past), comparable(picture.bookings, of: past),
        "\(picture.date) as it stood at \(at), seed \(randomness.seed)")
      try requireEqual(
        (past.house.house(at: at)?.blocks ?? now[picture.date]?.blocks) ?? [], picture.blocks,
        "blocked time of \(picture.date) at \(at), seed \(randomness.seed)")
    }
  }

  private mutating func begin() async throws {
    let ids: [BookingID] = [
      ContractSpa.morning, ContractSpa.other, ContractSpa.afternoon,
    ]
    told = ToldBoard(position: try await subject.store.position())
    for booking in try await subject.store.bookings(ids) {
      known[booking.id] = booking
      told.bookings[booking.id] = ToldBoard.Line(booking)
    }
  }

  /// - Returns: whether it was accepted.
  private mutating func give(_ order: (Order, by: Person)) async throws -> Bool {
    let answer = try await subject.store.perform(
      ContractSpa.order(order.0), by: order.by, now: now)
    if let current = answer.current { known[current.id] = current }
    guard case .accepted = answer.result else { return false }
    note(order.0, by: order.by, answer.current)
    return true
  }

  var now: Moment { Moment(clock, in: Self.zone) }

  /// What was placed by the rules obeys the rules, whatever was there before.
  private mutating func note(_ order: Order, by person: Person, _ current: Booking?) {
    let mayForce = person.role == .manager || person.role == .admin
    switch order {
    case .book(let wanted):
      days.formUnion(wanted.map(\.date))
      if let current { customers.insert(current.customer.id) }
      if mayForce, wanted[0].overrideReason != nil, let current { forced.insert(current.id) }
    case .change(.move(let move), let id, _):
      if let current { days.insert(current.date) }
      if mayForce, move.overrideReason != nil { forced.insert(id) } else { forced.remove(id) }
    case .change(.changeService(let wanted), let id, _):
      if mayForce, wanted.overrideReason != nil { forced.insert(id) } else { forced.remove(id) }
    case .swap(let one, let other, _, _): forced.subtract([one, other])
    case .changeTogether(let parts):
      // Whatever was moved by the rules stands by them.
      for part in parts { if case .move = part.change { forced.remove(part.booking) } }
    case .change, .takeBack, .block, .unblock, .takeOff, .endTimeOff, .setShifts, .wait,
      .stopWaiting, .guest, .addTask, .markTask:
      break
    }
  }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &randomness) }
}
