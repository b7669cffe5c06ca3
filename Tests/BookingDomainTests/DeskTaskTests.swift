import BookingDomain
import Testing

@Suite struct DeskTaskTests {
  private func task(
    _ id: TaskID, on date: LocalDate? = nil, at time: TimeOfDay? = nil, done: Timestamp? = nil
  ) -> DeskTask {
    DeskTask(
      id: id, text: "Order oil", date: date, time: time, byName: "An", at: at(9).instant,
      done: done.map { DeskTask.Done(byName: "Binh", at: $0) })
  }

  @Test func openOnesStandFirstByWhenTheyAreDue() {
    let all = [
      task(1), task(2, on: day + 1), task(3, on: day, at: TimeOfDay(hour: 15)), task(4, on: day),
      task(5, done: at(10).instant), task(6, done: at(11).instant), task(7),
    ]
    let sorted = all.shuffled().sorted(by: DeskTask.comes)
    #expect(sorted.map(\.id) == [4, 3, 2, 1, 7, 6, 5])
  }

  @Test func aTaskIsDueFromItsTimeOn() {
    let due = task(1, on: day, at: TimeOfDay(hour: 15))
    #expect(!due.isDue(at: at(14, 59)) && due.isDue(at: at(15)))
    #expect(task(2, on: day).isDue(at: at(9)) && task(3, on: day - 1).isDue(at: at(9)))
    #expect(!task(4).isDue(at: at(9)) && !task(5, on: day, done: at(10).instant).isDue(at: at(16)))
  }

  @Test func onlyTheDeskKeepsThemAndNotWithoutEnd() {
    let wanted = NewTask(text: "Order oil")
    #expect(Decision.refusal(of: wanted, beside: 0, by: reception) == nil)
    #expect(Decision.refusal(of: wanted, beside: 0, by: ownTherapist)?.code == .notAllowed)
    #expect(Decision.refusal(of: wanted, beside: TaskLimit.open, by: reception)?.code == .tooMany)
    #expect(Decision.refusal(of: NewTask(text: " "), beside: 0, by: reception)?.code == .malformed)
    let timeless = NewTask(text: "Oil", time: TimeOfDay(hour: 9))
    #expect(Decision.refusal(of: timeless, beside: 0, by: reception)?.code == .malformed)
  }

  @Test func whatIsDoneIsNotDoneTwice() {
    func refusal(_ task: DeskTask?, _ mark: TaskMark) -> Refusal.Code? {
      Decision.refusal(ofMarking: task, 1, as: mark, by: reception)?.code
    }
    #expect(refusal(task(1), .done) == nil && refusal(task(1), .open) == .alreadyDone)
    let done = task(1, done: at(10).instant)
    #expect(refusal(done, .done) == .alreadyDone && refusal(done, .open) == nil)
    #expect(refusal(done, .struck) == nil && refusal(nil, .done) == .noSuchTask)
  }
}

@Suite struct CallTests {
  @Test func twoDesksDoNotCallOneGuest() throws {
    let first = try outcome(of: .noteCall(.calling, note: ""), on: booking(), now: at(10)).get()
    let calling = first.booking
    #expect(
      calling.call?.outcome == .calling && calling.call?.isGoingOn(at: at(10, 4).instant) == true)
    let manager = Person(id: .user(99), role: .manager, name: "Hoa")
    func again(_ minute: Int, by person: Person) -> Refusal.Code? {
      outcome(of: .noteCall(.calling, note: ""), on: calling, by: person, now: at(10, minute))
        .refusal
    }
    #expect(again(4, by: manager) == .alreadyDone)
    #expect(again(6, by: manager) == nil, "nobody talks for so long")
    #expect(again(4, by: reception) == nil, "their own call")
  }

  @Test func onlyWhoIsNotConfirmedIsCalled() throws {
    let confirmed = booking().with { $0.status = .confirmed }
    let over = booking().with { $0.status = .cancelled }
    #expect(
      outcome(of: .noteCall(.notReached, note: ""), on: confirmed, now: at(10)).refusal
        == .alreadyDone)
    #expect(
      outcome(of: .noteCall(.notReached, note: ""), on: over, now: at(10)).refusal == .alreadyOver)
    let called = try outcome(
      of: .noteCall(.notReached, note: "Engaged"), on: booking(), now: at(10)
    )
    .get()
    #expect(called.booking.call?.note == "Engaged" && called.booking.status == .scheduled)
    #expect(Visibility.masked(called.booking, for: .customer).call == nil)
  }
}
