import BookingDomain
import BookingStore

/// What prices are in. The database holds plain numbers; the currency says whether they may have
/// hundredths.
package struct SpaCurrency: Hashable, Sendable {
  package let code: String

  package static let usual = SpaCurrency(known: "VND")

  private init(known code: String) { self.code = code }

  /// - Throws: `Complaint` for what ISO 4217 does not have, naming what may be meant.
  package init(_ text: String) throws(Complaint) {
    let code = text.uppercased()
    guard Currencies.byCode[code] == nil else {
      self.init(known: code)
      return
    }
    let meant = Currencies.resembling(text).map { "\($0.code) is the \($0.name)" }
    throw Complaint(
      "there is no currency \"\(PlainLine.shown(String(text.prefix(40))))\"; "
        + (meant.isEmpty
          ? "write one of three letters (ISO 4217), like VND, EUR or USD"
          : meant.joined(separator: ", ")))
  }

  /// - Returns: the one that the spa began with; nil where nobody said.
  package static func stored(in db: any SQLConnection) throws -> SpaCurrency? {
    let row = try db.row("SELECT currency FROM frontdesk_settings WHERE id = 1")
    return row?.nonBlankText("currency").flatMap { try? SpaCurrency($0) }
  }

  /// - Throws: `Complaint` for fractions of what has none, and for what may have them or not.
  package func check(_ price: WrittenPrice) throws(Complaint) {
    if hasHundredths, let doubt = price.doubt { throw Complaint(doubt) }
    guard hasHundredths || price.amount.hundredths % 100 == 0 else {
      throw Complaint("prices in \(code) have no fractions")
    }
  }

  /// The database holds no more than these of the few that have thousandths.
  package var hasHundredths: Bool { Currencies.byCode[code]?.digits != 0 }
}
