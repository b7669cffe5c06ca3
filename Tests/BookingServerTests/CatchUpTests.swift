import BookingDomain
import BookingTesting
import Testing

@testable import BookingServer

@Suite struct CatchUpTests {
  @Test func aBookingThatMovedWhileTheDaysWereReadStandsInASnapshotOnce() {
    let other = SampleSpa.booking(1, "Hoa", "09:00", with: 11)
    let before = SampleSpa.booking(2, "Lan", "10:00", with: 11, version: 3)
    let after = SampleSpa.booking(
      2, "Lan", "10:00", with: 11, version: 4, on: SampleSpa.date + 1)
    #expect(CatchUpAnswerer.once([before, other, after]) == [other, after])
    #expect(CatchUpAnswerer.once([after, other, before]) == [after, other])
    #expect(CatchUpAnswerer.once([before, before]) == [before])
  }
}
