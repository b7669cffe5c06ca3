/// What a sale at the desk comes to, as SQL over `services s` and `tax`. List prices and items are without
/// tax: the tax at the spa's rate comes on top, and the total is both.
enum DeskSale {
  static let tax = """
    (SELECT COALESCE(
      (SELECT vat_percentage FROM spa_information ORDER BY spa_id LIMIT 1), 0) AS vat) t
    """
  static let taxAmount = "ROUND(s.price * t.vat / 100, 2)"
  static let total = "ROUND(s.price + \(taxAmount), 2)"
}
