import BookingDomain
import BookingProtocol

/// One of everything, with the numbers of the guide's samples.
enum Sample {
  static let instant = Timestamp(milliseconds: 1_705_314_600_000)
  static let date = LocalDate(dayNumber: 19_737)
  static let request: RequestID = {
    var source = SystemRandomNumberGenerator()
    return RequestID.random(using: &source)
  }()
  static let position = LogPosition(epoch: "e1", seq: 41)

  static let booking = Booking(
    id: 123, version: 3,
    customer: Customer(id: 456, name: "Đặng Thị Ánh", phone: "0901234567", alert: "Nuts"),
    service: ServiceSummary(id: 5, name: "Swedish Massage"), therapist: 789, date: date,
    time: TimeOfDay(hour: 14, minute: 30), duration: 60, buffer: 10, status: .confirmed,
    place: Place(room: 1, roomName: "Lotus", bed: 2, bedName: "B"), paymentItem: 9,
    price: Money("480000.50"),
    notes: "Line\nbreak \u{202E} and \u{1B}[31m escape", arrivedAt: instant, startedAt: instant,
    endedAt: instant, cancellationReason: "ill",
    lastChange: BookingChange(
      kind: .status(from: .scheduled, to: .confirmed), by: .user(1), byName: "An", at: instant))

  /// Everything that may be missing, missing.
  static let sparse = Booking(
    id: 124, version: 1, customer: Customer(id: 1, name: ""),
    service: ServiceSummary(id: 5, name: ""), therapist: 789, date: date,
    time: TimeOfDay(seconds: 3599), duration: 1, buffer: 0, status: .noShow,
    place: Place(room: 1, roomName: ""), paymentItem: 9,
    lastChange: BookingChange(kind: .arrival, by: nil, byName: "", at: instant))

  static let spa = ProtocolSamples.spa

  static let block = Block(
    id: 7, therapist: 789, date: date, time: TimeOfDay(hour: 12), duration: 30, reason: "lunch",
    byName: "An")

  static let waiting = WaitingGuest(
    id: 8, customer: Customer(id: 456, name: "Đặng Thị Ánh", phone: "0901", alert: "Nuts"),
    service: ServiceSummary(id: 5, name: "Swedish"), therapist: nil, date: date,
    from: TimeOfDay(hour: 9), until: TimeOfDay(hour: 12), note: "any day", byName: "An",
    since: instant)

  static let welcome = ServerMessage.Welcome(
    protocolVersion: 1, connection: 7, serverTime: instant,
    zone: SpaZone(
      name: "Asia/Ho_Chi_Minh",
      offsets: [SpaZone.Offset(from: Timestamp(milliseconds: 0), seconds: 25_200)]),
    heartbeat: 15_000, position: position, reconnectSlot: 120)

  static let availability = ServerMessage.Availability(
    service: 5, therapist: 789, date: date,
    slots: [Availability.Slot(therapist: 789, time: TimeOfDay(hour: 9), duration: 60)])
}

extension EventMessage {
  static let confirmation = event(.statusChanged(from: .scheduled, to: .confirmed))

  static let blocks = EventMessage(
    kind: .blocksChanged(789, Sample.date, [Sample.block]), booking: nil, current: nil,
    customer: nil, therapist: 789, seq: 42, prev: 41, byName: "An", at: Sample.instant)

  static let waiting = EventMessage(
    kind: .waitingChanged(Sample.date, [Sample.waiting]), booking: nil, current: nil,
    customer: nil, therapist: nil, seq: 42, prev: 41, byName: "An", at: Sample.instant)

  static func event(_ kind: Kind, current: Booking? = Sample.booking) -> EventMessage {
    EventMessage(
      kind: kind, booking: 123, current: current, version: current == nil ? 7 : nil, customer: 456,
      therapist: 789, seq: 42,
      prev: 41, byName: "An", at: Sample.instant)
  }
}

extension ClientCoding {
  /// Why a message of a client is refused; nil where it is understood.
  static func problem(_ text: String) -> MessageProblem? {
    do throws(MessageProblem) {
      _ = try decode(Array(text.utf8))
      return nil
    } catch { return error }
  }
}
