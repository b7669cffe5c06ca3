/// A treatment that is still going on after the midnight at which its day ended.
extension Booking {
  /// Whether it is one of the day's: booked for it, or begun on a day before and not completed yet.
  package func stands(on day: LocalDate, at now: Moment) -> Bool {
    date == day || day == now.today && goesOn(from: date, at: now)
  }

  /// No treatment still goes on this long after its end: somebody forgot to complete it.
  private static let longestNight: Minutes = 720

  /// Until when of a day something that was begun on the day before may still go on.
  package static let nightEnds = TimeOfDay(seconds: longestNight.count * 60)

  private func goesOn(from date: LocalDate, at now: Moment) -> Bool {
    status == .inProgress && date < now.today
      && now.minutesUntil(LocalMoment(date: date, time: end)) > -Self.longestNight
  }

  /// The same, kept long enough that therapist and bed are not free while it goes on: until now, and
  /// for as long as tidying up takes after it.
  package func lasting(at now: Moment) -> Booking {
    guard goesOn(from: date, at: now) else { return self }
    let sinceStart = -now.minutesUntil(start)
    var lasting = self
    lasting.duration = max(duration, sinceStart + 1)
    return lasting
  }
}

extension Availability {
  /// The day as it is now: what should have ended yesterday and goes on still takes its place.
  package func at(_ now: Moment) -> Availability {
    Availability(
      spa: spa, date: date, bookings: bookings.map { $0.lasting(at: now) }, blocks: blocks,
      grid: grid)
  }
}
