extension Decision {
  /// One of several changes that are decided as one, with what has to be known about it.
  package struct Part: Sendable {
    package let change: Change
    package let booking: Booking
    package let given: Surroundings

    package init(_ change: Change, of booking: Booking, given: Surroundings) {
      (self.change, self.booking, self.given) = (change, booking, given)
    }
  }

  /// What one of them does.
  package struct PartOutcome: Hashable, Sendable {
    package let change: Change
    package let before: Booking
    package let outcome: Outcome
  }

  /// All changes or none: each is decided as if the others were done.
  /// - Returns: what each does, in an order in which they can be written: at no moment do two begin
  ///   together with one therapist or on one bed, which the shop's unique keys forbid.
  package static func decide(together parts: [Part], by person: Person, now: Moment)
    -> Result<[PartOutcome], Refusal>
  {
    Result { () throws(Refusal) in
      let together = Together(parts: parts, person: person, now: now)
      do throws(Refusal) {
        return try together.decided()
      } catch {
        guard parts.count > 1, error.code.yieldsToTime else { throw error }
        throw Refusal(error.code, error.sentence, alternatives: together.otherStarts())
      }
    }
  }
}

/// Changes of several bookings, each seen beside what the others come to.
private struct Together {
  let parts: [Decision.Part]
  let person: Person
  let now: Moment

  func decided() throws(Refusal) -> [Decision.PartOutcome] {
    var done: [Decision.PartOutcome] = []
    for part in parts {
      let outcome = try decided(part, after: done)
      guard outcome.otherHalf == nil else {
        throw Refusal(.noSuchChange, "A swap is taken back on its own.")
      }
      done.append(
        Decision.PartOutcome(change: part.change, before: part.booking, outcome: outcome))
    }
    return try inWritingOrder(done)
  }

  private func decided(_ part: Decision.Part, after done: [Decision.PartOutcome]) throws(Refusal)
    -> Decision.Outcome
  {
    do throws(Refusal) {
      return try Decision.decide(
        part.change, on: part.booking, by: person, now: now, given: given(part, after: done)
      ).get()
    } catch {
      let days = Set(parts.map { $0.change.target(of: $0.booking)?.date ?? $0.booking.date })
      let date = part.change.target(of: part.booking)?.date ?? part.booking.date
      throw days.count > 1 ? error.on(date) : error
    }
  }

  /// The world without what is still to be decided, and with what was.
  private func given(_ part: Decision.Part, after done: [Decision.PartOutcome])
    -> Decision.Surroundings
  {
    let ours = Set(parts.map(\.booking.id))
    let settled = done.map(\.outcome.booking)
    func besideUs(_ bookings: [Booking]) -> [Booking] {
      bookings.filter { !ours.contains($0.id) } + settled
    }
    var seen = part.given
    seen.neighbours = besideUs(seen.neighbours)
    seen.sessionsLeft = sessionsLeft(part, after: done)
    seen.days = seen.days.mapValues {
      Availability(
        spa: $0.spa, date: $0.date, bookings: besideUs($0.bookings), blocks: $0.blocks,
        grid: $0.grid)
    }
    seen.offersOthers = parts.count == 1
    return seen
  }

  /// What the others give back or hold of the same payment item.
  private func sessionsLeft(_ part: Decision.Part, after done: [Decision.PartOutcome]) -> Int? {
    let others = done.filter { $0.before.paymentItem == part.booking.paymentItem }
    return part.given.sessionsLeft.map { left in
      others.reduce(left) { left, other in
        switch other.outcome.session {
        case .none: left
        case .taken: left - 1
        case .givenBack: left + 1
        }
      }
    }
  }

  private func inWritingOrder(_ decided: [Decision.PartOutcome]) throws(Refusal)
    -> [Decision.PartOutcome]
  {
    var left = decided
    var ordered: [Decision.PartOutcome] = []
    while !left.isEmpty {
      let next = left.firstIndex { one in
        !left.contains { $0.before.id != one.before.id && $0.holdsTheStart(of: one) }
      }
      guard let next else {
        throw Refusal(
          .slotTaken,
          "\(left[0].before.described(to: person)) would change places with another; swap them.")
      }
      ordered.append(left.remove(at: next))
    }
    return ordered
  }

  /// At most three other starts to which all of it could be moved, the nearest first.
  func otherStarts() -> [TimeOfDay] {
    guard let first = parts.first, case .move(let move) = first.change, let time = move.time else {
      return []
    }
    let date = move.date ?? first.booking.date
    let isOneDay = parts.allSatisfy {
      if case .move(let other) = $0.change {
        other.time != nil && (other.date ?? $0.booking.date) == date
      } else {
        false
      }
    }
    guard isOneDay, let day = first.given.days[date] else { return [] }
    let starts = DaySchedule.starts(
      in: day.spa.openings(on: date), lasting: day.grid, grid: day.grid)
    let nearest = starts.filter { $0 != time }
      .sorted { (abs(($0 - time).count), $0) < (abs(($1 - time).count), $1) }
    var found: [TimeOfDay] = []
    for start in nearest where found.count < 3 {
      let shifted = Together(
        parts: parts.map { $0.moved(by: start - time) }, person: person, now: now)
      if (try? shifted.decided()) != nil { found.append(start) }
    }
    return found
  }
}

extension Decision.PartOutcome {
  /// Whether it stands now where the other one is to begin.
  fileprivate func holdsTheStart(of other: Decision.PartOutcome) -> Bool {
    let after = other.outcome.booking
    return before.status.isOpen && after.status.isOpen && before.start == after.start
      && before.sharesTherapistOrBed(with: after)
  }
}

extension Decision.Part {
  fileprivate func moved(by minutes: Minutes) -> Decision.Part {
    guard case .move(var move) = change else { return self }
    move.time = move.time.map { $0 + minutes }
    return Decision.Part(.move(move), of: booking, given: given)
  }
}
