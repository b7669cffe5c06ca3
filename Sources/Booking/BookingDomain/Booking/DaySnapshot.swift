/// One day, whole, as it stood at a position of the log.
package struct DaySnapshot: Hashable, Sendable {
  package let date: LocalDate
  package let position: LogPosition
  package let spa: Spa
  /// By time, then therapist, then number; cancelled ones too.
  package let bookings: [Booking]
  /// By time, then therapist, then number.
  package let blocks: [Block]
  /// Who waits longest comes first.
  package let waiting: [WaitingGuest]
  /// The desk's, of whatever day: all that are open and the last that were done.
  package let tasks: [DeskTask]

  package init(
    date: LocalDate, position: LogPosition, spa: Spa, bookings: [Booking], blocks: [Block] = [],
    waiting: [WaitingGuest] = [], tasks: [DeskTask] = []
  ) {
    self.date = date
    self.position = position
    self.spa = spa
    self.bookings = bookings
    self.blocks = blocks
    self.waiting = waiting
    self.tasks = tasks
  }
}
