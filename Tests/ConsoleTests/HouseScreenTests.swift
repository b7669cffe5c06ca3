import BookingDomain
import Screen
import Testing

@testable import Console

/// What a manager reads of the house, in the person's own language.
@Suite struct HouseScreenTests {
  /// What is typed stays what has to be typed, and names stay names, whatever words are in them.
  @Test func onlyTheProgramsOwnWordsAreInAnotherLanguage() {
    var view = HouseView(line: "house")
    view.page = HousePage(
      title: "The house",
      tables: [
        .init(["", "SERVICE", "KIND", "MINUTES", ""], [["1", "leave", "off", "30", "off"]]),
        .init(["ABOUT", "", ""], [["service", "leave", "on leave"]]),
        .init(
          ["TYPED BEHIND :", ""],
          [["house off WHAT NAME", "on leave"], ["house on WHAT NAME", "works here again"]]),
      ])
    let cells = view.lines(Wording(.vietnamese), on: Size(columns: 120, rows: 36)).compactMap {
      if case .row(let cells, _) = $0 { cells } else { nil }
    }
    #expect(cells[0] == ["1", "leave", "off", "30", "nghỉ"])
    #expect(cells[1].suffix(2) == ["leave", "on leave"])
    #expect(cells[2] == ["house off WHAT NAME", "nghỉ phép"])
    #expect(cells[3] == ["house on WHAT NAME", "làm ở đây lại"])
  }
}
