import BookingDomain
import Testing

@Suite struct TimeOffTests {
  private func off(
    _ therapist: UserID? = mai, _ days: ClosedRange<LocalDate> = day...day, reason: String = "ốm"
  ) -> TimeOff {
    TimeOff(id: 7, therapist: therapist, days: days, reason: reason, byName: "An")
  }

  private func refusal(
    of timeOff: TimeOff, beside standing: [TimeOff] = [], by person: Person = reception
  ) -> Refusal? {
    Decision.refusal(
      of: NewTimeOff(timeOff), beside: standing, by: person, now: at(12), in: spa)
  }

  private func blocks(_ timeOff: TimeOff, on date: LocalDate = day, in spa: Spa = spa) -> [Block] {
    TimeOff.blocks([timeOff], of: spa.therapists.map(\.id), on: date, hours: spa.hours)
  }

  @Test func daysAheadAndTodayMayBeTakenOffByReceptionAlone() {
    #expect(refusal(of: off()) == nil)
    #expect(refusal(of: off(mai, day - 3...day + 3)) == nil)
    #expect(refusal(of: off(mai, day - 3...day - 1))?.code == .alreadyPast)
    #expect(refusal(of: off(), by: ownTherapist)?.code == .notAllowed)
    #expect(refusal(of: off(), by: guest)?.code == .notAllowed)
    #expect(refusal(of: off(99))?.code == .noSuchTherapist)
    #expect(refusal(of: off(mai, day...day + 366))?.code == .malformed)
    #expect(refusal(of: off(nil, day...day + 31))?.code == .malformed)
    #expect(refusal(of: off(mai, day + 3_652...day + 3_654))?.code == .malformed)
    #expect(refusal(of: off(reason: String(repeating: "ơ", count: 201)))?.code == .textTooLong)
  }

  @Test func whoIsOffAlreadyIsNotTakenOffTwice() {
    let leave = off(mai, day...day + 9)
    #expect(refusal(of: off(mai, day + 9...day + 20), beside: [leave])?.code == .alreadyDone)
    #expect(
      refusal(of: off(), beside: [leave])?.sentence
        == "Mai is off then already: \(day.short)–\((day + 9).short).")
    #expect(refusal(of: off(mai, day + 10...day + 20), beside: [leave]) == nil)
    #expect(refusal(of: off(linh), beside: [leave]) == nil)
    #expect(refusal(of: off(nil), beside: [leave]) == nil, "a holiday besides")
  }

  @Test func nobodyIsBookedWithWhoIsOff() {
    let blocks = blocks(off())
    let day = Availability(spa: spa, date: day, bookings: [], blocks: blocks)
    #expect(day.slots(for: swedish, therapist: mai).isEmpty)
    #expect(!day.slots(for: swedish, therapist: linh).isEmpty)
    let placing = Placing(day: day, now: at(9), person: reception)
    let wanted = Placing.Wanted(service: swedish, therapist: mai, time: TimeOfDay(hour: 14))
    #expect(throws: Refusal(.blocked, "Mai is off on \(day.date.short) (ốm).")) {
      try placing.place(wanted)
    }
  }

  @Test func onAHolidayEverybodyIsOff() {
    let tet = blocks(off(nil, day...day + 2, reason: "Tết"), on: day + 1)
    #expect(tet.map(\.therapist) == spa.therapists.map(\.id))
    let holiday = Availability(spa: spa, date: day + 1, bookings: [], blocks: tet)
    #expect(holiday.slots(for: swedish).isEmpty && holiday.slots(for: facial).isEmpty)
    #expect(
      tet[0].sentence(of: "Mai") == "The spa is closed \(day.short)–\((day + 2).short) (Tết).")
  }

  /// Open from six in the evening to two at night: what is off is a whole night's work.
  @Test func aDayOffLastsUntilTheNightsWorkIsDone() {
    var late = spa
    late.hours = Dictionary(
      uniqueKeysWithValues: Weekday.allCases.map {
        ($0, BusinessHours(open: TimeOfDay(hour: 18), close: TimeOfDay(hour: 2)))
      })
    let block = blocks(off(), in: late)[0]
    #expect(block.time == TimeOfDay(hour: 2) && block.duration == 1440)
    let before = Availability(spa: late, date: day - 1, bookings: [], blocks: [block])
    #expect(
      !before.isFree(mai, during: block.interval(on: day - 1)), "the night after the day itself")
    let starts = before.slots(for: swedish, therapist: mai).map(\.time.hourMinute)
    #expect(starts.contains("18:00") && starts.contains("23:45"), "the evening before is worked")
    let own = Availability(spa: late, date: day, bookings: [], blocks: [block])
    #expect(
      own.slots(for: swedish, therapist: mai).map(\.time.hourMinute) == [
        "00:00", "00:15", "00:30", "00:45",
      ],
      "what is left of the night before")
  }

  @Test func whatIsGoneDoesNotEndTwice() {
    #expect(Decision.refusal(ofEnding: off(), id: 7, by: reception) == nil)
    #expect(Decision.refusal(ofEnding: TimeOff?.none, id: 7, by: reception)?.code == .noSuchBlock)
    #expect(Decision.refusal(ofEnding: off(), id: 7, by: otherTherapist)?.code == .notAllowed)
  }
}
