import BookingDomain

extension ExchangeNote {
  private static let date = FieldNote.needed("date", Form.date, "the day")
  private static let from = FieldNote.needed("from", Form.date, "the first day")
  private static let to = FieldNote.needed("to", Form.date, "the last day")
  private static let limit = FieldNote.optional(
    "limit", "count, from 1 to 50", "at most so many; 50 where it is left out")

  /// What is answered over HTTP, in the order in which a client needs it.
  package static let all: [ExchangeNote] = [
    ExchangeNote(
      "POST", "/api/login", "Begins a session.", for: "everybody",
      sent: Content(Form.object("Login"), "login-request"),
      answer: Content(Form.object("Session"), "login-answer")),
    ExchangeNote(
      "POST", "/api/logout",
      "Ends the session that the request shows, and its sockets; 401 where there is none to end. What is sent with it is not read.",
      for: "everybody", answer: Content("object without fields")),
    ExchangeNote(
      "GET", "/api/events",
      "What a WebSocket would have brought after a position, or a snapshot where there is none or it is of no use. Ends with SUBSCRIBED, whose position is the next after, and the board's digest.",
      for: "everybody with a session",
      parameters: [
        .optional("after", "EPOCH:SEQ", "the position that was last received"),
        .optional("from", Form.date, "the first day; left out it is the last, or today"),
        .optional("to", Form.date, "the last day; left out it is the first"),
        .optional(
          "wait", "seconds, from 0 to 25",
          "with nothing new the answer waits as long as that; 0 where it is left out"),
      ], answer: Content("list of messages, as the server sends them")),
    ExchangeNote(
      "POST", "/api/commands", "An order or a question, as a WebSocket would have carried it.",
      for: "everybody with a session",
      sent: Content("one message, as clients send them"), answer: Content("list of one message")),
    ExchangeNote(
      "GET", "/api/customers",
      "Customers by name, number or e-mail: the best match first, guests of today before others.",
      for: "reception, managers",
      parameters: [
        .needed(
          "find", Form.text(.search), "what their name, number or e-mail has in it"), limit,
      ], answer: Content(Form.list("CustomerCard"), "customers")),
    ExchangeNote(
      "GET", "/api/customers/ID", "One customer, with the newest bookings.",
      for: "reception, managers", answer: Content(Form.object("CustomerFile"), "customer")),
    ExchangeNote(
      "GET", "/api/bookings/ID/history", "What was done to a booking, oldest first.",
      for: "staff, a therapist of own bookings",
      answer: Content(Form.list("HistoryEntry"), "history")),
    ExchangeNote(
      "GET", "/api/changes", "What was done to the bookings of a day, newest first.",
      for: "managers", parameters: [date], answer: Content(Form.list("DayChange"), "changes")),
    ExchangeNote(
      "GET", "/api/takings", "What a day brought, by ways of payment.", for: "managers",
      parameters: [date], answer: Content(Form.object("Takings"), "takings")),
    ExchangeNote(
      "GET", "/api/past", "The bookings of a day with all that was done to them.",
      for: "reception, managers", parameters: [date],
      answer: Content(Form.object("DayPast"), "past")),
    ExchangeNote(
      "GET", "/api/sessions", "What is paid and not yet scheduled.", for: "reception, managers",
      parameters: [limit], answer: Content(Form.list("Unscheduled"), "unscheduled")),
    ExchangeNote(
      "GET", "/api/free", "The next free starts, earliest first.", for: "everybody with a session",
      parameters: [
        .needed("service", Form.id, "for what"), from,
        .needed("to", Form.date, "the last day, at most \(FreeQuestion.mostDays) days with it"),
        .optional("therapist", Form.id, "with whom; left out is whoever is free"),
        .optional("after", "time, HH:MM", "the earliest start"),
        .optional("before", "time, HH:MM", "the latest start"),
      ], answer: Content(Form.list("DatedStart"), "free")),
    ExchangeNote(
      "GET", "/api/fullness", "How full days are.", for: "staff, a therapist of own days",
      parameters: [
        from,
        .needed("to", Form.date, "the last day, at most \(DayFullness.mostDays) days with it"),
        .optional("therapist", Form.id, "of this one alone"),
      ], answer: Content(Form.list("DayFullness"), "fullness")),
    ExchangeNote(
      "POST", "/api/house", "Shows or changes accounts and the house.", for: "managers",
      sent: Content(Form.object("HouseLine"), "house-asked", "house-password-asked"),
      answer: Content(Form.object("HousePage"), "house")),
    ExchangeNote(
      "GET", "/api/house/changes", "What was changed of the house on a day, newest first.",
      for: "managers", parameters: [date],
      answer: Content(Form.list("HouseChange"), "house-changes")),
    ExchangeNote(
      "GET", "/health",
      "Whether the server takes orders: 503 while its database is away or takes none, so that a load balancer sends people elsewhere.",
      for: "everybody", answer: Content(Form.object("Health"), "health")),
    ExchangeNote(
      "GET", "/alive",
      "The process answers, whatever its database does: for who restarts servers.",
      for: "everybody", answer: Content(Form.object("Alive"), "alive")),
    ExchangeNote(
      "GET", "/metrics", "What happened, for Prometheus.",
      for:
        "programs on the server's machine, or whoever has metrics.token as Authorization: Bearer",
      answer: Content(
        "text in Prometheus' format 0.0.4, each name with its own explanation and unit")),
  ]

  /// Instead of every answer above.
  package static let refusal = Content(Form.object("HTTPRefusal"), "refusal")
}
