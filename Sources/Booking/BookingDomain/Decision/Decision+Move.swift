extension Decision.Case {
  func move(_ move: Move) throws(Refusal) -> Decision.Outcome {
    try checkMovable(move)
    var target = booking.slot
    target.therapist = move.therapist ?? target.therapist
    target.date = move.date ?? target.date
    target.time = move.time ?? target.time
    target.duration = move.duration ?? target.duration
    guard target != booking.slot || move.bed.map({ $0 != booking.place.bed }) ?? false else {
      throw Refusal(.alreadyDone, "It stands there already.")
    }
    try checkIsNotOverAlready(target)
    if target.date != booking.date {
      try Decision.checkDay(target.date, now: now)
    }
    guard let day = given.days[target.date] else {
      throw Refusal(.other, "The bookings of \(target.date.short) are not known here.")
    }
    var wanted = Placing.Wanted(booking, at: target, in: day.spa)
    // A guest who is being treated keeps the bed, unless the order names another.
    wanted.bed = move.bed ?? (booking.status == .inProgress ? booking.place.bed : nil)
    wanted.overrideReason = move.overrideReason
    var placing = Placing(day: day, now: now, person: person)
    placing.offersOthers = given.offersOthers
    target.place = try placing.place(wanted)
    let moved = moved(to: target)
    try checkNobodyElseIsInProgress(where: moved.booking)
    return moved
  }

  /// - Parameter slot: known to be free.
  func moved(to slot: BookedSlot) -> Decision.Outcome {
    moved(to: slot, as: .moved(from: booking.slot))
  }

  func moved(to slot: BookedSlot, as kind: BookingChange.Kind) -> Decision.Outcome {
    let change = recorded(kind)
    var after = booking
    after.slot = slot
    after.lastChange = change
    return Decision.Outcome(after, recorded: change)
  }

  /// What is ahead goes anywhere; what is in progress only gets longer, shorter or another bed.
  private func checkMovable(_ move: Move) throws(Refusal) {
    try checkIsOpen()
    guard booking.status == .inProgress,
      move.therapist != nil || move.date != nil || move.time != nil
    else { return }
    throw Refusal(
      .alreadyInProgress, "The guest is being treated; only its length and bed can change.")
  }

  /// What is done, cancelled or missed stays as it is.
  func checkIsOpen() throws(Refusal) {
    switch booking.status {
    case .scheduled, .confirmed, .inProgress: return
    case .completed: throw Refusal(.alreadyCompleted, "This booking is completed.")
    case .cancelled:
      throw Refusal(.alreadyCancelled, "This booking is cancelled; undo that first.")
    case .noShow:
      throw Refusal(.alreadyNoShow, "This guest is marked as a no-show; undo that first.")
    }
  }

  /// What goes on cannot become so short that it would have ended.
  func checkIsNotOverAlready(_ slot: BookedSlot) throws(Refusal) {
    let end = slot.time + slot.duration
    guard booking.status == .inProgress, slot.duration < booking.duration,
      now.minutesUntil(LocalMoment(date: slot.date, time: end)) < 0
    else { return }
    throw Refusal(
      .alreadyPast,
      "It began at \(booking.time.hourMinute): \(slot.duration.count) minutes would have ended "
        + "at \(end.onClock.hourMinute) already.")
  }

  func writeNotes(_ text: String) throws(Refusal) -> Decision.Outcome {
    let notes = text.isBlank ? nil : text
    guard notes != booking.notes else {
      throw Refusal(.alreadyDone, "That stands there already.")
    }
    guard TextLimit.length(booking.notes ?? "") < TextLimit.longestRead else {
      throw Refusal(
        .malformed,
        "Another program wrote more in its notes than is shown here; change them there, so that "
          + "nothing is lost.")
    }
    let change = recorded(.notes(from: booking.notes))
    var after = booking
    after.notes = notes
    after.lastChange = change
    return Decision.Outcome(after, recorded: change)
  }
}

extension Placing.Wanted {
  /// A standing booking at another slot. What stays as it is is not questioned: the shop may have
  /// put it there against our rules.
  init(_ booking: Booking, at slot: BookedSlot, in spa: Spa) {
    let known = spa.services.first { $0.id == booking.service.id }
    self.init(
      service: known ?? Service(unknown: booking), therapist: slot.therapist, time: slot.time,
      duration: slot.duration, buffer: booking.buffer, preferredBed: booking.place.bed,
      ignoring: [booking.id])
    preferredRoom = booking.place.bed == nil ? booking.place.room : nil
    keepsTherapist = slot.therapist == booking.therapist
    keepsTime = slot.date == booking.date && slot.time == booking.time
    keepsLength = keepsTime && slot.duration <= booking.duration
  }
}

extension Service {
  /// A service that the shop has deleted under its booking.
  fileprivate init(unknown booking: Booking) {
    self.init(
      id: booking.service.id, name: booking.service.name, type: 0, duration: booking.duration,
      buffer: booking.buffer, isActive: true)
  }
}

extension Change {
  /// Where it may stand afterwards, as far as that is said beforehand.
  package func target(of booking: Booking) -> BookedSlot? {
    switch self {
    case .move(let move):
      var slot = booking.slot
      slot.therapist = move.therapist ?? slot.therapist
      slot.date = move.date ?? slot.date
      slot.time = move.time ?? slot.time
      slot.duration = move.duration ?? slot.duration
      if let bed = move.bed {
        slot.place = Place(room: slot.place.room, roomName: slot.place.roomName, bed: bed)
      }
      return slot
    case .changeService(let wanted):
      var slot = booking.slot
      slot.therapist = wanted.therapist ?? slot.therapist
      slot.duration = wanted.duration ?? slot.duration
      return slot
    case .undo:
      switch booking.lastChange?.kind {
      case .moved(let from), .swapped(let from, _): return from
      case .service(let exchange): return exchange.slot
      default: return nil
      }
    case .changeStatus, .markArrived, .writeNotes, .takePayment, .noteCall, .wish: return nil
    }
  }

  /// Whether nothing beside the booking itself plays a part: it takes no slot, and no session of
  /// anybody's changes hands.
  package var isAboutItsBookingAlone: Bool {
    switch self {
    case .writeNotes, .markArrived, .takePayment, .noteCall, .wish: true
    case .changeStatus(let status, _):
      switch status {
      case .scheduled, .confirmed, .completed, .noShow: true
      case .inProgress, .cancelled: false
      }
    case .move, .changeService, .undo: false
    }
  }

  /// The days that have to be known whole to decide it.
  package func days(of booking: Booking) -> Set<LocalDate> {
    switch self {
    case .move(let move): return [move.date ?? booking.date]
    case .changeService: return [booking.date]
    case .undo:
      switch booking.lastChange?.kind {
      case .moved(let from): return [from.date]
      case .swapped(let from, _): return [from.date, booking.date]
      case .service(let exchange): return [exchange.slot.date]
      // What takes its slot again must not take blocked time.
      default: return booking.status.occupies ? [] : [booking.date]
      }
    case .changeStatus, .markArrived, .writeNotes, .takePayment, .noteCall, .wish: return []
    }
  }
}
