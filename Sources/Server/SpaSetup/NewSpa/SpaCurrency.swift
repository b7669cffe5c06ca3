import BookingDomain
import BookingStore

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

  /// - Returns: the one that the spa began with; nil where nobody said.
  package static func stored(in db: any SQLConnection) throws -> SpaCurrency? {
    let row = try db.row("SELECT currency FROM frontdesk_settings WHERE id = 1")
    return row?.nonBlankText("currency").flatMap { try? SpaCurrency($0) }
  }

  /// - Throws: `Complaint` for fractions of what has none.
  package func check(_ price: Money) throws(Complaint) {
    guard hasHundredths || price.hundredths % 100 == 0 else {
      throw Complaint("prices in \(code) have no fractions")
    }
  }

  /// As a price list has it.
  package func written(_ price: Money) -> String {
    let text = price.description
    return hasHundredths || !text.hasSuffix(".00") ? text : String(text.dropLast(3))
  }

  /// ISO 4217's list of currencies with no minor unit.
  private static let whole: Set<String> = [
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV",
    "XAF", "XOF", "XPF",
  ]

  package var hasHundredths: Bool { !Self.whole.contains(code) }
}
