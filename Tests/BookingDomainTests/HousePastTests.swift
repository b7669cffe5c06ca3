import BookingDomain
import BookingTesting
import Testing

/// How the house stood, from what other programs did to it.
@Suite struct HousePastTests {
  private static func house(_ state: Therapist.State) -> DayHouse {
    var spa = SampleSpa.spa
    spa.therapists = spa.therapists.map {
      Therapist(
        id: $0.id, name: $0.name, serviceType: $0.serviceType,
        state: $0.id == SampleSpa.mai ? state : $0.state)
    }
    return DayHouse(spa, blocks: [], on: SampleSpa.date)
  }

  private static func minute(_ number: Int) -> Timestamp {
    Timestamp(milliseconds: Int64(number) * 60_000)
  }

  /// The newest first, each until a minute before the next.
  private static func past(_ former: [Therapist.State]) -> HousePast {
    HousePast(
      since: minute(0), now: house(.available),
      former: former.enumerated().map { (minute(former.count - $0), house($1)) })
  }

  @Test func whoIsBusyAndFreeAgainAtEveryTreatmentLeavesNoTrace() {
    let past = Self.past((0..<2_000).map { $0.isMultiple(of: 2) ? .busy : .available })
    #expect(past.pictures.isEmpty && past.since == Self.minute(0))
    #expect(Self.past([.busy, .onLeave, .busy]).pictures.count == 2)
  }

  @Test func whatIsMoreThanOneDayCanBeToldIsNotKnown() throws {
    let past = Self.past((0..<2_000).map { $0.isMultiple(of: 2) ? .onLeave : .available })
    #expect(past.pictures.count == HousePast.LookBack.most)
    let since = try #require(past.since)
    #expect(since == past.pictures.first?.until && since > Self.minute(1_000))
    // The newest is told as it was, and what lies before stands as the oldest that is known.
    #expect(past.house(at: Self.minute(1_999)) == Self.house(.onLeave))
    #expect(past.house(at: Self.minute(1)) == past.house(at: since))
  }
}
