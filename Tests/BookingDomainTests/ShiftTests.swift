import BookingDomain
import Testing

/// The sample day is a Sunday on which the spa is open; Mai works from 13 to 20.
@Suite struct ShiftTests {
  private func shift(_ from: Int, _ until: Int) -> Shift {
    Shift(from: TimeOfDay(hour: from), until: TimeOfDay(hour: until))
  }

  private func spa(_ shifts: [ShiftDay: [Shift]], of therapist: UserID = mai) -> Spa {
    var set = BookingDomainTests.spa
    set.shifts = [therapist: WorkingHours(shifts)]
    return set
  }

  private func day(_ shifts: [ShiftDay: [Shift]], bookings: [Booking] = [], blocks: [Block] = [])
    -> Availability
  {
    Availability(spa: spa(shifts), date: BookingDomainTests.day, bookings: bookings, blocks: blocks)
  }

  private var afternoon: [ShiftDay: [Shift]] { [.every(day.weekday): [shift(13, 20)]] }
  private var day: LocalDate { BookingDomainTests.day }

  private func place(
    _ hour: Int, _ minute: Int = 0, in day: Availability, by person: Person = reception,
    reason: String? = nil, change: (inout Placing.Wanted) -> Void = { _ in }
  ) throws(Refusal) {
    var wanted = Placing.Wanted(
      service: swedish, therapist: mai, time: TimeOfDay(hour: hour, minute: minute))
    wanted.overrideReason = reason
    change(&wanted)
    _ = try Placing(day: day, now: at(8), person: person).place(wanted)
  }

  private func refusal(_ body: () throws(Refusal) -> Void) -> Refusal? {
    do throws(Refusal) { try body() } catch { return error }
    return nil
  }

  @Test func outsideTheShiftNobodyIsBookedWithoutAManagersReason() {
    let day = day(afternoon)
    let early = refusal { () throws(Refusal) in try place(10, in: day) }
    #expect(early?.code == .notAtWork)
    #expect(
      early?.sentence
        == "10:00–11:00 does not fit: Mai works 13:00 to 20:00 on \(day.date.weekday.spoken).")
    #expect(early?.alternatives.first == TimeOfDay(hour: 13))
    #expect(refusal { () throws(Refusal) in try place(13, in: day) } == nil)
    #expect(refusal { () throws(Refusal) in try place(19, 15, in: day) }?.code == .notAtWork)
    #expect(
      refusal { () throws(Refusal) in try place(10, in: day, reason: "asked for her") }?.code
        == .notAtWork)
    #expect(
      refusal { () throws(Refusal) in
        try place(10, in: day, by: manager, reason: "asked for her")
      } == nil)
  }

  @Test func aCustomerDoesNotLearnWhenSomebodyWorks() {
    let early = refusal { () throws(Refusal) in try place(10, in: day(afternoon)) }
    #expect(early?.told(to: .customer).sentence == "This time is not free; choose another.")
  }

  @Test func theBufferMayRunPastTheShift() {
    #expect(swedish.buffer > 0)
    #expect(refusal { () throws(Refusal) in try place(19, in: day(afternoon)) } == nil)
  }

  @Test func severalShiftsOfADayHaveAPauseBetweenThem() {
    let day = day([.every(day.weekday): [shift(15, 20), shift(9, 13)]])
    #expect(refusal { () throws(Refusal) in try place(12, in: day) } == nil)
    let pause = refusal { () throws(Refusal) in try place(12, 30, in: day) }
    #expect(
      pause?.sentence.contains(
        "Mai works 09:00 to 13:00 and 15:00 to 20:00 on \(day.date.weekday.spoken).") == true)
    let starts = Set(day.slots(for: swedish, therapist: mai).map(\.time))
    #expect(starts.contains(TimeOfDay(hour: 12)) && starts.contains(TimeOfDay(hour: 15)))
    #expect(!starts.contains(TimeOfDay(hour: 13)) && !starts.contains(TimeOfDay(hour: 14)))
  }

  @Test func pausesSayWhenWorkBeginsAgainOrHasEnded() throws {
    let open = try #require(BookingDomainTests.spa.openings(on: day).first)
    let spa = spa([.every(day.weekday): [shift(10, 13), shift(15, 18)]])
    let pauses = spa.pauses(of: mai, on: day)
    #expect(pauses.map(\.words) == ["from 10:00", "from 15:00", "until 18:00"])
    #expect(pauses.first?.interval.start == open.start && pauses.last?.interval.end == open.end)
    #expect(spa.pauses(of: linh, on: day).isEmpty)
  }

  @Test func oneDayGoesBeforeItsWeekday() {
    let hours = WorkingHours([.every(day.weekday): [], .on(day): [shift(10, 12)]])
    #expect(hours.shifts(on: day) == [shift(10, 12)])
    #expect(hours.shifts(on: day + 7) == [])
    #expect(hours.shifts(on: day + 1) == nil)
    let alone = self.day([.every(day.weekday): [], .on(day): [shift(10, 12)]])
    #expect(refusal { () throws(Refusal) in try place(11, in: alone) } == nil)
    #expect(
      refusal { () throws(Refusal) in try place(12, in: alone) }?.sentence.contains(
        "Mai works 10:00 to 12:00 on \(day.short).") == true)
  }

  @Test func whoDoesNotWorkThatDayIsOfferedNowhere() {
    let day = day([.every(day.weekday): []])
    #expect(day.slots(for: swedish, therapist: mai).isEmpty)
    #expect(!day.slots(for: swedish, therapist: linh).isEmpty)
    #expect(day.spa.isDayOff(of: mai, day.date) && !day.spa.isDayOff(of: linh, day.date))
    #expect(
      refusal { () throws(Refusal) in try place(11, in: day) }?.sentence.contains(
        "Mai does not work on \(day.date.weekday.spoken).") == true)
  }

  @Test func nobodyWorksLongerThanTheSpaIsOpen() throws {
    let open = try #require(BookingDomainTests.spa.openings(on: day).first)
    let long = spa([.every(day.weekday): [shift(0, 24)]])
    #expect(long.openings(on: day, of: mai) == [open])
  }

  @Test func aNightsShiftGoesOnPastMidnight() {
    var night = BookingDomainTests.spa
    night.hours = Dictionary(
      uniqueKeysWithValues: Weekday.allCases.map {
        ($0, BusinessHours(open: TimeOfDay(hour: 18), close: TimeOfDay(hour: 3)))
      })
    night.shifts = [mai: WorkingHours([.on(day): [shift(22, 2)], .on(day + 1): []])]
    let evening = night.openings(on: day, of: mai)
    #expect(evening.last?.start == TimeOfDay(hour: 22) && evening.last?.end == TimeOfDay(hour: 26))
    let after = night.openings(on: day + 1, of: mai)
    #expect(after.map(\.end) == [TimeOfDay(hour: 2)])
  }

  @Test func whatStandsOutsideStaysAndOnlyWhatIsAddedIsQuestioned() {
    let day = day(afternoon)
    let keeps = refusal { () throws(Refusal) in
      try place(10, in: day) {
        ($0.keepsTherapist, $0.keepsTime, $0.keepsLength) = (true, true, true)
      }
    }
    #expect(keeps == nil)
    let given = refusal { () throws(Refusal) in
      try place(10, in: day) { ($0.keepsTime, $0.keepsLength) = (true, true) }
    }
    #expect(given?.code == .notAtWork, "given to her at the same time")
  }

  @Test func whoIsOffIsSaidToBeOff() {
    let ill = TimeOff(id: 7, therapist: mai, days: day...day, reason: "ill", byName: "An")
    let day = day(
      afternoon,
      blocks: TimeOff.blocks([ill], of: [mai], on: day, hours: BookingDomainTests.spa.hours))
    #expect(refusal { () throws(Refusal) in try place(10, in: day) }?.code == .blocked)
  }

  // MARK: - Setting them

  private func refusal(
    of days: [DayShifts], by person: Person = manager, therapist: UserID = mai,
    in spa: Spa = BookingDomainTests.spa
  ) -> Refusal.Code? {
    Decision.refusal(
      of: NewShifts(therapist: therapist, days: days), by: person, now: at(12), in: spa)?.code
  }

  @Test func onlyManagersSetWeeksAndOnlyForDaysToCome() {
    let wanted = [DayShifts(.every(.friday), [shift(13, 20)])]
    #expect(refusal(of: wanted) == nil)
    let today = [DayShifts(.on(day), [shift(9, 14)])]
    for person in [reception, ownTherapist, guest] {
      #expect(refusal(of: wanted, by: person) == .notAllowed)
      #expect(refusal(of: today + wanted, by: person) == .notAllowed)
      #expect(refusal(of: today, by: person) == (person == reception ? nil : .notAllowed))
    }
    #expect(refusal(of: wanted, therapist: 99) == .noSuchTherapist)
    #expect(refusal(of: [DayShifts(.on(day - 2), [])]) == .alreadyPast)
    #expect(refusal(of: [DayShifts(.on(day + 4_000), [])]) == .malformed)
    #expect(refusal(of: []) == .malformed)
    #expect(refusal(of: wanted + wanted) == .malformed)
    let overlapping = DayShifts(.every(.friday), [shift(9, 14), shift(13, 20)])
    #expect(refusal(of: [overlapping]) == .malformed)
    let many = (0..<5).map { shift(9 + 2 * $0, 10 + 2 * $0) }
    #expect(refusal(of: [DayShifts(.every(.friday), many)]) == .malformed)
  }

  @Test func whatIsSoAlreadyIsNotSetAgain() {
    let wanted = [DayShifts(.every(day.weekday), [shift(13, 20)])]
    #expect(refusal(of: wanted, in: spa(afternoon)) == .alreadyDone)
    #expect(refusal(of: [DayShifts(.every(day.weekday), nil)]) == .alreadyDone)
  }

  @Test func whatTakesItBackBringsTheSameDaysBack() {
    var hours = WorkingHours(afternoon)
    let wanted = NewShifts(
      therapist: mai,
      days: [DayShifts(.every(day.weekday), []), DayShifts(.on(day + 1), [shift(9, 12)])])
    let back = wanted.back(to: hours)
    let before = hours
    for day in wanted.days { hours.set(day) }
    #expect(wanted.stands(in: hours) && !back.stands(in: hours))
    for day in back.days { hours.set(day) }
    #expect(hours == before)
  }

  // MARK: - What is counted and compared

  @Test func aDayIsAsFullAsItsShiftsAreBooked() {
    func minutes(_ spa: Spa) -> Int {
      DayFullness(
        DaySnapshot(
          date: day, position: LogPosition(epoch: "e", seq: 0), spa: spa, bookings: []), of: mai
      ).openMinutes
    }
    #expect(minutes(spa(afternoon)) == 7 * 60)
    #expect(minutes(spa([.every(day.weekday): []])) == 0)
    #expect(minutes(BookingDomainTests.spa) > 7 * 60)
  }

  @Test func shiftsHaveANumberOfTheirOwnAndChangeNoOlderOne() {
    let plain = BookingDomainTests.spa
    #expect(BoardDigest.shifts(of: plain) == 0)
    #expect(BoardDigest.facts(of: plain) == BoardDigest.facts(of: spa(afternoon)))
    let numbers = [
      afternoon, [.every(day.weekday): []], [.on(day): [shift(13, 20)]],
      [.every(day.weekday): [shift(13, 21)]],
    ].map { BoardDigest.shifts(of: spa($0)) }
    #expect(Set(numbers).count == numbers.count && !numbers.contains(0))
  }

  @Test func hoursInDoubtHaveANumberOfTheirOwnAndChangeNoOlderOne() {
    let known = spa(afternoon)
    let doubts: [WorkingHours] = [
      WorkingHours(afternoon, isAnyDayInDoubt: true), WorkingHours(afternoon, doubtful: [.on(day)]),
      WorkingHours(afternoon, doubtful: [.on(day + 1)]),
      WorkingHours(afternoon, doubtful: [.every(day.weekday)]),
      WorkingHours(afternoon, doubtful: [.on(day)], isAnyDayInDoubt: true),
    ]
    #expect(BoardDigest.doubts(of: known) == 0)
    var numbers: Set<UInt64> = [0]
    for doubtful in doubts {
      var unsure = known
      unsure.shifts[mai] = doubtful
      #expect(numbers.insert(BoardDigest.doubts(of: unsure)).inserted)
      #expect(BoardDigest.shifts(of: known) == BoardDigest.shifts(of: unsure))
      #expect(BoardDigest.facts(of: known) == BoardDigest.facts(of: unsure))
    }
  }

  @Test func therapistsSeeTheirOwnHoursAndGuestsNone() {
    var both = spa(afternoon)
    both.shifts[linh] = WorkingHours([.every(.monday): []])
    #expect(Visibility.masked(both, for: reception).shifts.count == 2)
    #expect(Array(Visibility.masked(both, for: ownTherapist).shifts.keys) == [mai])
    #expect(Visibility.masked(both, for: guest).shifts.isEmpty)
  }
}
