import BookingDomain
import Testing

@Suite struct GuestRecordTests {
  private let record = GuestRecord(
    id: 7, name: "Lan Võ", phone: "0901234567", email: nil, notes: "alert: nuts")

  private func refusal(
    _ change: GuestChange, owner: Customer? = nil, by person: Person = reception
  ) -> Refusal? {
    Decision.refusal(of: change, on: record, of: 7, owner: owner, by: person)
  }

  @Test func onlyTheDeskWritesAndOnlyWhatCanBeStored() {
    #expect(refusal(GuestChange(.alert, "fish")) == nil)
    #expect(refusal(GuestChange(.alert, "fish"), by: ownTherapist)?.code == .notAllowed)
    #expect(refusal(GuestChange(.alert, "fish"), by: guest)?.code == .notAllowed)
    #expect(refusal(GuestChange(.name, "  "))?.code == .malformed)
    #expect(refusal(GuestChange(.phone, "call me"))?.code == .malformed)
    #expect(refusal(GuestChange(.email, "nobody"))?.code == .malformed)
    #expect(refusal(GuestChange(.alert, "a\nb"))?.code == .malformed)
    #expect(
      refusal(GuestChange(.preferences, String(repeating: "ấ", count: 201)))?.code == .textTooLong)
  }

  @Test func aNumberThatIsSomebodyElsesIsSaidWithWhoseItIs() {
    let minh = Customer(id: 8, name: "Minh")
    let refused = refusal(GuestChange(.phone, "0901234568"), owner: minh)
    #expect(refused?.code == .customerExists && refused?.sentence.contains("Minh") == true)
  }

  @Test func whatChangedMeanwhileIsRefusedWithWhatStandsThere() {
    let refused = refusal(GuestChange(.alert, "fish", seen: ""))
    #expect(refused?.code == .changedMeanwhile && refused?.sentence.contains("nuts") == true)
    #expect(refusal(GuestChange(.alert, "fish", seen: "nuts")) == nil)
    #expect(refusal(GuestChange(.alert, "nuts"))?.code == .alreadyDone)
    #expect(
      Decision.refusal(
        of: GuestChange(.alert, "x"), on: nil, of: 9, owner: nil, by: reception)?.code
        == .noSuchCustomer)
  }

  @Test func whoeverDidWriteItIsKnownUntilAnotherProgramWrites() {
    let mai = GuestChangeEntry(
      fact: .alert, before: "", after: "nuts", byName: "Mai", at: at(9).instant)
    let file = CustomerFile(
      card: CustomerCard(
        customer: Customer(id: 7, name: "Lan"), email: nil, notes: nil, sessions: [],
        lastVisit: nil, nextVisit: nil), bookings: [], record: [mai])
    #expect(file.author(of: .alert, standing: "nuts")?.byName == "Mai")
    #expect(file.author(of: .alert, standing: "fish") == nil)
    #expect(file.author(of: .preferences, standing: "nuts") == nil)
  }
}

@Suite struct GuestPastTests {
  private func visit(_ day: LocalDate, _ hour: Int, with therapist: UserID = mai)
    -> GuestPast.Visit
  {
    GuestPast.Visit(
      service: ServiceSummary(id: 5, name: "Swedish Massage"),
      slot: HeldSlot(therapist: therapist, date: day, time: TimeOfDay(hour: hour), duration: 60))
  }

  /// The last time was an exception: three of four were on that weekday at three.
  @Test func theUsualDayAndTimeAreThoseOfMostVisits() throws {
    let past = GuestPast(visits: [
      visit(day - 3, 10, with: linh), visit(day - 7, 15), visit(day - 14, 15), visit(day - 21, 15),
    ])
    let usual = try #require(past.usual)
    #expect(usual.therapist == linh, "with whom they were last")
    #expect(usual.weekday == day.weekday && usual.time == TimeOfDay(hour: 15))
    #expect(usual.date(after: day) == day + 7, "never the day itself")
    #expect(usual.date(after: day - 1) == day)
    #expect(GuestPast().usual == nil)
  }

  @Test func whatIsLateIsLateUnderTheSpasOwnRule() {
    let start = LocalMoment(date: day, time: TimeOfDay(hour: 14))
    let past = GuestPast(cancellations: [
      .init(start: start, at: at(12).instant),
      .init(
        start: LocalMoment(date: day, time: TimeOfDay(hour: 8, minute: 30)), at: at(8).instant),
    ])
    var policy = Decision.Policy()
    policy.lateCancellation = 60
    #expect(past.calledOffLate(under: policy, in: at(8).zone) == 1)
    policy.lateCancellation = 180
    #expect(past.calledOffLate(under: policy, in: at(8).zone) == 2)
  }
}
