import BookingDomain
import Testing

@Suite struct PhoneTextTests {
  @Test(arguments: [
    ("09 77.712.345", "0977712345"), ("+84 (0)9-777.123456", "+849777123456"),
    ("0901/234/567", "0901234567"), ("(028) 3822 1234", "02838221234"),
    ("+1 415-555 2671", "+14155552671"),
    ("(0)901 234 567", "0901234567"), ("0901\u{A0}234", "0901234"),
  ])
  func aNumberIsOneHoweverItIsWritten(text: String, compact: String) {
    #expect(PhoneText.isNumber(text))
    #expect(PhoneText.compact(text) == compact)
  }

  @Test(arguments: ["", "12", "1234567890123456", "0901 234 x", "09٠١234567", "0901\n234"])
  func whatIsNoneIsNone(text: String) { #expect(!PhoneText.isNumber(text)) }
}
