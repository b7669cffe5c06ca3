import BookingDomain
import BookingStore

/// What the spa says of itself.
extension SpaEditing {
  /// - Parameter text: nil for nothing.
  /// - Returns: what stood there, as people read it; nil where nothing did.
  func set(_ fact: SpaFact, _ text: String?) throws -> String? {
    let was = try facts()[fact]
    if fact == .currency {
      try set(currency: try SpaCurrency(text ?? ""))
    } else {
      try db.execute(
        "UPDATE spa_information SET \(fact.column) = ? WHERE spa_id = ?",
        [try value(of: fact, text), .integer(try row())])
    }
    return was
  }

  /// As people read them, where something stands there.
  func facts() throws -> [SpaFact: String] {
    let columns = SpaFact.allCases.filter { $0 != .currency }.map { fact in
      "substr(\(fact.column), 1, \(HousePiece.longestText)) AS \(fact.column)"
    }.joined(separator: ", ")
    let row = try db.row("SELECT \(columns) FROM spa_information ORDER BY spa_id LIMIT 1")
    var facts: [SpaFact: String] = [:]
    for fact in SpaFact.allCases where fact != .currency {
      guard let text = row?.nonBlankText(fact.column) else { continue }
      facts[fact] = fact == .tax ? Money(text).map { "\($0.spoken) %" } ?? text : text
    }
    facts[.currency] = try SpaCurrency.stored(in: db)?.code
    return facts
  }

  /// The number of the first row; one is made where there is none, with an empty address, since the
  /// shop's table wants one.
  private func row() throws -> Int64 {
    let query = "SELECT MIN(spa_id) AS n FROM spa_information"
    if let number = try db.row(query)?.int64("n") { return number }
    try db.execute(
      """
      INSERT INTO spa_information
        (name, address_line1, city, country, phone_number_main, email_main)
      VALUES ('Spa', '', '', '', '', '')
      """)
    guard let number = try db.row(query)?.int64("n") else {
      throw Complaint("The database keeps nothing about the spa in its table spa_information.")
    }
    return number
  }

  private func value(of fact: SpaFact, _ text: String?) throws -> StoredValue {
    guard let text else { return fact.isNeeded ? .text("") : .null }
    switch fact {
    case .tax:
      guard let tax = SpaFact.tax(text) else {
        throw Complaint("The tax is a number of per cent, like 8 or 7.5.")
      }
      return .text(tax.description)
    case .buffer: return .integer(Int64(try SpaPlan.checkedBuffer(Int(text) ?? -1).count))
    case .phone, .phoneToo: return .text(try PhoneNumber(text).text)
    case .email, .emailToo: return .text(try EmailAddress(text).text)
    default:
      return .text(
        try SpaPlan.checkedName(text, longest: fact.longest, of: "the spa's \(fact.rawValue)"))
    }
  }

  private func set(currency: SpaCurrency) throws {
    if !currency.hasHundredths {
      let priced = try spa().services.count { ($0.price ?? .zero).hundredths % 100 != 0 }
      guard priced == 0 else {
        throw Complaint(
          "Prices in \(currency.code) have no fractions, and \(priced) services have such; change "
            + "those first.")
      }
    }
    try db.execute(
      "UPDATE frontdesk_settings SET currency = ? WHERE id = 1", [.text(currency.code)])
  }
}

extension SpaFact {
  /// In the shop's `spa_information`; the currency stands in no table of the shop's.
  var column: String {
    switch self {
    case .name: "name"
    case .tax: "vat_percentage"
    case .currency: "currency"
    case .address: "address_line1"
    case .addressToo: "address_line2"
    case .city: "city"
    case .postcode: "postal_code"
    case .country: "country"
    case .phone: "phone_number_main"
    case .phoneToo: "phone_number_secondary"
    case .email: "email_main"
    case .emailToo: "email_secondary"
    case .website: "website_url"
    case .logo: "logo_url"
    case .taxNumber: "tax_identification_number"
    case .buffer: "default_appointment_buffer_minutes"
    case .policy: "cancellation_policy"
    case .terms: "booking_terms"
    case .about: "about_us_short"
    case .story: "about_us_long"
    }
  }

  /// Whether the table wants something there, be it empty.
  fileprivate var isNeeded: Bool {
    switch self {
    case .address, .city, .country, .phone, .email: true
    default: false
    }
  }
}
