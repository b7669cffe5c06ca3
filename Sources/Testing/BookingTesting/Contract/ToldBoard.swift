import BookingDomain
import BookingStore

/// The bookings as they are known to somebody who has read only the log.
struct ToldBoard {
  struct Line: Hashable {
    let version: Int64
    let date: LocalDate?
    let therapist: UserID?

    init(_ booking: Booking) {
      (version, date, therapist) = (booking.version, booking.date, booking.therapist)
    }

    fileprivate init(_ event: BookingEvent) {
      (version, date, therapist) = (event.version, event.audience.date, event.audience.therapist)
    }
  }

  private(set) var position: LogPosition
  var bookings: [BookingID: Line] = [:]

  init(position: LogPosition) { self.position = position }

  /// Hears all that is new. The log has no holes, and no booking goes back in it.
  mutating func follow(_ store: any BookingStore) async throws {
    while let events = try await store.events(after: position, limit: 500), !events.isEmpty {
      for event in events {
        try requireEqual(event.seq, position.seq + 1, "the next number")
        position = LogPosition(epoch: position.epoch, seq: event.seq)
        try hear(event)
      }
    }
  }

  private mutating func hear(_ event: BookingEvent) throws {
    guard let id = event.booking else { return }
    let last = bookings[id]?.version ?? 0
    try require(event.version > last, "\(id) goes from version \(last) to \(event.version)")
    if event.kind == .gone { bookings[id] = nil } else { bookings[id] = Line(event) }
  }
}
