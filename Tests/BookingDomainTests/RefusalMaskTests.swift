import BookingDomain
import Testing

/// A customer learns from a refusal nothing about staff, other guests, blocked time or notes.
@Suite struct RefusalMaskTests {
  private let secrets = [
    "Mai", "Binh", "Chi", "Tran Van", "lunch with the lawyer", "on leave", "notes",
    "another booking",
  ]

  private func check(_ result: Result<some Any, Refusal>) throws {
    guard case .failure(let refusal) = result else {
      Issue.record("nothing was refused")
      return
    }
    let told = refusal.told(to: .customer)
    for secret in secrets {
      #expect(!told.sentence.contains(secret), "\(told.sentence)")
    }
    #expect(told.code != .blocked && told.code != .therapistAway && told.code != .undoNotYours)
    #expect(refusal.told(to: .receptionist) == refusal)
  }

  private func book(with therapist: UserID, among: [Booking] = [], blocks: [Block] = [])
    -> Result<[Decision.Booked], Refusal>
  {
    Decision.book(
      [
        NewBooking(
          customer: .known(7), service: 5, therapist: therapist, date: day,
          time: TimeOfDay(hour: 14), payment: .paidSession)
      ], by: guest, now: at(10),
      given: Decision.Demand(
        days: whole(among, blocks: blocks), customers: [7: Customer(id: 7, name: "Hoa")],
        sessions: [
          7: [
            PaidSessions(
              item: 3, service: ServiceSummary(id: 5, name: ""), total: 9, left: 9, paidAt: nil)
          ]
        ]))
  }

  @Test func aTakenOrBlockedTimeIsJustNotFree() throws {
    let other = booking(2).with {
      $0.customer = Customer(id: 8, name: "Tran Van B")
      $0.lastChange = BookingChange(kind: .created, by: .user(2), byName: "Binh", at: at(9).instant)
    }
    let block = Block(
      id: 1, therapist: mai, date: day, time: TimeOfDay(hour: 14), duration: 60,
      reason: "lunch with the lawyer", byName: "Binh")
    try check(book(with: mai, among: [other]))
    try check(book(with: mai, blocks: [block]))
    try check(book(with: 14))
    try check(book(with: 13))
  }

  @Test func whoOfTheStaffChangedItIsNotSaid() throws {
    for kind in [BookingChange.Kind.notes(from: "x"), .status(from: .scheduled, to: .confirmed)] {
      let changed = booking(status: .confirmed).with {
        $0.lastChange = BookingChange(kind: kind, by: .user(2), byName: "Binh", at: at(9).instant)
      }
      try check(outcome(of: .undo, on: changed, by: guest, now: at(9, 5)))
    }
  }

  @Test func whyTheDeskCancelledIsTheDesksOwn() {
    func cancelled(by person: PersonID?, then: BookingChange? = nil) -> Booking {
      booking(status: .cancelled).with {
        $0.cancellationReason = "never pays"
        $0.lastChange =
          then
          ?? BookingChange(
            kind: .status(from: .scheduled, to: .cancelled), by: person, byName: "",
            at: at(9).instant)
      }
    }
    func seen(_ booking: Booking) -> String? {
      Visibility.masked(booking, for: guest)?.cancellationReason
    }
    #expect(seen(cancelled(by: .user(2))) == nil)
    #expect(seen(cancelled(by: nil)) == nil)
    #expect(seen(cancelled(by: .customer(7))) == "never pays")
    let note = BookingChange(
      kind: .notes(from: nil), by: .user(2), byName: "Binh", at: at(10).instant)
    #expect(seen(cancelled(by: .customer(7), then: note)) == nil)
    #expect(
      Visibility.masked(cancelled(by: .user(2)), for: reception)?.cancellationReason
        == "never pays")
  }
}
