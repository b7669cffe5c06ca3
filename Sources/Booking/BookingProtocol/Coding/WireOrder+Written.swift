import BookingDomain

/// Orders as they are written.
extension WireClientEnvelope.Fields {
  init(_ command: Command) {
    self.init()
    notAfter = command.notAfter?.description
    switch command.order {
    case .change(let change, let booking, let seen):
      put(booking, seen)
      put(change)
    case .changeTogether(let parts): changes = parts.map(WireOrderPart.init)
    case .takeBack(let booking, let seen):
      put(booking, seen)
      together = true
    case .book(let wanted): bookings = wanted.map(WireNewBooking.init)
    case .swap(let booking, let other, let seen, let otherSeen):
      put(booking, seen)
      otherBookingId = WireNumber(other.number)
      otherExpectedStatus = otherSeen.status?.rawValue
      otherExpectedVersion = otherSeen.version.map { WireSeq($0) }
    case .block(let block):
      put(block)
      reason = block.reason
    case .unblock(let id): blockId = WireNumber(id.number)
    case .takeOff(let wanted):
      therapistId = wanted.therapist.map { WireNumber($0.number) }
      from = wanted.days.lowerBound.description
      to = wanted.days.upperBound.description
      reason = wanted.reason
    case .endTimeOff(let id): timeOffId = WireNumber(id.number)
    case .setShifts(let wanted):
      therapistId = WireNumber(wanted.therapist.number)
      shifts = [WireDayShifts](wanted.days)
    case .wait(let guest): put(guest)
    case .stopWaiting(let id): waitingId = WireNumber(id.number)
    case .guest(let change, let customer):
      customerId = WireNumber(customer.number)
      fact = change.fact.rawValue
      text = change.text
      expectedText = change.seen
    case .addTask(let task):
      text = task.text
      appointmentDate = task.date?.description
      appointmentTime = task.time?.description
    case .markTask(let task, let how):
      taskId = WireNumber(task.number)
      mark = how.rawValue
    }
  }

  init(_ part: Order.Part) {
    self.init()
    put(part.booking, part.seen)
    put(part.change)
  }

  private mutating func put(_ booking: BookingID, _ seen: Sight) {
    bookingId = WireNumber(booking.number)
    expectedStatus = seen.status?.rawValue
    expectedVersion = seen.version.map { WireSeq($0) }
  }

  private mutating func put(_ change: Change) {
    switch change {
    case .changeStatus(let status, let why):
      newStatus = status.rawValue
      reason = why
    case .move(let move):
      therapistId = move.therapist.map { WireNumber($0.number) }
      appointmentDate = move.date?.description
      appointmentTime = move.time?.description
      durationMinutes = move.duration.map { WireDuration($0) }
      bedId = move.bed.map { WireNumber($0.number) }
      overrideReason = move.overrideReason
    case .changeService(let wanted): put(wanted)
    case .writeNotes(let text): notes = text
    case .takePayment(let way): method = way.rawValue
    case .noteCall(let how, let note):
      outcome = how.rawValue
      notes = note.isEmpty ? nil : note
    case .wish(let therapist): therapistId = therapist.map { WireNumber($0.number) }
    case .markArrived, .undo: break
    }
  }

  private mutating func put(_ guest: NewWaiting) {
    customerId = WireNumber(guest.customer.number)
    serviceId = WireNumber(guest.service.number)
    therapistId = guest.therapist.map { WireNumber($0.number) }
    appointmentDate = guest.date.description
    appointmentTime = guest.from.description
    untilTime = guest.until.description
    notes = guest.note
  }

  private mutating func put(_ wanted: ServiceChange) {
    serviceId = WireNumber(wanted.service.number)
    therapistId = wanted.therapist.map { WireNumber($0.number) }
    durationMinutes = wanted.duration.map { WireDuration($0) }
    payment = WireNewBooking.WirePayment(wanted.payment)
    overrideReason = wanted.overrideReason
  }

  init(_ slot: HeldSlot) {
    self.init()
    put(slot)
  }

  private mutating func put(_ slot: some TakesTime) {
    let fields = Wire.fields(of: slot)
    therapistId = WireNumber(fields.therapist)
    (appointmentDate, appointmentTime, durationMinutes) = (
      fields.date, fields.time, fields.duration
    )
  }
}
