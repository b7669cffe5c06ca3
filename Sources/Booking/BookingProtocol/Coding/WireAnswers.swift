import BookingDomain

/// `PONG` says nothing, but the guide's `data` is always an object.
struct WireNothing: Codable {}

struct WireError: Codable {
  let message: String
  let detail: String?
}

struct WireDatabaseState: Codable {
  let available: Bool
  let message: String?

  init(trouble: String?) {
    available = trouble == nil
    message = trouble
  }

  /// What is wrong although nobody says what.
  var trouble: String? {
    available ? nil : message ?? "The booking database takes no changes."
  }
}

struct WireDraining: Codable {
  let reason: String
  let reconnectSlot: WireInteger<WireKind.Pause>
}

struct WireExpiry: Codable {
  let expiresAt: String

  init(_ expiry: Timestamp) { expiresAt = expiry.description }

  func timestamp() throws(MessageProblem) -> Timestamp {
    try Wire.timestamp(expiresAt, "expiresAt")
  }
}

struct WireWelcome: Codable {
  let message: String
  let protocolVersion: WireInteger<WireKind.ProtocolVersion>
  let connection: Int64
  let serverTime: String
  let zone: WireZone
  let heartbeatMilliseconds: WireInteger<WireKind.Heartbeat>
  let position: WirePosition
  let reconnectSlot: WireInteger<WireKind.Pause>
  /// Missing where the spa has set nothing of its own.
  let freeCancellationMinutes: WireInteger<WireKind.Notice>?
  let lateCancellationUsesSession: Bool?

  struct WireZone: Codable {
    let name: String
    let offsets: [WireOffset]
  }

  struct WireOffset: Codable {
    let from: String
    let seconds: WireInteger<WireKind.ZoneOffset>
  }

  init(_ welcome: ServerMessage.Welcome) {
    message = welcome.message
    protocolVersion = WireInteger(welcome.protocolVersion)
    connection = welcome.connection
    serverTime = welcome.serverTime.description
    zone = WireZone(
      name: welcome.zone.name,
      offsets: welcome.zone.offsets.map {
        WireOffset(from: $0.from.description, seconds: WireInteger($0.seconds))
      })
    heartbeatMilliseconds = WireInteger(welcome.heartbeat)
    position = WirePosition(welcome.position)
    reconnectSlot = WireInteger(welcome.reconnectSlot)
    let usual = Decision.Policy()
    let isUsual = welcome.policy == usual
    freeCancellationMinutes =
      isUsual ? nil : WireInteger(welcome.policy.lateCancellation.count)
    lateCancellationUsesSession = isUsual ? nil : welcome.policy.lateCancellationKeepsSession
  }

  /// A zone changes its offset some two times a year, and is told for some years.
  private static let mostOffsets = 1_000

  func welcome() throws(MessageProblem) -> ServerMessage.Welcome {
    guard zone.offsets.count <= Self.mostOffsets else {
      throw .malformed(detail: "zone.offsets has \(zone.offsets.count) entries")
    }
    var offsets: [SpaZone.Offset] = []
    for wire in zone.offsets {
      offsets.append(
        SpaZone.Offset(
          from: try Wire.timestamp(wire.from, "zone.offsets.from"), seconds: wire.seconds.int))
    }
    guard !offsets.isEmpty else { throw .malformed(detail: "zone.offsets is empty") }
    return ServerMessage.Welcome(
      protocolVersion: protocolVersion.int, connection: connection,
      serverTime: try Wire.timestamp(serverTime, "serverTime"),
      zone: SpaZone(name: zone.name, offsets: offsets), heartbeat: heartbeatMilliseconds.int,
      position: position.position, reconnectSlot: reconnectSlot.int, policy: policy)
  }
}

extension WireWelcome {
  private var policy: Decision.Policy {
    var policy = Decision.Policy()
    if let freeCancellationMinutes {
      policy.lateCancellation = Minutes(freeCancellationMinutes.int)
    }
    if let lateCancellationUsesSession {
      policy.lateCancellationKeepsSession = lateCancellationUsesSession
    }
    return policy
  }
}

struct WireSnapshot: Codable {
  let from, to: String
  let position: WirePosition
  let spa: WireSpa
  let bookings: [WireBooking]
  /// Nil is none.
  let blocks: [WireBlock]?
  let waiting: [WireWaiting]?
  let tasks: [WireTask]?

  init(_ snapshot: ServerMessage.Snapshot) {
    from = snapshot.from.description
    to = snapshot.to.description
    position = WirePosition(snapshot.position)
    spa = WireSpa(snapshot.spa)
    bookings = [WireBooking](snapshot.bookings)
    blocks = [WireBlock](ifAny: snapshot.blocks)
    waiting = [WireWaiting](ifAny: snapshot.waiting)
    tasks = [WireTask](ifAny: snapshot.tasks)
  }

  func snapshot() throws(MessageProblem) -> ServerMessage.Snapshot {
    ServerMessage.Snapshot(
      from: try Wire.date(from, "from"), to: try Wire.date(to, "to"),
      position: position.position, spa: try spa.value(), bookings: try bookings.values(),
      blocks: try blocks?.values() ?? [], waiting: try waiting?.values() ?? [],
      tasks: try tasks?.values() ?? [])
  }
}

struct WireSubscribed: Codable {
  let from, to: String
  let position: WirePosition
  let replayed: WireCount
  /// Nil is no.
  let snapshot: Bool?

  init(_ subscribed: ServerMessage.Subscribed) {
    from = subscribed.from.description
    to = subscribed.to.description
    position = WirePosition(subscribed.position)
    replayed = WireCount(subscribed.replayed)
    snapshot = subscribed.hasSnapshot ? true : nil
  }

  func subscribed() throws(MessageProblem) -> ServerMessage.Subscribed {
    ServerMessage.Subscribed(
      from: try Wire.date(from, "from"), to: try Wire.date(to, "to"),
      position: position.position, replayed: replayed.int, hasSnapshot: snapshot ?? false)
  }
}

struct WireAccepted: Codable {
  let seq: WireSeq
  let version: WireSeq
  let replayed: Bool
  let current: WireBooking?

  init(_ accepted: ServerMessage.Accepted) {
    seq = WireSeq(accepted.seq)
    version = WireSeq(accepted.version)
    replayed = accepted.isReplayed
    current = accepted.current.map(WireBooking.init)
  }

  func accepted(id: String?) throws(MessageProblem) -> ServerMessage.Accepted {
    ServerMessage.Accepted(
      id: try Wire.requestID(id), seq: seq.number, version: version.number, isReplayed: replayed,
      current: try current?.value())
  }
}

struct WireRefused: Codable {
  let code: String
  let message: String
  let current: WireBooking?
  let alternatives: [String]?
  let replayed: Bool

  init(_ refused: ServerMessage.Refused) {
    code = refused.refusal.code.rawValue
    message = refused.refusal.sentence
    current = refused.current.map(WireBooking.init)
    let times = refused.refusal.alternatives.map(\.description)
    alternatives = times.isEmpty ? nil : times
    replayed = refused.isReplayed
  }

  func refused(id: String?) throws(MessageProblem) -> ServerMessage.Refused {
    var times: [TimeOfDay] = []
    for text in alternatives ?? [] { times.append(try Wire.time(text, "alternatives")) }
    return ServerMessage.Refused(
      id: try Wire.requestID(id),
      // A newer server may have reasons that this client does not know: the sentence says them.
      refusal: Refusal(Refusal.Code(rawValue: code) ?? .other, message, alternatives: times),
      current: try current?.value(), isReplayed: replayed)
  }
}

struct WireSchedule: Codable {
  let therapistId: Int64
  let date: String
  let bookings: [WireBooking]

  init(_ schedule: ServerMessage.TherapistSchedule) {
    therapistId = schedule.therapist.number
    date = schedule.date.description
    bookings = [WireBooking](schedule.bookings)
  }

  func schedule() throws(MessageProblem) -> ServerMessage.TherapistSchedule {
    ServerMessage.TherapistSchedule(
      therapist: UserID(therapistId), date: try Wire.date(date, "date"),
      bookings: try bookings.values())
  }
}

/// The guide's "Availability Update", `therapistId` per free start after its own fields.
struct WireAvailability: Codable {
  let serviceId: Int64
  let therapistId: Int64?
  let date: String
  let availableSlots: [WireFreeStart]

  struct WireFreeStart: Codable {
    let time: String
    let duration: WireDuration
    let therapistId: Int64
  }

  init(_ availability: ServerMessage.Availability) {
    serviceId = availability.service.number
    therapistId = availability.therapist?.number
    date = availability.date.description
    availableSlots = availability.slots.map {
      WireFreeStart(
        time: $0.time.description, duration: WireDuration($0.duration),
        therapistId: $0.therapist.number)
    }
  }

  func availability() throws(MessageProblem) -> ServerMessage.Availability {
    var slots: [BookingDomain.Availability.Slot] = []
    for wire in availableSlots {
      slots.append(
        BookingDomain.Availability.Slot(
          therapist: UserID(wire.therapistId), time: try Wire.time(wire.time, "time"),
          duration: wire.duration.minutes))
    }
    return ServerMessage.Availability(
      service: ServiceID(serviceId), therapist: therapistId.map { UserID($0) },
      date: try Wire.date(date, "date"), slots: slots)
  }
}
