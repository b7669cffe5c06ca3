import BookingDomain

/// What the server sends, to and from JSON.
package enum ServerCoding {
  package static func encode(_ envelope: ServerEnvelope) -> [UInt8] {
    Wire.bytes(WireServerEnvelope(envelope))
  }

  /// Several envelopes as one JSON array: an answer of the polling transport.
  package static func encode(_ envelopes: [ServerEnvelope]) -> [UInt8] {
    Wire.bytes(envelopes.map(WireServerEnvelope.init))
  }

  /// Unknown fields are ignored, an unknown type is `unknownType`: a newer server's word, which a
  /// client counts and passes over.
  package static func decode(_ bytes: some Collection<UInt8>) throws(MessageProblem)
    -> ServerEnvelope
  {
    try Wire.value(WireServerEnvelope.self, from: bytes).envelope
  }

  /// The polling transport's array. Messages of unknown types are left out.
  package static func decodeArray(_ bytes: some Collection<UInt8>) throws(MessageProblem)
    -> [ServerEnvelope]
  {
    try Wire.value([Known].self, from: bytes).compactMap(\.envelope)
  }

  private struct Known: Decodable {
    let envelope: ServerEnvelope?

    init(from decoder: any Decoder) throws {
      do {
        envelope = try WireServerEnvelope(from: decoder).envelope
      } catch MessageProblem.unknownType {
        envelope = nil
      }
    }
  }
}

private struct WireServerEnvelope: Codable {
  let envelope: ServerEnvelope

  init(_ envelope: ServerEnvelope) { self.envelope = envelope }

  enum CodingKeys: String, CodingKey {
    case type, data, timestamp, id, seq, prev
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let type = try container.decode(String.self, forKey: .type)
    let id = try container.decodeIfPresent(String.self, forKey: .id)
    let timestamp = try Wire.timestamp(
      container.decode(String.self, forKey: .timestamp), "timestamp")

    func data<Value: Decodable>(_: Value.Type) throws -> Value {
      try container.decode(Value.self, forKey: .data)
    }
    func event() throws -> EventMessage {
      try data(WireEvent.self).event(
        type: type, seq: container.decode(Int64.self, forKey: .seq),
        prev: container.decodeIfPresent(Int64.self, forKey: .prev))
    }

    let message: ServerMessage =
      switch type {
      case "CONNECTION_ESTABLISHED":
        .connectionEstablished(try data(WireWelcome.self).welcome())
      case "BOOKING_SNAPSHOT": .bookingSnapshot(try data(WireSnapshot.self).snapshot())
      case "SUBSCRIBED": .subscribed(try data(WireSubscribed.self).subscribed())
      case "BOOKING_CREATED", "BOOKING_STATUS_CHANGED", "BOOKING_UPDATED", "BOOKING_GONE",
        "PAYMENT_COMPLETED", "BLOCKS_CHANGED", "WAITING_CHANGED":
        .event(try event())
      case "BOARD_DIGEST": .boardDigest(try data(WireDigest.self).message())
      case "AVAILABILITY_UPDATED":
        .availabilityUpdated(try data(WireAvailability.self).availability())
      case "THERAPIST_SCHEDULE_UPDATED":
        .therapistScheduleUpdated(try data(WireSchedule.self).schedule())
      case "COMMAND_ACCEPTED": .commandAccepted(try data(WireAccepted.self).accepted(id: id))
      case "COMMAND_REFUSED": .commandRefused(try data(WireRefused.self).refused(id: id))
      case "ERROR": .error(try data(WireError.self))
      case "SLOT_HELD": .slotHeld(try data(WireHold.self).hold())
      case "SLOT_RELEASED": .slotReleased(holder: try data(WireRelease.self).holder)
      case "PONG": .pong
      case "SESSION_REFRESHED":
        .sessionRefreshed(expiresAt: try data(WireExpiry.self).timestamp())
      case "SESSION_EXPIRING":
        .sessionExpiring(expiresAt: try data(WireExpiry.self).timestamp())
      case "SERVER_DRAINING": .serverDraining(try data(WireDraining.self))
      default: throw MessageProblem.unknownType(type)
      }
    envelope = ServerEnvelope(message, id: id, timestamp: timestamp)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(envelope.timestamp.description, forKey: .timestamp)
    try container.encodeIfPresent(envelope.requestID, forKey: .id)

    func put(_ type: String, _ data: some Encodable) throws {
      try container.encode(type, forKey: .type)
      try container.encode(data, forKey: .data)
    }

    switch envelope.message {
    case .connectionEstablished(let welcome):
      try put("CONNECTION_ESTABLISHED", WireWelcome(welcome))
    case .bookingSnapshot(let snapshot): try put("BOOKING_SNAPSHOT", WireSnapshot(snapshot))
    case .subscribed(let subscribed): try put("SUBSCRIBED", WireSubscribed(subscribed))
    case .event(let event):
      try put(event.kind.type, WireEvent(event))
      try container.encode(event.seq, forKey: .seq)
      try container.encodeIfPresent(event.prev, forKey: .prev)
    case .boardDigest(let digest): try put("BOARD_DIGEST", WireDigest(digest))
    case .availabilityUpdated(let availability):
      try put("AVAILABILITY_UPDATED", WireAvailability(availability))
    case .therapistScheduleUpdated(let schedule):
      try put("THERAPIST_SCHEDULE_UPDATED", WireSchedule(schedule))
    case .commandAccepted(let accepted): try put("COMMAND_ACCEPTED", WireAccepted(accepted))
    case .commandRefused(let refused): try put("COMMAND_REFUSED", WireRefused(refused))
    case .error(let message, let detail):
      try put("ERROR", WireError(message: message, detail: detail))
    case .slotHeld(let hold): try put("SLOT_HELD", WireHold(hold))
    case .slotReleased(let holder): try put("SLOT_RELEASED", WireRelease(holder: holder))
    case .pong: try put("PONG", WireNothing())
    case .sessionRefreshed(let expiry): try put("SESSION_REFRESHED", WireExpiry(expiry))
    case .sessionExpiring(let expiry): try put("SESSION_EXPIRING", WireExpiry(expiry))
    case .serverDraining(let reason, let slot):
      try put("SERVER_DRAINING", WireDraining(reason: reason, reconnectSlot: slot))
    }
  }
}

extension ServerEnvelope {
  /// Answers to commands are named by the command.
  fileprivate var requestID: String? {
    switch message {
    case .commandAccepted(let accepted): accepted.id.text
    case .commandRefused(let refused): refused.id.text
    default: id
    }
  }
}

extension ServerMessage {
  fileprivate static func error(_ wire: WireError) -> ServerMessage {
    .error(message: wire.message, detail: wire.detail)
  }

  fileprivate static func serverDraining(_ wire: WireDraining) -> ServerMessage {
    .serverDraining(reason: wire.reason, slot: wire.reconnectSlot)
  }
}
