import BookingDomain

/// How long things are kept, at least.
package enum Retention {
  /// A console that was away longer takes a snapshot. Twice the promised day.
  package static let events = Minutes(2 * 24 * 60)
  /// An order may be sent again for a week.
  package static let requests = Minutes(7 * 24 * 60)
  /// An expired session is still told from an unknown one for a day.
  package static let sessions = Minutes(24 * 60)
  /// A task that is done: who handed what over is asked for weeks later.
  package static let tasks = Minutes(90 * 24 * 60)
  /// Rows of each kind in one call: a few milliseconds of lock. What is left over waits for the
  /// next call.
  package static let step: Int64 = 500
}
