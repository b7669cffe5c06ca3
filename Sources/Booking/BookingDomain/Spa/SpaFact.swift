/// What the spa says of itself: on receipts, in the web shop, and in what its prices are in.
package enum SpaFact: String, CaseIterable, Hashable, Sendable {
  case name
  case tax
  case currency
  case address
  case addressToo = "address2"
  case city
  case postcode
  case country
  case phone
  case phoneToo = "phone2"
  case email
  case emailToo = "email2"
  case website
  case logo
  case taxNumber = "tax-number"
  case buffer
  case policy
  case terms
  case about
  case story

  /// What has to stand there, for whoever has not typed it yet.
  package var wanted: String {
    switch self {
    case .name: "the spa's name"
    case .tax: "per cent on top of the prices, like 8 or 7.5"
    case .currency: "a currency of three letters, like VND"
    case .address, .addressToo: "an address, on one line"
    case .city: "a city"
    case .postcode: "a postcode"
    case .country: "a country"
    case .phone, .phoneToo: "a phone number"
    case .email, .emailToo: "an e-mail address"
    case .website: "the address of the spa's pages"
    case .logo: "the address of a picture"
    case .taxNumber: "the number that the tax office gave"
    case .buffer: "minutes kept free, 0 to 240"
    case .policy: "what holds for cancelling, on one line"
    case .terms: "what holds for booking, on one line"
    case .about: "a sentence about the spa"
    case .story: "more about the spa, on one line"
    }
  }

  /// Letters that the shop's table holds at most; of a text without an end, what a line may hold.
  package var longest: Int {
    switch self {
    case .name, .address, .addressToo, .email, .emailToo, .website, .logo: 255
    case .city, .country: 100
    case .postcode, .phone, .phoneToo: 20
    case .taxNumber: 50
    case .tax, .currency, .buffer: 10
    case .policy, .terms, .about, .story: HousePiece.longestText
    }
  }

  /// Whether nothing may stand there.
  package var mayBeEmpty: Bool {
    switch self {
    case .name, .tax, .currency, .buffer: false
    default: true
    }
  }

  func admits(_ text: String) -> Bool {
    if text == HousePiece.nothing { return mayBeEmpty }
    return switch self {
    case .tax: Self.tax(text) != nil
    case .currency: text.count == 3
    case .buffer: Int(text).map(Service.buffers.contains) ?? false
    case .phone, .phoneToo: PhoneText.isNumber(text)
    case .email, .emailToo: HousePiece.email.admits(text)
    default: text.count <= longest
    }
  }

  /// Hundredths of a per cent, below a hundred: `8`, `7.5`, `8 %`.
  package static func tax(_ text: String) -> Money? {
    let number = text.filter { $0 != " " && $0 != "%" }
    guard let tax = Money(number), tax.hundredths < 100_00 else { return nil }
    return tax
  }
}
