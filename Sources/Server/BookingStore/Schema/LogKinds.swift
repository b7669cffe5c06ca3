/// What an entry of the log is about, as `frontdesk_events.kind` has it.
package enum EventKind: String, CaseIterable, Sendable {
  case created = "CREATED", status = "STATUS", updated = "UPDATED", gone = "GONE"
  case schedule = "SCHEDULE", payment = "PAYMENT", customer = "CUSTOMER"
  case blocks = "BLOCKS", waiting = "WAITING", tasks = "TASKS"

  /// As statements spell it.
  package var sql: String { "'\(rawValue)'" }
}

/// What was done to a booking, as `frontdesk_changes.kind` has it.
package enum ChangeKind: String, CaseIterable, Sendable {
  case created = "CREATED", status = "STATUS", arrival = "ARRIVAL", moved = "MOVED"
  case notes = "NOTES", payment = "PAYMENT", called = "CALLED", service = "SERVICE"
  case wished = "WISHED"

  /// As statements spell it.
  package var sql: String { "'\(rawValue)'" }
}
