extension DaySchedule {
  /// Where a booking is drawn in its therapist's column: side by side with what overlaps it.
  package struct Lane: Hashable, Sendable {
    package let booking: Booking
    /// From 0.
    package let index: Int
    /// How many lanes its group of overlapping bookings needs.
    package let count: Int
  }

  /// Lanes for one therapist's bookings, in order of start. Foreign programs may write bookings
  /// that overlap; each must stay visible. Buffers do not count: they may be drawn over.
  package static func lanes(_ bookings: [Booking]) -> [Lane] {
    let ordered = bookings.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    var lanes: [Lane] = []
    var group: [(booking: Booking, index: Int)] = []
    var laneEnds: [TimeOfDay] = []

    func closeGroup() {
      lanes += group.map { Lane(booking: $0.booking, index: $0.index, count: laneEnds.count) }
      group = []
      laneEnds = []
    }
    for booking in ordered {
      if laneEnds.allSatisfy({ $0 <= booking.time }) { closeGroup() }
      // A booking of no length still takes its place.
      let end = max(booking.end, booking.time + 1)
      if let free = laneEnds.firstIndex(where: { $0 <= booking.time }) {
        laneEnds[free] = end
        group.append((booking, free))
      } else {
        group.append((booking, laneEnds.count))
        laneEnds.append(end)
      }
    }
    closeGroup()
    return lanes
  }
}
