import BookingDomain

/// Writes that two bookings change places, or change back: each ends where the other begins, which
/// the shop's unique keys do not let happen in one step.
struct SwapWriting<Connection: OrderConnection> {
  let first: BeforeAndAfter
  let second: BeforeAndAfter
  let person: Person
  let now: Moment
  let db: Connection

  /// - Returns: how the first one stands then.
  func write() throws -> Written {
    try changePlaces { booking, other in
      var author = Author(person, at: now.instant)
      author.swappedWith = other
      return author
    }
  }

  /// - Returns: how the first one stands then.
  func takeBack() throws -> Written {
    for (half, other) in [(first, second), (second, first)] {
      try HistoryRows.takeBackSwap(
        of: half.before, with: other.before.id, by: person, at: now.instant, db)
    }
    return try changePlaces { _, _ in silent }
  }

  /// The first one steps aside, so that the second can take its place. The history gets one line for
  /// it, of the first step, which names where it stood; the step to its new place is silent.
  private func changePlaces(_ author: (BookingID, BookingID) -> Author) throws
    -> Written
  {
    let (one, other) = (first.before.id, second.before.id)
    var aside = first.before.slot
    aside.time = try freeTime(on: aside.date)
    try set(one, from: first.before.slot, to: aside, by: author(one, other))
    try set(other, from: second.before.slot, to: second.after.slot, by: author(other, one))
    _ = try row(other).accepted(after: second.before.version)
    try set(one, from: aside, to: first.after.slot, by: silent)
    return try row(one).accepted(after: first.before.version)
  }

  private var silent: Author {
    var author = Author(person, at: now.instant)
    author.isSilent = true
    return author
  }

  private func row(_ id: BookingID) -> BookingRow<Connection> { BookingRow(id: id, db: db) }

  private func set(
    _ id: BookingID, from old: BookedSlot, to new: BookedSlot, by author: Author
  ) throws {
    try db.writing(as: author) {
      try row(id).set(BookingRow<Connection>.values(from: old, to: new))
    }
  }

  /// A time in the day's last minute, at which no booking begins. Nobody sees the booking there,
  /// since the same transaction moves it on.
  private func freeTime(on date: LocalDate) throws -> TimeOfDay {
    let taken = try db.rows(
      "SELECT appointment_time FROM bookings WHERE appointment_date = ?"
        + " AND appointment_time >= '23:59:00'", [.text(date.description)])
    let times = Set(taken.compactMap { $0.time("appointment_time") })
    let seconds = (1...59).map { TimeOfDay(seconds: TimeOfDay.endOfDay.seconds - $0) }
    guard let free = seconds.first(where: { !times.contains($0) }) else {
      throw StoreFailure(
        .unavailable, "Too much begins in the last minute of \(date.short) to swap bookings.")
    }
    return free
  }
}
