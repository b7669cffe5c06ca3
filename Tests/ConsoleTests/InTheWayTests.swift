import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Screen
import Testing

/// What a line being typed shows on the board: where it would stand, and who stands there.
@Suite struct InTheWayTests {
  /// Sofia Rossi is with Mai from 14:15, the double from 14:45.
  @Test func whoStandsInTheWayIsMarkedOnTheBoard() {
    var desk = Reception.desk(typing: "b", "7714 sw60 t12 14:30")
    #expect(desk.model.inTheWay == [9, 10])
    let picture = desk.picture().frame.text
    #expect(picture.contains("#Sofia"), "\(picture)")
    desk.press(.escape)
    #expect(desk.model.inTheWay.isEmpty)
  }

  @Test func whatIsMovedStandsInNobodysWay() {
    var desk = Reception.desk()
    desk.select(9)
    desk.press(.character("m"))
    desk.say("14:30")
    #expect(desk.model.inTheWay == [10])
  }

  @Test(arguments: ["15:45", "18:30", "20:00"])
  func onASmallScreenALaterHourIsSeenAboveWhatIsSaidOfIt(time: String) throws {
    let desk = Reception.desk(
      Size(columns: 40, rows: 12), typing: "b", "7714 sw60 linh \(time)")
    let model = desk.model
    let ghost = try #require(desk.draft?.ghosts.first)
    #expect(model.board.date == ghost.date)
    guard model.board.isLoaded else { return }
    let picture = desk.picture().frame.text
    #expect(picture.contains("╎ Zora"), "\(picture)")
  }

  @Test func whatIsAddedToANoteStandsApartFromIt() {
    var desk = Reception.desk()
    desk.select(5)
    desk.press(.character("e"))
    desk.type("No lavender.")
    #expect(desk.line == "notes Prefers firm pressure. Brings her own towel. No lavender.")
  }
}
