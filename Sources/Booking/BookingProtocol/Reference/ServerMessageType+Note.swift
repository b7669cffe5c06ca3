import BookingDomain

extension ServerMessageType {
  package var summary: String {
    switch self {
    case .connectionEstablished: "The first message: who the server is and what its clock shows."
    case .bookingSnapshot:
      "The subscribed days, whole, as they stood at a position. Replaces what the client had."
    case .subscribed: "Everything missed came before this message; from here on it is live."
    case .bookingCreated: "There is a new booking."
    case .bookingStatusChanged: "A booking's status changed."
    case .bookingUpdated: "Anything else about a booking changed: time, therapist, arrival, notes."
    case .bookingGone: "The booking was deleted, or is no longer the reader's to see."
    case .paymentCompleted: "A payment was completed."
    case .blocksChanged: "All the blocked time that this therapist has on that day now."
    case .waitingChanged: "All who wait for a slot on that day now."
    case .tasksChanged: "All tasks of the desk that are open now, and the last that were done."
    case .boardDigest:
      "What the subscribed days look like as one number, to compare with the picture at hand."
    case .availabilityUpdated: "Free starts, as asked for; again whenever they change."
    case .therapistScheduleUpdated:
      "A therapist's bookings of a day, as asked for; again whenever they change."
    case .commandAccepted: "The order was carried out and is durable. `id` is the order's."
    case .commandRefused: "Nothing was changed, and why. `id` is the order's."
    case .slotHeld: "Another desk is about to give this slot away. It forbids nothing."
    case .slotReleased: "That desk thought better of it."
    case .sessionRefreshed: "The session lasts until then."
    case .sessionExpiring: "The session ends soon; send REFRESH_SESSION."
    case .databaseState:
      "Whether the database takes orders, when that changes; an answer to a poll without it says yes."
    case .serverDraining: "The server stops; come back after the pause."
    case .error: "A message could not be read. The connection stays open."
    case .pong: "The answer to PING; unasked where the server's clock was set: its time is new."
    }
  }

  /// Who gets it.
  package var readers: String {
    switch self {
    case .connectionEstablished, .error, .pong, .serverDraining, .sessionRefreshed,
      .sessionExpiring, .commandAccepted, .commandRefused:
      "the connection it is about"
    case .bookingSnapshot, .subscribed, .boardDigest, .databaseState: "whoever subscribed"
    case .bookingCreated, .bookingStatusChanged, .bookingUpdated, .bookingGone:
      "the customer, the therapist (old and new), and staff who subscribed to the day"
    case .paymentCompleted: "the customer, reception, managers"
    case .blocksChanged: "reception and managers who subscribed to the day; the therapist"
    case .waitingChanged, .slotHeld, .slotReleased:
      "reception and managers who subscribed to the day"
    case .tasksChanged: "reception and managers who subscribed to any day"
    case .availabilityUpdated, .therapistScheduleUpdated: "whoever asked"
    }
  }

  /// Whether it is an entry of the log, with `seq` and `prev` beside `data`.
  package var isEvent: Bool {
    switch self {
    case .bookingCreated, .bookingStatusChanged, .bookingUpdated, .bookingGone, .paymentCompleted,
      .blocksChanged, .waitingChanged, .tasksChanged:
      true
    default: false
    }
  }

  package var fields: [FieldNote] {
    switch self {
    case .connectionEstablished:
      [
        .needed("message", Form.text, "the guide's sentence"),
        .needed(
          "protocolVersion", "whole number", "this reference is of \(ProtocolVersion.current)"),
        .needed("connection", "whole number", "the connection's number"),
        .needed("serverTime", Form.instant, "the server's clock"),
        .needed("zone", Form.object("Zone"), "the spa's time zone"),
        .needed(
          "heartbeatMilliseconds", Form.milliseconds,
          "between pings; silence of three times that is death"),
        .needed("position", Form.object("Position"), "where the log ends"),
        .needed("reconnectSlot", Form.milliseconds, "to wait before coming back; clients differ"),
        .optional(
          "freeCancellationMinutes", "minutes before the start, \(Ranges.notice.words)",
          "closer to it a cancellation is late; left out it is \(Decision.Policy().lateCancellation.count)"
        ),
        .optional(
          "lateCancellationUsesSession", Form.yesOrNo,
          "whether it uses the session up; left out is no"),
      ]
    case .bookingSnapshot:
      Self.days + [
        .needed("spa", Form.object("Spa"), "people, places and services"),
        .needed("bookings", Form.list("Booking"), "of these days"),
        .optional("blocks", Form.list("Block"), "blocked time; left out is none"),
        .optional("waiting", Form.list("Waiting"), "who waits; left out is nobody"),
        .optional("tasks", Form.list("Task"), "the desk's; left out is none"),
      ]
    case .subscribed:
      Self.days + [
        .needed("replayed", Form.count, "events sent before this message"),
        .optional("snapshot", Form.yesOrNo, "whether a snapshot was sent before it"),
      ]
    case .bookingCreated: Self.event + [Self.newStatus]
    case .bookingStatusChanged:
      Self.event + [
        .needed("oldStatus", Form.status, "before it"), Self.newStatus,
      ]
    case .bookingUpdated: Self.event
    case .bookingGone:
      Self.about + [
        .optional("version", Form.seq, "of the booking; keep a picture that is newer")
      ] + Self.written
    case .paymentCompleted:
      Self.about + [.needed("paymentId", Form.id, "of `payments`")] + Self.written
    case .blocksChanged:
      [
        .needed("therapistId", Form.id, "whose time"),
        .needed("appointmentDate", Form.date, "on which day"),
        .needed("blocks", Form.list("Block"), "all of them"),
      ] + Self.written
    case .waitingChanged:
      [
        .optional("therapistId", Form.id, "for whom the change is"),
        .needed("appointmentDate", Form.date, "on which day"),
        .needed("waiting", Form.list("Waiting"), "all of them"),
      ] + Self.written
    case .tasksChanged:
      [.needed("tasks", Form.list("Task"), "all of them")] + Self.written
    case .boardDigest:
      Self.days + [
        .needed("digest", "hexadecimal number of 64 bits", "see BoardDigest.swift"),
        .optional(
          "facts", "hexadecimal number of 64 bits",
          "of the snapshot's spa, as BoardDigest.facts reckons it; where it differs, subscribe anew"
        ),
        .optional(
          "shifts", "hexadecimal number of 64 bits",
          "of the same, as BoardDigest.shifts reckons it; left out is 0"),
        .optional(
          "charges", "hexadecimal number of 64 bits",
          "of the same, as BoardDigest.charges reckons it; left out is 0"),
        .optional(
          "doubts", "hexadecimal number of 64 bits",
          "of the same, as BoardDigest.doubts reckons it; left out is 0"),
      ]
    case .availabilityUpdated:
      [
        .needed("serviceId", Form.id, "as asked"),
        .optional("therapistId", Form.id, "as asked"), .needed("date", Form.date, "as asked"),
        .needed("availableSlots", Form.list("FreeStart"), "in order of time"),
      ]
    case .therapistScheduleUpdated:
      [
        .needed("therapistId", Form.id, "as asked"), .needed("date", Form.date, "as asked"),
        .needed("bookings", Form.list("Booking"), "of that day"),
      ]
    case .commandAccepted:
      [
        .needed("seq", Form.seq, "position of the order's event"),
        .needed("version", Form.seq, "the booking's new version"), Self.replayed, Self.current,
      ]
    case .commandRefused:
      [
        .needed(
          "code", "one of " + Refusal.Code.allCases.map(\.rawValue).joined(separator: ", "),
          "the reason for programs; take words that you do not know as \"other\""),
        .needed("message", Form.text, "the reason for people"), Self.replayed, Self.current,
        .optional("alternatives", "list of times", "free starts of that day instead"),
      ]
    case .slotHeld:
      [
        .needed("holder", "whole number", "the other desk's connection"),
        .needed("therapistId", Form.id, "whose time"),
        .needed("appointmentDate", Form.date, "on which day"),
        .needed("appointmentTime", Form.time, "from when on"),
        .needed("durationMinutes", Form.duration, "how long"),
        .needed("byName", Form.text, "who holds it"),
        .needed("seconds", "seconds", "how long it is worth showing"),
      ]
    case .slotReleased: [.needed("holder", "whole number", "as in SLOT_HELD")]
    case .sessionRefreshed, .sessionExpiring:
      [.needed("expiresAt", Form.instant, "when the session ends")]
    case .databaseState:
      [
        .needed("available", Form.yesOrNo, "whether orders are taken"),
        .optional(
          "message", Form.text, "for people: why none are; an ERROR says the same once more"),
      ]
    case .serverDraining:
      [
        .needed("reason", Form.text, "for people"),
        .needed("reconnectSlot", Form.milliseconds, "to wait before coming back"),
      ]
    case .error:
      [
        .needed("message", Form.text, "the guide's sentence"),
        .optional("detail", Form.text, "which field and what is wrong with it"),
      ]
    case .pong: []
    }
  }

  private static let days = [
    FieldNote.needed("from", Form.date, "first day"), FieldNote.needed("to", Form.date, "last day"),
    FieldNote.needed("position", Form.object("Position"), "how new it is at least"),
  ]
  private static let about = [
    FieldNote.optional("bookingId", Form.id, "which booking"),
    FieldNote.optional("customerId", Form.id, "whose"),
    FieldNote.optional("therapistId", Form.id, "with whom"),
  ]
  private static let written = [
    FieldNote.optional("byName", Form.text, "who did it; never told to customers"),
    FieldNote.needed("at", Form.instant, "when the database had it"),
  ]
  private static let event =
    about + [
      FieldNote.optional("appointmentDate", Form.date, "as it is now"),
      FieldNote.optional("appointmentTime", Form.time, "as it is now"),
      FieldNote.optional("serviceName", Form.text, "as it is now"),
      FieldNote.optional(
        "booking", Form.object("Booking"), "as it is now: apply it where its version is newer"),
    ] + written
  private static let newStatus = FieldNote.optional("newStatus", Form.status, "after it")
  private static let replayed = FieldNote.needed(
    "replayed", Form.yesOrNo, "whether this id was answered before")
  private static let current = FieldNote.optional(
    "current", Form.object("Booking"), "the booking as it is now")
}
