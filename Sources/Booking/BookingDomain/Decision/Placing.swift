/// Finds out whether something fits into a day, and on which bed: the spa's rules for every slot
/// that is newly taken, by booking, moving or swapping.
package struct Placing: Sendable {
  package let day: Availability
  package let now: Moment
  /// Who asks: conflicts are told to them as they may see them.
  package let person: Person

  /// Whether a refusal comes with other starts: they cost more than the refusal itself.
  var offersOthers = true

  private let openings: [DaySchedule.Interval]
  private let beds: [Bed]
  private let capacities: [RoomID: Int]
  private let seatRooms: [Room]
  private var occupancy: Occupancy
  /// What has been placed since, beside what stands in the day.
  private var placed: [Booking] = []

  package init(day: Availability, now: Moment, person: Person) {
    self.day = day.at(now)
    self.now = now
    self.person = person
    openings = day.spa.openings(on: day.date)
    beds = day.bedsInUse
    seatRooms = day.spa.seatRooms
    capacities = Dictionary(
      day.spa.rooms.filter(\.isActive).map { ($0.id, $0.capacity) }, uniquingKeysWith: { a, _ in a }
    )
    occupancy = Occupancy(self.day)
  }

  /// From now on this stands in the way as well.
  mutating func take(_ booking: Booking) {
    placed.append(booking)
    occupancy.take(booking, on: day.date)
  }

  /// A slot that somebody wants.
  package struct Wanted: Hashable, Sendable {
    package var service: Service
    package var therapist: UserID
    package var time: TimeOfDay
    package var duration: Minutes
    package var buffer: Minutes
    /// Must be this one.
    package var bed: BedID?
    /// Is this one where it is free.
    package var preferredBed: BedID?
    /// Stays in this room where it has no bed and a seat is free.
    package var preferredRoom: RoomID?
    /// Must be in this room: a couple stays together.
    package var room: RoomID?
    /// Bookings that will not stand in the way: the one that is being moved.
    package var ignoring: Set<BookingID>
    package var overrideReason: String?
    /// It is with this therapist already, who is not asked again whether they can.
    package var keepsTherapist = false
    /// It stands at this time already.
    package var keepsTime = false
    /// What stood there already was no longer than this: only what is added is questioned.
    package var keepsLength = false

    package init(
      service: Service, therapist: UserID, time: TimeOfDay, duration: Minutes? = nil,
      buffer: Minutes? = nil, bed: BedID? = nil, preferredBed: BedID? = nil, room: RoomID? = nil,
      ignoring: Set<BookingID> = [], overrideReason: String? = nil
    ) {
      self.service = service
      self.therapist = therapist
      self.time = time
      self.duration = duration ?? service.duration
      self.buffer = buffer ?? service.buffer
      self.bed = bed
      self.preferredBed = preferredBed
      self.room = room
      self.ignoring = ignoring
      self.overrideReason = overrideReason
    }

    var interval: DaySchedule.Interval {
      DaySchedule.Interval(start: time, end: time + duration + buffer)
    }
    var end: TimeOfDay { time + duration }

    /// Whether nothing is asked of the therapist's working hours that stands not already.
    var keepsShift: Bool { keepsTherapist && keepsTime && keepsLength }
  }

  /// A booking may be put in up to this long after it should have begun: the walk-in who is on the
  /// table already.
  package static let lateEntry: Minutes = 60

  /// - Returns: the room and bed it gets.
  package func place(_ wanted: Wanted) throws(Refusal) -> Place {
    let therapist = try therapist(wanted.therapist)
    guard (1...720).contains(wanted.duration.count) else {
      throw Refusal(.malformed, "A booking lasts from 1 to 720 minutes.")
    }
    guard wanted.time >= .midnight, wanted.time < .endOfDay else {
      throw Refusal(.malformed, "A booking begins between 00:00 and 23:59 of its day.")
    }
    do throws(Refusal) {
      return try placedByTheRules(wanted, with: therapist)
    } catch {
      guard error.code.yieldsToReason, mayOverride(wanted) else { throw error }
      return try placedAgainstTheRules(wanted)
    }
  }

  private func placedByTheRules(_ wanted: Wanted, with therapist: Therapist) throws(Refusal)
    -> Place
  {
    if !wanted.keepsTherapist { try checkStaff(therapist, for: wanted) }
    if !(wanted.keepsTime && wanted.keepsLength) { try checkHours(wanted) }
    if !wanted.keepsTime { try checkIsNotPast(wanted) }
    if !wanted.keepsShift { try checkShift(wanted) }
    try checkNobodyStands(inTheWayOf: wanted)
    return try bed(for: wanted)
  }

  /// At most three other starts of that day that would do, nearest to the wanted one first.
  package func alternatives(to wanted: Wanted) -> [TimeOfDay] {
    guard offersOthers else { return [] }
    let starts = DaySchedule.starts(in: openings, lasting: wanted.duration, grid: day.grid)
    let fitting = starts.filter {
      guard $0 != wanted.time else { return false }
      var other = wanted
      other.time = $0
      other.keepsTime = false
      other.keepsLength = false
      return fits(other)
    }
    let nearest = fitting.sorted {
      (abs($0.seconds - wanted.time.seconds), $0.seconds)
        < (abs($1.seconds - wanted.time.seconds), $1.seconds)
    }
    return Array(nearest.prefix(3))
  }

  /// Whether it could be booked without a manager's reason.
  package func fits(_ wanted: Wanted) -> Bool {
    guard let therapist = day.spa.therapists.first(where: { $0.id == wanted.therapist }),
      wanted.keepsTherapist || therapist.does(wanted.service) && therapist.state.takesBookings,
      wanted.keepsTime && wanted.keepsLength || isWithinHours(wanted),
      wanted.keepsShift || isWithinShift(wanted),
      wanted.keepsTime || !isPast(wanted), isFree(wanted),
      !occupancy.isBlocked(wanted.therapist, during: wanted.interval)
    else { return false }
    return beds.contains { isFree($0, for: wanted) } || seat(for: wanted) != nil
  }

  private func isFree(_ wanted: Wanted) -> Bool {
    occupancy.hasNoBooking(
      wanted.therapist, during: wanted.interval, ignoring: wanted.ignoring)
  }

  private func therapist(_ id: UserID) throws(Refusal) -> Therapist {
    guard let found = day.spa.therapists.first(where: { $0.id == id }) else {
      throw Refusal(.noSuchTherapist, "There is no therapist \(id).")
    }
    return found
  }

  private func mayOverride(_ wanted: Wanted) -> Bool {
    wanted.overrideReason.isReason
      && Rights.scope(of: .overbook, for: person.role) == .all
  }

  private func checkStaff(_ therapist: Therapist, for wanted: Wanted) throws(Refusal) {
    guard wanted.service.isActive else {
      throw Refusal(.noSuchService, "\(wanted.service.name) is not offered any more.")
    }
    guard therapist.does(wanted.service) else {
      throw Refusal(.notQualified, "\(therapist.name) does not do \(wanted.service.name).")
    }
    guard therapist.state.takesBookings else {
      throw Refusal(.therapistAway, "\(therapist.name) takes no bookings: \(therapist.state.word).")
    }
  }

  private func checkHours(_ wanted: Wanted) throws(Refusal) {
    guard !isWithinHours(wanted) else { return }
    let hours = day.spa.hours[day.date.weekday].map {
      "the spa is open from \($0.open.hourMinute) to \($0.closeOnClock.hourMinute)"
    }
    throw Refusal(
      .outsideHours,
      "\(wanted.time.hourMinute)–\(wanted.end.hourMinute) does not fit: "
        + (hours ?? "the spa is closed on that day") + "."
        + (day.spa.lacks == [.hours] ? " \(day.spa.sentenceOfLacks ?? "")" : ""),
      alternatives: alternatives(to: wanted))
  }

  private func checkShift(_ wanted: Wanted) throws(Refusal) {
    guard !isWithinShift(wanted) else { return }
    // Who is off is the better answer than when they would work.
    if let block = block(against: wanted), block.timeOff != nil {
      throw refusal(for: block, wanted)
    }
    let sentence =
      day.spa.sentence(ofShiftsOf: wanted.therapist, on: day.date)
      ?? "\(name(wanted.therapist)) does not work then"
    throw Refusal(
      .notAtWork,
      "\(wanted.time.hourMinute)–\(wanted.end.hourMinute) does not fit: \(sentence).",
      alternatives: alternatives(to: wanted))
  }

  private func isWithinShift(_ wanted: Wanted) -> Bool {
    day.spa.shifts[wanted.therapist] == nil
      || day.spa.isOpen(
        during: DaySchedule.Interval(start: wanted.time, end: wanted.end), on: day.date,
        of: wanted.therapist)
  }

  private func checkIsNotPast(_ wanted: Wanted) throws(Refusal) {
    guard !isPast(wanted) else {
      throw Refusal(
        .alreadyPast, "\(wanted.time.hourMinute) on \(day.date.short) is over.",
        alternatives: alternatives(to: wanted))
    }
  }

  private func isWithinHours(_ wanted: Wanted) -> Bool {
    openings.contains { $0.start <= wanted.time && wanted.end <= $0.end }
  }

  private func isPast(_ wanted: Wanted) -> Bool {
    now.minutesUntil(LocalMoment(date: day.date, time: wanted.time)) < -Self.lateEntry
  }

  private func checkNobodyStands(inTheWayOf wanted: Wanted) throws(Refusal) {
    // Who is off, or a closed spa, is the better answer than a guest who happens to stand there.
    if let block = block(against: wanted), block.timeOff != nil {
      throw refusal(for: block, wanted)
    }
    if let other = obstacle(to: wanted) {
      let maker = other.lastChange.flatMap { $0.kind == .created ? $0.byName : nil } ?? ""
      throw Refusal(
        .slotTaken,
        "\(name(wanted.therapist)) has \(other.described(to: person, on: day.date)) then"
          + pause(between: other, and: wanted)
          + (maker.isEmpty || Visibility.Mask(person.role) != .staff
            ? "." : ", booked by \(maker)."),
        alternatives: alternatives(to: wanted))
    }
    if let block = block(against: wanted) { throw refusal(for: block, wanted) }
  }

  private func refusal(for block: Block, _ wanted: Wanted) -> Refusal {
    Refusal(
      .blocked, block.sentence(of: name(wanted.therapist)), alternatives: alternatives(to: wanted))
  }

  /// Where the treatments themselves would not overlap: what is kept free behind the first.
  private func pause(between other: Booking, and wanted: Wanted) -> String {
    let buffer = other.time < wanted.time ? other.buffer : wanted.buffer
    let overlaps = other.date == day.date && other.time < wanted.end && wanted.time < other.end
    guard other.date == day.date, !overlaps, buffer > 0 else { return "" }
    return ", and \(buffer.count) minutes are kept free between two guests"
  }

  private func name(_ therapist: UserID) -> String {
    day.spa.therapists.first { $0.id == therapist }?.name ?? "The therapist"
  }

  /// Another booking of the therapist's in that time.
  private func obstacle(to wanted: Wanted) -> Booking? {
    guard !isFree(wanted) else { return nil }
    return (day.bookings + placed).filter {
      $0.therapist == wanted.therapist && !wanted.ignoring.contains($0.id)
        && $0.occupied(on: day.date).overlaps(wanted.interval)
    }.min { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  private func block(against wanted: Wanted) -> Block? {
    guard occupancy.isBlocked(wanted.therapist, during: wanted.interval) else { return nil }
    return day.blocks.filter {
      $0.therapist == wanted.therapist && $0.interval(on: day.date).overlaps(wanted.interval)
    }.min { ($0.date, $0.time, $0.id) < ($1.date, $1.time, $1.id) }
  }
}

extension Placing {
  /// A seat: where the booking stands already, or where others sit on this day for the same kind of
  /// service; in a spa without a bed, in any room. Nil where none is free or a bed was asked for.
  private func seat(for wanted: Wanted) -> Place? {
    guard wanted.bed == nil, !seatRooms.isEmpty else { return nil }
    let wish = wanted.preferredRoom ?? occupancy.roomOfSeats(for: wanted.service)
    let room = seatRooms.first { room in
      (day.spa.beds.isEmpty || room.id == wish) && (wanted.room ?? room.id) == room.id
        && occupancy.hasSeat(in: room, during: wanted.interval, ignoring: wanted.ignoring)
    }
    return room.map { Place(room: $0.id, roomName: $0.name) }
  }

  private func bed(for wanted: Wanted) throws(Refusal) -> Place {
    if wanted.preferredBed == nil, let seat = seat(for: wanted) { return seat }
    let free = beds(for: wanted)
    if let wish = wanted.preferredBed, let bed = free.first(where: { $0.id == wish }) {
      return place(on: bed)
    }
    if let best = free.first { return place(on: best) }
    if let id = wanted.bed {
      guard let bed = day.spa.beds.first(where: { $0.id == id }) else {
        throw Refusal(.noSuchBed, "There is no bed \(id).")
      }
      throw Refusal(
        .bedBusy, "\(bed.name) is not free then.", alternatives: alternatives(to: wanted))
    }
    let span = "\(wanted.time.hourMinute)–\(wanted.end.hourMinute)"
    throw Refusal(
      .noBedFree,
      seatRooms.isEmpty ? "No bed is free \(span)." : "No bed and no seat is free \(span).",
      alternatives: alternatives(to: wanted))
  }

  /// Free beds that may be taken, the best fit first: in the smallest room, so that the couples'
  /// room stays free for couples; of those the one that was used last before, so that the day has
  /// few long gaps instead of many short ones.
  func beds(for wanted: Wanted) -> [Bed] {
    beds.filter { isFree($0, for: wanted) }.map { bed in
      let last = occupancy.lastUse(of: bed.id, before: wanted.time, ignoring: wanted.ignoring)
      return (bed: bed, capacity: capacities[bed.room] ?? 0, lastUse: last)
    }.sorted { a, b in
      if a.capacity != b.capacity { return a.capacity < b.capacity }
      return a.lastUse != b.lastUse ? a.lastUse > b.lastUse : a.bed.id < b.bed.id
    }.map(\.bed)
  }

  /// Whether nobody has the bed then, and it is where it has to be.
  private func isFree(_ bed: Bed, for wanted: Wanted) -> Bool {
    (wanted.bed ?? bed.id) == bed.id && (wanted.room ?? bed.room) == bed.room
      && occupancy.isFree(bed.id, during: wanted.interval, ignoring: wanted.ignoring)
  }

  private func place(on bed: Bed) -> Place {
    Place(
      room: bed.room,
      roomName: day.spa.rooms.first { $0.id == bed.room }?.name ?? "Room \(bed.room)",
      bed: bed.id, bedName: bed.name)
  }

  /// The shop's own keys stop this, whoever asks for it: two bookings may overlap there, but not
  /// begin together.
  private func checkNobodyBegins(togetherWith wanted: Wanted) throws(Refusal) {
    let beginning = (day.bookings + placed).filter {
      $0.therapist == wanted.therapist && $0.date == day.date && $0.status.isOpen
        && !wanted.ignoring.contains($0.id)
    }
    guard let together = beginning.first(where: { $0.time == wanted.time }) else { return }
    let starts = beginning.map(\.time)
    let others = [5, -5, 10, -10, 15].map { wanted.time + Minutes($0) }
      .filter { !starts.contains($0) && $0 >= .midnight && $0 < .endOfDay }
    throw Refusal(
      .slotTaken,
      "\(name(wanted.therapist)) has \(together.described(to: person)) then; even against the "
        + "rules two cannot begin in the same minute.",
      alternatives: Array(others.prefix(3)))
  }

  /// A manager's word puts a booking anywhere; it gets a free bed where there is one, and stands in
  /// a room without one otherwise: that of the bed that was asked for.
  private func placedAgainstTheRules(_ wanted: Wanted) throws(Refusal) -> Place {
    try checkNobodyBegins(togetherWith: wanted)
    if wanted.preferredBed == nil, let seat = seat(for: wanted) { return seat }
    let free = beds(for: wanted)
    if let bed = free.first(where: { $0.id == wanted.preferredBed }) ?? free.first {
      return place(on: bed)
    }
    let wish = (wanted.bed ?? wanted.preferredBed).flatMap { id in
      day.spa.beds.first { $0.id == id }?.room
    }
    let rooms = day.spa.rooms.filter { $0.isActive && (wanted.room ?? $0.id) == $0.id }
    guard let room = rooms.first(where: { $0.id == wish }) ?? rooms.first else {
      throw Refusal(.noBedFree, "There is no room in use.")
    }
    return Place(room: room.id, roomName: room.name)
  }
}
