/// Where a reader stands in the event log. Numbers of different epochs cannot be compared: a
/// database restored from a backup begins a new one.
package struct LogPosition: Hashable, Sendable {
  package let epoch: String
  package let seq: Int64

  package init(epoch: String, seq: Int64) {
    self.epoch = epoch
    self.seq = seq
  }
}

/// One day, whole, as it stood at a position of the log.
package struct DaySnapshot: Hashable, Sendable {
  package let date: LocalDate
  package let position: LogPosition
  package let spa: Spa
  /// By time, then therapist, then number; cancelled ones too.
  package let bookings: [Booking]
  /// By time, then therapist, then number.
  package let blocks: [Block]
  /// Whoever waits longest first.
  package let waiting: [WaitingGuest]

  package init(
    date: LocalDate, position: LogPosition, spa: Spa, bookings: [Booking], blocks: [Block] = [],
    waiting: [WaitingGuest] = []
  ) {
    self.date = date
    self.position = position
    self.spa = spa
    self.bookings = bookings
    self.blocks = blocks
    self.waiting = waiting
  }
}
