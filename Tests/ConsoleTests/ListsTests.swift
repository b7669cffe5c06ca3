import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Screen
import Testing

/// Whatever is offered in a list is reached with the arrows and taken with Enter.
@Suite struct ListsTests {
  @Test func arrowsGoThroughTheGuestsThatAreFound() {
    var desk = Reception.desk(typing: "f", "lan")
    #expect(desk.picture().frame.text.contains("▸#1"))
    desk.press(.down)
    #expect(desk.picture().frame.text.contains("▸#2"))
    desk.press(.down, .down, .up)
    #expect(desk.picture().frame.text.contains("▸#1"), "two are found, so the last is the second")
    desk.press(.down, .enter)
    guard case .card(let view)? = desk.model.overlay else {
      Issue.record("\(desk.model.mode)")
      return
    }
    #expect(view.customer == 73)
  }

  @Test func aGuestIsChosenForABookingAndSentWithTheNextEnter() {
    var desk = Reception.desk(typing: "b", "lan sw 17:30")
    #expect(desk.draft?.isProblem == true)
    desk.press(.down, .down, .enter)
    #expect(desk.line == "book lan sw 17:30 #2")
    #expect(desk.sent.isEmpty, "what is chosen is seen first")
    desk.press(.enter)
    #expect(desk.booked.map(\.customer) == [.known(73)])
  }

  @Test func anotherStartIsChosenWithTheArrowsToo() throws {
    var desk = Reception.desk(typing: "b", "7714 sw linh 16:15")
    let other = try #require(desk.draft?.alternatives.first)
    desk.press(.down, .enter)
    #expect(desk.line?.contains(other.hourMinute) == true)
    desk.press(.enter)
    #expect(desk.booked.map(\.time) == [other])
  }

  @Test func aReasonIsChosenWithTheArrows() {
    var desk = Reception.desk()
    desk.select(9)
    desk.press(.character("x"), .down, .down, .enter)
    #expect(desk.line == "cancel Guest is ill")
    desk.press(.enter)
    guard case .change(.changeStatus(.cancelled, "Guest is ill"), of: 9, _)? = desk.sent.only?.order
    else {
      Issue.record("\(desk.sent)")
      return
    }
  }

  @Test func earlierLinesComeWhereNoListStands() {
    var desk = Reception.desk(typing: "f", "lan #2")
    desk.press(.enter, .escape, .character("b"), .up)
    #expect(desk.line == "find lan #2")
    desk.press(.control("n"), .control("p"))
    #expect(desk.line == "find lan #2")
  }

  @Test func whatMatchesNothingIsSaid() {
    for opening in [KeyPress.character("?"), .function(10)] {
      var desk = Reception.desk()
      desk.press(opening)
      desk.type("xyzzy")
      #expect(desk.picture().frame.text.contains("Nothing matches \"xyzzy\""))
    }
  }
}
