import BookingDomain

/// The day itself, placed around now: somebody is on the table, somebody waits, somebody is late.
extension DemoBook {
  mutating func fillTheDay() {
    let now = request.now.local
    let isToday = now.date == request.date
    // Treatments placed by hand begin on the grid.
    let grid = now.time.minutes / 15 * 15
    var timetable = DemoTimetable(
      hours: hours, therapists: therapists, menu: menu, around: isToday ? grid : nil)
    let before = bookings.count
    if isToday { placeNow(&timetable, grid: grid) }
    placeAhead(&timetable, from: isToday ? grid : hours.open.minutes)
    placeLost(&timetable)
    placeRest(&timetable, wanted: house.bookingsOnTheDay - (bookings.count - before))
  }

  private mutating func placeNow(_ timetable: inout DemoTimetable, grid: Int) {
    let massage = DemoHouse.massage
    put(
      [
        // On the table, half done.
        PlacedVisit(massage, [60], with: 0, at: grid - 30, .inProgress, guest: 2),
        // Over time: planned to end a quarter of an hour ago.
        PlacedVisit(massage, [60], with: 1, at: grid - 75, .inProgress, guest: 5)
          .noted("Asked for more pressure on the shoulders"),
        // Waiting, with something to be said first.
        PlacedVisit(massage, [60, 30], with: 2, at: grid + 15, .confirmed, guest: 1).waiting,
        // Late: should have begun a quarter of an hour ago.
        PlacedVisit(DemoHouse.facial, [60, 45], with: 3, at: grid - 15, .confirmed, guest: 6),
        // Each begins the minute the therapist is free again.
        PlacedVisit(massage, [60], with: 0, at: grid + 45, .confirmed, guest: 10),
        PlacedVisit(massage, [45], with: 0, at: grid + 120, .scheduled, guest: 11),
        PlacedVisit(massage, [60], with: 0, at: grid + 180, .confirmed, guest: 3),
      ], in: &timetable)
  }

  /// The rows that must be there, later in the day.
  private mutating func placeAhead(_ timetable: inout DemoTimetable, from grid: Int) {
    let massage = DemoHouse.massage
    let isOver = request.date < request.now.today
    let first: BookingStatus = isOver ? .completed : .confirmed
    let second: BookingStatus = isOver ? .completed : .scheduled
    put(
      [
        PlacedVisit(massage, [70], with: 2, at: grid + 105, first, guest: 4),
        // A couple, side by side.
        PlacedVisit(massage, [90], with: 0, at: grid + 270, second, guest: 8).noted("Couple"),
        PlacedVisit(massage, [90], with: 1, at: grid + 270, second, guest: 9).noted("Couple"),
        PlacedVisit(massage, [60], with: 1, at: grid + 30, second, guest: 12),
        PlacedVisit(DemoHouse.facial, [75], with: 3, at: grid + 75, first, guest: 7),
      ], in: &timetable)
  }

  /// Cancelled bookings lie anywhere; the no-show lies behind now, where it can have happened.
  private mutating func placeLost(_ timetable: inout DemoTimetable) {
    for _ in 0..<max(1, house.bookingsOnTheDay / 10) {
      let place = timetable.anywhere(in: hours, &random)
      add(place, on: request.date, .cancelled)
    }
    for _ in 0..<200 {
      let place = timetable.anywhere(in: hours, &random)
      if instant(request.date, place.start) + 20 < request.now.instant {
        add(place, on: request.date, .noShow)
        return
      }
    }
  }

  private mutating func placeRest(_ timetable: inout DemoTimetable, wanted: Int) {
    var missing = wanted
    // A full day refuses many tries before it is really full.
    for _ in 0..<wanted * 20 where missing > 0 {
      guard let place = timetable.placeAnywhere(&random) else { continue }
      let end = instant(request.date, place.start + place.service.duration.count)
      let isOver = end <= request.now.instant
      let status: BookingStatus =
        isOver ? .completed : random.happens(percent: 70) ? .confirmed : .scheduled
      add(place, on: request.date, status)
      missing -= 1
    }
  }

  /// What does not fit is left out, which happens at the edges of the day.
  private mutating func put(_ wanted: [PlacedVisit], in timetable: inout DemoTimetable) {
    for one in wanted {
      guard let place = place(one, in: &timetable) else { continue }
      let visit = visit(place, on: request.date, by: receptionists[0])
      let waiting = one.waits ? visit.arrived(at: request.now.instant - 6, &random) : nil
      add(
        place, on: request.date, one.status, guest: one.guest, notes: one.notes, course: waiting)
    }
  }

  private func place(_ wanted: PlacedVisit, in timetable: inout DemoTimetable)
    -> DemoTimetable.Place?
  {
    for length in wanted.lengths {
      let service = menu[wanted.type, length]
      if let place = timetable.place(service, with: wanted.therapist, at: wanted.minute) {
        return place
      }
    }
    return nil
  }
}

/// One guest of the day, placed by hand.
private struct PlacedVisit {
  let type: ServiceTypeID
  /// In minutes; the first that fits.
  let lengths: [Int]
  /// Counted from 0.
  let therapist: Int
  let minute: Int
  let status: BookingStatus
  let guest: CustomerID
  var notes: String?
  /// Whether the guest is here already.
  var waits = false

  init(
    _ type: ServiceTypeID, _ lengths: [Int], with therapist: Int, at minute: Int,
    _ status: BookingStatus, guest: CustomerID
  ) {
    self.type = type
    self.lengths = lengths
    self.therapist = therapist
    self.minute = minute
    self.status = status
    self.guest = guest
  }

  func noted(_ notes: String) -> PlacedVisit {
    var visit = self
    visit.notes = notes
    return visit
  }

  var waiting: PlacedVisit {
    var visit = self
    visit.waits = true
    return visit
  }
}
