/// What the outbox knows besides the kinds of the log (`EventKind`), until the relay has made entries
/// of the log of it.
enum OutboxKind: String, Sendable {
  case guest = "GUEST", person = "PERSON", hours = "HOURS"
  case touched = "TOUCHED", unarrived = "UNARRIVED"

  /// As statements spell it.
  var sql: String { "'\(rawValue)'" }
}
