import BookingDomain

extension Order {
  /// The message that carries it.
  var type: ClientMessageType {
    switch self {
    case .change(let change, _, _): change.type
    case .changeTogether: .changeBookings
    case .takeBack: .undo
    case .book: .createBooking
    case .swap: .swapBookings
    case .block: .blockTime
    case .unblock: .unblockTime
    case .takeOff: .takeTimeOff
    case .endTimeOff: .endTimeOff
    case .setShifts: .setShifts
    case .wait: .addWaiting
    case .stopWaiting: .removeWaiting
    case .guest: .changeGuest
    case .addTask: .addTask
    case .markTask: .markTask
    }
  }

  /// What it is called on the wire.
  package var name: String { type.rawValue }
}

extension Change {
  /// The message that carries it.
  var type: ClientMessageType {
    switch self {
    case .changeStatus: .updateBookingStatus
    case .markArrived: .markArrived
    case .move: .moveBooking
    case .changeService: .changeService
    case .writeNotes: .writeNotes
    case .takePayment: .takePayment
    case .noteCall: .noteCall
    case .wish: .wishTherapist
    case .undo: .undo
    }
  }
}

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
      shifts = wanted.days.map(WireDayShifts.init)
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
          days: try required(\.shifts, "shifts").dayShifts()))
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

  fileprivate func part(type: String) throws(MessageProblem) -> Order.Part {
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

  private mutating func put(_ guest: NewWaiting) {
    customerId = WireNumber(guest.customer.number)
    serviceId = WireNumber(guest.service.number)
    therapistId = guest.therapist.map { WireNumber($0.number) }
    appointmentDate = guest.date.description
    appointmentTime = guest.from.description
    untilTime = guest.until.description
    notes = guest.note
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

  private mutating func put(_ wanted: ServiceChange) {
    serviceId = WireNumber(wanted.service.number)
    therapistId = wanted.therapist.map { WireNumber($0.number) }
    durationMinutes = wanted.duration.map { WireDuration($0) }
    payment = WireNewBooking.WirePayment(wanted.payment)
    overrideReason = wanted.overrideReason
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

/// A booking to be made. Without `customerId` and `newCustomer` it is a companion's.
struct WireNewBooking: Codable {
  var customerId: WireNumber?
  var newCustomer: WireNewCustomer?
  let serviceId: WireNumber
  let therapistId: WireNumber
  let appointmentDate: String
  let appointmentTime: String
  var durationMinutes: WireDuration?
  var bedId: WireNumber?
  let payment: WirePayment
  var notes: String?
  var overrideReason: String?
  var waitingId: WireNumber?
  var joinsBookingId: WireNumber?
  /// Left out is no.
  var isWished: Bool?

  struct WireNewCustomer: Codable {
    let name: String
    /// Nil for somebody without one of their own.
    let phone: String?
    /// The customer at whose number they are called.
    let familyOf: WireNumber?
    let email: String?
  }

  /// `kind` is PAID, ITEM, PAID_OR_SALE, SALE or UNPAID_SALE; `method` as the shop spells it.
  struct WirePayment: Codable {
    let kind: String
    var itemId: WireNumber?
    var method: String?
  }

  init(_ wanted: NewBooking) {
    switch wanted.customer {
    case .known(let id): customerId = WireNumber(id.number)
    case .new(let customer):
      newCustomer = WireNewCustomer(
        name: customer.name, phone: customer.phone,
        familyOf: customer.family.map { WireNumber($0.number) }, email: customer.email)
    case .companion: break
    }
    serviceId = WireNumber(wanted.service.number)
    therapistId = WireNumber(wanted.therapist.number)
    appointmentDate = wanted.date.description
    appointmentTime = wanted.time.description
    durationMinutes = wanted.duration.map { WireDuration($0) }
    bedId = wanted.bed.map { WireNumber($0.number) }
    payment = WirePayment(wanted.payment)
    notes = wanted.notes
    overrideReason = wanted.overrideReason
    waitingId = wanted.waiting.map { WireNumber($0.number) }
    joinsBookingId = wanted.joins.map { WireNumber($0.number) }
    isWished = wanted.isWished ? true : nil
  }

  func newBooking() throws(MessageProblem) -> NewBooking {
    NewBooking(
      customer: try guest(), service: ServiceID(serviceId.number),
      therapist: UserID(therapistId.number),
      date: try Wire.appointmentDate(appointmentDate),
      time: try Wire.appointmentTime(appointmentTime), duration: durationMinutes?.minutes,
      bed: bedId.map { BedID($0.number) },
      payment: try payment.payment(), notes: notes, overrideReason: overrideReason,
      waiting: waitingId.map { WaitingID($0.number) },
      joins: joinsBookingId.map { BookingID($0.number) }, isWished: isWished ?? false)
  }

  private func guest() throws(MessageProblem) -> NewBooking.Guest {
    switch (customerId, newCustomer) {
    case (.some(let id), nil): return .known(CustomerID(id.number))
    case (nil, .some(let wire)):
      return .new(NewCustomer(name: wire.name, reach: try wire.reach(), email: wire.email))
    case (nil, nil): return .companion
    case (.some, .some):
      throw .malformed(detail: "bookings wants one of customerId and newCustomer, not both")
    }
  }
}

extension WireNewBooking.WireNewCustomer {
  func reach() throws(MessageProblem) -> NewCustomer.Reach {
    switch (phone, familyOf) {
    case (let phone?, nil): return .phone(phone)
    case (nil, let family?): return .familyOf(CustomerID(family.number))
    case (nil, nil): return .nowhere
    case (.some, .some):
      throw .malformed(detail: "newCustomer wants one of phone and familyOf, not both")
    }
  }
}

extension WireNewBooking.WirePayment {
  init(_ payment: NewBooking.Payment) {
    switch payment {
    case .paidSession: self.init(kind: "PAID")
    case .item(let id): self.init(kind: "ITEM", itemId: WireNumber(id.number))
    case .paidSessionOrSale(let method):
      self.init(kind: "PAID_OR_SALE", method: method.rawValue)
    case .sale(let method): self.init(kind: "SALE", method: method.rawValue)
    case .paidSessionOrUnpaidSale: self.init(kind: "PAID_OR_UNPAID_SALE")
    case .unpaidSale: self.init(kind: "UNPAID_SALE")
    }
  }

  func payment() throws(MessageProblem) -> NewBooking.Payment {
    switch (kind, itemId, method.flatMap(PaymentMethod.init(rawValue:))) {
    case ("PAID", _, _): return .paidSession
    case ("ITEM", .some(let id), _): return .item(PaymentItemID(id.number))
    case ("PAID_OR_SALE", _, .some(let method)): return .paidSessionOrSale(method)
    case ("SALE", _, .some(let method)): return .sale(method)
    case ("PAID_OR_UNPAID_SALE", _, _): return .paidSessionOrUnpaidSale
    case ("UNPAID_SALE", _, _): return .unpaidSale
    default:
      throw .malformed(
        detail: "payment is none of PAID, ITEM, PAID_OR_SALE, PAID_OR_UNPAID_SALE, SALE and "
          + "UNPAID_SALE")
    }
  }
}
