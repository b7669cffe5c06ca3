import BookingDomain
import Testing

/// Numbers from outside may be anything: none of them may stop the program, and none may keep it
/// busy.
@Suite struct RangesTests {
  static let extremes: [Int] = [
    .min, .min + 1, -100_000_000_000_000_000, -3_000_000_000, -1, 0, 1, 1440, 1441, 3_000_000_000,
    100_000_000_000_000_000, .max - 1, .max,
  ]

  @Test(arguments: extremes, extremes)
  func everySumIsHeld(_ a: Int, _ b: Int) {
    let (m, n) = (Minutes(a), Minutes(b))
    for minutes in [m + n, m - n, -m] { #expect(Minutes.range.contains(minutes.count)) }
    let (s, t) = (Timestamp(milliseconds: Int64(a)), Timestamp(seconds: Int64(b)))
    for instant in [s + n, t - m] { #expect(Timestamp.range.contains(instant.milliseconds)) }
    #expect(Minutes.range.contains((s - t).count))
    let (d, e) = (LocalDate(dayNumber: a), LocalDate(dayNumber: b))
    for date in [d + b, e - a] {
      #expect(LocalDate.range.contains(date.dayNumber))
      #expect(LocalDate(date.description) == date)
      #expect(Weekday.allCases.contains(date.weekday))
    }
    let (v, w) = (TimeOfDay(seconds: a), TimeOfDay(hour: a, minute: b))
    for time in [v + n, w - m] { #expect(TimeOfDay.range.contains(time.seconds)) }
    #expect(Minutes.range.contains((v - w).count))
    #expect(!"\(v) \(s) \(d - e)".isEmpty)
    let sum = Money(hundredths: Int64(a)) + Money(hundredths: Int64(b))
    #expect(Money.range.contains(sum.hundredths) && !sum.description.isEmpty)
    let position = LogPosition(epoch: "e", seq: Int64(a))
    #expect(Ranges.position.contains(position.seq))
  }

  @Test(arguments: extremes, extremes)
  func everyZoneShowsSomeClock(_ seconds: Int, _ milliseconds: Int) {
    let zone = SpaZone(
      name: "?",
      offsets: [
        .init(from: Timestamp(milliseconds: Int64(milliseconds)), seconds: seconds),
        .init(from: .distantFuture, seconds: -(seconds / 2)),
      ])
    let local = zone.local(Timestamp(milliseconds: Int64(milliseconds)))
    #expect(LocalDate.range.contains(local.date.dayNumber))
    #expect((0..<TimeOfDay.day).contains(local.time.seconds))
    #expect(Timestamp.range.contains(zone.timestamp(local).milliseconds))
  }

  /// What a hostile program wrote into a row, as far as a booking can hold it at all.
  @Test(.timeLimit(.minutes(1)), arguments: extremes)
  func noBookingKeepsTheRulesBusy(_ number: Int) throws {
    let odd = booking(at: 14).with {
      $0.duration = Minutes(number)
      $0.buffer = Minutes(number)
      $0.version = Int64(number)
      $0.status = .inProgress
      $0.startedAt = Timestamp(milliseconds: Int64(number))
      $0.arrivedAt = $0.startedAt
    }
    let now = at(14, 10)
    let changes: [Change] = [
      .changeStatus(to: .completed, reason: nil), .undo, .move(Move(duration: Minutes(number))),
      .move(Move(time: TimeOfDay(seconds: number))),
      .move(Move(date: LocalDate(dayNumber: number), time: TimeOfDay(hour: 9))),
    ]
    for change in changes {
      _ = outcome(of: change, on: odd, now: now, among: [odd], days: whole([odd]))
      _ = outcome(of: change, on: booking(2), now: now, among: [odd], days: whole([odd]))
    }
    _ = Attention(odd, at: now, on: .none)
    _ = StatusDoubt(odd, at: now)
    let delays = DaySchedule.delays(of: [odd, booking(2, at: 16)], at: now)
    #expect(delays.allSatisfy { Minutes.range.contains($0.value.count) })
    #expect(Set(DaySchedule.lanes([odd, booking(2)]).map(\.booking.id)) == [1, 2])
    _ = DayFigures([odd], on: day, in: spa, at: now)
    _ = BoardDigest([odd])
    _ = Decision.refusal(
      of: NewBlock(
        therapist: mai, date: LocalDate(dayNumber: number), time: TimeOfDay(seconds: number),
        duration: Minutes(number), reason: ""),
      by: reception, now: now,
      given: Availability(spa: spa, date: day, bookings: [odd]))
    let slots = Availability(spa: spa, date: day, bookings: [odd], grid: Minutes(number))
      .slots(for: swedish, from: TimeOfDay(seconds: number))
    #expect(slots.allSatisfy { TimeOfDay.range.contains($0.time.seconds) })
  }

  @Test func aNumberFromOutsideIsTakenOrRefused() {
    #expect(Minutes(exactly: 60, in: Ranges.duration) == 60)
    #expect(Minutes(exactly: 0, in: Ranges.duration) == nil)
    #expect(Minutes(exactly: .max, in: Ranges.duration) == nil)
    #expect(Timestamp(exactly: .max) == nil && Timestamp(exactly: .min) == nil)
    #expect(Timestamp(exactly: 0) == Timestamp("1970-01-01T00:00:00Z"))
    #expect(BookingID(exactly: 0) == nil && BookingID(exactly: .max) == BookingID(.max))
    #expect(Timestamp("0001-01-01T00:00:00+14:00") == nil, "before the first year")
    #expect(LocalDate.first.description == "0001-01-01")
    #expect(LocalDate.last.description == "9999-12-31")
    #expect(Ranges.duration.words == "between 1 and 1440")
  }
}
