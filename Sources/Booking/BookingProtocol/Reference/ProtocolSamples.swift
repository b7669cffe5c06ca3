import BookingDomain

/// One sample of everything on the wire, with the numbers of the guide's samples. The reference
/// prints them, and the pinned files of the tests hold their bytes: what is printed is what is sent.
package enum ProtocolSamples {
  package static let instant = Timestamp(milliseconds: 1_705_314_600_000)
  package static let date = LocalDate(dayNumber: 19_737)
  package static let position = LogPosition(epoch: "6f1c2b7a", seq: 41)

  static let nine = TimeOfDay(hour: 9)
  static let customer = Customer(
    id: 456, name: "Đặng Thị Ánh", phone: "0901234567", alert: "Nuts",
    preferences: "Low pressure")
  static let service = ServiceSummary(id: 5, name: "Swedish Massage")

  package static let booking = Booking(
    id: 123, version: 3, customer: customer, service: service, therapist: 789, date: date,
    time: TimeOfDay(hour: 14, minute: 30), duration: 60, buffer: 10, status: .confirmed,
    place: Place(room: 1, roomName: "Lotus", bed: 2, bedName: "B"), paymentItem: 9,
    price: Money("480000.50"),
    payment: BookingPayment(
      number: 88, standing: PaymentStanding(.paid, .creditCard), sum: Money(hundredths: 51_840_054),
      sessions: 1, paidAt: instant, isDeskSale: true), visit: 123, series: 123, wish: 790,
    notes: "Prefers low pressure",
    arrivedAt: instant,
    startedAt: instant, endedAt: instant, cancellationReason: "ill",
    call: CallMark(outcome: .notReached, note: "Engaged", byName: "An", at: instant),
    lastChange: BookingChange(
      kind: .status(from: .scheduled, to: .confirmed), by: .user(1), byName: "An", at: instant))

  /// Everything that may be missing, missing.
  package static let sparse = Booking(
    id: 124, version: 1, customer: Customer(id: 1, name: "Guest"), service: service,
    therapist: 789, date: date, time: nine, duration: 60, buffer: 0, status: .noShow,
    place: Place(room: 1, roomName: "Lotus"), paymentItem: 9)

  static let swapped: Booking = {
    var changed = booking
    changed.lastChange = BookingChange(
      kind: .swapped(from: booking.slot, with: 125), by: .customer(456), byName: "", at: instant)
    return changed
  }()

  static let paid: Booking = {
    var changed = sparse
    changed.lastChange = BookingChange(
      kind: .payment(from: PaymentStanding(.pending, .cash), to: PaymentStanding(.paid, .momo)),
      by: .user(1), byName: "An", at: instant)
    return changed
  }()

  static let noted: Booking = {
    var changed = sparse
    changed.lastChange = BookingChange(
      kind: .notes(from: "Window"), by: .user(1), byName: "An", at: instant)
    changed.unreadable = [UnreadableValue(.status, "EXPIRED")]
    return changed
  }()

  static let called: Booking = {
    var changed = sparse
    changed.lastChange = BookingChange(
      kind: .called(.calling), by: .user(1), byName: "An", at: instant)
    return changed
  }()

  static let wished: Booking = {
    var changed = sparse
    changed.lastChange = BookingChange(
      kind: .wished(from: 789, to: 790), by: .user(1), byName: "An", at: instant)
    return changed
  }()

  static let exchanged: Booking = {
    var changed = sparse
    changed.lastChange = BookingChange(
      kind: .service(
        ServiceExchange(
          from: service, to: ServiceSummary(id: 6, name: "Thai Massage"), slot: booking.slot,
          item: 9, left: PaymentStanding(.paid, .cash), sold: PaymentStanding(.pending, .cash))),
      by: .user(1), byName: "An", at: instant)
    return changed
  }()

  static let policy: Decision.Policy = {
    var policy = Decision.Policy()
    policy.lateCancellation = 120
    policy.lateCancellationKeepsSession = true
    return policy
  }()

  package static let spa = Spa(
    name: "Sen Spa",
    therapists: [
      Therapist(id: 789, name: "Mai", serviceType: 1, state: .available),
      Therapist(id: 790, name: "Linh", serviceType: nil, state: .onLeave),
    ],
    services: [
      Service(
        id: 5, name: "Swedish Massage", type: 1, duration: 60, buffer: 10, isActive: true,
        isBookableOnline: false, price: Money("480000.00"), charge: Money("528000.00"))
    ],
    rooms: [Room(id: 1, name: "Lotus", capacity: 2, isActive: true)],
    beds: [Bed(id: 2, room: 1, name: "B", isActive: true)],
    hours: [.monday: BusinessHours(open: nine, close: TimeOfDay(hour: 2))],
    shifts: [
      789: WorkingHours([
        .every(.monday): [Shift(from: TimeOfDay(hour: 13), until: TimeOfDay(hour: 2))],
        .every(.saturday): [],
      ]),
      790: WorkingHours([:], doubtful: [.every(.monday), .on(date)], isAnyDayInDoubt: true),
    ])

  static let block = Block(
    id: 7, therapist: 789, date: date, time: TimeOfDay(hour: 12), duration: 30, reason: "lunch",
    byName: "An")

  static let dayOff = TimeOff(
    id: 3, therapist: 789, days: date - 1...date + 8, reason: "leave", byName: "An"
  ).block(of: 789, on: date, hours: spa.hours)

  static let waiting = WaitingGuest(
    id: 8, customer: customer, service: service, therapist: 789, date: date, from: nine,
    until: TimeOfDay(hour: 12), note: "any day", byName: "An", since: instant)

  static let tasks = [
    DeskTask(
      id: 9, text: "Order oil", date: date, time: nine, byName: "An", at: instant,
      done: DeskTask.Done(byName: "Binh", at: instant)),
    DeskTask(id: 10, text: "Keys", date: nil, time: nil, byName: "An", at: instant),
  ]
}
