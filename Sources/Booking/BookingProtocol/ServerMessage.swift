import BookingDomain

/// What a server sends: answers to one client, and events of the log.
package enum ServerMessage: Hashable, Sendable {
  case connectionEstablished(Welcome)
  /// The whole of the days subscribed to. Replaces what the client had.
  case bookingSnapshot(Snapshot)
  /// The subscription is live from here; everything missed came before.
  case subscribed(Subscribed)
  case event(EventMessage)
  /// What the subscribed days look like at a position, in one number: sent with the heartbeat to
  /// whoever has everything up to there, to compare with the picture at hand.
  case boardDigest(Digest)
  case availabilityUpdated(Availability)
  case therapistScheduleUpdated(TherapistSchedule)
  case commandAccepted(Accepted)
  case commandRefused(Refused)
  /// - Parameter detail: for people who write clients; the guide's `message` says only what kind.
  case error(message: String, detail: String?)
  /// Another desk is about to give this slot away (`SLOT_HELD`); over after
  /// `SlotHold.seconds`, or when `SLOT_RELEASED` names the holder.
  case slotHeld(SlotHold)
  case slotReleased(holder: Int64)
  case pong
  case sessionRefreshed(expiresAt: Timestamp)
  case sessionExpiring(expiresAt: Timestamp)
  /// Whether the database takes orders, said when that changes: why it does not, in a sentence for
  /// people, and nil where it does again.
  case databaseState(trouble: String?)
  /// Come back in `slot` milliseconds.
  case serverDraining(reason: String, slot: Int)

  package struct Welcome: Hashable, Sendable {
    package var message = "Connected to real-time booking system"
    package let protocolVersion: Int
    package let connection: Int64
    package let serverTime: Timestamp
    package let zone: SpaZone
    /// Milliseconds between WebSocket pings; after three times that in silence the line counts as dead.
    package let heartbeat: Int
    package let position: LogPosition
    /// Milliseconds to wait before reconnecting after this connection is lost: each client is told
    /// another number, so that they do not all come back at once.
    package let reconnectSlot: Int
    /// The limits that the spa has set for itself.
    package let policy: Decision.Policy

    package init(
      protocolVersion: Int, connection: Int64, serverTime: Timestamp, zone: SpaZone,
      heartbeat: Int, position: LogPosition, reconnectSlot: Int,
      policy: Decision.Policy = Decision.Policy()
    ) {
      self.protocolVersion = protocolVersion
      self.connection = connection
      self.serverTime = serverTime
      self.zone = zone
      self.heartbeat = heartbeat
      self.position = position
      self.reconnectSlot = reconnectSlot
      self.policy = policy
    }
  }

  package struct Snapshot: Hashable, Sendable {
    package let from, to: LocalDate
    package let position: LogPosition
    package let spa: Spa
    package let bookings: [Booking]
    package let blocks: [Block]
    package let waiting: [WaitingGuest]
    package let tasks: [DeskTask]

    package init(
      from: LocalDate, to: LocalDate, position: LogPosition, spa: Spa, bookings: [Booking],
      blocks: [Block] = [], waiting: [WaitingGuest] = [], tasks: [DeskTask] = []
    ) {
      (self.from, self.to, self.position) = (from, to, position)
      (self.spa, self.bookings, self.blocks) = (spa, bookings, blocks)
      (self.waiting, self.tasks) = (waiting, tasks)
    }
  }

  package struct Subscribed: Hashable, Sendable {
    package let from, to: LocalDate
    package let position: LogPosition
    /// Events replayed before this message; 0 after a snapshot.
    package let replayed: Int
    /// Whether a snapshot was sent before this message: without it, something was lost.
    package let hasSnapshot: Bool

    package init(
      from: LocalDate, to: LocalDate, position: LogPosition, replayed: Int,
      hasSnapshot: Bool = false
    ) {
      (self.from, self.to, self.position) = (from, to, position)
      (self.replayed, self.hasSnapshot) = (replayed, hasSnapshot)
    }
  }

  /// `BOARD_DIGEST`.
  package struct Digest: Hashable, Sendable {
    package let from, to: LocalDate
    package let position: LogPosition
    /// `BoardDigest.value` of what the viewer may see of these days.
    package let value: UInt64
    /// `BoardDigest.facts` of the picture's people, places, services and hours as the viewer may
    /// see them; nil from a server that does not say.
    package let facts: UInt64?
    /// `BoardDigest.shifts` of the same; 0 also from a server that knows none.
    package let shifts: UInt64
    /// `BoardDigest.charges` of the same; 0 also from a server that knows none.
    package let charges: UInt64
    /// `BoardDigest.doubts` of the same; 0 also from a server that knows none.
    package let doubts: UInt64

    package init(
      from: LocalDate, to: LocalDate, position: LogPosition, value: UInt64, facts: UInt64? = nil,
      shifts: UInt64 = 0, charges: UInt64 = 0, doubts: UInt64 = 0
    ) {
      (self.from, self.to, self.position) = (from, to, position)
      (self.value, self.facts) = (value, facts)
      (self.shifts, self.charges, self.doubts) = (shifts, charges, doubts)
    }
  }

  /// `COMMAND_ACCEPTED`: the order was carried out, and what it changed is on the disk.
  package struct Accepted: Hashable, Sendable {
    package let id: RequestID
    package let seq: Int64
    package let version: Int64
    package let isReplayed: Bool
    package let current: Booking?

    package init(
      id: RequestID, seq: Int64, version: Int64, isReplayed: Bool, current: Booking?
    ) {
      (self.id, self.seq, self.version) = (id, seq, version)
      (self.isReplayed, self.current) = (isReplayed, current)
    }
  }

  /// `COMMAND_REFUSED`: nothing was changed, and this is the row as it is.
  package struct Refused: Hashable, Sendable {
    package let id: RequestID
    package let refusal: Refusal
    package let current: Booking?
    package let isReplayed: Bool

    package init(id: RequestID, refusal: Refusal, current: Booking?, isReplayed: Bool) {
      (self.id, self.refusal, self.current, self.isReplayed) = (id, refusal, current, isReplayed)
    }
  }

  package struct Availability: Hashable, Sendable {
    package let service: ServiceID
    /// Nil where the answer is for any therapist of that service.
    package let therapist: UserID?
    package let date: LocalDate
    package let slots: [BookingDomain.Availability.Slot]

    package init(
      service: ServiceID, therapist: UserID?, date: LocalDate,
      slots: [BookingDomain.Availability.Slot]
    ) {
      (self.service, self.therapist, self.date, self.slots) = (service, therapist, date, slots)
    }
  }

  package struct TherapistSchedule: Hashable, Sendable {
    package let therapist: UserID
    package let date: LocalDate
    package let bookings: [Booking]

    package init(therapist: UserID, date: LocalDate, bookings: [Booking]) {
      (self.therapist, self.date, self.bookings) = (therapist, date, bookings)
    }
  }
}

/// An event of the log as one viewer may see it.
package struct EventMessage: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case created
    case statusChanged(from: BookingStatus, to: BookingStatus)
    case updated
    /// Deleted, or no longer the viewer's to see.
    case gone
    case paymentCompleted(paymentID: Int64)
    /// All the blocked time that this therapist has on that day now.
    case blocksChanged(UserID, LocalDate, [Block])
    /// All who wait for a slot on that day now.
    case waitingChanged(LocalDate, [WaitingGuest])
    /// All tasks of the desk that are open now, and the last that were done.
    case tasksChanged([DeskTask])
  }

  package let kind: Kind
  package let booking: BookingID?
  /// The booking as it is now, masked; nil for `gone` and payments. It may be newer than the
  /// event: apply it only where its version is newer than the one at hand.
  package let current: Booking?
  /// Of `gone`: the booking's version that this event made. Whoever has a newer picture of it keeps
  /// that one. Nil from a server that does not say.
  package let version: Int64?
  package let customer: CustomerID?
  package let therapist: UserID?
  package let seq: Int64
  /// The position of the event sent before this one to the same audience (the same days, the same
  /// mask), so that one encoding serves all of it. Beyond the client's own position it is a gap.
  package let prev: Int64?
  package let byName: String
  /// When the database had it: what commit-to-glass latency is counted from.
  package let at: Timestamp

  package init(
    kind: Kind, booking: BookingID?, current: Booking?, version: Int64? = nil,
    customer: CustomerID?, therapist: UserID?, seq: Int64, prev: Int64?, byName: String,
    at: Timestamp
  ) {
    self.kind = kind
    self.booking = booking
    self.current = current
    self.version = version
    self.customer = customer
    self.therapist = therapist
    self.seq = seq
    self.prev = prev
    self.byName = byName
    self.at = at
  }
}

/// A server message with what stands around it.
package struct ServerEnvelope: Hashable, Sendable {
  package let message: ServerMessage
  /// The request this answers.
  package let id: String?
  package let timestamp: Timestamp

  package init(_ message: ServerMessage, id: String? = nil, timestamp: Timestamp) {
    (self.message, self.id, self.timestamp) = (message, id, timestamp)
  }
}
