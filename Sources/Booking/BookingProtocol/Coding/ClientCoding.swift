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
}

struct WireClientEnvelope: Codable {
  let envelope: ClientEnvelope
  var timestamp: Timestamp?

  init(_ envelope: ClientEnvelope, timestamp: Timestamp) {
    self.envelope = envelope
    self.timestamp = timestamp
  }

  enum CodingKeys: String, CodingKey {
    case type, data, timestamp, id
  }

  /// One struct for every message's data: a client may leave `data` out where nothing is needed.
  struct Fields: Codable {
    var token: String?
    var from: String?
    var to: String?
    var after: WirePosition?
    var therapistId: WireNumber?
    var serviceId: WireNumber?
    var date: String?
    var bookingId: WireNumber?
    var newStatus: String?
    var expectedStatus: String?
    var expectedVersion: Int64?
    var reason: String?
    var notAfter: String?
    var seq: Int64?
    var appointmentDate: String?
    var appointmentTime: String?
    var durationMinutes: Int?
    var bedId: WireNumber?
    var notes: String?
    var overrideReason: String?
    var otherBookingId: WireNumber?
    var otherExpectedStatus: String?
    var otherExpectedVersion: Int64?
    var blockId: WireNumber?
    var waitingId: WireNumber?
    var customerId: WireNumber?
    var untilTime: String?
    var bookings: [WireNewBooking]?
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let type = try container.decode(String.self, forKey: .type)
    guard ClientMessage.types.contains(type) else { throw MessageProblem.unknownType(type) }
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
    try container.encode(type, forKey: .type)
    try container.encode(fields, forKey: .data)
    try container.encodeIfPresent(timestamp?.description, forKey: .timestamp)
    try container.encodeIfPresent(envelope.requestID, forKey: .id)
  }
}

extension ClientEnvelope {
  /// Replies repeat the id, so it must not be a way to make the server send much. A UUID has 36.
  static let longestID = 128

  fileprivate var requestID: String? {
    if case .command(let command) = message { command.id.text } else { id }
  }
}

extension ClientMessage {
  fileprivate typealias Fields = WireClientEnvelope.Fields

  static let types: Set<String> = [
    "AUTHENTICATE", "SUBSCRIBE_BOOKING_UPDATES", "SUBSCRIBE_THERAPIST_SCHEDULE",
    "REQUEST_AVAILABILITY", "UPDATE_BOOKING_STATUS", "MARK_ARRIVED", "MOVE_BOOKING",
    "WRITE_NOTES", "UNDO", "CREATE_BOOKING", "SWAP_BOOKINGS", "BLOCK_TIME", "UNBLOCK_TIME",
    "ADD_WAITING",
    "REMOVE_WAITING",
    "HOLD_SLOT", "RELEASE_SLOT", "EVENT_ACK", "REFRESH_SESSION", "PING",
  ]

  fileprivate init(type: String, fields: Fields, id: String?) throws(MessageProblem) {
    switch type {
    case "AUTHENTICATE":
      self = .authenticate(token: try fields.required(\.token, "token"))
    case "SUBSCRIBE_BOOKING_UPDATES":
      self = .subscribeBookingUpdates(
        Subscription(
          from: try fields.optionalDate(\.from, "from"), to: try fields.optionalDate(\.to, "to"),
          after: fields.after?.position))
    case "SUBSCRIBE_THERAPIST_SCHEDULE":
      self = .subscribeTherapistSchedule(
        therapist: UserID(try fields.required(\.therapistId, "therapistId").number),
        date: try Wire.date(try fields.required(\.date, "date"), "date"))
    case "REQUEST_AVAILABILITY":
      self = .requestAvailability(
        service: ServiceID(try fields.required(\.serviceId, "serviceId").number),
        therapist: fields.therapistId.map { UserID($0.number) },
        date: try Wire.date(try fields.required(\.date, "date"), "date"))
    case "EVENT_ACK": self = .eventAck(seq: try fields.required(\.seq, "seq"))
    case "HOLD_SLOT": self = .hold(try fields.heldSlot())
    case "RELEASE_SLOT": self = .hold(nil)
    case "REFRESH_SESSION": self = .refreshSession
    case "PING": self = .ping
    default: self = .command(try fields.command(type: type, id: id))
    }
  }

  fileprivate var typeAndFields: (String, Fields) {
    var fields = Fields()
    switch self {
    case .authenticate(let token):
      fields.token = token
      return ("AUTHENTICATE", fields)
    case .subscribeBookingUpdates(let wanted):
      fields.from = wanted.from?.description
      fields.to = wanted.to?.description
      fields.after = wanted.after.map(WirePosition.init)
      return ("SUBSCRIBE_BOOKING_UPDATES", fields)
    case .subscribeTherapistSchedule(let therapist, let date):
      fields.therapistId = WireNumber(therapist.number)
      fields.date = date.description
      return ("SUBSCRIBE_THERAPIST_SCHEDULE", fields)
    case .requestAvailability(let service, let therapist, let date):
      fields.serviceId = WireNumber(service.number)
      fields.therapistId = therapist.map { WireNumber($0.number) }
      fields.date = date.description
      return ("REQUEST_AVAILABILITY", fields)
    case .command(let command):
      return (command.order.type, Fields(command))
    case .eventAck(let seq):
      fields.seq = seq
      return ("EVENT_ACK", fields)
    case .hold(let slot?): return ("HOLD_SLOT", Fields(slot))
    case .hold(nil): return ("RELEASE_SLOT", fields)
    case .refreshSession: return ("REFRESH_SESSION", fields)
    case .ping: return ("PING", fields)
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

  func optionalDate(_ field: KeyPath<Self, String?>, _ name: String) throws(MessageProblem)
    -> LocalDate?
  {
    guard let text = self[keyPath: field] else { return nil }
    return try Wire.date(text, name)
  }
}
