/// The numbers that this program takes from outside (a message, a row, a line, a file), and the
/// range of each. Whoever takes one in checks it here and names the field in its refusal.
///
/// Types such as `Minutes` have wider ranges of their own, so that sums and differences of checked
/// numbers always have room. Their initialisers clamp to those: nothing in the program can overflow.
package enum Ranges {
  /// Minutes of a treatment or of blocked time. A day is the longest that a row can have.
  package static let duration = 1...1440
  /// Minutes kept free after a treatment: a pause of more than four hours is a mistake.
  package static let buffer = 0...240
  /// Minutes before the start until which a cancellation is free: up to a month.
  package static let notice = 0...43_200
  /// Days from today on which something may be planned or entered late: ten years either way.
  package static let daysFromToday = -3_653...3_653
  /// Numbers of rows (`BIGINT` keys, counted from 1).
  package static let id: ClosedRange<Int64> = 1...Int64.max
  /// Positions of the log and versions of a booking: whole numbers that JSON carries exactly
  /// (2⁵³ − 1, RFC 8259, section 6).
  package static let position: ClosedRange<Int64> = 0...9_007_199_254_740_991
  /// Sessions paid for, guests of a room, events replayed. Another program may have booked more
  /// sessions than were paid for, so that less than none is left.
  package static let count = -1_000_000_000...1_000_000_000
  /// Seconds east of UTC: the world has −12 to +14 hours; a day covers whatever is decreed next.
  package static let zoneOffset = -86_400...86_400
  /// Milliseconds between two signs of life, or to wait before the next attempt: up to a day.
  package static let pause = 0...86_400_000
}

extension ClosedRange {
  /// "between 1 and 1440", as refusals say it.
  package var words: String { "between \(lowerBound) and \(upperBound)" }
}

extension Comparable {
  /// Itself, or the end of the range that it lies beyond.
  package func clamped(to range: ClosedRange<Self>) -> Self {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
