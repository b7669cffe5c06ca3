import BookingDomain

/// Where a guest is called. The shop's `phone_number` must be there, and each but once: who has no
/// number of their own gets a text in its place that no number can be. It has no digit, so that no
/// search by digits finds it and nobody can sign up or log in with it; it begins with a word that
/// whoever reads the table understands.
package enum GuestPhone {
  private static let none = "none:"

  /// By chance: where the shop has one like it, its unique key refuses it, and the whole order is
  /// tried again with another. 17 characters of the column's 20.
  static func placeholder() -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return none + String((0..<12).map { _ in letters[Int.random(in: letters.indices)] })
  }

  /// Nil for what stands in for a number.
  package static func own(_ text: String?) -> String? {
    text.flatMap { $0.hasPrefix(none) ? nil : $0 }
  }

  /// The number of a customer that is joined as `alias`; of one without, that of the family.
  static func column(of alias: String) -> String {
    "CASE WHEN \(isNone(alias)) THEN \(holder(of: alias, "phone_number")) "
      + "ELSE substr(\(alias).phone_number, 1, 40) END"
  }

  /// Who is called at the number of somebody else.
  static func family(of alias: String) -> String {
    "CASE WHEN \(isNone(alias)) THEN \(holder(of: alias, "full_name")) END"
  }

  private static func isNone(_ alias: String) -> String { "\(alias).phone_number LIKE '\(none)%'" }

  private static func holder(of alias: String, _ column: String) -> String {
    """
    (SELECT substr(k.\(column), 1, 200) FROM frontdesk_family y
        JOIN customers k ON k.customer_id = y.holder_id WHERE y.customer_id = \(alias).customer_id)
    """
  }
}

extension TolerantRow {
  /// A number that `GuestPhone.column` read.
  func phone(_ column: String) -> String? { GuestPhone.own(nonBlankText(column)) }
}
