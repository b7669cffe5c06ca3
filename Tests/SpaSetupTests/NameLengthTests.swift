import SpaSetup
import Testing

@Suite struct NameLengthTests {
  /// A letter with marks that no character has is several in a column of the database.
  @Test func aNameIsAsLongAsItsColumnCounts() throws {
    let letter = "x\u{323}\u{302}"
    let longest = String(repeating: letter, count: 33)
    #expect(try SpaPlan.checkedName(longest, longest: 100, of: "a name") == longest)
    #expect(throws: Complaint.self) {
      try SpaPlan.checkedName(longest + letter, longest: 100, of: "a name")
    }
  }
}
