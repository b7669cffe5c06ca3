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

  @Test func aPieceOfAWordNamesNobody() {
    #expect(BookingSearch("Mül", in: nil).named(in: [Self.eva]).isEmpty)
  }
}
