import BookingDomain

/// Orders as they are read.
extension WireClientEnvelope.Fields {
  func command(type: ClientMessageType, id: String?) throws(MessageProblem) -> Command {
    Command(
      id: try Wire.requestID(id), order: try order(type: type),
      notAfter: try Wire.timestamp(ifAny: notAfter, "notAfter"))
  }

  private func order(type: ClientMessageType) throws(MessageProblem) -> Order {
    if let change = try change(type: type) {
      let (booking, seen) = (try booking(), try sight(expectedStatus, expectedVersion))
      return change == .undo && together == true
        ? .takeBack(booking, seen: seen) : .change(change, of: booking, seen: seen)
    }
    switch type {
    case .changeBookings: return .changeTogether(try parts())
    case .createBooking: return .book(try newBookings())
    case .swapBookings:
      return .swap(
        try booking(), with: BookingID(try required(\.otherBookingId, "otherBookingId").number),
        seen: try sight(expectedStatus, expectedVersion),
        otherSeen: try sight(otherExpectedStatus, otherExpectedVersion))
    case .blockTime: return .block(try block())
    case .unblockTime: return .unblock(BlockID(try required(\.blockId, "blockId").number))
    case .takeTimeOff:
      return .takeOff(
        NewTimeOff(
          therapist: therapistId.map { UserID($0.number) },
          days: try Wire.days(try required(\.from, "from"), try required(\.to, "to")),
          reason: reason ?? ""))
    case .endTimeOff:
      return .endTimeOff(TimeOffID(try required(\.timeOffId, "timeOffId").number))
    case .setShifts:
      return .setShifts(
        NewShifts(
          therapist: UserID(try required(\.therapistId, "therapistId").number),
          days: try required(\.shifts, "shifts").values()))
    case .addWaiting: return .wait(try waiting())
    case .removeWaiting:
      return .stopWaiting(WaitingID(try required(\.waitingId, "waitingId").number))
    case .changeGuest:
      return .guest(
        try guestChange(), of: CustomerID(try required(\.customerId, "customerId").number))
    case .addTask:
      return .addTask(
        NewTask(
          text: try required(\.text, "text"),
          date: try Wire.date(ifAny: appointmentDate, "appointmentDate"),
          time: try Wire.time(ifAny: appointmentTime, "appointmentTime")))
    case .markTask:
      return .markTask(
        TaskID(try required(\.taskId, "taskId").number), as: try taskMark())
    case .authenticate, .subscribeBookingUpdates, .subscribeTherapistSchedule,
      .requestAvailability, .holdSlot, .releaseSlot, .eventAck, .refreshSession, .ping,
      .updateBookingStatus, .markArrived, .moveBooking, .changeService, .writeNotes, .takePayment,
      .undo, .noteCall, .wishTherapist:
      throw .unknownType(type.rawValue)
    }
  }

  /// Nil for a message that is no change of one booking.
  private func change(type: ClientMessageType) throws(MessageProblem) -> Change? {
    switch type {
    case .updateBookingStatus:
      let status = try Wire.status(try required(\.newStatus, "newStatus"), "newStatus")
      return .changeStatus(to: status, reason: reason)
    case .markArrived: return .markArrived
    case .moveBooking: return .move(try move())
    case .changeService: return .changeService(try serviceChange())
    case .writeNotes: return .writeNotes(try required(\.notes, "notes"))
    case .takePayment: return .takePayment(try Wire.method(try required(\.method, "method")))
    case .undo: return .undo
    case .noteCall: return try call()
    case .wishTherapist: return .wish(therapistId.map { UserID($0.number) })
    default: return nil
    }
  }

  private func parts() throws(MessageProblem) -> [Order.Part] {
    try required(\.changes, "changes").read { (wire) throws(MessageProblem) in
      try wire.fields.part(type: wire.type)
    }
  }

  private func part(type: String) throws(MessageProblem) -> Order.Part {
    guard let known = ClientMessageType(rawValue: type), let change = try change(type: known) else {
      throw .malformed(detail: "changes.type is no change of a booking")
    }
    return Order.Part(
      change, of: try booking(), seen: try sight(expectedStatus, expectedVersion))
  }

  private func call() throws(MessageProblem) -> Change {
    let word = try required(\.outcome, "outcome")
    guard let outcome = CallOutcome(rawValue: word) else {
      throw .malformed(detail: "data.outcome is no outcome of a call: \(word.prefix(40))")
    }
    return .noteCall(outcome, note: notes ?? "")
  }

  private func taskMark() throws(MessageProblem) -> TaskMark {
    let word = try required(\.mark, "mark")
    guard let mark = TaskMark(rawValue: word) else {
      throw .malformed(detail: "data.mark is no mark of a task: \(word.prefix(40))")
    }
    return mark
  }

  private func guestChange() throws(MessageProblem) -> GuestChange {
    let word = try required(\.fact, "fact")
    guard let fact = GuestFact(rawValue: word) else {
      throw .malformed(detail: "data.fact is no fact of a guest: \(word.prefix(40))")
    }
    return GuestChange(fact, try required(\.text, "text"), seen: expectedText)
  }

  private func waiting() throws(MessageProblem) -> NewWaiting {
    NewWaiting(
      customer: CustomerID(try required(\.customerId, "customerId").number),
      service: ServiceID(try required(\.serviceId, "serviceId").number),
      therapist: therapistId.map { UserID($0.number) },
      date: try Wire.appointmentDate(try required(\.appointmentDate, "appointmentDate")),
      from: try Wire.appointmentTime(try required(\.appointmentTime, "appointmentTime")),
      until: try Wire.time(try required(\.untilTime, "untilTime"), "untilTime"),
      note: notes ?? "")
  }

  private func serviceChange() throws(MessageProblem) -> ServiceChange {
    ServiceChange(
      to: ServiceID(try required(\.serviceId, "serviceId").number),
      therapist: therapistId.map { UserID($0.number) }, duration: durationMinutes?.minutes,
      payment: try required(\.payment, "payment").payment(), overrideReason: overrideReason)
  }

  private func booking() throws(MessageProblem) -> BookingID {
    BookingID(try required(\.bookingId, "bookingId").number)
  }

  private func sight(_ status: String?, _ version: WireSeq?) throws(MessageProblem) -> Sight {
    Sight(
      status: try status.map { text throws(MessageProblem) in
        try Wire.status(text, "expectedStatus")
      },
      version: version?.number)
  }

  private func move() throws(MessageProblem) -> Move {
    Move(
      therapist: therapistId.map { UserID($0.number) },
      date: try Wire.date(ifAny: appointmentDate, "appointmentDate"),
      time: try Wire.time(ifAny: appointmentTime, "appointmentTime"),
      duration: durationMinutes?.minutes, bed: bedId.map { BedID($0.number) },
      overrideReason: overrideReason)
  }

  func heldSlot() throws(MessageProblem) -> HeldSlot {
    HeldSlot(
      therapist: UserID(try required(\.therapistId, "therapistId").number),
      date: try Wire.appointmentDate(try required(\.appointmentDate, "appointmentDate")),
      time: try Wire.appointmentTime(try required(\.appointmentTime, "appointmentTime")),
      duration: try required(\.durationMinutes, "durationMinutes").minutes)
  }

  private func newBookings() throws(MessageProblem) -> [NewBooking] {
    try required(\.bookings, "bookings").read { (wire) throws(MessageProblem) in
      try wire.newBooking()
    }
  }

  private func block() throws(MessageProblem) -> NewBlock {
    let slot = try heldSlot()
    return NewBlock(
      therapist: slot.therapist, date: slot.date, time: slot.time, duration: slot.duration,
      reason: reason ?? "")
  }
}
