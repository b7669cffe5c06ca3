import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Testing

/// Who comes along may be somebody whom the register knows.
@Suite struct GroupTests {
  private func desk(_ line: String) -> PaperDesk { Reception.desk(typing: "b", line) }

  @Test(arguments: ["0938555102", "5102", "Lan 5102", "Phạm Thị Lan 0938555102"])
  func aNumberBehindTheSignIsTheKnownGuest(who: String) throws {
    let desk = desk("7714 swedish linh 18:00 & \(who) tran")
    let draft = try #require(desk.draft)
    #expect(draft.isReady, "\(draft.says)")
    #expect(draft.chips.first?.text == "Zora Quill …7714 & Phạm Thị Lan …5102", "\(draft.chips)")
    guard case .book(let wanted) = draft.order else { return }
    #expect(wanted.map(\.customer) == [.known(71), .known(72)])
    #expect(wanted.map(\.notes) == [nil, nil])
    #expect(wanted[0].time == wanted[1].time, "they come together")
  }

  @Test func whoIsNewComesWithNameAndNumber() throws {
    let draft = try #require(desk("7714 swedish linh 18:00 & Hoa 0901222333 tran").draft)
    guard case .book(let wanted) = draft.order else {
      Issue.record("\(draft.says)")
      return
    }
    #expect(wanted[1].customer == .new(NewCustomer(name: "Hoa", phone: "0901222333")))
  }

  @Test(arguments: [
    ("0901222333", "0901222333 is new here: write the name too."),
    ("9999", "Nobody's phone number ends in 9999."),
    ("Hoa 5102", "…5102 is Phạm Thị Lan's, and not Hoa's."),
  ])
  func whoIsMeantIsAsked(who: String, sentence: String) throws {
    let draft = try #require(desk("7714 swedish linh 18:00 & \(who) tran").draft)
    #expect(draft.isProblem && draft.says.contains(sentence), "\(draft.says)")
  }

  /// What is chosen of who comes along goes to them, and of the guest to the guest.
  @Test(arguments: [
    (
      "7714 swedish linh 18:00 & Max 0938555102 tran & mai", "another of that family",
      "7714 swedish linh 18:00 & Max 0938555102 tran family & mai"
    ),
    (
      "Max 0938555102 swedish linh 18:00 & tran // quiet", "another of that family",
      "Max 0938555102 swedish linh 18:00 family & tran // quiet"
    ),
    (
      "lan swedish linh 18:00 & tran", "#2", "lan swedish linh 18:00 #2 & tran"
    ),
  ])
  func aChoiceStandsBesideWhomItIsAbout(line: String, choice: String, chosen: String) throws {
    let draft = try #require(desk(line).draft)
    let made = try #require(draft.choices.first { $0.text.contains(choice) }, "\(draft.choices)")
    #expect(Verb.book.text(line, choosing: made, of: draft) == chosen)
  }

  @Test func anotherOfTheFamilyComesAlongAtItsNumber() throws {
    let draft = try #require(desk("7714 swedish linh 18:00 & Max 0938555102 family tran").draft)
    guard case .book(let wanted) = draft.order else {
      Issue.record("\(draft.says)")
      return
    }
    #expect(wanted[1].customer == .new(NewCustomer(name: "Max", reach: .familyOf(72))))
    #expect(draft.chips.first?.text == "Zora Quill …7714 & Max, Phạm Thị Lan's number (new)")
  }

  @Test func whoIsCalledLikeSomebodyIsSaid() throws {
    let draft = try #require(desk("7714 swedish linh 18:00 & Lan Võ 0901222333 tran").draft)
    #expect(draft.says.contains("ALIKE: Lan Võ …0321 is in the register."), "\(draft.says)")
    #expect(draft.choices.contains { $0.text.contains("the same guest?") })
  }

  @Test func fourDigitsBehindTheSignAreATimeWhereNoneWasSaid() throws {
    let draft = try #require(desk("7714 swedish linh & tran 1800").draft)
    guard case .book(let wanted) = draft.order else {
      Issue.record("\(draft.says)")
      return
    }
    #expect(wanted.map(\.time.hourMinute) == ["18:00", "18:00"])
    #expect(wanted[1].customer == .companion)
  }
}
