import BookingDomain
import BookingTesting
import DeskLanguage
import Testing

@Suite struct BookingSearchTests {
  private static let eva = SampleSpa.booking(
    1, "Müller, Eva (VIP)", "15:00", with: SampleSpa.linh)

  @Test(arguments: ["Müller", "müller, eva", "Eva Muller", "eva,", "vip", "(VIP)"])
  func punctuationIsNoPartOfAWord(text: String) {
    let search = BookingSearch(text, in: nil)
    #expect(search.named(in: [Self.eva]).count == 1)
    #expect(search.found(in: [Self.eva]).count == 1)
  }

  @Test(arguments: ["Mueller", "muller", "MÜLLER", "eva mueller"])
  func anUmlautIsFoundAsOneLetterAndAsTwo(text: String) {
    #expect(BookingSearch(text, in: nil).named(in: [Self.eva]).count == 1)
  }

  @Test(arguments: [("Mueller", "Müller"), ("أحمد", "احمد"), ("احمد", "أحمد")])
  func bothSpellingsOfANameFindEachOther(name: String, typed: String) {
    let booking = SampleSpa.booking(2, name, "15:00", with: SampleSpa.linh)
    #expect(BookingSearch(typed, in: nil).named(in: [booking]).count == 1)
    #expect(BookingSearch(typed, in: nil).found(in: [booking]).count == 1)
  }

  @Test func aPieceOfAWordNamesNobody() {
    #expect(BookingSearch("Mül", in: nil).named(in: [Self.eva]).isEmpty)
  }
}
