/// Free starts for a service: business hours, qualification and state of the therapist, existing
/// bookings with buffers, and a free bed or seat.
package struct Availability: Hashable, Sendable {
  package struct Slot: Hashable, Sendable {
    package let therapist: UserID
    package let time: TimeOfDay
    package let duration: Minutes

    package init(therapist: UserID, time: TimeOfDay, duration: Minutes) {
      (self.therapist, self.time, self.duration) = (therapist, time, duration)
    }
  }

  package let spa: Spa
  package let date: LocalDate
  /// Every booking that occupies, of all therapists: the day's own, what runs into it from the
  /// days before, and what the days after begin with.
  package let bookings: [Booking]
  /// The same of blocked time.
  package let blocks: [Block]
  /// Minutes between starts offered.
  package let grid: Minutes

  /// - Parameters:
  ///   - bookings: of any days; those too far away to touch this one are left out.
  ///   - blocks: likewise.
  package init(
    spa: Spa, date: LocalDate, bookings: [Booking], blocks: [Block] = [], grid: Minutes = 15
  ) {
    let around = DaySchedule.around(date)
    self.spa = spa
    self.date = date
    self.bookings = bookings.filter { around.contains($0.date) && $0.status.occupies }
    self.blocks = blocks.filter { around.contains($0.date) }
    self.grid = grid
  }

  /// By time, then in the order of the board's columns.
  /// - Parameters:
  ///   - therapist: nil for any.
  ///   - earliest: starts before this are left out; the present, for today.
  package func slots(
    for service: Service, therapist: UserID? = nil, from earliest: TimeOfDay = .midnight
  ) -> [Slot] {
    guard service.isActive else { return [] }
    let therapists = spa.therapists.filter {
      (therapist == nil || $0.id == therapist) && $0.does(service) && $0.state.takesBookings
        && spa.shifts[$0.id]?.isInDoubt(on: date) != true
    }
    let occupancy = Occupancy(self)
    let beds = bedsInUse
    let seatRooms = spa.seatRooms
    let shifts = shifts(of: therapists)
    return DaySchedule.starts(in: spa.openings(on: date), lasting: service.duration, grid: grid)
      .filter { $0 >= earliest }
      .flatMap { start -> [Slot] in
        let wanted = DaySchedule.Interval(
          start: start, end: start + service.duration + service.buffer)
        let hasBed = beds.contains { occupancy.isFree($0.id, during: wanted) }
        let seats = seatRooms.filter { occupancy.hasSeat(in: $0, during: wanted) }.map(\.id)
        guard hasBed || !seats.isEmpty else { return [] }
        guard
          hasBed || spa.beds.isEmpty
            || occupancy.roomOfSeats(for: service).map(seats.contains) ?? false
        else { return [] }
        let end = start + service.duration
        return therapists.filter {
          shifts[$0.id]?.contains { $0.start <= start && end <= $0.end } ?? true
        }.filter {
          occupancy.hasNoBooking($0.id, during: wanted)
            && !occupancy.isBlocked($0.id, during: wanted)
        }.map { Slot(therapist: $0.id, time: start, duration: service.duration) }
      }
  }

  /// When those work who do not simply work whenever the spa is open.
  private func shifts(of therapists: [Therapist]) -> [UserID: [DaySchedule.Interval]] {
    var found: [UserID: [DaySchedule.Interval]] = [:]
    for therapist in therapists where spa.shifts[therapist.id] != nil {
      found[therapist.id] = spa.openings(on: date, of: therapist.id)
    }
    return found
  }

  package func isFree(_ therapist: UserID, during wanted: DaySchedule.Interval) -> Bool {
    let occupancy = Occupancy(self)
    return occupancy.hasNoBooking(therapist, during: wanted)
      && !occupancy.isBlocked(therapist, during: wanted)
  }

  /// Beds in service, in rooms in use, that nobody has during `wanted`.
  package func freeBeds(during wanted: DaySchedule.Interval) -> [Bed] {
    let occupancy = Occupancy(self)
    return bedsInUse.filter { occupancy.isFree($0.id, during: wanted) }
  }

  /// Beds in service, in rooms in use.
  var bedsInUse: [Bed] {
    let rooms = Set(spa.rooms.filter(\.isActive).map(\.id))
    return spa.beds.filter { $0.isActive && rooms.contains($0.room) }
  }
}

extension Therapist {
  package func does(_ service: Service) -> Bool { serviceType == service.type }
}

extension Therapist.State {
  /// BUSY is the state of a moment and says nothing about the day; leave and offline do.
  package var takesBookings: Bool { self == .available || self == .busy }
}
