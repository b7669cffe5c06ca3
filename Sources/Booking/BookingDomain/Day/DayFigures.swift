/// What a manager asks of a day, counted from the bookings, the spa and the clock alone.
package struct DayFigures: Hashable, Sendable {
  package let counts: DayCounts
  /// Treatments that could still be sold today, one after the other: each therapist's shortest
  /// service, wherever therapist and a bed are free. Nil where the spa's services are not known.
  package private(set) var gaps: Int?
  /// What was done, at what each session was sold for, by the price list where that is not known;
  /// nil for whoever may not see prices.
  package private(set) var earned: Money?
  /// What the day brings if everything still booked takes place.
  package private(set) var expected: Money?

  /// - Parameter bookings: of other days too; only those of `date` count.
  package init(
    _ bookings: some Sequence<Booking>, blocks: [Block] = [], on date: LocalDate, in spa: Spa?,
    at moment: Moment
  ) {
    let day = bookings.filter { $0.date == date }
    let away = blocks.away(on: date)
    counts = DayCounts(
      day, on: date, in: spa, away: away,
      situation: DaySituation(day, on: date, in: spa, away: away), at: moment)
    guard let spa else { return }
    countMoney(day, spa)
    countGaps(day, blocks, on: date, spa, at: moment)
  }

  private mutating func countMoney(_ day: [Booking], _ spa: Spa) {
    let prices = Dictionary(
      spa.services.compactMap { service in service.price.map { (service.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    guard !prices.isEmpty else { return }
    func sum(_ bookings: [Booking]) -> Money {
      bookings.reduce(.zero) { $0 + ($1.price ?? prices[$1.service.id] ?? .zero) }
    }
    earned = sum(day.filter { $0.status == .completed })
    expected = sum(day.filter(\.status.occupies))
  }

  private mutating func countGaps(
    _ day: [Booking], _ blocks: [Block], on date: LocalDate, _ spa: Spa, at moment: Moment
  ) {
    guard !spa.services.isEmpty, !spa.beds.isEmpty, date >= moment.today else {
      gaps = spa.services.isEmpty || spa.beds.isEmpty ? nil : 0
      return
    }
    let availability = Availability(spa: spa, date: date, bookings: day, blocks: blocks)
    let earliest = date == moment.today ? moment.local.time : .midnight
    var count = 0
    for therapist in spa.therapists {
      let services = spa.services.filter { $0.isActive && therapist.does($0) }
      guard let shortest = services.min(by: { ($0.duration, $0.buffer) < ($1.duration, $1.buffer) })
      else { continue }
      var freeFrom = TimeOfDay.midnight
      for slot in availability.slots(for: shortest, therapist: therapist.id, from: earliest)
      where slot.time >= freeFrom {
        count += 1
        freeFrom = slot.time + shortest.duration + shortest.buffer
      }
    }
    gaps = count
  }
}
