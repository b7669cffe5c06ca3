import BookingDomain

/// Accounts or the house, over the board.
package struct HouseView: Hashable, Sendable {
  /// What was typed.
  package let line: String
  /// Nil until the answer has come.
  package var page: HousePage?
  /// Why there is no answer.
  package var problem: String?
  package var scroll = 0

  package init(line: String) { self.line = line }

  /// A page from top to bottom.
  enum Line: Hashable, Sendable {
    case blank
    case done(String)
    /// One of a table that is so many columns wide each.
    case heading([String], widths: [Int])
    case row([String], widths: [Int])
  }
}
