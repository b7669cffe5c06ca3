import BookingDomain
import Testing

@Suite struct RightsTests {
  /// The whole table, written down a second time, by hand.
  @Test(arguments: Operation.allCases)
  func everyRoleHasExactlyItsRights(operation: Operation) {
    let expected: [Operation: (therapist: Rights.Scope, customer: Rights.Scope)] = [
      .seeBookings: (.own, .own), .seeSchedule: (.own, .none), .seeAvailability: (.all, .all),
      .seePayments: (.none, .own), .watchSpa: (.own, .none), .confirm: (.none, .none),
      .markArrived: (.none, .none), .start: (.own, .none), .complete: (.own, .none),
      .cancel: (.none, .own), .markNoShow: (.none, .none), .undo: (.own, .own),
      .book: (.none, .own), .move: (.none, .none), .writeNotes: (.none, .none),
      .block: (.none, .none), .overbook: (.none, .none), .seeCustomers: (.none, .none),
      .seeHistory: (.own, .none), .audit: (.none, .none), .keepWaitingList: (.none, .none),
      .holdSlots: (.none, .none), .keepHouse: (.none, .none), .setShifts: (.none, .none),
      .setDays: (.none, .none),
      .noteCalls: (.none, .none),
      .keepTasks: (.none, .none), .keepGuests: (.none, .none),
      .takePayment: (.none, .none), .changeService: (.none, .none),
      .noteWishes: (.none, .none), .seeTakings: (.none, .none),
    ]
    for role in [Role.admin, .manager] {
      #expect(Rights.scope(of: operation, for: role) == .all)
    }
    // Overbooking needs a manager, and so do the house, when somebody works, a day's takings and
    // looking through everybody's changes.
    #expect(
      Rights.scope(of: operation, for: .receptionist)
        == ([.overbook, .audit, .keepHouse, .seeTakings, .setShifts].contains(operation)
          ? .none : .all))
    #expect(Rights.scope(of: operation, for: .therapist) == expected[operation]?.therapist)
    #expect(Rights.scope(of: operation, for: .customer) == expected[operation]?.customer)
  }

  @Test func masksLeaveWhatARoleMaySee() {
    let full = booking().with {
      $0.lastChange = BookingChange(
        kind: .arrival, by: reception.id, byName: "An", at: at(14).instant)
    }
    #expect(Visibility.masked(full, for: reception) == full)
    let forTherapist = Visibility.masked(full, for: ownTherapist)
    #expect(forTherapist?.customer.phone == nil)
    #expect(forTherapist?.customer.alert == "Nut allergy" && forTherapist?.notes != nil)
    let forGuest = Visibility.masked(full, for: guest)
    #expect(forGuest?.notes == nil && forGuest?.lastChange == nil)
    #expect(forGuest?.customer.phone == "0901234567" && forGuest?.customer.alert == nil)
    #expect(Visibility.masked(full, for: otherTherapist) == nil)
    let called = booking().with {
      $0.lastChange = BookingChange(
        kind: .called(.notReached), by: reception.id, byName: "An", at: at(14).instant)
    }
    #expect(Visibility.masked(called, for: ownTherapist)?.lastChange == nil, "calls are the desk's")
    // User 7 is not customer 7.
    #expect(
      Visibility.masked(full, for: Person(id: .user(7), role: .customer, name: "x")) == nil)
  }
}
