import BookingDomain
import Testing

/// What is about its booking alone is decided without a look around: a full house and a used-up
/// session change nothing about it.
@Suite struct AloneTests {
  @Test(arguments: [
    Change.writeNotes("by the window"), .markArrived, .changeStatus(to: .scheduled, reason: nil),
    .changeStatus(to: .confirmed, reason: nil), .changeStatus(to: .completed, reason: nil),
    .changeStatus(to: .noShow, reason: nil), .changeStatus(to: .inProgress, reason: nil),
    .changeStatus(to: .cancelled, reason: "ill"), .move(Move(time: TimeOfDay(hour: 15))), .undo,
  ])
  func aFullHouseChangesNothingAboutIt(_ change: Change) {
    let guest = booking(2, at: 14, status: .inProgress)
    for status in BookingStatus.allCases {
      for now in [at(13), at(14), at(14, 30), at(16)] where change.isAboutItsBookingAlone {
        let asked = booking(1, at: 14, status: status)
        let alone = outcome(of: change, on: asked, now: now)
        let crowded = outcome(
          of: change, on: asked, now: now, among: [guest], sessionsLeft: 0,
          hours: BusinessHours(open: TimeOfDay(hour: 9), close: TimeOfDay(hour: 20)))
        #expect(alone == crowded)
      }
    }
  }

  @Test func whatTakesASlotOrMovesASessionIsNot() {
    let others: [Change] = [
      .changeStatus(to: .inProgress, reason: nil), .changeStatus(to: .cancelled, reason: "ill"),
      .move(Move(time: TimeOfDay(hour: 15))), .undo,
    ]
    for change in others { #expect(!change.isAboutItsBookingAlone) }
  }
}
