/// What a board shows of its bookings, as one number: two boards with the same number show the
/// same. Server and client reckon it with this code, so that a console can prove to itself that
/// nothing was lost on the way.
///
/// Only what every viewer of a booking sees goes in, so that a mask changes nothing; and only what
/// stands in the booking's own row, since names change without an event.
package struct BoardDigest: Hashable, Sendable {
  /// The order in which bookings came plays no part.
  package private(set) var value: UInt64 = 0
  private var parts: [Part: UInt64] = [:]
  /// Bookings, and blocked time by therapist and day.
  package var count: Int { parts.count }

  private enum Part: Hashable {
    case booking(BookingID)
    /// All the blocked time of one therapist on one day.
    case blocks(UserID, LocalDate)
  }

  package init(_ bookings: some Sequence<Booking> = [], blocks: some Sequence<Block> = []) {
    for booking in bookings { put(booking) }
    let groups = Dictionary(grouping: blocks) { Part.blocks($0.therapist, $0.date) }
    for (part, blocks) in groups { put(part, Self.number(blocks)) }
  }

  /// Takes the place of whatever was known of this booking.
  package mutating func put(_ booking: Booking) { put(.booking(booking.id), Self.number(booking)) }

  package mutating func remove(_ id: BookingID) { remove(.booking(id)) }

  /// Takes the place of all the blocked time that this therapist had on that day.
  package mutating func put(_ blocks: [Block], of therapist: UserID, on date: LocalDate) {
    let part = Part.blocks(therapist, date)
    if blocks.isEmpty { remove(part) } else { put(part, Self.number(blocks)) }
  }

  private mutating func put(_ part: Part, _ number: UInt64) {
    remove(part)
    parts[part] = number
    value &+= number
  }

  private mutating func remove(_ part: Part) {
    if let number = parts.removeValue(forKey: part) { value &-= number }
  }

  /// The people, places, services and hours that a board is drawn from, as one number. They change
  /// without a numbered event, so they are compared apart from the bookings.
  package static func facts(of spa: Spa) -> UInt64 {
    var sum = FNV1a.number(of: spa.name)
    for (place, therapist) in spa.therapists.enumerated() {
      let facts = [
        1, Int64(place), therapist.id.number, therapist.serviceType?.number ?? -1,
        Int64(bitPattern: FNV1a.number(of: therapist.state.rawValue)),
      ]
      sum &+= mixed(facts) ^ FNV1a.number(of: therapist.name)
    }
    for service in spa.services {
      let facts = [
        2, service.id.number, service.type.number, Int64(service.duration.count),
        Int64(service.buffer.count), service.isActive ? 1 : 0, service.isBookableOnline ? 1 : 0,
        Int64(bitPattern: FNV1a.number(of: service.price?.description ?? "")),
      ]
      sum &+= mixed(facts) ^ FNV1a.number(of: service.name)
    }
    for room in spa.rooms {
      sum &+=
        mixed([3, room.id.number, Int64(room.capacity), room.isActive ? 1 : 0])
        ^ FNV1a.number(of: room.name)
    }
    for bed in spa.beds {
      sum &+=
        mixed([4, bed.id.number, bed.room.number, bed.isActive ? 1 : 0])
        ^ FNV1a.number(of: bed.name)
    }
    for (weekday, hours) in spa.hours {
      sum &+= mixed([
        5, Int64(bitPattern: FNV1a.number(of: weekday.rawValue)), Int64(hours.open.seconds),
        Int64(hours.close.seconds),
      ])
    }
    return sum
  }

  /// When each therapist works, as one number; 0 where all work whenever the spa is open. A number of
  /// its own: `facts` must stay what older consoles reckon.
  package static func shifts(of spa: Spa) -> UInt64 {
    var sum: UInt64 = 0
    for (therapist, hours) in spa.shifts {
      for (day, shifts) in hours.shifts {
        let times = shifts.flatMap { [Int64($0.from.seconds), Int64($0.until.seconds)] }
        sum &+= mixed([6, therapist.number, number(day), Int64(shifts.count)] + times)
      }
    }
    return sum
  }

  /// What guests pay for each service, as one number; 0 where it is the price everywhere. A number of
  /// its own, as `shifts` is: another tax changes it, and no price.
  package static func charges(of spa: Spa) -> UInt64 {
    spa.services.reduce(0) { sum, service in
      guard let charge = service.charge, charge != service.price else { return sum }
      return sum &+ mixed([7, service.id.number, charge.hundredths])
    }
  }

  /// Whose hours cannot be read, as one number; 0 where all can. A number of its own, as `shifts` is.
  package static func doubts(of spa: Spa) -> UInt64 {
    spa.shifts.reduce(0) { sum, entry in
      let (therapist, hours) = entry
      let anyDay = hours.isAnyDayInDoubt ? mixed([8, therapist.number]) : 0
      return hours.doubtful.reduce(sum &+ anyDay) {
        $0 &+ mixed([9, therapist.number, number($1)])
      }
    }
  }

  private static func number(_ day: ShiftDay) -> Int64 {
    switch day {
    case .every(let weekday): Int64(weekday.place)
    case .on(let date): Int64(date.dayNumber) &+ 100
    }
  }

  private static func number(_ blocks: [Block]) -> UInt64 {
    blocks.reduce(0) { sum, block in
      sum
        &+ mixed([
          block.id.number, block.therapist.number, Int64(block.date.dayNumber),
          Int64(block.time.seconds), Int64(block.duration.count),
        ])
    }
  }

  private static func number(_ booking: Booking) -> UInt64 {
    mixed([
      booking.id.number, booking.version, booking.therapist.number,
      Int64(booking.date.dayNumber), Int64(booking.time.seconds), Int64(booking.duration.count),
      booking.place.room.number, booking.place.bed?.number ?? -1,
      Int64(BookingStatus.allCases.firstIndex(of: booking.status) ?? -1),
    ])
  }

  private static func mixed(_ facts: [Int64]) -> UInt64 {
    facts.reduce(0) { SplitMix64.first(from: $0 ^ UInt64(bitPattern: $1)) }
  }
}
