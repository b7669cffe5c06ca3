extension Decision {
  /// - Returns: nil where the time may be blocked, or why it may not.
  package static func refusal(
    of wanted: NewBlock, by person: Person, now: Moment, given day: Availability
  ) -> Refusal? {
    if let refusal = refusal(of: .block, for: person) { return refusal }
    guard let therapist = day.spa.therapists.first(where: { $0.id == wanted.therapist }) else {
      return Refusal(.noSuchTherapist, "There is no therapist \(wanted.therapist).")
    }
    guard Ranges.duration.contains(wanted.duration.count) else {
      return Refusal(.malformed, "A block lasts \(Ranges.duration.words) minutes.")
    }
    guard wanted.time >= .midnight, wanted.time < .endOfDay else {
      return Refusal(.malformed, "A block begins between 00:00 and 23:59 of its day.")
    }
    if let refusal = TextLimit.blockReason.refusal(of: wanted.reason) { return refusal }
    if let refusal = Self.refusal(ofDay: wanted.date, now: now) { return refusal }
    let end = wanted.time + wanted.duration
    let endMoment = LocalMoment(date: wanted.date, time: end)
    guard now.minutesUntil(endMoment) > 0 else {
      return Refusal(.alreadyPast, "\(endMoment.onItsOwnDay) is over.")
    }
    let interval = DaySchedule.Interval(start: wanted.time, end: end)
    if let other = day.bookings.first(where: {
      $0.therapist == wanted.therapist && $0.occupied(on: day.date).overlaps(interval)
    }) {
      let guest = other.described(to: person, on: day.date)
      let sentence =
        isFree(behind: other, for: wanted)
        ? "\(therapist.name) has \(guest) then, and \(other.buffer.count) minutes are kept free "
          + "after it; move that first."
        : "\(therapist.name) has \(guest) then; move that first."
      return Refusal(.slotTaken, sentence)
    }
    if let block = day.blocks.first(where: {
      $0.therapist == wanted.therapist && $0.interval(on: day.date).overlaps(interval)
    }) {
      guard block.timeOff == nil else {
        return Refusal(.blocked, block.sentence(of: therapist.name))
      }
      return Refusal(
        .blocked,
        "\(therapist.name) is blocked \(block.time.hourMinute)–\(block.end.hourMinute) already.")
    }
    return nil
  }

  /// Whether the treatment itself is over by then, and only what is kept free behind it stands in the
  /// way.
  private static func isFree(behind other: Booking, for wanted: NewBlock) -> Bool {
    other.date == wanted.date && other.time + other.duration <= wanted.time
  }

  /// - Returns: nil where the time may be given back.
  package static func refusal(ofFreeing block: Block?, id: BlockID, by person: Person) -> Refusal? {
    if let refusal = refusal(of: .block, for: person) { return refusal }
    return block == nil ? Refusal(.noSuchBlock, "There is no block \(id) any more.") : nil
  }
}
