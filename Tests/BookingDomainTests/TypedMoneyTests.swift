import BookingDomain
import Testing

/// Amounts as people and other systems write them.
@Suite struct TypedMoneyTests {
  @Test(arguments: [
    ("480000", "480,000"), ("480.000 ₫", "480,000"), ("480.000đ", "480,000"),
    ("480,000", "480,000"),
    ("1 480 000 VND", "1,480,000"), ("49,50", "49.50"), ("€ 49.5", "49.50"), ("$49.50", "49.50"),
    ("1.234,50", "1,234.50"), ("1,234.50", "1,234.50"), ("CHF 1'234.50", "1,234.50"), ("7", "7"),
  ])
  func isReadAndShownInOneWayThatCanBeTypedAgain(typed: String, shown: String) throws {
    let money = try #require(Money(typed: typed))
    #expect(money.spoken == shown)
    #expect(Money(typed: money.spoken) == money)
  }

  /// A number that is made of two, or that a letter would multiply, is no price.
  @Test(arguments: [
    "", "-5", "4 x 20", "480k", "4x", "1.2.3,4,5", "480,", ".5", "٤٨٠", "12345678901", "free",
    "1e5", "0.001", "0.500", "0,480",
  ])
  func whatIsNoAmountIsNone(typed: String) { #expect(Money(typed: typed) == nil) }
}
