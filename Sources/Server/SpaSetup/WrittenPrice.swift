import BookingDomain

/// A price as somebody wrote it. What `5.555` is depends on the currency: thousands in one without
/// hundredths, either in one with them.
package struct WrittenPrice: Hashable, Sendable {
  package let amount: Money
  /// Both readings, as they can be written without a doubt; nil where there is one alone.
  let doubt: String?

  /// - Throws: `Complaint` for what is no price in any currency.
  package init(_ text: String) throws(Complaint) {
    guard let amount = Money(typed: text), amount > .zero else {
      throw Complaint("a price is a number above zero, like 480000 or \"49.50\"")
    }
    // `payment_items.total_price` is a DECIMAL(10, 2).
    guard amount.hundredths < 100_000_000_00 else {
      throw Complaint("a price is below 100 millions; the shop's payments hold no more")
    }
    self.amount = amount
    doubt = Self.doubt(in: text)
  }

  /// One sign with three figures behind it, and none before.
  private static func doubt(in text: String) -> String? {
    let figures = text.filter { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
    let parts = figures.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard parts.count == 2, parts[1].count == 3 else { return nil }
    return "\"\(PlainLine.shown(text))\" can be read in two ways: write "
      + "\(parts[0])\(parts[1]) or \(parts[0]).\(parts[1].prefix(2))"
  }
}
