import BookingDomain

extension ObjectNote {
  /// The objects that bodies over HTTP are made of.
  package static let ofBodies: [ObjectNote] = [
    ObjectNote(
      name: "HTTPRefusal",
      summary: "What stands in the place of an answer, with a status of 400 or more.",
      fields: [.needed("error", Form.text, "one English sentence that says why")]),
    ObjectNote(
      name: "Login", summary: "Who wants to begin a session.",
      fields: [
        .needed("email", Form.text, "of the account"), .needed("password", Form.text, "as typed"),
      ]),
    ObjectNote(
      name: "Session", summary: "A session that has begun.",
      fields: [
        .needed("token", Form.text, "shows the session: as cookie or Authorization: Bearer"),
        .needed(
          "userType", "one of " + Role.allCases.map(\.userType).joined(separator: ", "), "the role"),
        .needed("userId", Form.id, "of `users`, for customers of `customers`"),
        .needed("name", Form.text, "of the person"),
        .needed("expiresAt", Form.instant, "when it ends, if it is not used before"),
      ]),
    ObjectNote(
      name: "CustomerCard", summary: "A customer, as reception knows them.",
      fields: person + [
        .optional("email", Form.text, "the address"),
        .optional("notes", Form.text, "what the shop's own notes say"),
        .needed("sessions", Form.list("PaidSessions"), "what is paid for and not all used"),
        .optional("lastVisit", Form.date, "the day"), .optional("nextVisit", Form.date, "the day"),
        .needed("past", Form.object("GuestPast"), "what says how the next booking will be"),
        .optional("family", Form.text, "the name of the customer at whose number they are called"),
      ]),
    ObjectNote(
      name: "CustomerFile", summary: "A customer with bookings and record.",
      fields: [
        .needed("customer", Form.object("CustomerCard"), "who"),
        .needed("bookings", Form.list("Booking"), "the newest first"),
        .optional(
          "record", Form.list("RecordLine"), "who wrote what into the record; left out is nobody"),
      ]),
    ObjectNote(
      name: "PaidSessions", summary: "A paid-for number of sessions of one service.",
      fields: [
        .needed("paymentItemId", Form.id, "its number"),
        .needed("serviceId", Form.id, "of what"), .needed("serviceName", Form.text, "its name"),
        .needed("total", Form.count, "as many were bought"),
        .needed("left", Form.count, "as many are left"),
        .optional("paidAt", Form.instant, "when they were paid"),
      ]),
    ObjectNote(
      name: "GuestPast", summary: "What of a customer's bookings says how the next one will be.",
      fields: [
        .optional("visits", Form.list("Visit"), "the last ones, newest first; left out is none"),
        .optional("next", Form.object("Visit"), "what is booked next"),
        .needed("missed", Form.count, "bookings that they did not come to"),
        .optional(
          "cancellations", Form.list("Cancellation"), "the last ones; left out is none"),
      ]),
    ObjectNote(
      name: "Visit", summary: "A booking, as short as can be.",
      fields: [
        .needed("serviceId", Form.id, "of what"), .needed("serviceName", Form.text, "its name"),
        .needed("therapistId", Form.id, "with whom"),
        .needed("appointmentDate", Form.date, "the day"),
        .needed("appointmentTime", Form.time, "the start"),
        .needed("durationMinutes", Form.duration, "the length"),
      ]),
    ObjectNote(
      name: "Cancellation", summary: "When a booking was cancelled, and when it would have begun.",
      fields: [
        .needed("appointmentDate", Form.date, "the day"),
        .needed("appointmentTime", Form.time, "the start"),
        .needed("at", Form.instant, "when it was cancelled"),
      ]),
    ObjectNote(
      name: "RecordLine", summary: "What somebody at the desk wrote into a customer's record.",
      fields: [
        .needed(
          "fact", "one of " + GuestFact.allCases.map(\.rawValue).joined(separator: ", "), "what"),
        .needed("before", Form.text, "what stood there; may be empty"),
        .needed("after", Form.text, "what stands there since; may be empty"),
        .needed("byName", Form.text, "who wrote it"), .needed("at", Form.instant, "when"),
      ]),
    ObjectNote(
      name: "HistoryEntry", summary: "One change of a booking.",
      fields: [
        .needed("change", Form.object("Change"), "who did what"),
        .optional("reason", Form.text, "why"),
        .optional("undoneAt", Form.instant, "when it was taken back; left out is never"),
        .optional("undoneByName", Form.text, "who took it back"),
        .optional("undoneSlot", Form.object("Slot"), "of a move taken back: where it had led to"),
        .optional("undoneNotes", Form.text, "of notes taken back: what had been written"),
      ]),
    ObjectNote(
      name: "DayChange", summary: "One change of a booking of the day.",
      fields: [
        .needed("bookingId", Form.id, "which booking"),
        .needed("customerName", Form.text, "the guest"),
        .needed("therapistId", Form.id, "with whom"),
        .needed("appointmentTime", Form.time, "the start"),
        .needed("entry", Form.object("HistoryEntry"), "what was done"),
      ]),
    ObjectNote(
      name: "DayPast", summary: "All that is known of a day's past.",
      fields: [
        .needed("date", Form.date, "the day"),
        .needed("bookings", Form.list("BookingPast"), "each that stands on it or once did"),
        .optional("house", Form.object("HousePast"), "left out where it is not known"),
      ]),
    ObjectNote(
      name: "HousePast", summary: "How the house that a day is drawn from stood earlier.",
      fields: [
        .needed("since", Form.instant, "before that nothing is known"),
        .needed("pictures", Form.list("HousePicture"), "oldest first; then it is as it is now"),
      ]),
    ObjectNote(
      name: "HousePicture", summary: "The house as it stood until something of it was changed.",
      fields: [
        .needed("until", Form.instant, "until then"),
        .needed("spa", Form.object("Spa"), "without services; its name may be empty"),
        .needed("blocks", Form.list("Block"), "blocked time and days off of that day"),
        .needed("done", "list of texts", "what was changed then, an English sentence each"),
      ]),
    ObjectNote(
      name: "BookingPast", summary: "A booking as it is, and how it came to be so.",
      fields: [
        .needed("booking", Form.object("Booking"), "as it is"),
        .needed("history", Form.list("HistoryEntry"), "oldest first"),
      ]),
    ObjectNote(
      name: "Takings", summary: "What a day brought.",
      fields: [
        .needed("date", Form.date, "the day"),
        .needed("lines", Form.list("TakingsLine"), "one for each way of payment and place of sale"),
        .needed("unpaid", Form.object("Total"), "what guests of that day still have to pay"),
      ]),
    ObjectNote(
      name: "TakingsLine", summary: "What one way of payment brought.",
      fields: [
        .needed("method", Form.paymentMethod, "the way"),
        .needed("soldAt", "DESK or SHOP", "where it was sold"),
        .needed("taken", Form.object("Total"), "paid on that day, without what was given back"),
        .needed("paidBack", Form.object("Total"), "paid on that day, and given back since"),
      ]),
    ObjectNote(
      name: "Total", summary: "Payments, counted and added up.",
      fields: [
        .needed("count", Form.count, "payments"),
        .needed("sum", Form.money, "of those whose amount can be read"),
        .optional(
          "unreadable", Form.count, "payments whose amount cannot be read; left out is none"),
      ]),
    ObjectNote(
      name: "Unscheduled", summary: "A customer with sessions that no booking uses yet.",
      fields: person + [.needed("sessions", Form.object("PaidSessions"), "which")]),
    ObjectNote(
      name: "DatedStart", summary: "A start that is free, on one of several days.",
      fields: [
        .needed("date", Form.date, "the day"), .needed("time", Form.time, "the start"),
        .needed("therapistId", Form.id, "with whom"),
      ]),
    ObjectNote(
      name: "DayFullness", summary: "How full a day is.",
      fields: [
        .needed("date", Form.date, "the day"), .needed("bookings", Form.count, "that take place"),
        .needed("bookedMinutes", "minutes", "of all therapists together"),
        .needed("openMinutes", "minutes", "that could be booked, of all therapists together"),
        .optional("closed", Form.text, "why the spa is closed; left out on a day that is open"),
        .needed("ahead", Form.list("Ahead"), "what is still to come, by therapist"),
      ]),
    ObjectNote(
      name: "Ahead", summary: "Bookings of a therapist that are still to come.",
      fields: [
        .needed("therapistId", Form.id, "whose"), .needed("bookings", Form.count, "how many"),
      ]),
    ObjectNote(
      name: "HouseLine", summary: "What is typed behind : at a desk.",
      fields: [
        .needed("line", Form.text, "`users off an@example.org`"),
        .optional(
          "password", Form.text, "for a line that gives one to an account; left out, one is made"),
      ]),
    ObjectNote(
      name: "HousePage", summary: "What is shown for such a line.",
      fields: [
        .needed("title", Form.text, "above it"),
        .needed("tables", Form.list("HouseTable"), "one below the other"),
        .optional("done", Form.text, "what was changed; left out where the line only asks"),
      ]),
    ObjectNote(
      name: "HouseTable", summary: "Rows of words, for people to read.",
      fields: [
        .needed("heading", "list of texts", "above the columns"),
        .needed("rows", "list of lists of texts", "a text for each column"),
      ]),
    ObjectNote(
      name: "HouseChange", summary: "What somebody changed of accounts or the house.",
      fields: [
        .needed("at", Form.instant, "when"), .needed("byName", Form.text, "who"),
        .needed("what", Form.text, "one English sentence"),
      ]),
    ObjectNote(
      name: "Health", summary: "How the server does.",
      fields: [
        .needed(
          "status",
          "one of " + ServerHealth.Status.allCases.map(\.rawValue).joined(separator: ", "),
          "waiting: orders wait in the database; degraded: it takes none; draining: it is being ended"
        ),
        .needed("database", "available or unavailable", "whether it takes orders"),
        .optional("cause", Form.text, "what keeps it from that; left out where nothing does"),
        .needed("orders", Form.object("WaitingOrders"), "that are not answered yet"),
        .needed("connections", Form.count, "open WebSockets"),
        .needed("epoch", Form.text, "of its position, as in Position"),
        .needed("position", Form.seq, "the last event in the log"),
        .needed("readers", Form.object("Readers"), "of the event log"),
      ]),
    ObjectNote(
      name: "WaitingOrders", summary: "Orders that the database has not answered yet.",
      fields: [
        .needed("waiting", Form.count, "how many"),
        .needed("longestSeconds", "whole seconds", "how long the oldest of them has waited"),
      ]),
    ObjectNote(
      name: "Readers", summary: "Connections that send EVENT_ACK.",
      fields: [
        .needed("acknowledging", Form.count, "how many"),
        .needed("furthestBehind", Form.count, "events sent to one and not acknowledged, at most"),
      ]),
    ObjectNote(
      name: "Alive", summary: "That the process answers.",
      fields: [.needed("status", "alive", "always that")]),
  ]

  private static let person: [FieldNote] = [
    .needed("customerId", Form.id, "of `customers`"), .needed("name", Form.text, "the name"),
    .optional("phone", Form.text, "the number"),
    .optional("alert", Form.text, "what to say at arrival"),
    .optional("preferences", Form.text, "what the guest likes"),
  ]
}
