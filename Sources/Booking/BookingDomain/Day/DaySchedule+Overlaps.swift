extension DaySchedule {
  /// The bookings yet to be served, or being served, that are given at the same time as another by
  /// the same therapist or on the same bed. Only another program writes such; somebody has to part
  /// them. Buffers do not count: two guests can bear that one is tidied up after in a hurry.
  package static func overlapping(_ bookings: [Booking]) -> Set<BookingID> {
    let open = bookings.filter { $0.status.isOpen && $0.unreadable.isEmpty }
    let byTherapist = Dictionary(grouping: open) { $0.therapist }
    let byBed = Dictionary(grouping: open.filter { $0.place.bed != nil }) { $0.place.bed }
    var found: Set<BookingID> = []
    for group in Array(byTherapist.values) + Array(byBed.values) {
      // Of those that began before, only the one that ends last can reach this far.
      var last: Booking?
      for booking in group.sorted(by: { ($0.begin, $0.id) < ($1.begin, $1.id) }) {
        if let before = last, booking.begin < before.finish {
          found.formUnion([before.id, booking.id])
        }
        last = last.map { $0.finish < booking.finish ? booking : $0 } ?? booking
      }
    }
    return found
  }
}

extension Booking {
  /// When it begins and when the guest is done, in seconds of a clock that goes on at midnight.
  fileprivate var begin: Int { date.dayNumber * TimeOfDay.endOfDay.seconds + time.seconds }
  fileprivate var finish: Int { date.dayNumber * TimeOfDay.endOfDay.seconds + end.seconds }
}
