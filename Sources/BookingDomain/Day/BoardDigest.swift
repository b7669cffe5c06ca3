/// What a board shows of its bookings, as one number: two boards with the same number show the
/// same. Server and client reckon it with this code, so that a console can prove to itself that
/// nothing was lost on the way.
///
/// Only what every viewer of a booking sees goes in, so that a mask changes nothing; and only what
/// stands in the booking's own row, since names change without an event.
package struct BoardDigest: Hashable, Sendable {
  /// The order in which bookings came plays no part.
  package private(set) var value: UInt64 = 0
  private var parts: [BookingID: UInt64] = [:]

  package init(_ bookings: some Sequence<Booking> = []) {
    for booking in bookings { put(booking) }
  }

  /// Takes the place of whatever was known of this booking.
  package mutating func put(_ booking: Booking) {
    remove(booking.id)
    let part = Self.part(booking)
    parts[booking.id] = part
    value &+= part
  }

  package mutating func remove(_ id: BookingID) {
    if let part = parts.removeValue(forKey: id) { value &-= part }
  }

  private static func part(_ booking: Booking) -> UInt64 {
    let facts: [Int64] = [
      booking.id.number, booking.version, booking.therapist.number,
      Int64(booking.date.dayNumber), Int64(booking.time.seconds), Int64(booking.duration.count),
      booking.place.room.number, booking.place.bed?.number ?? -1,
      Int64(BookingStatus.allCases.firstIndex(of: booking.status) ?? -1),
    ]
    return facts.reduce(0) { mixed($0 ^ UInt64(bitPattern: $1)) }
  }

  /// SplitMix64's step: every bit of the answer depends on every bit of the question, so that
  /// sums of small numbers do not meet by chance.
  private static func mixed(_ number: UInt64) -> UInt64 {
    var z = number &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
