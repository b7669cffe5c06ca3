import BookingDomain

/// What stands behind an `&`: another service is the guest's next treatment, another therapist is
/// for who comes along.
extension Drafting {
  struct Companion {
    let said: Reading.Companion
    let service: Service
    /// Whether the same guest goes on with it.
    let isNext: Bool
    /// Who comes along, where the register was asked.
    let who: Who?
  }

  /// A treatment after which the guest goes on.
  private struct Treatment {
    let therapist: UserID
    let end: TimeOfDay
    let buffer: Minutes

    init(_ wanted: NewBooking, _ service: Service) {
      therapist = wanted.therapist
      end = wanted.time + (wanted.duration ?? service.duration)
      buffer = service.buffer
    }

    init(_ booking: Booking) {
      (therapist, end, buffer) = (booking.therapist, booking.end, booking.buffer)
    }
  }

  /// Who comes along has the same service, where nothing else is said.
  func companions(
    in reading: inout Reading, beside first: Service, _ guest: Guest
  ) throws(Unsettled) -> [Companion] {
    var found: [Companion] = []
    for also in reading.companions {
      let who = also.who.isOfRegister ? try self.who(also.who, &reading) : nil
      let card = also.services.isEmpty ? nil : who.map(\.card) ?? guest.card
      let service =
        try service(also.services, also.length, also.therapist, card, nil, &reading) ?? first
      let isNext =
        who == nil && !also.who.isNamed && !also.services.isEmpty && service.id != first.id
      found.append(Companion(said: also, service: service, isNext: isNext, who: who))
    }
    return found
  }

  /// All that is booked with the first: what comes next begins when the one before ends.
  func visit(
    _ first: NewBooking, _ service: Service, _ companions: [Companion], in placing: Placing
  ) throws(Unsettled) -> [NewBooking] {
    var wanted = [first]
    var last = Treatment(first, service)
    for also in companions {
      var one = first
      (one.service, one.duration) = (also.service.id, also.said.length)
      (one.bed, one.waiting) = (nil, nil)
      one.isWished = also.said.isWished && also.said.therapist != nil
      if case .new = first.customer { one.customer = .companion }
      if also.isNext {
        (one.therapist, one.time) = next(also.service, also.said, after: last, in: placing)
        last = Treatment(one, also.service)
      } else {
        one.customer = also.who?.guest ?? .companion
        one.notes = also.who != nil || !also.said.who.isNamed ? nil : also.said.who.spoken
        one.therapist = try therapist(of: also, beside: wanted, in: placing)
      }
      wanted.append(one)
    }
    return wanted
  }

  private func therapist(
    of also: Companion, beside wanted: [NewBooking], in placing: Placing
  ) throws(Unsettled) -> UserID {
    let time = wanted[0].time
    let taken = Set(wanted.filter { $0.time == time }.map(\.therapist))
    let therapist =
      also.said.therapist
      ?? free(also.service, at: time, also.said.length, in: placing, except: taken)
    guard let therapist else {
      throw .problem("Nobody else is free for \(also.service.name) at \(time.hourMinute).")
    }
    return therapist
  }

  /// With the therapist who was said, else the same again, else whoever is free: the buffer is the
  /// therapist's, and with another one the guest goes on at once.
  private func next(
    _ service: Service, _ said: Reading.Companion, after last: Treatment, in placing: Placing
  ) -> (UserID, TimeOfDay) {
    let tidied = last.end + last.buffer
    if let therapist = said.therapist {
      return (therapist, therapist == last.therapist ? tidied : last.end)
    }
    if fits(service, last.therapist, tidied, said.length, in: placing) {
      return (last.therapist, tidied)
    }
    let other = free(service, at: last.end, said.length, in: placing, except: [last.therapist])
    // Nobody is free: the rules then say so, with other starts.
    let able = placing.day.spa.therapists.first {
      $0.id != last.therapist && $0.does(service) && $0.state.takesBookings
    }
    return (other ?? able?.id ?? last.therapist, last.end)
  }

  // MARK: - One more

  /// `facial mai`: added to the selected booking's visit, right behind its guest's last treatment.
  func add(_ text: String) -> Draft {
    guard let booking = context.selected else { return Self.nobodySelected }
    return read(text, .add) { (reading) throws(Unsettled) in
      guard !reading.services.isEmpty else {
        return .problem("What else does \(booking.customer.name) have?")
      }
      let day = try self.day(booking.date, of: &reading)
      let guest = try guest(of: booking)
      let found = try service(
        reading.services, reading.length, reading.therapist, guest.card, nil, &reading)
      guard let service = found else { return noService(for: guest.name) }
      let placing = Placing(day: day, now: context.moment, person: context.person)
      let said = Reading.Companion(
        therapist: reading.therapist, length: reading.length, who: Reading.Person(place: 1))
      var (therapist, time) = next(service, said, after: lastTreatment(of: booking), in: placing)
      if let start = reading.time {
        let free = free(service, at: start, reading.length, in: placing, except: [])
        (therapist, time) = (reading.therapist ?? free ?? therapist, start)
      }
      let span = reading.time.flatMap { time in reading.until.map { $0 - time } }
      let wish = NewBooking(
        customer: guest.customer, service: service.id, therapist: therapist, date: day.date,
        time: time, duration: reading.length ?? span, bed: reading.bed,
        payment: payment(of: reading), joins: booking.id)
      var draft = decided([wish], note: reading.note, guest, reading, on: day)
      draft.guest = booking.customer.name
      return draft
    }
  }

  private func lastTreatment(of booking: Booking) -> Treatment {
    let all = context.visit.filter {
      $0.isOnVisit(with: booking) && $0.customer.id == booking.customer.id && $0.status.occupies
    }
    return Treatment(all.filter { $0.end > booking.end }.max { $0.end < $1.end } ?? booking)
  }
}
