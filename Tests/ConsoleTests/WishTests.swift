import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Screen
import Testing

/// Whom a guest asks for.
@Suite struct WishTests {
  /// Zora's hour with Linh at five.
  private func desk(wish: UserID?) -> PaperDesk {
    var desk = Reception.desk()
    var booking = SampleSpa.booking(901, "Zora Quill", "17:00", with: SampleSpa.linh)
    booking.customer = Reception.zora.customer
    booking.wish = wish
    desk.deliver([booking])
    desk.select(901)
    return desk
  }

  @Test func oneKeyNotesItAndOnceMoreTakesItAway() {
    let seen = Sight(status: .scheduled, version: 1)
    for (before, after) in [(nil, SampleSpa.linh), (SampleSpa.linh, nil)] as [(UserID?, UserID?)] {
      var desk = desk(wish: before)
      desk.press(.character("*"), .enter)
      #expect(desk.sent.last?.order == .change(.wish(after), of: 901, seen: seen))
    }
  }

  @Test func theSignStandsOnTheBoardAndInTheDetails() {
    #expect(!desk(wish: nil).picture().frame.text.contains("❤"))
    let kept = desk(wish: SampleSpa.linh).picture().frame.text
    #expect(kept.contains("❤") && kept.contains(/wish +Linh Nguyễn/))
    let lost = desk(wish: SampleSpa.mai).picture().frame.text
    #expect(lost.contains("for Mai Trần, who"), "\(lost)")
  }

  @Test func whoeverGivesItAwayIsTold() {
    var desk = desk(wish: SampleSpa.linh)
    desk.press(.character("m"))
    desk.say("tran")
    #expect(desk.draft?.warning == "WISH: Zora Quill wished for Linh Nguyễn.")
    desk = self.desk(wish: SampleSpa.mai)
    desk.press(.character("m"))
    desk.say("tran")
    #expect(desk.draft?.warning == "")
  }
}
