import BookingDomain
import BookingProtocol
import BookingTesting
import Testing

@testable import BookingServer

/// The audience table, every role against every kind of event, with what is left out for each.
@Suite struct EventSightTests {
  private static let day = SampleSpa.date
  private static let people: [Person] = [
    Person(id: .user(1), role: .admin, name: "Admin"), SampleSpa.manager, SampleSpa.reception,
    SampleSpa.therapistLinh, Person(id: .user(12), role: .therapist, name: "Mai"),
    Person(id: .customer(1001), role: .customer, name: "Guest"),
    // Numbers of the other table: nobody's business.
    Person(id: .customer(11), role: .customer, name: "Stranger"),
    Person(id: .user(1001), role: .therapist, name: "Stranger"),
  ]
  private static let kinds: [BookingEvent.Kind] = [
    .created, .statusChanged(from: .scheduled, to: .confirmed), .updated, .gone,
    .paymentCompleted(paymentID: 4, customer: 1001), .therapistScheduleUpdated(11),
  ]

  @Test(arguments: people, kinds)
  func everybodyHearsWhatTheTableSays(person: Person, kind: BookingEvent.Kind) {
    let booking = Self.booking()
    let isStaff = [Role.admin, .manager, .receptionist].contains(person.role)
    let isOwn = person.isTherapist(11) || person.isCustomer(1001)
    let sight = EventSight(
      Self.event(kind), current: booking, for: Viewer(person: person, days: Self.day...Self.day))
    switch kind {
    case .therapistScheduleUpdated: #expect(sight == nil)
    case .paymentCompleted:
      #expect(sight == (isStaff || person.isCustomer(1001) ? .payment : nil))
    default: #expect(sight == (isStaff || isOwn ? .booking : nil))
    }
  }

  @Test(arguments: people)
  func whatIsDeletedIsGoneForWhoeverSawIt(person: Person) {
    let sight = EventSight(
      Self.event(.gone), current: nil, for: Viewer(person: person, days: Self.day...Self.day))
    let sawIt =
      Visibility.Mask(person.role) == .staff || person.isTherapist(11) || person.isCustomer(1001)
    #expect(sight == (sawIt ? .gone : nil))
  }

  @Test func staffWithoutASubscriptionHearNothing() {
    let viewer = Viewer(person: SampleSpa.reception)
    for kind in Self.kinds {
      #expect(EventSight(Self.event(kind), current: Self.booking(), for: viewer) == nil)
    }
  }

  @Test func staffHearOfTheirDaysOnly() {
    let viewer = Viewer(person: SampleSpa.reception, days: (Self.day + 1)...(Self.day + 2))
    #expect(EventSight(Self.event(.updated), current: Self.booking(), for: viewer) == nil)
    let left = BookingEvent.Audience(
      customer: 1001, therapist: 11, date: Self.day, formerDate: Self.day + 1)
    #expect(
      EventSight(Self.event(.updated, left), current: Self.booking(), for: viewer) == .gone)
  }

  @Test(arguments: Visibility.Mask.allCases)
  func nothingOutsideTheMaskIsEncoded(mask: Visibility.Mask) {
    let prepared = PreparedEvent(
      Self.event(.updated), current: Self.booking(), now: Timestamp(seconds: 1))
    let text = String(
      decoding: ServerCoding.encode(prepared.message(.booking, mask: mask, prev: 1)),
      as: UTF8.self)
    #expect(text.contains("0901234") == (mask != .therapist))
    #expect(text.contains("nut allergy") == (mask != .customer))
    #expect(text.contains("secret note") == (mask != .customer))
    #expect(text.contains("Anna Lee") == (mask != .customer))
  }

  @Test func everybodyWhoSeesTheSameGetsTheSameBytes() {
    let prepared = PreparedEvent(
      Self.event(.updated), current: Self.booking(), now: Timestamp(seconds: 1))
    let one = prepared.frame(.booking, mask: .staff, prev: 7)
    let two = prepared.frame(.booking, mask: .staff, prev: 7)
    #expect(one == two && one != prepared.frame(.booking, mask: .therapist, prev: 7))
  }

  private static func booking() -> Booking {
    SampleSpa.booking(
      1, "Guest", "10:00", with: SampleSpa.linh, phone: "0901234", alert: "nut allergy",
      notes: "secret note",
      lastChange: BookingChange(
        kind: .arrival, by: .user(2), byName: "Anna Lee", at: SampleSpa.now))
  }

  private static func event(
    _ kind: BookingEvent.Kind,
    _ audience: BookingEvent.Audience = .init(customer: 1001, therapist: 11, date: day)
  ) -> BookingEvent {
    BookingEvent(
      seq: 8, kind: kind, booking: 1, version: 2, audience: audience, by: .user(2),
      byName: "Anna Lee", at: SampleSpa.now)
  }
}
