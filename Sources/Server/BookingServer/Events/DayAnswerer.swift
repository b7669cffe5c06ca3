import BookingDomain
import BookingProtocol
import BookingStore

/// Works out schedules and free slots from the days as they are.
struct DayAnswerer: Sendable {
  let days: Days
  let end: LogEnd
  let zone: SpaZone
  let clock: Clock

  func envelope(_ message: ServerMessage, id: String? = nil) -> ServerEnvelope {
    ServerEnvelope(message, id: id, timestamp: clock.now())
  }

  /// - Returns: why the person gets no answer, in a sentence; nil where nothing speaks against it.
  func refusal(of question: DayQuestion, to person: Person) async throws -> String? {
    switch question {
    case .schedule(let therapist, _):
      switch Rights.scope(of: .seeSchedule, for: person.role) {
      case .all: return nil
      case .own:
        return person.isTherapist(therapist) ? nil : "You may only see your own schedule."
      case .none: return "Schedules are for the spa's staff."
      }
    case .availability(let service, _, let date):
      guard Rights.scope(of: .seeAvailability, for: person.role) != .none else {
        return "Free slots are not open to your role."
      }
      let spa = try await days.day(date, atLeast: end.current).spa
      let exists = spa.services.contains { $0.id == service }
      return exists ? nil : "There is no service \(service)."
    }
  }

  /// The therapist's schedule of today, as it is told when hours or states have changed (the guide,
  /// chapter 4).
  func today(of therapist: UserID, mask: Visibility.Mask) async throws -> ServerMessage {
    let today = Moment(clock.now(), in: zone).today
    return try await answer(.schedule(therapist: therapist, today), mask: mask)
  }

  func answer(_ question: DayQuestion, mask: Visibility.Mask) async throws -> ServerMessage {
    let day = try await days.day(question.date, atLeast: end.current)
    switch question {
    case .schedule(let therapist, let date):
      let bookings = day.bookings.filter { $0.therapist == therapist }
        .map { Visibility.masked($0, for: mask) }
      return .therapistScheduleUpdated(
        .init(therapist: therapist, date: date, bookings: bookings))
    case .availability(let service, let therapist, let date):
      return .availabilityUpdated(
        .init(
          service: service, therapist: therapist, date: date,
          slots: slots(
            for: service, therapist, seenAs: mask, in: day, beside: try await besides(date))))
    }
  }

  /// The days before and after, since a treatment may run past midnight. They may be a moment old:
  /// what is offered is decided again when it is booked, and so a change of one day need not read
  /// three days anew.
  private func besides(_ date: LocalDate) async throws -> [DaySnapshot] {
    let position = LogPosition(epoch: end.current.epoch, seq: 0)
    return [
      try await days.day(date - 1, atLeast: position),
      try await days.day(date + 1, atLeast: position),
    ]
  }

  /// None on days that are over, and none where nobody can book yet; today only those still ahead. Customers are offered what they may
  /// book.
  private func slots(
    for service: ServiceID, _ therapist: UserID?, seenAs mask: Visibility.Mask, in day: DaySnapshot,
    beside others: [DaySnapshot]
  ) -> [Availability.Slot] {
    let now = Moment(clock.now(), in: zone)
    let local = now.local
    guard day.date >= local.date, Ranges.daysFromToday.contains(day.date - local.date),
      let found = day.spa.services.first(where: { $0.id == service }),
      mask != .customer || found.isBookableOnline
    else { return [] }
    return availability(of: day, beside: others, at: now)
      .slots(
        for: found, therapist: therapist,
        from: day.date == local.date ? local.time : .midnight)
  }
}

extension DayAnswerer {
  /// Day by day, until there are as many as anybody reads.
  func starts(for question: FreeQuestion, mask: Visibility.Mask) async throws -> [FreeStart] {
    let now = Moment(clock.now(), in: zone)
    var found: [FreeStart] = []
    for date in question.days
    where date >= now.today && Ranges.daysFromToday.contains(date - now.today) {
      guard found.count < FreeQuestion.mostStarts else { break }
      let day = try await days.day(date, atLeast: end.current)
      let service = day.spa.services.first { $0.id == question.service }
      guard let service, mask != .customer || service.isBookableOnline else { return [] }
      found += availability(of: day, beside: try await besides(date), at: now)
        .starts(for: question, from: date == now.today ? now.local.time : .midnight)
    }
    return Array(found.prefix(FreeQuestion.mostStarts))
  }

  func fullness(of range: ClosedRange<LocalDate>, _ therapist: UserID?) async throws
    -> [DayFullness]
  {
    var found: [DayFullness] = []
    for date in range {
      found.append(DayFullness(try await days.day(date, atLeast: end.current), of: therapist))
    }
    return found
  }

  private func availability(
    of day: DaySnapshot, beside others: [DaySnapshot], at now: Moment
  ) -> Availability {
    Availability(
      spa: day.spa, date: day.date, bookings: day.bookings + others.flatMap(\.bookings),
      blocks: day.blocks + others.flatMap(\.blocks)
    ).at(now)
  }
}
