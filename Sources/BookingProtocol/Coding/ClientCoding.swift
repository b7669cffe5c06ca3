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
    "REQUEST_AVAILABILITY", "UPDATE_BOOKING_STATUS", "MARK_ARRIVED", "UNDO", "EVENT_ACK",
    "REFRESH_SESSION", "PING",
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
    case "UPDATE_BOOKING_STATUS":
      let status = try Wire.status(
        try fields.required(\.newStatus, "newStatus"), "newStatus")
      self = .command(
        try fields.command(.changeStatus(to: status, reason: fields.reason), id: id))
    case "MARK_ARRIVED": self = .command(try fields.command(.markArrived, id: id))
    case "UNDO": self = .command(try fields.command(.undo, id: id))
    case "EVENT_ACK": self = .eventAck(seq: try fields.required(\.seq, "seq"))
    case "REFRESH_SESSION": self = .refreshSession
    case "PING": self = .ping
    default: throw .unknownType(type)
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
      return (command.change.type, Fields(command))
    case .eventAck(let seq):
      fields.seq = seq
      return ("EVENT_ACK", fields)
    case .refreshSession: return ("REFRESH_SESSION", fields)
    case .ping: return ("PING", fields)
    }
  }
}

extension Change {
  fileprivate var type: String {
    switch self {
    case .changeStatus: "UPDATE_BOOKING_STATUS"
    case .markArrived: "MARK_ARRIVED"
    case .undo: "UNDO"
    }
  }
}

extension WireClientEnvelope.Fields {
  init(_ command: Command) {
    self.init()
    bookingId = WireNumber(command.booking.number)
    expectedStatus = command.expectedStatus?.rawValue
    expectedVersion = command.expectedVersion
    notAfter = command.notAfter?.description
    if case .changeStatus(let status, let why) = command.change {
      newStatus = status.rawValue
      reason = why
    }
  }

  func command(_ change: Change, id: String?) throws(MessageProblem) -> Command {
    Command(
      id: try Wire.requestID(id),
      booking: BookingID(try required(\.bookingId, "bookingId").number), change: change,
      expectedStatus: try expectedStatus.map { text throws(MessageProblem) in
        try Wire.status(text, "expectedStatus")
      },
      expectedVersion: expectedVersion,
      notAfter: try notAfter.map { text throws(MessageProblem) in
        try Wire.timestamp(text, "notAfter")
      })
  }

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
