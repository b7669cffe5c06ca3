import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Foundation
import LinePromise
import Screen
import Testing

/// What is done to one booking of a visit is done to all of it, in one order.
@Suite struct VisitTests {
  /// Ada's hour with Linh at five, and her next one with Mai at six.
  private func desk(_ size: Size = Size(columns: 120, rows: 36)) -> PaperDesk {
    var desk = Reception.desk(size)
    desk.deliver(
      [
        SampleSpa.booking(801, "Ada Lund", "17:00", with: SampleSpa.linh),
        SampleSpa.booking(802, "Ada Lund", "18:00", with: SampleSpa.mai),
        SampleSpa.booking(803, "Ola Berg", "19:45", with: SampleSpa.linh),
      ].map { booking in
        var booking = booking
        guard booking.id != 803 else { return booking }
        booking.customer = Customer(id: 801, name: "Ada Lund")
        booking.visit = 801
        return booking
      })
    desk.select(801)
    return desk
  }

  private func together(_ command: Command?) -> [BookingID] {
    guard case .changeTogether(let parts) = command?.order else { return [] }
    return parts.map(\.booking)
  }

  @Test func oneKeyConfirmsTheVisitAndAWordOnlyThisOne() throws {
    var desk = desk()
    desk.press(.character("c"))
    #expect(together(desk.sent.last) == [801, 802])
    #expect(desk.model.orders.order(on: 802) != nil, "both wait for the answer")

    desk = self.desk()
    desk.press(.character(":"))
    desk.say("confirm only")
    desk.press(.enter)
    let change = Change.changeStatus(to: .confirmed, reason: nil)
    #expect(
      desk.sent.map(\.order) == [
        .change(change, of: 801, seen: Sight(status: .scheduled, version: 1))
      ])
  }

  @Test func whatIsDoneAlreadyIsNotAskedForAgain() {
    var desk = desk()
    desk.change(802) { $0.status = .confirmed }
    desk.press(.character("c"))
    #expect(desk.sent.last?.booking == 801 && together(desk.sent.last).isEmpty)
  }

  @Test func eachTreatmentIsStartedByItself() {
    var desk = desk()
    desk.change(801) { $0.time = TimeOfDay(hour: 14) }
    desk.pass(milliseconds: 5_000)
    desk.press(.character("s"))
    #expect(together(desk.sent.last).isEmpty && desk.sent.last?.booking == 801)
  }

  @Test func allOfItMovesByAsMuchAndStandsInThePreview() throws {
    for line in ["move 17:30", "move 17:30 linh"] {
      var desk = desk()
      desk.press(.character(":"))
      desk.say(line)
      let draft = try #require(desk.draft)
      #expect(draft.ghosts.map(\.time.hourMinute) == ["17:30", "18:30"], "\(line): \(draft.says)")
      #expect(draft.chips.contains { $0.text == "visit of 2 (only: this one)" })
      desk.press(.enter)
      guard case .changeTogether(let parts) = desk.sent.last?.order else {
        Issue.record("\(line): \(desk.sent)")
        continue
      }
      #expect(
        parts.map(\.change) == [
          .move(
            Move(
              therapist: line.hasSuffix("linh") ? SampleSpa.linh : nil,
              time: TimeOfDay(hour: 17, minute: 30))),
          .move(Move(time: TimeOfDay(hour: 18, minute: 30))),
        ])
    }
  }

  @Test func whoStandsInTheWayOfAPartIsSaidWithOtherStartsForTheWhole() throws {
    var desk = desk()
    desk.change(803) { $0.therapist = SampleSpa.mai }
    desk.press(.character(":"))
    desk.say("move 18:00")
    let draft = try #require(desk.draft)
    #expect(draft.isProblem && draft.says.contains("Ola Berg"), "\(draft.says)")
    #expect(!draft.alternatives.isEmpty)
  }

  @Test(arguments: ["only ill", "ill only", "feels very ill only", "2 only"])
  func onlyThisOneIsCancelledWhereverTheWordStands(line: String) throws {
    var desk = desk()
    desk.press(.character("x"))
    desk.say(line)
    desk.press(.enter)
    let command = try #require(desk.sent.last)
    #expect(command.booking == 801 && together(command).isEmpty)
    guard case .change(.changeStatus(_, let reason), _, _) = command.order else {
      Issue.record("\(command)")
      return
    }
    #expect(reason?.contains("only") == false)
  }

  @Test(arguments: ["onyl ill", "ill onyl"])
  func aMisspeltWordCancelsNobody(line: String) {
    var desk = desk()
    desk.press(.character("x"))
    desk.say(line)
    desk.press(.enter)
    #expect(desk.sent.isEmpty)
    #expect(desk.draft?.says == "\"onyl\" is not understood: only?")
  }

  @Test func itIsCancelledAndTakenBackAsOne() throws {
    var desk = desk()
    desk.press(.character("x"))
    desk.say("1")
    #expect(desk.draft?.says.hasPrefix("Cancel Ada Lund, 17:00 & 18:00") == true)
    desk.press(.enter)
    let command = try #require(desk.sent.last)
    #expect(together(command) == [801, 802])
    var now = try #require(desk.model.board.bookings[801])
    now.version += 1
    now.status = .cancelled
    now.lastChange = BookingChange(
      kind: .status(from: .scheduled, to: .cancelled), by: SampleSpa.reception.id,
      byName: "Anna Lee", at: desk.now)
    desk.tell(.line(.accepted(command.id, now)))
    desk.press(.character("u"))
    desk.pass(milliseconds: 1_000)
    #expect(desk.sent.last?.order == .takeBack(801, seen: Sight(status: .cancelled, version: 2)))
  }

  /// Who comes along is called by their own name, in what is said and in what was done.
  @Test func eachOfACoupleIsNamedInWhatIsDoneToBoth() throws {
    var desk = desk()
    var other = try #require(desk.model.board.bookings[802])
    other.customer = Customer(id: 802, name: "Bo Lund")
    other.version += 1
    desk.tell(.line(.booking(other, BookingNews(kind: .updated, byName: "", at: desk.now))))
    desk.press(.character("x"))
    desk.say("1")
    #expect(desk.draft?.says.hasPrefix("Cancel Ada Lund & Bo Lund, 17:00 & 18:00") == true)
    desk.press(.escape, .character("m"))
    desk.say("16:30")
    #expect(desk.draft?.says.hasPrefix("The visit of Ada Lund & Bo Lund to") == true)
    #expect(desk.draft?.chips.first?.text == "Ada Lund & Bo Lund")
  }

  /// Mai has a guest at half past seven, and Linh's day ends too soon: neither was asked for.
  @Test func whoWasNotAskedForIsNotBlamedForTheNextTreatment() throws {
    let draft = try #require(Reception.desk(typing: "b", "7714 sw linh 18:30 & hot").draft)
    #expect(draft.isProblem)
    #expect(draft.says.contains("Nobody is free for Hot Stone at 19:30."), "\(draft.says)")
    let asked = try #require(Reception.desk(typing: "b", "7714 sw linh 18:30 & hot tran").draft)
    #expect(asked.says.contains("Mai Trần"), "whoever was asked for is named: \(asked.says)")
  }

  /// Whoever comes for two treatments is called once, and reached for both.
  @Test func aVisitIsOneLineOfTheCallList() throws {
    var desk = desk()
    desk.press(.character(":"))
    desk.say("calls today")
    desk.press(.enter)
    guard case .list(let list)? = desk.model.overlay else {
      Issue.record("no list lies open")
      return
    }
    let lines = desk.model.rows(of: list).map(\.text)
    #expect(lines.count == 2, "\(lines)")
    #expect(lines.first?.contains("Linh Nguyễn & Swedish Massage, Mai Trần") == true, "\(lines)")
    desk.press(.character("c"))
    #expect(together(desk.sent.last) == [801, 802])
  }

  @Test func allThatItOwesIsTakenAtOnceOrOnlyThis() {
    func owing(_ line: String) -> PaperDesk {
      var desk = desk()
      for (id, sum) in [(801, "480000"), (802, "720000")] as [(BookingID, String)] {
        desk.change(id) {
          $0.payment = BookingPayment(
            number: $0.id.number, standing: PaymentStanding(.pending, .cash),
            sum: Money(sum) ?? .zero, sessions: 1)
        }
      }
      desk.press(.character("$"))
      desk.say(line)
      return desk
    }
    var both = owing("card")
    #expect(both.draft?.says.hasPrefix("1,200,000 card from Ada Lund") == true)
    both.press(.enter)
    #expect(together(both.sent.last) == [801, 802])
    var one = owing("only card")
    #expect(
      one.draft?.says == "480,000 from Ada Lund" || one.draft?.says == "480,000 card from Ada Lund")
    one.press(.enter)
    #expect(one.sent.last?.booking == 801 && together(one.sent.last).isEmpty)
  }

  @Test func whatIsAddedComesRightBehindTheLastTreatment() throws {
    var desk = desk()
    desk.press(.character("&"))
    #expect(desk.line == "add ")
    desk.say("stone")
    desk.press(.enter)
    let added = try #require(desk.booked.first)
    #expect(added.joins == 801 && added.customer == .known(801))
    #expect(added.time.hourMinute == "19:15", "Mai tidies up first")
  }

  @Test func theSignStandsOnEachOfThemAndDetailsSayWhatElse() {
    let picture = desk().picture().frame.text
    #expect(picture.components(separatedBy: "Ada Lund").count > 2)
    #expect(picture.contains("visit    18:00 Swedish Massage"), "\(picture)")
    #expect(picture.components(separatedBy: "& ").count == 3, "\(picture)")
  }
}
