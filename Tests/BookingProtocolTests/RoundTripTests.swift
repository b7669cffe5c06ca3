import BookingDomain
import BookingProtocol
import Foundation
import Testing

@Suite struct RoundTripTests {
  static let clientMessages: [ClientMessage] = [
    .authenticate(token: "abc"),
    .subscribeBookingUpdates(.init()),
    .subscribeBookingUpdates(
      .init(from: Sample.date, to: Sample.date + 1, after: Sample.position)),
    .subscribeTherapistSchedule(therapist: 789, date: Sample.date),
    .requestAvailability(service: 5, therapist: 789, date: Sample.date),
    .requestAvailability(service: 5, therapist: nil, date: Sample.date),
    .hold(
      HeldSlot(therapist: 789, date: Sample.date, time: TimeOfDay(hour: 9), duration: 75)),
    .hold(nil), .eventAck(seq: 42), .refreshSession, .ping,
    .command(
      Command(
        id: Sample.request, booking: 123,
        change: .changeStatus(to: .cancelled, reason: "ill"), expectedStatus: .confirmed,
        expectedVersion: 3, notAfter: Sample.instant)),
    .command(Command(id: Sample.request, booking: 123, change: .markArrived)),
    .command(Command(id: Sample.request, booking: 123, change: .undo)),
  ]

  static let orders: [Order] = [
    .change(
      .move(
        Move(
          therapist: 789, date: Sample.date, time: TimeOfDay(hour: 9), duration: 45, bed: 2,
          overrideReason: "The guest insists")),
      of: 123, seen: Sight(status: .confirmed, version: 3)),
    .change(.move(Move(time: TimeOfDay(hour: 9))), of: 123, seen: Sight()),
    .change(.writeNotes(""), of: 123, seen: Sight()),
    .swap(
      1, with: 2, seen: Sight(status: .confirmed, version: 3),
      otherSeen: Sight(status: .scheduled, version: 8)),
    .block(
      NewBlock(
        therapist: 789, date: Sample.date, time: TimeOfDay(hour: 12), duration: 30,
        reason: "lunch")),
    .unblock(7), .stopWaiting(8), .takeBack(123, seen: Sight(status: .confirmed, version: 3)),
    .changeTogether([
      Order.Part(.move(Move(time: TimeOfDay(hour: 9))), of: 123, seen: Sight(version: 3)),
      Order.Part(.changeStatus(to: .cancelled, reason: "ill"), of: 124, seen: Sight()),
      Order.Part(.markArrived, of: 125, seen: Sight(status: .scheduled)),
    ]),
    .endTimeOff(9),
    .setShifts(
      NewShifts(
        therapist: 4,
        days: [
          DayShifts(
            .every(.friday),
            [
              Shift(from: TimeOfDay(hour: 9), until: TimeOfDay(hour: 13)),
              Shift(from: TimeOfDay(hour: 18), until: TimeOfDay(hour: 2)),
            ]), DayShifts(.every(.sunday), []), DayShifts(.on(Sample.date), nil),
        ])),
    .takeOff(NewTimeOff(therapist: 4, days: Sample.date...Sample.date + 3, reason: "Nghỉ phép")),
    .takeOff(NewTimeOff(therapist: nil, days: Sample.date...Sample.date, reason: "")),
    .wait(
      NewWaiting(
        customer: 456, service: 5, therapist: 789, date: Sample.date, from: TimeOfDay(hour: 9),
        until: TimeOfDay(hour: 12), note: "any day")),
    .wait(
      NewWaiting(
        customer: 456, service: 5, therapist: nil, date: Sample.date, from: .midnight,
        until: .endOfDay, note: "")),
    .book([
      NewBooking(
        customer: .known(456), service: 5, therapist: 789, date: Sample.date,
        time: TimeOfDay(hour: 9), duration: 75, bed: 2, payment: .item(9), notes: "Window",
        overrideReason: "The guest insists"),
      NewBooking(
        customer: .companion, service: 5, therapist: 790, date: Sample.date,
        time: TimeOfDay(hour: 9), payment: .paidSession, waiting: 8, joins: 123),
    ]),
    .book([
      NewBooking(
        customer: .new(NewCustomer(name: "Đặng Ánh", phone: "+84 90", email: "a@b.c")), service: 5,
        therapist: 789, date: Sample.date, time: TimeOfDay(hour: 9),
        payment: .paidSessionOrSale(.creditCard))
    ]),
    .book([
      NewBooking(
        customer: .known(456), service: 5, therapist: 789, date: Sample.date,
        time: TimeOfDay(hour: 9), payment: .sale(.vnPay))
    ]),
  ]

  @Test(arguments: orders)
  func everyOrderArrives(order: Order) throws {
    let command = Command(id: Sample.request, order: order, notAfter: Sample.instant)
    let bytes = ClientCoding.encode(
      ClientEnvelope(.command(command)), timestamp: Sample.instant)
    #expect(try ClientCoding.decode(bytes).message == .command(command))
  }

  static let changes: [BookingChange.Kind] = [
    .created, .arrival, .status(from: .scheduled, to: .cancelled),
    .moved(from: Sample.booking.slot), .swapped(from: Sample.booking.slot, with: 8),
    .notes(from: nil), .notes(from: "before"),
  ]

  @Test(arguments: changes)
  func everyKindOfChangeArrives(kind: BookingChange.Kind) throws {
    let entry = HistoryEntry(
      change: BookingChange(kind: kind, by: .user(1), byName: "An", at: Sample.instant),
      reason: "ill", undoneAt: Sample.instant, undoneByName: "Binh")
    #expect(try RegisterCoding.history(RegisterCoding.encode([entry])) == [entry])
    var booking = Sample.booking
    booking.lastChange = entry.change
    let message = ServerMessage.therapistScheduleUpdated(
      .init(therapist: 789, date: Sample.date, bookings: [booking]))
    let bytes = ServerCoding.encode(ServerEnvelope(message, timestamp: Sample.instant))
    #expect(try ServerCoding.decode(bytes).message == message)
  }

  @Test func aChangeThatOnlyANewerServerKnowsIsPassedOver() throws {
    let entry = HistoryEntry(
      change: BookingChange(kind: .arrival, by: nil, byName: "", at: Sample.instant), reason: nil)
    let text = String(decoding: RegisterCoding.encode([entry]), as: UTF8.self)
    let newer = text.replacingOccurrences(of: "ARRIVAL", with: "TELEPORTED")
    #expect(try RegisterCoding.history(Array(newer.utf8)) == [])
  }

  @Test func theRegisterArrives() throws {
    let sessions = PaidSessions(
      item: 9, service: ServiceSummary(id: 5, name: "Swedish"), total: 10, left: 3,
      paidAt: Sample.instant)
    let customer = Customer(id: 456, name: "Đặng Thị Ánh", phone: "0901", alert: "Nuts")
    let card = CustomerCard(
      customer: customer, email: "a@b.c", notes: "Alert: nuts", sessions: [sessions],
      lastVisit: Sample.date, nextVisit: nil)
    #expect(try RegisterCoding.cards(RegisterCoding.encode([card])) == [card])
    let file = CustomerFile(card: card, bookings: [Sample.booking, Sample.sparse])
    #expect(try RegisterCoding.file(RegisterCoding.encode(file)) == file)
    let list = [UnscheduledSessions(customer: customer, sessions: sessions)]
    #expect(try RegisterCoding.unscheduled(RegisterCoding.encode(list)) == list)
  }

  @Test(arguments: clientMessages)
  func whatAClientSendsArrives(message: ClientMessage) throws {
    let bytes = ClientCoding.encode(ClientEnvelope(message, id: "r1"), timestamp: Sample.instant)
    #expect(try ClientCoding.decode(bytes).message == message)
  }

  static let serverMessages: [ServerMessage] = [
    .connectionEstablished(Sample.welcome),
    .bookingSnapshot(
      .init(
        from: Sample.date, to: Sample.date, position: Sample.position, spa: Sample.spa,
        bookings: [Sample.booking, Sample.sparse], blocks: [Sample.block], waiting: [Sample.waiting]
      )),
    .subscribed(
      .init(from: Sample.date, to: Sample.date, position: Sample.position, replayed: 3)),
    .boardDigest(
      .init(from: Sample.date, to: Sample.date, position: Sample.position, value: .max - 1)),
    .event(.event(.created)), .event(.confirmation), .event(.event(.updated)),
    .event(.event(.gone, current: nil)),
    .event(.event(.paymentCompleted(paymentID: 8), current: nil)),
    .event(.blocks), .event(.waiting),
    .availabilityUpdated(Sample.availability),
    .therapistScheduleUpdated(
      .init(therapist: 789, date: Sample.date, bookings: [Sample.sparse])),
    .commandAccepted(
      .init(
        id: Sample.request, seq: 42, version: 4, isReplayed: true, current: Sample.booking)),
    .commandRefused(
      .init(
        id: Sample.request,
        refusal: Refusal(
          .slotTaken, "Taken.", alternatives: [TimeOfDay(hour: 9), TimeOfDay(hour: 10)]),
        current: nil, isReplayed: false)),
    .slotHeld(
      SlotHold(
        holder: 7,
        slot: HeldSlot(
          therapist: 789, date: Sample.date, time: TimeOfDay(hour: 9), duration: 75),
        byName: "An")),
    .slotReleased(holder: 7), .error(message: "Invalid message format", detail: "not JSON"), .pong,
    .sessionRefreshed(expiresAt: Sample.instant), .sessionExpiring(expiresAt: Sample.instant),
    .serverDraining(reason: "update", slot: 250), .databaseState(trouble: nil),
    .databaseState(trouble: "The booking database is damaged."),
  ]

  @Test(arguments: serverMessages)
  func whatTheServerSendsArrives(message: ServerMessage) throws {
    let envelope = ServerEnvelope(message, timestamp: Sample.instant)
    let bytes = ServerCoding.encode(envelope)
    #expect(try ServerCoding.decode(bytes).message == message)
    #expect(ServerCoding.encode(envelope) == bytes, "the same message is the same bytes")
  }

  @Test func anArrayPassesOverWhatItDoesNotKnow() throws {
    let known = ServerEnvelope(.pong, id: "r1", timestamp: Sample.instant)
    var text = String(decoding: ServerCoding.encode([known]), as: UTF8.self)
    text.insert(
      contentsOf: #"{"type":"NEW","timestamp":"2024-01-15T10:30:00Z","data":{}},"#,
      at: text.index(after: text.startIndex))
    #expect(try ServerCoding.decodeArray(Array(text.utf8)) == [known])
  }

  @Test func aReasonOfANewerServerKeepsItsSentence() throws {
    let text = """
      {"type":"COMMAND_REFUSED","id":"\(Sample.request.text)","timestamp":"2024-01-15T10:30:00Z",
      "data":{"code":"moonPhase","message":"Not today.","replayed":false}}
      """
    guard case .commandRefused(let refused) = try ServerCoding.decode(Array(text.utf8)).message
    else {
      Issue.record("not a refusal")
      return
    }
    #expect(refused.refusal == Refusal(.other, "Not today."))
  }

  @Test func loginsArrive() throws {
    let request = LoginRequest(email: "a@b.c", password: "päß\"word")
    #expect(try LoginCoding.decodeRequest(LoginCoding.encode(request)) == request)
    for person in [
      Person(id: .user(5), role: .therapist, name: "Mai"),
      Person(id: .customer(5), role: .customer, name: "Hoa"),
    ] {
      let answer = LoginAnswer(token: "t", person: person, expiresAt: Sample.instant)
      #expect(try LoginCoding.decodeAnswer(LoginCoding.encode(answer)) == answer)
    }
  }
}
