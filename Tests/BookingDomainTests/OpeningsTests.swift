import BookingDomain
import Testing

/// Opening hours that end at midnight or after it.
@Suite struct OpeningsTests {
  private func open(_ hours: [(Int, Int)?]) -> Spa {
    var spa = spa
    spa.hours = [:]
    for (weekday, hours) in zip(Weekday.allCases, hours) {
      spa.hours[weekday] = hours.map {
        BusinessHours(open: TimeOfDay(hour: $0.0), close: TimeOfDay(hour: $0.1))
      }
    }
    return spa
  }

  private func shown(_ spa: Spa, on date: LocalDate = day) -> [String] {
    spa.openings(on: date).map { "\($0.start.seconds / 3600)–\($0.end.seconds / 3600)" }
  }

  @Test func aNightBelongsToItsEvening() {
    #expect(day.weekday == .monday)
    #expect(shown(open([(18, 2), nil])) == ["18–26"])
    #expect(shown(open([(18, 2), nil]), on: day + 1) == ["-6–2"])
    #expect(shown(open([(9, 0), nil])) == ["9–24"])
    #expect(shown(open([(9, 24), nil])) == ["9–24"])
    #expect(shown(open([(0, 0), nil])) == ["0–24"])
    #expect(shown(open([nil, nil])) == [])
    let always = open(Array(repeating: (0, 24), count: 7))
    #expect(shown(always) == ["-24–48"], "no seam at midnight")
    #expect(shown(open([(18, 2), (1, 9), nil]), on: day + 1) == ["-6–9"])
  }

  @Test func bookingsFitIntoTheNight() throws {
    let night = open([(18, 2), nil])
    func place(_ hour: Int, _ minute: Int, on date: LocalDate) -> Refusal.Code? {
      let placing = Placing(
        day: Availability(spa: night, date: date, bookings: []), now: at(10), person: reception)
      do throws(Refusal) {
        _ = try placing.place(
          Placing.Wanted(
            service: swedish, therapist: mai, time: TimeOfDay(hour: hour, minute: minute)))
        return nil
      } catch { return error.code }
    }
    #expect(place(23, 30, on: day) == nil)
    #expect(place(1, 0, on: day + 1) == nil)
    #expect(place(1, 15, on: day + 1) == .outsideHours)
    #expect(place(17, 0, on: day) == .outsideHours)
    #expect(place(24, 30, on: day) == .malformed, "that is 0:30 of the next day")
  }

  @Test func theNightIsOfferedOnTheDayThatItFallsOn() {
    let night = open([(22, 1), nil])
    func starts(on date: LocalDate) -> [String] {
      Availability(spa: night, date: date, bookings: [], grid: 30)
        .slots(for: swedish, therapist: mai).map(\.time.hourMinute)
    }
    #expect(starts(on: day) == ["22:00", "22:30", "23:00", "23:30"])
    #expect(starts(on: day + 1) == ["00:00"])
  }

  @Test func lengtheningPastClosingIsAManagersWord() {
    let last = booking(at: 20)
    func lengthened(by person: Person, to minutes: Minutes, _ reason: String? = nil)
      -> Result<Decision.Outcome, Refusal>
    {
      outcome(
        of: .move(Move(duration: minutes, overrideReason: reason)), on: last, by: person,
        now: at(19), days: whole([last]))
    }
    #expect(lengthened(by: reception, to: 75).refusal == .outsideHours)
    #expect(lengthened(by: manager, to: 75).refusal == .outsideHours)
    #expect(lengthened(by: manager, to: 75, "she asked for it").status == .scheduled)
    #expect(lengthened(by: reception, to: 45).status == .scheduled)
    let late = booking(at: 20, 30)
    let shorter = outcome(
      of: .move(Move(duration: 45)), on: late, now: at(19), days: whole([late]))
    #expect(shorter.status == .scheduled, "what stood past closing may get shorter")
  }
}
