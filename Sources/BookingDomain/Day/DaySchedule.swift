/// One therapist's or the whole spa's day as intervals of time: what overlaps what, and where
/// there is room.
package enum DaySchedule {
  /// Half-open `[start, end)` on the spa's clock of one day.
  package struct Interval: Hashable, Sendable {
    package let start: TimeOfDay
    package let end: TimeOfDay

    package init(start: TimeOfDay, end: TimeOfDay) {
      self.start = start
      self.end = end
    }

    package func overlaps(_ other: Interval) -> Bool { start < other.end && other.start < end }
  }
}
