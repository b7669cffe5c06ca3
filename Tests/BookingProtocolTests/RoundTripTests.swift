import BookingDomain
import BookingProtocol
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
    .eventAck(seq: 42), .refreshSession, .ping,
    .command(
      Command(
        id: Sample.request, booking: 123,
        change: .changeStatus(to: .cancelled, reason: "ill"), expectedStatus: .confirmed,
        expectedVersion: 3, notAfter: Sample.instant)),
    .command(Command(id: Sample.request, booking: 123, change: .markArrived)),
    .command(Command(id: Sample.request, booking: 123, change: .undo)),
  ]

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
        bookings: [Sample.booking, Sample.sparse])),
    .subscribed(
      .init(from: Sample.date, to: Sample.date, position: Sample.position, replayed: 3)),
    .boardDigest(
      .init(from: Sample.date, to: Sample.date, position: Sample.position, value: .max - 1)),
    .event(.event(.created)), .event(.confirmation), .event(.event(.updated)),
    .event(.event(.gone, current: nil)),
    .event(.event(.paymentCompleted(paymentID: 8), current: nil)),
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
    .error(message: "Invalid message format", detail: "not JSON"), .pong,
    .sessionRefreshed(expiresAt: Sample.instant), .sessionExpiring(expiresAt: Sample.instant),
    .serverDraining(reason: "update", slot: 250),
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
