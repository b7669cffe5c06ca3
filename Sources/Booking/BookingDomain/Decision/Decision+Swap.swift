extension Decision {
  /// Each of two bookings takes the other's therapist, day and time; each keeps its length, and its
  /// bed where that is free then.
  /// - Parameter days: both bookings' days, whole.
  /// - Returns: what it does to each, in the order given.
  package static func swap(
    _ first: Booking, _ second: Booking, by person: Person, now: Moment,
    given days: [LocalDate: Availability]
  ) -> Result<(Outcome, Outcome), Refusal> {
    Result { () throws(Refusal) in
      try checkSwappable(first, second, by: person)
      let placeFirst = try place(
        first, where: second, standing: [], by: person, now: now, given: days)
      var moved = first
      moved.slot = placeFirst
      let placeSecond = try place(
        second, where: first, standing: [moved], by: person, now: now, given: days)
      return (
        outcome(first, placeFirst, with: second.id, person, now),
        outcome(second, placeSecond, with: first.id, person, now)
      )
    }
  }

  /// Whether this person may swap these two, wherever they stand: asked before their days are read.
  package static func checkSwappable(_ first: Booking, _ second: Booking, by person: Person)
    throws(Refusal)
  {
    guard first.id != second.id else {
      throw Refusal(.malformed, "A booking cannot be swapped with itself.")
    }
    for booking in [first, second] { try checkSwappable(booking, by: person) }
  }

  private static func checkSwappable(_ booking: Booking, by person: Person)
    throws(Refusal)
  {
    try checkRights(to: .move(Move()), of: booking, by: person)
    try checkReadable(booking)
    guard booking.status.isAhead else {
      throw Refusal(
        .noSuchChange, "\(booking.described(to: person)) is \(booking.status.word) already.")
    }
  }

  private static func place(
    _ booking: Booking, where other: Booking, standing: [Booking], by person: Person,
    now: Moment, given days: [LocalDate: Availability]
  ) throws(Refusal) -> BookedSlot {
    guard let day = days[other.date] else {
      throw Refusal(.other, "The bookings of \(other.date.short) are not known here.")
    }
    let others = day.bookings.filter { $0.id != booking.id && $0.id != other.id } + standing
    let open = Availability(
      spa: day.spa, date: day.date, bookings: others, blocks: day.blocks, grid: day.grid)
    var slot = other.slot
    slot.duration = booking.duration
    let wanted = Placing.Wanted(booking, at: slot, in: day.spa)
    slot.place = try Placing(day: open, now: now, person: person).place(wanted)
    return slot
  }

  private static func outcome(
    _ booking: Booking, _ slot: BookedSlot, with other: BookingID, _ person: Person,
    _ now: Moment
  ) -> Outcome {
    Case(booking: booking, person: person, now: now, given: Surroundings(neighbours: []))
      .moved(to: slot, as: .swapped(from: booking.slot, with: other))
  }
}
