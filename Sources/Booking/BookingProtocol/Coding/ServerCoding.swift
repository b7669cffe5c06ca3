import BookingDomain

/// What the server sends, to and from JSON.
package enum ServerCoding {
  package static func encode(_ envelope: ServerEnvelope) -> [UInt8] {
    Wire.bytes(WireServerEnvelope(envelope))
  }

  /// A snapshot for many, encoded once. A receiver is sent the beginning, which is the same for
  /// all, and an end of its own: together the bytes of an envelope with the snapshot.
  package struct SharedSnapshot: Hashable, Sendable {
    package let beginning: [UInt8]

    package init(_ snapshot: ServerMessage.Snapshot) {
      let time = Timestamp(milliseconds: 0)
      let whole = ServerCoding.encode(ServerEnvelope(.bookingSnapshot(snapshot), timestamp: time))
      // Keys stand sorted: `data` comes first, and the rest behind it.
      beginning = Array(whole.dropLast(End(nil, time).bytes.count))
    }

    package func end(id: String?, timestamp: Timestamp) -> [UInt8] { End(id, timestamp).bytes }

    private struct End: Encodable {
      let id: String?
      let timestamp: String
      let type = "BOOKING_SNAPSHOT"

      init(_ id: String?, _ timestamp: Timestamp) {
        self.id = id
        self.timestamp = timestamp.description
      }

      /// Without the opening brace: the end of an object that has begun.
      var bytes: [UInt8] { Array(Wire.bytes(self).dropFirst()) }
    }
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
    try checkTexts(bytes)
    return try Wire.value(WireServerEnvelope.self, from: bytes).envelope
  }

  /// The polling transport's array. Messages of unknown types are left out.
  package static func decodeArray(_ bytes: some Collection<UInt8>) throws(MessageProblem)
    -> [ServerEnvelope]
  {
    try checkTexts(bytes)
    return try Wire.value([Known].self, from: bytes).compactMap(\.envelope)
  }

  /// Bytes of one text: a shop's longest note fits twice. A console draws and measures what it is
  /// told again and again.
  private static let longestText = 131_072

  private static func checkTexts(_ bytes: some Collection<UInt8>) throws(MessageProblem) {
    guard bytes.count > longestText else { return }
    var length = 0
    for byte in bytes {
      length = byte == UInt8(ascii: "\"") ? 0 : length + 1
      guard length <= longestText else {
        throw .malformed(detail: "a text of more than \(longestText) bytes")
      }
    }
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
    let word = try container.decode(String.self, forKey: .type)
    guard let type = ServerMessageType(rawValue: word) else {
      throw MessageProblem.unknownType(word)
    }
    let id = try container.decodeIfPresent(String.self, forKey: .id)
    let timestamp = try Wire.timestamp(
      container.decode(String.self, forKey: .timestamp), "timestamp")

    func data<Value: Decodable>(_: Value.Type) throws -> Value {
      try container.decode(Value.self, forKey: .data)
    }
    func event() throws -> EventMessage {
      try data(WireEvent.self).event(
        type: type, seq: container.decode(WireSeq.self, forKey: .seq).number,
        prev: container.decodeIfPresent(WireSeq.self, forKey: .prev)?.number)
    }

    let message: ServerMessage =
      switch type {
      case .connectionEstablished:
        .connectionEstablished(try data(WireWelcome.self).welcome())
      case .bookingSnapshot: .bookingSnapshot(try data(WireSnapshot.self).snapshot())
      case .subscribed: .subscribed(try data(WireSubscribed.self).subscribed())
      case .bookingCreated, .bookingStatusChanged, .bookingUpdated, .bookingGone,
        .paymentCompleted, .blocksChanged, .waitingChanged, .tasksChanged:
        .event(try event())
      case .boardDigest: .boardDigest(try data(WireDigest.self).message())
      case .availabilityUpdated:
        .availabilityUpdated(try data(WireAvailability.self).availability())
      case .therapistScheduleUpdated:
        .therapistScheduleUpdated(try data(WireSchedule.self).schedule())
      case .commandAccepted: .commandAccepted(try data(WireAccepted.self).accepted(id: id))
      case .commandRefused: .commandRefused(try data(WireRefused.self).refused(id: id))
      case .error: .error(try data(WireError.self))
      case .slotHeld: .slotHeld(try data(WireHold.self).value())
      case .slotReleased: .slotReleased(holder: try data(WireRelease.self).holder)
      case .pong: .pong
      case .sessionRefreshed:
        .sessionRefreshed(expiresAt: try data(WireExpiry.self).timestamp())
      case .sessionExpiring:
        .sessionExpiring(expiresAt: try data(WireExpiry.self).timestamp())
      case .databaseState: .databaseState(trouble: try data(WireDatabaseState.self).trouble)
      case .serverDraining: .serverDraining(try data(WireDraining.self))
      }
    envelope = ServerEnvelope(message, id: id, timestamp: timestamp)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(envelope.timestamp.description, forKey: .timestamp)
    try container.encodeIfPresent(envelope.requestID, forKey: .id)

    func put(_ type: ServerMessageType, _ data: some Encodable) throws {
      try container.encode(type.rawValue, forKey: .type)
      try container.encode(data, forKey: .data)
    }

    switch envelope.message {
    case .connectionEstablished(let welcome):
      try put(.connectionEstablished, WireWelcome(welcome))
    case .bookingSnapshot(let snapshot): try put(.bookingSnapshot, WireSnapshot(snapshot))
    case .subscribed(let subscribed): try put(.subscribed, WireSubscribed(subscribed))
    case .event(let event):
      try put(event.kind.type, WireEvent(event))
      try container.encode(event.seq, forKey: .seq)
      try container.encodeIfPresent(event.prev, forKey: .prev)
    case .boardDigest(let digest): try put(.boardDigest, WireDigest(digest))
    case .availabilityUpdated(let availability):
      try put(.availabilityUpdated, WireAvailability(availability))
    case .therapistScheduleUpdated(let schedule):
      try put(.therapistScheduleUpdated, WireSchedule(schedule))
    case .commandAccepted(let accepted): try put(.commandAccepted, WireAccepted(accepted))
    case .commandRefused(let refused): try put(.commandRefused, WireRefused(refused))
    case .error(let message, let detail):
      try put(.error, WireError(message: message, detail: detail))
    case .slotHeld(let hold): try put(.slotHeld, WireHold(hold))
    case .slotReleased(let holder): try put(.slotReleased, WireRelease(holder: holder))
    case .pong: try put(.pong, WireNothing())
    case .sessionRefreshed(let expiry): try put(.sessionRefreshed, WireExpiry(expiry))
    case .sessionExpiring(let expiry): try put(.sessionExpiring, WireExpiry(expiry))
    case .databaseState(let trouble):
      try put(.databaseState, WireDatabaseState(trouble: trouble))
    case .serverDraining(let reason, let slot):
      try put(.serverDraining, WireDraining(reason: reason, reconnectSlot: WireInteger(slot)))
    }
  }
}

extension ServerEnvelope {
  /// Answers to commands are named by the command.
  fileprivate var requestID: String? {
    switch message {
    case .commandAccepted(let accepted): accepted.id.asSent
    case .commandRefused(let refused): refused.id.asSent
    default: id
    }
  }
}

extension ServerMessage {
  fileprivate static func error(_ wire: WireError) -> ServerMessage {
    .error(message: wire.message, detail: wire.detail)
  }

  fileprivate static func serverDraining(_ wire: WireDraining) -> ServerMessage {
    .serverDraining(reason: wire.reason, slot: wire.reconnectSlot.int)
  }
}
