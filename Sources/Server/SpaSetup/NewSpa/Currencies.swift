import BookingDomain

/// The currencies that are money today, as ISO 4217 lists them (to amendment 177, with Bulgaria's
/// euro): code, digits of its minor unit, and what people call it.
enum Currencies {
  struct Entry: Hashable, Sendable {
    let code: String
    /// Behind the point of an amount.
    let digits: Int
    let name: String
  }

  static let byCode = Dictionary(
    uniqueKeysWithValues: list.split(separator: "\n").compactMap { line -> (String, Entry)? in
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count == 3, let digits = Int(words[1]) else { return nil }
      return (words[0], Entry(code: words[0], digits: digits, name: words[2]))
    })

  /// What somebody may have meant who wrote `text`: called so, or a letter away from it. Empty
  /// where that could be too many.
  static func resembling(_ text: String) -> [Entry] {
    let wanted = FoldedText(text).text
    let named = byCode.values.filter { entry in
      let name = FoldedText(entry.name).text
      return name == wanted || name.split(separator: " ").contains { $0 == wanted }
        || FoldedText(entry.code).text == wanted
    }
    let found =
      named.isEmpty
      ? byCode.values.filter { Resemblance.isSlip(wanted, for: FoldedText($0.code).text) } : named
    return found.count > 3 ? [] : found.sorted { $0.code < $1.code }
  }

  private static let list = """
    AED 2 UAE dirham
    AFN 2 Afghan afghani
    ALL 2 Albanian lek
    AMD 2 Armenian dram
    AOA 2 Angolan kwanza
    ARS 2 Argentine peso
    AUD 2 Australian dollar
    AWG 2 Aruban florin
    AZN 2 Azerbaijan manat
    BAM 2 Bosnian convertible mark
    BBD 2 Barbados dollar
    BDT 2 Bangladeshi taka
    BHD 3 Bahraini dinar
    BIF 0 Burundi franc
    BMD 2 Bermudian dollar
    BND 2 Brunei dollar
    BOB 2 Bolivian boliviano
    BRL 2 Brazilian real
    BSD 2 Bahamian dollar
    BTN 2 Bhutanese ngultrum
    BWP 2 Botswana pula
    BYN 2 Belarusian ruble
    BZD 2 Belize dollar
    CAD 2 Canadian dollar
    CDF 2 Congolese franc
    CHF 2 Swiss franc
    CLP 0 Chilean peso
    CNY 2 Chinese yuan renminbi
    COP 2 Colombian peso
    CRC 2 Costa Rican colon
    CUP 2 Cuban peso
    CVE 2 Cabo Verde escudo
    CZK 2 Czech koruna
    DJF 0 Djibouti franc
    DKK 2 Danish krone
    DOP 2 Dominican peso
    DZD 2 Algerian dinar
    EGP 2 Egyptian pound
    ERN 2 Eritrean nakfa
    ETB 2 Ethiopian birr
    EUR 2 euro
    FJD 2 Fiji dollar
    FKP 2 Falkland Islands pound
    GBP 2 pound sterling
    GEL 2 Georgian lari
    GHS 2 Ghana cedi
    GIP 2 Gibraltar pound
    GMD 2 Gambian dalasi
    GNF 0 Guinean franc
    GTQ 2 Guatemalan quetzal
    GYD 2 Guyana dollar
    HKD 2 Hong Kong dollar
    HNL 2 Honduran lempira
    HTG 2 Haitian gourde
    HUF 2 Hungarian forint
    IDR 2 Indonesian rupiah
    ILS 2 Israeli new shekel
    INR 2 Indian rupee
    IQD 3 Iraqi dinar
    IRR 2 Iranian rial
    ISK 0 Iceland krona
    JMD 2 Jamaican dollar
    JOD 3 Jordanian dinar
    JPY 0 Japanese yen
    KES 2 Kenyan shilling
    KGS 2 Kyrgyz som
    KHR 2 Cambodian riel
    KMF 0 Comorian franc
    KPW 2 North Korean won
    KRW 0 South Korean won
    KWD 3 Kuwaiti dinar
    KYD 2 Cayman Islands dollar
    KZT 2 Kazakh tenge
    LAK 2 Lao kip
    LBP 2 Lebanese pound
    LKR 2 Sri Lanka rupee
    LRD 2 Liberian dollar
    LSL 2 Lesotho loti
    LYD 3 Libyan dinar
    MAD 2 Moroccan dirham
    MDL 2 Moldovan leu
    MGA 2 Malagasy ariary
    MKD 2 Macedonian denar
    MMK 2 Myanmar kyat
    MNT 2 Mongolian tugrik
    MOP 2 Macao pataca
    MRU 2 Mauritanian ouguiya
    MUR 2 Mauritius rupee
    MVR 2 Maldivian rufiyaa
    MWK 2 Malawi kwacha
    MXN 2 Mexican peso
    MYR 2 Malaysian ringgit
    MZN 2 Mozambique metical
    NAD 2 Namibia dollar
    NGN 2 Nigerian naira
    NIO 2 Nicaraguan cordoba
    NOK 2 Norwegian krone
    NPR 2 Nepalese rupee
    NZD 2 New Zealand dollar
    OMR 3 Omani rial
    PAB 2 Panamanian balboa
    PEN 2 Peruvian sol
    PGK 2 Papua New Guinean kina
    PHP 2 Philippine peso
    PKR 2 Pakistan rupee
    PLN 2 Polish zloty
    PYG 0 Paraguayan guarani
    QAR 2 Qatari riyal
    RON 2 Romanian leu
    RSD 2 Serbian dinar
    RUB 2 Russian ruble
    RWF 0 Rwanda franc
    SAR 2 Saudi riyal
    SBD 2 Solomon Islands dollar
    SCR 2 Seychelles rupee
    SDG 2 Sudanese pound
    SEK 2 Swedish krona
    SGD 2 Singapore dollar
    SHP 2 Saint Helena pound
    SLE 2 Sierra Leonean leone
    SOS 2 Somali shilling
    SRD 2 Surinam dollar
    SSP 2 South Sudanese pound
    STN 2 Sao Tome dobra
    SVC 2 El Salvador colon
    SYP 2 Syrian pound
    SZL 2 Swazi lilangeni
    THB 2 Thai baht
    TJS 2 Tajik somoni
    TMT 2 Turkmenistan manat
    TND 3 Tunisian dinar
    TOP 2 Tongan paanga
    TRY 2 Turkish lira
    TTD 2 Trinidad and Tobago dollar
    TWD 2 new Taiwan dollar
    TZS 2 Tanzanian shilling
    UAH 2 Ukrainian hryvnia
    UGX 0 Uganda shilling
    USD 2 US dollar
    UYU 2 Uruguayan peso
    UZS 2 Uzbekistan sum
    VES 2 Venezuelan bolivar
    VND 0 Vietnamese dong
    VUV 0 Vanuatu vatu
    WST 2 Samoan tala
    XAF 0 Central African franc
    XCD 2 East Caribbean dollar
    XCG 2 Caribbean guilder
    XOF 0 West African franc
    XPF 0 Pacific franc
    YER 2 Yemeni rial
    ZAR 2 South African rand
    ZMW 2 Zambian kwacha
    ZWG 2 Zimbabwe gold
    """
}
