import BookingDomain
import BookingStore

/// Customers from a table.
package struct CustomerImport: Sendable {
  private let sheet: ImportSheet
  private let order: DateOrder

  package static let columns = [
    name, first, last, phone, email, alert, notes, birthday, gender, address,
  ]

  static let name = ImportColumn(
    "name",
    """
    fullname customername clientname guestname customer client guest displayname membername
    hoten hovaten tenkhach tenkhachhang khachhang khach tendaydu
    """)
  static let first = ImportColumn(
    "first", "firstname givenname forename vorname customerfirstname clientfirstname ten")
  static let last = ImportColumn(
    "last",
    "lastname surname familyname nachname customerlastname clientlastname ho hodem hovatendem")
  static let phone = ImportColumn(
    "phone",
    """
    mobile mobilephone mobilenumber cell cellphone handy phonenumber phoneno sdt sodt sodienthoai
    dienthoaididong didong sodidong dienthoai tel telephone telephonenumber telefon contactnumber contact
    homephone workphone
    """)
  static let email = ImportColumn(
    "email", "emailaddress mail customeremail clientemail thudientu diachiemail diachithu")
  /// What must be said when a guest arrives.
  static let alert = ImportColumn(
    "alert", "alerts allergy allergies warning luuy diung canhbao", keepsAll: true)
  static let notes = ImportColumn(
    "notes", "note memo comment comments remark remarks ghichu", keepsAll: true)
  static let birthday = ImportColumn(
    "birthday", "birthdate dateofbirth dob geburtstag ngaysinh sinhnhat ngaythangnamsinh")
  static let gender = ImportColumn("gender", "sex gioitinh phai")
  static let address = ImportColumn("address", "street streetaddress streetaddress1 diachi")

  /// - Throws: `Complaint` where the file has no columns for a name and a phone number.
  package init(
    _ text: DelimitedText, given: [String: String] = [:], dates order: DateOrder = .dayFirst
  ) throws(Complaint) {
    sheet = try ImportSheet(text, columns: Self.columns, given: given)
    self.order = order
    try sheet.require(Self.name, Self.first, Self.last)
    try sheet.require(Self.phone)
  }

  /// - Throws: `ImportReport` where nothing is kept.
  package func run(
    _ way: ImportReport.Way, today: LocalDate, _ db: any SQLConnection
  ) throws -> ImportReport {
    var report = ImportReport("customer", of: sheet)
    var known = try Known(db)
    let role = try db.row("SELECT role_id FROM roles WHERE name = 'CUSTOMER'")?.int64("role_id")
    for row in sheet.rows {
      try report.read(row, into: db) { row in
        let guest = try guest(in: row, today)
        try known.add(guest, line: row.line)
        try write(guest, role, db)
        return "\(guest.name), \(guest.phone.text)"
      }
    }
    return try report.finish(way)
  }

  private struct Guest {
    let name: String
    let phone: PhoneNumber
    let email: EmailAddress?
    let notes: String?
    let birthday: LocalDate?
    let gender: String?
    let address: String?
  }

  private func guest(in row: DelimitedText.Row, _ today: LocalDate) throws(Complaint) -> Guest {
    let parts = [sheet.value(Self.name, in: row)].compactMap(\.self)
    let written = parts.isEmpty ? pieces(in: row) : parts
    guard !written.isEmpty else { throw Complaint("there is no name") }
    let name = try SpaPlan.checkedName(
      written.joined(separator: " "), longest: 100, of: "a customer's name")
    guard let phone = sheet.value(Self.phone, in: row) else {
      throw Complaint("\(name) has no phone number, and the shop's table wants one")
    }
    return Guest(
      name: name, phone: try PhoneNumber(phone),
      email: try sheet.value(Self.email, in: row).map { (text) throws(Complaint) in
        try EmailAddress(text)
      },
      notes: try notes(in: row),
      birthday: try sheet.value(Self.birthday, in: row).map { (text) throws(Complaint) in
        let date = try ImportedValue.date(text, order)
        guard date <= today else { throw Complaint("the birthday \(date) is still to come") }
        return date
      },
      gender: try sheet.value(Self.gender, in: row).map(Self.gender(_:)),
      address: try sheet.value(Self.address, in: row).map { (text) throws(Complaint) in
        try Self.oneLine(text, of: "the address")
      })
  }

  /// As the desk reads them: what must be said at arrival is a line of its own.
  private func notes(in row: DelimitedText.Row) throws(Complaint) -> String? {
    var notes = sheet.values(Self.notes, in: row).joined(separator: "\n")
    var alerts: [String] = []
    for text in sheet.values(Self.alert, in: row) where !Self.saysNothing(text) {
      alerts.append(try Self.oneLine(text, of: "the alert"))
    }
    if !alerts.isEmpty {
      let written = GuestNotes(notes).alert.map { alerts + [$0] } ?? alerts
      let alert = written.joined(separator: ", ")
      if let wrong = TextLimit.guestAlert.sentence(against: alert) { throw Complaint(wrong) }
      notes = GuestNotes(notes).writing(alert, as: .alert)
    }
    guard notes.utf8.count <= 2000 else { throw Complaint("notes have at most 2000 bytes") }
    return notes.isEmpty ? nil : notes
  }

  /// What is written into a column of allergies where there are none.
  private static func saysNothing(_ text: String) -> Bool {
    ["", "no", "none", "na", "nil", "0", "khong", "khongco"].contains(ImportColumn.folded(text))
  }

  /// A cell of several lines where the shop has one.
  private static func oneLine(_ text: String, of what: String) throws(Complaint) -> String {
    let lines = text.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }
    guard let line = PlainLine.cleaned(lines.joined(separator: ", ")) else {
      throw Complaint("\(what) has signs that no line holds")
    }
    return line
  }

  /// Given and family name, in the order in which their columns stand.
  private func pieces(in row: DelimitedText.Row) -> [String] {
    let columns =
      sheet.isBefore(Self.last, Self.first) ? [Self.last, Self.first] : [Self.first, Self.last]
    return columns.compactMap { sheet.value($0, in: row) }
  }

  private static func gender(_ text: String) throws(Complaint) -> String {
    switch FoldedText(text).text {
    case "m", "male", "man", "nam": "MALE"
    case "f", "female", "woman", "nu": "FEMALE"
    case "o", "other", "x", "khac": "OTHER"
    case "unknown", "-", "?", "khong ro": "UNKNOWN"
    default:
      throw Complaint("\"\(text)\" is no gender that the shop's table knows (male, female, other)")
    }
  }

  private func write(_ guest: Guest, _ role: Int64?, _ db: any SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO customers
        (full_name, phone_number, email, notes, birthday, gender, address, role_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(guest.name), .text(guest.phone.text), StoredValue(guest.email?.text),
        StoredValue(guest.notes), StoredValue(guest.birthday?.description),
        .text(guest.gender ?? "UNKNOWN"), StoredValue(guest.address), StoredValue(role),
      ])
  }

  /// Whom the spa knows, by phone and e-mail, as the desk looks them up.
  private struct Known {
    private enum Whose {
      case stored(String)
      case line(Int)

      var words: String {
        switch self {
        case .stored(let name): "\(name), who is in the database already"
        case .line(let number): "line \(number) of this file"
        }
      }
    }

    private var phones: [String: Whose] = [:]
    private var emails: [String: Whose] = [:]

    init(_ db: any SQLConnection) throws {
      let rows = try db.rows(
        """
        SELECT substr(full_name, 1, 100) AS name, substr(phone_number, 1, 40) AS phone,
          substr(email, 1, 254) AS email FROM customers
        """)
      for row in rows {
        let name = row.nonBlankText("name") ?? "somebody"
        if let phone = row.text("phone") { phones[PhoneKey(phone).digits] = .stored(name) }
        if let email = row.text("email") { emails[email.lowercased()] = .stored(name) }
      }
    }

    mutating func add(_ guest: Guest, line: Int) throws(Complaint) {
      let (phone, email) = (guest.phone.key.digits, guest.email?.text.lowercased())
      if let whose = phones[phone] {
        throw Complaint(
          "\(guest.name)'s phone number \(guest.phone.text) is that of \(whose.words)")
      }
      if let email, let whose = emails[email] {
        throw Complaint("\(guest.name)'s e-mail \(email) is that of \(whose.words)")
      }
      phones[phone] = .line(line)
      if let email { emails[email] = .line(line) }
    }
  }
}
