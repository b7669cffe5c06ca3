import BookingDomain
import BookingStore
import BookingTesting
import Testing

@Suite struct OrderFingerprintTests {
  private static let orders: [Order] = [
    .change(.changeStatus(to: .confirmed, reason: nil), of: 1, seen: Sight()),
    .change(.changeStatus(to: .confirmed, reason: nil), of: 2, seen: Sight()),
    .change(.changeStatus(to: .noShow, reason: nil), of: 1, seen: Sight()),
    .change(.markArrived, of: 1, seen: Sight()), .change(.undo, of: 1, seen: Sight()),
    .change(.writeNotes("a"), of: 1, seen: Sight()),
    .change(.writeNotes("b"), of: 1, seen: Sight()),
    .change(.move(Move(time: ContractSpa.clock("11:00"))), of: 1, seen: Sight()),
    .change(.move(Move(time: ContractSpa.clock("11:15"))), of: 1, seen: Sight()),
    .change(.wish(4), of: 1, seen: Sight()), .change(.wish(nil), of: 1, seen: Sight()),
    .change(
      .changeService(ServiceChange(to: 2, payment: .unpaidSale)), of: 1, seen: Sight()),
    .change(
      .changeService(ServiceChange(to: 3, payment: .unpaidSale)), of: 1, seen: Sight()),
    .book([ContractSpa.wanted("12:00")]), .book([ContractSpa.wanted("12:15")]),
    .book([ContractSpa.wanted("12:00"), ContractSpa.wanted("12:00")]), .unblock(1), .endTimeOff(1),
    .change(.changeService(ServiceChange(to: 2, payment: .sale(.cash))), of: 1, seen: Sight()),
    .change(
      .changeService(ServiceChange(to: 2, payment: .unpaidSale, overrideReason: "asked")), of: 1,
      seen: Sight()),
    .book([ContractSpa.wanted("12:00", .unpaidSale)]),
    .book([ContractSpa.wanted("12:00", .sale(.cash))]),
    .book([ContractSpa.wanted("12:00", .sale(.momo))]),
    .book([ContractSpa.wanted("12:00", .paidSessionOrSale(.momo))]),
    .book([ContractSpa.wanted("12:00", .item(1))]),
    .change(.changeStatus(to: .cancelled, reason: "ill"), of: 1, seen: Sight()),
    .change(.changeStatus(to: .cancelled, reason: "late"), of: 1, seen: Sight()),
    .setShifts(NewShifts(therapist: 1, days: [DayShifts(.every(.monday), [])])),
    .setShifts(NewShifts(therapist: 1, days: [DayShifts(.every(.monday), nil)])),
    .setShifts(NewShifts(therapist: 1, days: [DayShifts(.every(.tuesday), [])])),
    .stopWaiting(1),
    .change(.noteCall(.calling, note: ""), of: 1, seen: Sight()),
    .change(.noteCall(.notReached, note: ""), of: 1, seen: Sight()),
    .guest(GuestChange(.alert, "nuts"), of: 1), .guest(GuestChange(.preferences, "nuts"), of: 1),
    .addTask(NewTask(text: "Oil")), .markTask(1, as: .done), .markTask(1, as: .struck),
  ]

  @Test func ordersThatAskForDifferentThingsHaveDifferentOnes() {
    let texts = Self.orders.map { OrderFingerprint($0).text }
    #expect(Set(texts).count == texts.count, "\(texts)")
  }

  @Test func itFitsIntoItsColumnAndIsTheSameEveryTime() {
    for order in Self.orders {
      let text = OrderFingerprint(order).text
      #expect(text.utf8.count <= 64 && text == OrderFingerprint(order).text)
    }
  }

  @Test func whatWasSeenPlaysNoPart() {
    let plain = Order.change(.changeStatus(to: .confirmed, reason: nil), of: 1, seen: Sight())
    let told = Order.change(
      .changeStatus(to: .confirmed, reason: nil), of: 1,
      seen: Sight(status: .scheduled, version: 3))
    #expect(OrderFingerprint(plain) == OrderFingerprint(told))
  }

  @Test func theLongestFitsIntoItsColumn() {
    let order = Order.wait(
      NewWaiting(
        customer: CustomerID(.max), service: ServiceID(.max), therapist: nil,
        date: ContractSpa.date,
        from: ContractSpa.clock("14:00"), until: ContractSpa.clock("18:00"), note: ""))
    #expect(OrderFingerprint(order).text.utf8.count <= 64)
  }
}
