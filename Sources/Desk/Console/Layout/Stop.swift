import BookingDomain

/// Something in a column that the cursor stops at.
package enum Stop: Hashable, Sendable {
  case booking(Booking)
  case block(Block)
  /// Time that could be booked.
  case free(Range<TimeOfDay>)

  package var time: TimeOfDay {
    switch self {
    case .booking(let booking): booking.time
    case .block(let block): block.time
    case .free(let span): span.lowerBound
    }
  }

  package var end: TimeOfDay {
    switch self {
    case .booking(let booking): booking.end
    case .block(let block): block.end
    case .free(let span): span.upperBound
    }
  }

  package var booking: Booking? { if case .booking(let booking) = self { booking } else { nil } }

  /// The time of it nearest to another; free time can be entered anywhere.
  func time(nearest wanted: TimeOfDay) -> TimeOfDay {
    guard case .free(let span) = self else { return time }
    return min(max(wanted, span.lowerBound), span.upperBound - 5)
  }

  func contains(_ time: TimeOfDay) -> Bool { self.time <= time && time < end }
}
