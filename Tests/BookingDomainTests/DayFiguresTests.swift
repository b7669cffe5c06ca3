import BookingDomain
import Testing

@Suite struct DayFiguresTests {
  private let service = Service(
    id: 5, name: "Swedish", type: 1, duration: 60, buffer: 10, isActive: true,
    price: Money("480000.50"))

  private var spa: Spa { oneBedSpa(service, until: 19) }

  private func figures(_ bookings: [Booking], at moment: Moment) -> DayFigures {
    DayFigures(bookings, on: day, in: spa, at: moment)
  }

  @Test func everyBookingIsCountedForWhatItAsks() {
    let counts = figures(
      [
        booking(1, at: 9, status: .completed), booking(2, at: 10, 15, status: .inProgress),
        booking(3, at: 11, 30), booking(4, at: 13).with { $0.arrivedAt = at(11, 30).instant },
        booking(5, at: 14, status: .cancelled), booking(6, at: 15, status: .confirmed),
        booking(7, at: 15, on: day + 1),
      ], at: at(11, 40)
    ).counts
    #expect(counts.late == 1 && counts.waiting == 1 && counts.overrunning == 1)
    #expect(counts.unconfirmed == 2 && counts.inProgress == 1 && counts.done == 1)
    #expect(counts.booked == 5 && counts.doubtful == 0)
    // Five hours of the ten that one of two therapists works.
    #expect(counts.utilisation == 50)
  }

  @Test func gapsAreTheTreatmentsThatStillFit() {
    // 60 + 10 minutes on quarters of an hour, from 12:00 on and done by 19:00.
    #expect(figures([], at: at(12)).gaps == 5)
    #expect(figures([booking(1, at: 13)], at: at(12)).gaps == 4)
    #expect(figures([], at: at(18, 30)).gaps == 0)
    #expect(DayFigures([], on: day - 1, in: spa, at: at(12)).gaps == 0)
    let lunch = Block(
      id: 1, therapist: mai, date: day, time: TimeOfDay(hour: 12), duration: 120, reason: "lunch",
      byName: "An")
    let blocked = DayFigures([], blocks: [lunch], on: day, in: spa, at: at(12))
    #expect(blocked.gaps == 4)
    // Without the bed nobody can work.
    #expect(figures([booking(1, at: 12, for: 400, with: linh)], at: at(12)).gaps == 0)
  }

  @Test func moneyIsWhatWasDoneAndWhatIsStillToCome() {
    let bookings = [
      booking(1, at: 9, status: .completed), booking(2, at: 11, status: .confirmed),
      booking(3, at: 13, status: .cancelled), booking(4, at: 15, status: .noShow),
    ]
    let figures = figures(bookings, at: at(12))
    #expect(figures.earned?.description == "480000.50")
    #expect(figures.expected?.description == "960001.00")
  }

  @Test func aSessionOfAPackageCountsForWhatItWasSold() {
    let fromPackage = booking(1, at: 9, status: .completed).with { $0.price = Money("400000") }
    #expect(figures([fromPackage], at: at(12)).earned?.description == "400000.00")
    for mask in [Visibility.Mask.therapist, .customer] {
      #expect(Visibility.masked(fromPackage, for: mask).price == nil)
    }
    #expect(Visibility.masked(fromPackage, for: .staff).price == Money("400000"))
  }

  @Test func whoMayNotSeePricesSeesNoMoney() {
    let seen = Visibility.masked(spa, for: ownTherapist)
    #expect(seen.services.allSatisfy { $0.price == nil })
    #expect(DayFigures([booking()], on: day, in: seen, at: at(12)).earned == nil)
    #expect(Visibility.masked(spa, for: guest).services[0].price == nil)
    #expect(Visibility.masked(spa, for: reception) == spa)
  }

  @Test func aStatusThatTheClockContradictsIsDoubted() {
    let night = at(20)
    #expect(StatusDoubt(booking(at: 14), at: night) == .neverSettled)
    #expect(StatusDoubt(booking(at: 14, status: .confirmed), at: night) == .neverSettled)
    #expect(StatusDoubt(booking(at: 14, status: .inProgress), at: night) == .neverCompleted)
    #expect(StatusDoubt(booking(at: 14, status: .inProgress), at: at(15, 30)) == nil)
    #expect(StatusDoubt(booking(at: 14, status: .completed), at: at(9)) == .tooEarly)
    #expect(StatusDoubt(booking(at: 14, status: .noShow), at: at(9)) == .tooEarly)
    #expect(StatusDoubt(booking(at: 14, status: .cancelled), at: at(9)) == nil)
    #expect(StatusDoubt(booking(at: 14), at: at(14, 59)) == nil)
  }

  @Test func amountsAreExactAndNothingElseIsOne() {
    for (text, written) in [("480000", "480000.00"), ("0.5", "0.50"), ("9999999999.99", nil)] {
      #expect(Money(text)?.description == written ?? text)
    }
    for text in ["", "-1", "1.234", "1e5", "1.", ".5", "12345678901", "1,5", " 1"] {
      #expect(Money(text) == nil, "\(text)")
    }
  }
}

@Suite struct DelaysTests {
  @Test func anOverrunPushesWhatFollowsUntilAGapTakesItUp() {
    let running = booking(1, at: 10, status: .inProgress).with { $0.startedAt = at(10).instant }
    let day = [running, booking(2, at: 11, 15), booking(3, at: 12, 30), booking(4, at: 15)]
    #expect(DaySchedule.delays(of: day, at: at(10, 59)).isEmpty)
    // At 11:20 it still runs: free at 11:30 at the earliest, then again at 12:40.
    #expect(DaySchedule.delays(of: day, at: at(11, 20)) == [2: 15, 3: 10])
  }

  @Test func aLateStartIsKnownFromItsBeginning() {
    let late = booking(1, at: 10, status: .inProgress).with { $0.startedAt = at(10, 20).instant }
    #expect(DaySchedule.delays(of: [late, booking(2, at: 11, 10)], at: at(10, 25)) == [2: 20])
  }

  @Test func aGuestWhoHasNotComePushesTheNextButIsNotDelayedItself() {
    let day = [booking(1, at: 10), booking(2, at: 11, 10)]
    #expect(DaySchedule.delays(of: day, at: at(10, 30)) == [2: 30])
  }

  @Test func whatIsOverOrDoesNotTakePlacePushesNobody() {
    let day = [
      booking(1, at: 10, status: .completed), booking(2, at: 10, status: .cancelled),
      booking(3, at: 10, 30, status: .confirmed), booking(4, at: 8, status: .noShow),
    ]
    #expect(DaySchedule.delays(of: day, at: at(10, 20)).isEmpty)
  }
}
