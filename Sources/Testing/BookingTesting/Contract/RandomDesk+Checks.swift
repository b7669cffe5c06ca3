import BookingDomain
import BookingStore

// MARK: - What must hold

extension RandomDesk {
  mutating func check(_ place: String) async throws {
    // What triggers wrote may not be in the log yet.
    try await subject.runForeignSQL([])
    var snapshots: [DaySnapshot] = []
    for day in days.sorted() { snapshots.append(try await subject.store.day(day)) }
    try await told.follow(subject.store)
    let standing = snapshots.flatMap(\.bookings)
    for booking in standing {
      // The second booking of a party; the answer named only the first.
      if known.updateValue(booking, forKey: booking.id) == nil {
        let made = try await subject.store.history(of: booking.id).first
        if made?.reason != nil { forced.insert(booking.id) }
      }
    }
    try await checkRows(standing, place)
    try checkOverlaps(standing, snapshots.flatMap(\.blocks), place)
    for snapshot in snapshots { try await check(snapshot, place) }
    try await checkSessions(place)
    blocks = snapshots.flatMap(\.blocks)
    waiting = snapshots.flatMap(\.waiting)
    tasks = snapshots.first?.tasks ?? []
  }

  /// Every booking is on exactly one day, everybody whom it concerns sees it, and its status is
  /// allowed.
  private mutating func checkRows(_ standing: [Booking], _ place: String) async throws {
    let days = Dictionary(grouping: standing, by: \.id)
    let rows = Dictionary(
      uniqueKeysWithValues: try await subject.store.bookings(known.keys.sorted()).map {
        ($0.id, $0)
      })
    for id in known.keys.sorted() {
      let times = days[id, default: []].count
      guard let row = rows[id] else {
        try require(times == 0, "\(id) is gone and stands on \(times) days at \(place)")
        known.updateValue(nil, forKey: id)
        continue
      }
      try require(times == 1, "\(id), on \(row.date), stands on \(times) days at \(place)")
      try requireEqual(days[id]?.first, row, "\(id) on its day at \(place)")
      let people = [
        Person(id: .user(2), role: .receptionist, name: ""),
        Person(id: .user(row.therapist), role: .therapist, name: ""),
        Person(id: .customer(row.customer.id), role: .customer, name: ""),
      ]
      try require(
        people.allSatisfy { Visibility.masked(row, for: $0) != nil },
        "\(id) is hidden from whom it concerns at \(place)")
      try require(
        row.unreadable.isEmpty, "\(id) cannot be read at \(place): \(row)")
    }
  }

  private func checkOverlaps(_ standing: [Booking], _ blocks: [Block], _ place: String) throws {
    let ours = standing.filter { !forced.contains($0.id) }
    for booking in ours where booking.status.occupies {
      if let other = DaySchedule.conflict(of: booking, among: ours) {
        throw BrokenPromise(
          description: "\(Self.line(booking)) and \(Self.line(other)) overlap at \(place)")
      }
      // Guests of a therapist who is off stay booked until the desk gives them to others.
      let block = blocks.first {
        $0.timeOff == nil && $0.therapist == booking.therapist
          && $0.interval(on: booking.date).overlaps(booking.occupied)
      }
      try require(
        block == nil,
        "\(Self.line(booking)) stands in block \(String(describing: block)) at \(place)")
    }
  }

  private static func line(_ booking: Booking) -> String {
    "\(booking.id) (\(booking.status.word), \(booking.date) \(booking.time.hourMinute)–"
      + "\(booking.occupiedUntil.hourMinute), therapist \(booking.therapist), bed "
      + "\(booking.place.bed.map(\.description) ?? "-"))"
  }

  /// A board that was built from events only is the same as the one that is read from the store.
  private func check(_ snapshot: DaySnapshot, _ place: String) async throws {
    let heard = told.bookings.filter { $0.value.date == snapshot.date }
    try requireEqual(
      Dictionary(uniqueKeysWithValues: snapshot.bookings.map { ($0.id, ToldBoard.Line($0)) }),
      heard, "what the log tells of \(snapshot.date) at \(place)")
    let rows = try await subject.store.bookings(heard.keys.sorted())
    var blocks: [Block] = []
    for therapist: UserID in [4, 5] {
      blocks += try await subject.store.blocks(of: therapist, on: snapshot.date)
    }
    try requireEqual(
      BoardDigest(rows, blocks: blocks).value,
      BoardDigest(snapshot.bookings, blocks: snapshot.blocks).value,
      "the digest of \(snapshot.date) at \(place)")
    try await requireEqual(
      subject.store.waiting(on: snapshot.date), snapshot.waiting, "who waits at \(place)")
  }

  private func checkSessions(_ place: String) async throws {
    for customer in customers.sorted() {
      let file = try requireValue(try await subject.store.customerFile(customer))
      try require(
        file.card.sessions.allSatisfy { (0...$0.total).contains($0.left) },
        "sessions of \(customer): \(file.card.sessions) at \(place)")
    }
  }

  /// What people did to a booking's status is in the table of transitions, undone or not.
  func checkHistories(_ place: String) async throws {
    let allowed: [BookingStatus: Set<BookingStatus>] = [
      .scheduled: [.confirmed, .inProgress, .cancelled, .noShow],
      .confirmed: [.inProgress, .cancelled, .noShow], .inProgress: [.completed],
    ]
    for id in known.keys.sorted() {
      for entry in try await subject.store.history(of: id) where entry.change.by != nil {
        guard case .status(let from, let to) = entry.change.kind else { continue }
        try require(
          allowed[from, default: []].contains(to), "\(id) went from \(from) to \(to) at \(place)")
      }
    }
  }
}
