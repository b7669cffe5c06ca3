import BookingDomain

extension ProtocolSamples {
  package struct Client: Sendable {
    /// What tells it from other samples of its type; empty for the only one.
    package let name: String
    package let type: ClientMessageType
    package let message: ClientMessage

    package var bytes: [UInt8] {
      ClientCoding.encode(
        ClientEnvelope(message, id: request?.text), timestamp: ProtocolSamples.instant)
    }
  }

  /// The example of RFC 9562, A.3.
  package static let request = RequestID("919108f7-52d1-4320-9bac-f847db4148a8")

  private static let parts = [
    Order.Part(
      .changeStatus(to: .cancelled, reason: "ill"), of: 123,
      seen: Sight(status: .confirmed, version: 3)),
    Order.Part(
      .move(
        Move(
          therapist: 790, date: date, time: nine, duration: 75, bed: 2,
          overrideReason: "The guest insists")), of: 124, seen: Sight()),
    Order.Part(.writeNotes("Prefers low pressure"), of: 125, seen: Sight()),
  ]

  package static let client: [Client] = [
    Client(.authenticate, .authenticate(token: "dG9rZW4")),
    Client(
      .subscribeBookingUpdates,
      .subscribeBookingUpdates(.init(from: date, to: date + 1, after: position))),
    Client(
      .subscribeTherapistSchedule, .subscribeTherapistSchedule(therapist: 789, date: date)),
    Client(
      .requestAvailability, .requestAvailability(service: 5, therapist: 789, date: date)),
    Client(.createBooking, "paid", order(.book([paidBooking]))),
    Client(.createBooking, "couple", order(.book([newCustomersBooking, companionsBooking]))),
    Client(.createBooking, "joining", order(.book([joiningBooking]))),
    Client(.createBooking, "family", order(.book([familyBooking]))),
    Client(
      .updateBookingStatus,
      change(.changeStatus(to: .cancelled, reason: "ill"))),
    Client(.markArrived, change(.markArrived)),
    Client(
      .moveBooking,
      change(
        .move(
          Move(
            therapist: 790, date: date, time: nine, duration: 75, bed: 2,
            overrideReason: "The guest insists")))),
    Client(
      .swapBookings,
      order(
        .swap(
          123, with: 124, seen: Sight(status: .confirmed, version: 3),
          otherSeen: Sight(status: .scheduled, version: 8)))),
    Client(.changeBookings, order(.changeTogether(parts))),
    Client(.writeNotes, change(.writeNotes("Prefers low pressure"))),
    Client(
      .changeService,
      change(
        .changeService(
          ServiceChange(
            to: 6, therapist: 790, duration: 90, payment: .paidSessionOrSale(.cash),
            overrideReason: "The guest insists")))),
    Client(.takePayment, change(.takePayment(.cash))),
    Client(.undo, change(.undo)),
    Client(
      .undo, "together",
      order(.takeBack(123, seen: Sight(status: .confirmed, version: 3)))),
    Client(
      .blockTime,
      order(
        .block(
          NewBlock(
            therapist: 789, date: date, time: TimeOfDay(hour: 12), duration: 30, reason: "lunch")))
    ),
    Client(.unblockTime, order(.unblock(7))),
    Client(
      .takeTimeOff, "leave",
      order(.takeOff(NewTimeOff(therapist: 789, days: date...date + 9, reason: "leave")))),
    Client(
      .takeTimeOff, "holiday",
      order(.takeOff(NewTimeOff(therapist: nil, days: date...date, reason: "Tết")))),
    Client(.endTimeOff, order(.endTimeOff(3))),
    Client(
      .setShifts,
      order(
        .setShifts(
          NewShifts(
            therapist: 789,
            days: [
              DayShifts(
                .every(.monday),
                [
                  Shift(from: nine, until: TimeOfDay(hour: 12)),
                  Shift(from: TimeOfDay(hour: 15), until: TimeOfDay(hour: 20)),
                ]), DayShifts(.every(.saturday), []), DayShifts(.on(date), nil),
            ])))),
    Client(
      .addWaiting,
      order(
        .wait(
          NewWaiting(
            customer: 456, service: 5, therapist: 789, date: date, from: nine,
            until: TimeOfDay(hour: 12), note: "any day")))),
    Client(.removeWaiting, order(.stopWaiting(8))),
    Client(.noteCall, change(.noteCall(.notReached, note: "Engaged"))),
    Client(.wishTherapist, change(.wish(790))),
    Client(.changeGuest, order(.guest(GuestChange(.alert, "Nuts", seen: ""), of: 456))),
    Client(.addTask, order(.addTask(NewTask(text: "Order oil", date: date, time: nine)))),
    Client(.markTask, order(.markTask(9, as: .done))),
    Client(
      .holdSlot, .hold(HeldSlot(therapist: 789, date: date, time: nine, duration: 75))),
    Client(.releaseSlot, .hold(nil)),
    Client(.eventAck, .eventAck(seq: 42)),
    Client(.refreshSession, .refreshSession),
    Client(.ping, .ping),
  ]

  private static let paidBooking = NewBooking(
    customer: .known(456), service: 5, therapist: 789, date: date, time: nine, duration: 60,
    bed: 2, payment: .item(9), notes: "Window", overrideReason: "The guest insists", waiting: 8,
    isWished: true)

  private static let newCustomersBooking = NewBooking(
    customer: .new(
      NewCustomer(name: "Đặng Thị Ánh", phone: "+84 901234567", email: "anh@example.org")),
    service: 5, therapist: 789, date: date, time: nine, payment: .paidSessionOrSale(.cash))

  private static let familyBooking = NewBooking(
    customer: .new(NewCustomer(name: "Đặng Minh", reach: .familyOf(456))), service: 5,
    therapist: 789, date: date, time: nine, payment: .paidSessionOrSale(.cash))

  private static let companionsBooking = NewBooking(
    customer: .companion, service: 5, therapist: 790, date: date, time: nine,
    payment: .sale(.vnPay))

  private static let joiningBooking = NewBooking(
    customer: .known(456), service: 5, therapist: 790, date: date, time: nine,
    payment: .paidSession, joins: 123)

  private static func change(_ change: Change) -> ClientMessage {
    order(.change(change, of: 123, seen: Sight(status: .confirmed, version: 3)))
  }

  private static func order(_ order: Order) -> ClientMessage {
    guard let request else { return .ping }
    return .command(Command(id: request, order: order, notAfter: instant))
  }
}

extension ProtocolSamples.Client {
  init(_ type: ClientMessageType, _ message: ClientMessage) {
    self.init(name: "", type: type, message: message)
  }

  init(_ type: ClientMessageType, _ name: String, _ message: ClientMessage) {
    self.init(name: name, type: type, message: message)
  }

  private var request: RequestID? {
    switch message {
    case .subscribeBookingUpdates, .subscribeTherapistSchedule, .requestAvailability,
      .refreshSession, .ping, .command:
      ProtocolSamples.request
    case .authenticate, .eventAck, .hold: nil
    }
  }
}
