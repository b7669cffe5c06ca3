import BookingDomain

/// Compares what was told of the days watched with what the server says is there. It finds what no
/// numbered event can: a mistake of ours, and a write that no trigger saw.
struct Verification: Hashable, Sendable {
  enum Verdict: Hashable, Sendable {
    case same
    /// Once may be a change whose event is still on its way.
    case doubtful
    /// Twice in a row: the picture has to be taken anew.
    case different
  }

  /// How often the picture had to be taken anew.
  private(set) var repairs = 0
  private var days: ClosedRange<LocalDate>?
  private var picture = BoardDigest()
  private var isDoubtful = false

  mutating func took(
    _ bookings: [Booking], _ blocks: [Block], of days: ClosedRange<LocalDate>
  ) {
    self.days = days
    picture = BoardDigest(bookings, blocks: blocks)
    isDoubtful = false
  }

  /// Own bookings are told of on every day; only those of the days watched are on the board.
  mutating func took(_ booking: Booking) {
    if days?.contains(booking.date) == true { picture.put(booking) } else { lost(booking.id) }
  }

  mutating func took(_ blocks: [Block], of therapist: UserID, on date: LocalDate) {
    if days?.contains(date) == true { picture.put(blocks, of: therapist, on: date) }
  }

  mutating func lost(_ id: BookingID) { picture.remove(id) }

  mutating func compare(with value: UInt64) -> Verdict {
    guard value != picture.value else {
      isDoubtful = false
      return .same
    }
    guard isDoubtful else {
      isDoubtful = true
      return .doubtful
    }
    isDoubtful = false
    repairs += 1
    return .different
  }
}
