import BookingStore
import Testing

@Suite struct PhoneKeyTests {
  @Test(arguments: ["+84 901 234 567", "0901-234-567", "(0901) 234 567", "901234567"])
  func everySpellingIsOneNumber(phone: String) {
    #expect(PhoneKey(phone) == PhoneKey("0901234567"))
  }

  @Test func aShortNumberIsOnlyItself() {
    #expect(PhoneKey("1234") != PhoneKey("901 231 234"))
    #expect(!PhoneKey("1234").isTail && PhoneKey("901231234").isTail)
  }
}
