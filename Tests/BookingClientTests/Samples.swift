import BookingClient
import BookingDomain
import BookingProtocol
import BookingTesting
import LinePromise

/// Milliseconds after an arbitrary start.
func at(_ milliseconds: Int64) -> Timestamp {
  Timestamp(milliseconds: SampleSpa.now.milliseconds + milliseconds)
}

func position(_ seq: Int64, epoch: String = "first") -> LogPosition {
  LogPosition(epoch: epoch, seq: seq)
}

/// The same number is the same command.
func order(_ number: Int, notAfter: Timestamp? = nil) -> Command {
  var randomness = SeededRandomness(seed: UInt64(number))
  return Command(
    id: .random(using: &randomness), booking: BookingID(Int64(number)),
    change: .changeStatus(to: .confirmed, reason: nil), notAfter: notAfter)
}

func picture(_ id: Int64, version: Int64) -> Booking {
  SampleSpa.booking(id, "Guest \(id)", "10:00", with: SampleSpa.linh, version: version)
}

func changed(_ id: Int64, version: Int64, seq: Int64, prev: Int64?) -> EventMessage {
  EventMessage(
    kind: .statusChanged(from: .scheduled, to: .confirmed), booking: BookingID(id),
    current: picture(id, version: version), customer: nil, therapist: SampleSpa.linh, seq: seq,
    prev: prev, byName: "Anna Lee", at: at(0))
}

/// - Parameter versions: by booking number.
func snapshot(
  _ versions: [Int64: Int64], seq: Int64, epoch: String = "first",
  days: ClosedRange<LocalDate> = SampleSpa.date...SampleSpa.date
) -> ServerMessage.Snapshot {
  ServerMessage.Snapshot(
    from: days.lowerBound, to: days.upperBound, position: position(seq, epoch: epoch),
    spa: SampleSpa.spa,
    bookings: versions.sorted { $0.key < $1.key }.map { picture($0.key, version: $0.value) })
}

func welcome(
  heartbeat: Int = 15_000, slot: Int = 0, serverTime: Timestamp = at(0), version: Int = 1
) -> ServerMessage {
  .connectionEstablished(
    ServerMessage.Welcome(
      protocolVersion: version, connection: 1, serverTime: serverTime, zone: SampleSpa.zone,
      heartbeat: heartbeat, position: position(10), reconnectSlot: slot))
}

func subscribed(
  _ seq: Int64, days: ClosedRange<LocalDate> = SampleSpa.date...SampleSpa.date,
  replayed: Int = 0, hasSnapshot: Bool = false
) -> ServerMessage {
  .subscribed(
    ServerMessage.Subscribed(
      from: days.lowerBound, to: days.upperBound, position: position(seq), replayed: replayed,
      hasSnapshot: hasSnapshot))
}

func digest(
  _ versions: [Int64: Int64], at seq: Int64, epoch: String = "first",
  days: ClosedRange<LocalDate> = Story.days, spa: Spa? = nil
) -> ServerMessage {
  let bookings = versions.map { picture($0.key, version: $0.value) }
  return .boardDigest(
    .init(
      from: days.lowerBound, to: days.upperBound, position: position(seq, epoch: epoch),
      value: BoardDigest(bookings).value, facts: spa.map { BoardDigest.facts(of: $0) }))
}

func accepted(_ command: Command, isReplayed: Bool = false) -> ServerMessage {
  .commandAccepted(
    ServerMessage.Accepted(
      id: command.id, seq: 11, version: 2, isReplayed: isReplayed, current: nil))
}

func login(_ person: Person = SampleSpa.reception) -> LoginAnswer {
  LoginAnswer(token: "token-of-\(person.name)", person: person, expiresAt: at(43_200_000))
}
