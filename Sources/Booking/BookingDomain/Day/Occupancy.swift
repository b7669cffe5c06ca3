/// When each therapist, each bed and each seat of a day is taken. A booking is a large value, and whoever asks
/// for every start, therapist and bed would look through all of a day's again and again.
struct Occupancy: Sendable {
  private struct Span: Sendable {
    let booking: BookingID
    let interval: DaySchedule.Interval
  }

  private var therapists: [UserID: [Span]] = [:]
  private var beds: [BedID: [Span]] = [:]
  /// Of those who have no bed.
  private var seats: [RoomID: [Span]] = [:]
  private var roomsOfKinds: [ServiceTypeID: RoomID] = [:]
  private let kinds: [ServiceID: ServiceTypeID]
  private var blocks: [UserID: [DaySchedule.Interval]] = [:]

  init(_ day: Availability) {
    kinds = Dictionary(
      day.spa.services.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
    for booking in day.bookings { take(booking, on: day.date) }
    for block in day.blocks {
      blocks[block.therapist, default: []].append(block.interval(on: day.date))
    }
  }

  mutating func take(_ booking: Booking, on date: LocalDate) {
    let span = Span(booking: booking.id, interval: booking.occupied(on: date))
    therapists[booking.therapist, default: []].append(span)
    if let bed = booking.place.bed {
      beds[bed, default: []].append(span)
    } else {
      seats[booking.place.room, default: []].append(span)
      if let kind = kinds[booking.service.id] {
        roomsOfKinds[kind] = min(roomsOfKinds[kind] ?? booking.place.room, booking.place.room)
      }
    }
  }

  /// Where guests of this kind of service need no bed on this day.
  func roomOfSeats(for service: Service) -> RoomID? { roomsOfKinds[service.type] }

  /// Whether fewer sit in the room at every moment of that time than it holds.
  func hasSeat(
    in room: Room, during wanted: DaySchedule.Interval, ignoring: Set<BookingID> = []
  ) -> Bool {
    let there = (seats[room.id] ?? []).filter {
      $0.interval.overlaps(wanted) && !ignoring.contains($0.booking)
    }.map(\.interval)
    let ends = there.map(\.end).sorted()
    var (sitting, gone) = (0, 0)
    for start in there.map({ max($0.start, wanted.start) }).sorted() {
      sitting += 1
      while gone < ends.count, ends[gone] <= start { (sitting, gone) = (sitting - 1, gone + 1) }
      if sitting >= room.capacity { return false }
    }
    return room.capacity > 0
  }

  /// Whether the therapist has no booking then.
  func hasNoBooking(
    _ therapist: UserID, during wanted: DaySchedule.Interval, ignoring: Set<BookingID> = []
  ) -> Bool {
    Self.isFree(therapists[therapist], during: wanted, ignoring)
  }

  func isBlocked(_ therapist: UserID, during wanted: DaySchedule.Interval) -> Bool {
    blocks[therapist]?.contains { $0.overlaps(wanted) } ?? false
  }

  func isFree(
    _ bed: BedID, during wanted: DaySchedule.Interval, ignoring: Set<BookingID> = []
  ) -> Bool {
    Self.isFree(beds[bed], during: wanted, ignoring)
  }

  /// When the bed was last used before that time; midnight where it was not.
  func lastUse(of bed: BedID, before time: TimeOfDay, ignoring: Set<BookingID>) -> TimeOfDay {
    var last = TimeOfDay.midnight
    for span in beds[bed] ?? [] where span.interval.end <= time && span.interval.end > last {
      if !ignoring.contains(span.booking) { last = span.interval.end }
    }
    return last
  }

  private static func isFree(
    _ spans: [Span]?, during wanted: DaySchedule.Interval, _ ignoring: Set<BookingID>
  ) -> Bool {
    guard let spans else { return true }
    return !spans.contains { $0.interval.overlaps(wanted) && !ignoring.contains($0.booking) }
  }
}
