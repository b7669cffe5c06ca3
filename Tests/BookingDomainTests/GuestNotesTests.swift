import BookingDomain
import Testing

@Suite struct GuestNotesTests {
  private static let notes = """
    Thích phòng yên tĩnh
      Dị ứng: đậu phộng
    ALERT: second
    """

  @Test func theFirstAlertIsReadHoweverItIsMarked() {
    #expect(GuestNotes(Self.notes).alert == "Dị ứng: đậu phộng")
    #expect(GuestNotes("alert: always ground floor").alert == "always ground floor")
    #expect(GuestNotes("no alert: none").alert == nil)
    #expect(GuestNotes(nil).alert == nil && GuestNotes("").preferences == nil)
  }

  @Test func whatIsWrittenStandsFirstAndTheRestStays() {
    let written = GuestNotes(Self.notes).writing("nuts", as: .alert)
    #expect(written == "alert: nuts\nThích phòng yên tĩnh")
    let both = GuestNotes(written).writing("trà gừng, ấn nhẹ", as: .preferences)
    #expect(GuestNotes(both).alert == "nuts")
    #expect(GuestNotes(both).preferences == "trà gừng, ấn nhẹ")
    #expect(GuestNotes(both).rest == "Thích phòng yên tĩnh")
    #expect(GuestNotes(both).writing("", as: .alert).contains("nuts") == false)
  }

  /// What was written and read again is the same text, also with a marker of its own.
  @Test(arguments: ["nuts", "allergy: nuts", "Dị ứng: hải sản", "王小明 🌶"])
  func whatIsWrittenIsReadAgain(text: String) {
    let notes = GuestNotes(GuestNotes(nil).writing(text, as: .alert))
    #expect(notes.text(of: .alert) == text)
  }

  @Test func nothingIsLeftOfNotesThatHeldNothingElse() {
    let written = GuestNotes(nil).writing("nuts", as: .alert)
    #expect(GuestNotes(written).writing("", as: .alert).isEmpty)
  }
}
