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

  /// On the smallest screen, too, all of a row is there.
  @Test(arguments: [Size(columns: 40, rows: 12), Size(columns: 60, rows: 20)])
  func whatIsWiderThanTheScreenStandsBelow(size: Size) {
    var view = HouseView(line: "users")
    let rows = [
      ["manager@demo.spa", "Nguyễn Thị Hạnh", "manager", "on"],
      ["maximilian.hohenzollern@demo.spa", "Maximilian", "receptionist", "off since 2026-11-01"],
    ]
    view.page = HousePage(
      title: "Users", tables: [.init(["E-MAIL", "NAME", "ROLE", "STATE"], rows)])
    let lines = view.lines(.usual, on: size).compactMap {
      if case .row(let cells, _) = $0 { cells.joined(separator: " ") } else { nil as String? }
    }
    #expect(lines.allSatisfy { DisplayText($0).columns <= size.columns - 4 }, "\(lines)")
    let words = lines.joined(separator: " ").split(separator: " ")
    for word in rows.joined().flatMap({ $0.split(separator: " ") }) {
      #expect(words.contains(word), "\(word) is not in \(lines)")
    }
  }
}
