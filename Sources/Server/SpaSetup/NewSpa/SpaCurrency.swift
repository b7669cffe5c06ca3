/// What prices are in. The database holds plain numbers; the currency says whether they may have
/// hundredths.
package struct SpaCurrency: Hashable, Sendable {
  package let code: String

  package static let usual = SpaCurrency(known: "VND")

  /// One with hundredths, where nobody says which.
  static let any = SpaCurrency(known: "USD")

  private init(known code: String) { self.code = code }

  package init(_ text: String) throws(Complaint) {
    let code = text.uppercased()
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw Complaint("a currency is three letters (ISO 4217), like VND, EUR or USD")
    }
    self.code = code
  }

  /// ISO 4217's list of currencies with no minor unit.
  private static let whole: Set<String> = [
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV",
    "XAF", "XOF", "XPF",
  ]

  package var hasHundredths: Bool { !Self.whole.contains(code) }
}
