/// Kinds that only the outbox has, beside those of the log (`EventKind`): the relay turns each into
/// entries of the log.
enum OutboxKind: String, Sendable {
  case guest = "GUEST", person = "PERSON", hours = "HOURS"
  case settled = "SETTLED", touched = "TOUCHED", unarrived = "UNARRIVED"

  /// As it is written in SQL.
  var sql: String { "'\(rawValue)'" }
}
