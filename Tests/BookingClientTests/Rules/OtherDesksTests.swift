import BookingDomain
import BookingTesting
import Testing

@testable import BookingClient

/// Who types at other desks, as far as the console was told.
@Suite struct OtherDesksTests {
  private func hold(by holder: Int64) -> SlotHold {
    SlotHold(
      holder: holder,
      slot: HeldSlot(
        therapist: SampleSpa.linh, date: SampleSpa.date, time: SampleSpa.clock("17:00"),
        duration: 60), byName: "Anna")
  }

  @Test func onlyWhoIsKnownIsToldToBeDone() {
    var desks = OtherDesks()
    #expect(desks.released(7) == false, "nobody has heard of it")
    #expect(desks.took(hold(by: 7)) == true)
    #expect(desks.took(hold(by: 7)) == true, "it types on")
    #expect(desks.released(7) == true)
    #expect(desks.released(7) == false, "once")
  }

  @Test func aNewConnectionKnowsNobody() {
    var desks = OtherDesks()
    for holder in [7, 8] as [Int64] { _ = desks.took(hold(by: holder)) }
    #expect(desks.forgetAll() == [7, 8])
    #expect(desks.forgetAll().isEmpty)
  }

  @Test func aServerThatNamesDesksWithoutEndFillsNoMemory() {
    var desks = OtherDesks()
    let taken = (1...5_000).count { desks.took(hold(by: Int64($0))) }
    #expect(taken == 1_000)
    #expect(desks.took(hold(by: 1)) == true, "those that are known type on")
  }
}
