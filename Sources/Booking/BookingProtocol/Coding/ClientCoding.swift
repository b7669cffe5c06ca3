import BookingDomain

/// What clients send, to and from JSON.
package enum ClientCoding {
  package static func encode(_ envelope: ClientEnvelope, timestamp: Timestamp) -> [UInt8] {
    Wire.bytes(WireClientEnvelope(envelope, timestamp: timestamp))
  }

  /// Unknown fields are ignored, an unknown type is `unknownType`.
  package static func decode(_ bytes: some Collection<UInt8>) throws(MessageProblem)
    -> ClientEnvelope
  {
    try Wire.value(WireClientEnvelope.self, from: bytes).envelope
  }

  /// The id of a message that otherwise cannot be read, so that its sender learns which it was; nil
  /// where even that cannot be read.
  package static func id(ofUnreadable bytes: some Collection<UInt8>) -> String? {
    let id = try? Wire.value(WireIDAlone.self, from: bytes).id
    return id.flatMap { $0.utf8.count <= ClientEnvelope.longestID ? $0 : nil }
  }
}

private struct WireIDAlone: Codable { let id: String? }

struct WireClientEnvelope: Codable {
  let envelope: ClientEnvelope
  var timestamp: Timestamp?

  init(_ envelope: ClientEnvelope, timestamp: Timestamp) {
    (self.envelope, self.timestamp) = (envelope, timestamp)
  }

  enum CodingKeys: String, CodingKey {
    case type, data, timestamp, id
  }

  /// One struct for every message's data: a client may leave `data` out where nothing is needed.
  struct Fields: Codable {
    var token: String?
    var from, to: String?
    var after: WirePosition?
    var therapistId, serviceId: WireNumber?
    var date: String?
    var bookingId: WireNumber?
    var newStatus, expectedStatus: String?
    var expectedVersion: WireSeq?
    var reason: String?
    var notAfter: String?
    var seq: WireSeq?
    var appointmentDate, appointmentTime: String?
    var durationMinutes: WireDuration?
    var bedId: WireNumber?
    var notes: String?
    var overrideReason: String?
    var otherBookingId: WireNumber?
    var otherExpectedStatus: String?
    var otherExpectedVersion: WireSeq?
    var blockId, timeOffId, waitingId, customerId: WireNumber?
    var untilTime: String?
    var bookings: [WireNewBooking]?
    var changes: [WireOrderPart]?
    var shifts: [WireDayShifts]?
    var together: Bool?
    var method, outcome: String?
    var fact, text, expectedText: String?
    var taskId: WireNumber?
    var mark: String?
    var payment: WireNewBooking.WirePayment?
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let word = try container.decode(String.self, forKey: .type)
    guard let type = ClientMessageType(rawValue: word) else {
      throw MessageProblem.unknownType(word)
    }
    let fields = try container.decodeIfPresent(Fields.self, forKey: .data) ?? Fields()
    let id = try container.decodeIfPresent(String.self, forKey: .id)
    guard id?.utf8.count ?? 0 <= ClientEnvelope.longestID else {
      throw MessageProblem.malformed(detail: "id is too long")
    }
    envelope = ClientEnvelope(try ClientMessage(type: type, fields: fields, id: id), id: id)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let (type, fields) = envelope.message.typeAndFields
    try container.encode(type.rawValue, forKey: .type)
    try container.encode(fields, forKey: .data)
    try container.encodeIfPresent(timestamp?.description, forKey: .timestamp)
    try container.encodeIfPresent(envelope.requestID, forKey: .id)
  }
}

extension ClientEnvelope {
  /// Replies repeat the id, so it must not be a way to make the server send much. A UUID has 36.
  static let longestID = 128

  fileprivate var requestID: String? {
    if case .command(let command) = message { command.id.asSent } else { id }
  }
}

extension ClientMessage {
  fileprivate typealias Fields = WireClientEnvelope.Fields

  fileprivate init(type: ClientMessageType, fields: Fields, id: String?) throws(MessageProblem) {
    switch type {
    case .authenticate:
      self = .authenticate(token: try fields.required(\.token, "token"))
    case .subscribeBookingUpdates:
      self = .subscribeBookingUpdates(
        Subscription(
          from: try Wire.date(ifAny: fields.from, "from"),
          to: try Wire.date(ifAny: fields.to, "to"),
          after: fields.after?.position))
    case .subscribeTherapistSchedule:
      self = .subscribeTherapistSchedule(
        therapist: UserID(try fields.required(\.therapistId, "therapistId").number),
        date: try Wire.date(try fields.required(\.date, "date"), "date"))
    case .requestAvailability:
      self = .requestAvailability(
        service: ServiceID(try fields.required(\.serviceId, "serviceId").number),
        therapist: fields.therapistId.map { UserID($0.number) },
        date: try Wire.date(try fields.required(\.date, "date"), "date"))
    case .eventAck: self = .eventAck(seq: try fields.required(\.seq, "seq").number)
    case .holdSlot: self = .hold(try fields.heldSlot())
    case .releaseSlot: self = .hold(nil)
    case .refreshSession: self = .refreshSession
    case .ping: self = .ping
    case .updateBookingStatus, .markArrived, .moveBooking, .changeService, .writeNotes,
      .takePayment,
      .undo,
      .createBooking, .swapBookings, .changeBookings, .blockTime, .unblockTime, .addWaiting,
      .removeWaiting, .takeTimeOff, .endTimeOff, .setShifts, .noteCall, .wishTherapist,
      .changeGuest,
      .addTask, .markTask:
      self = .command(try fields.command(type: type, id: id))
    }
  }

  fileprivate var typeAndFields: (ClientMessageType, Fields) {
    var fields = Fields()
    switch self {
    case .authenticate(let token):
      fields.token = token
      return (.authenticate, fields)
    case .subscribeBookingUpdates(let wanted):
      fields.from = wanted.from?.description
      fields.to = wanted.to?.description
      fields.after = wanted.after.map(WirePosition.init)
      return (.subscribeBookingUpdates, fields)
    case .subscribeTherapistSchedule(let therapist, let date):
      fields.therapistId = WireNumber(therapist.number)
      fields.date = date.description
      return (.subscribeTherapistSchedule, fields)
    case .requestAvailability(let service, let therapist, let date):
      fields.serviceId = WireNumber(service.number)
      fields.therapistId = therapist.map { WireNumber($0.number) }
      fields.date = date.description
      return (.requestAvailability, fields)
    case .command(let command):
      return (command.order.type, Fields(command))
    case .eventAck(let seq):
      fields.seq = WireSeq(seq)
      return (.eventAck, fields)
    case .hold(let slot?): return (.holdSlot, Fields(slot))
    case .hold(nil): return (.releaseSlot, fields)
    case .refreshSession: return (.refreshSession, fields)
    case .ping: return (.ping, fields)
    }
  }
}

extension WireClientEnvelope.Fields {
  func required<Value>(_ field: KeyPath<Self, Value?>, _ name: String) throws(MessageProblem)
    -> Value
  {
    guard let value = self[keyPath: field] else {
      throw .malformed(detail: "data.\(name) is missing")
    }
    return value
  }
}
