import BookingDomain
import BookingStore

/// Services from a price list.
package struct ServiceImport: Sendable {
  private let sheet: ImportSheet
  private let kind: String?

  package static let columns = [name, kindColumn, minutes, price, buffer, description]

  static let name = ImportColumn(
    "name", "service servicename treatment treatmentname title tendichvu dichvu ten lieutrinh")
  static let kindColumn = ImportColumn(
    "kind", "category servicetype type treatmenttype group loai loaidichvu nhom nhomdichvu danhmuc")
  static let minutes = ImportColumn(
    "minutes", "duration length durationminutes durationmin time thoiluong thoigian phut sophut")
  static let price = ImportColumn(
    "price", "cost amount retailprice listprice fee rate gia dongia giatien giaban thanhtien")
  static let buffer = ImportColumn(
    "buffer", "bufferminutes buffertime cleanup cleanuptime paddingtime thoigiandem dondep nghi")
  static let description = ImportColumn("description", "details mota chitiet")

  /// - Parameter kind: of lines that name none.
  package init(_ text: DelimitedText, given: [String: String] = [:], kind: String? = nil)
    throws(Complaint)
  {
    sheet = try ImportSheet(text, columns: Self.columns, given: given)
    self.kind = kind
    try sheet.require(Self.name)
    try sheet.require(Self.minutes)
    try sheet.require(Self.price)
    guard kind != nil || sheet.has(Self.kindColumn) else {
      throw Complaint(
        "The file does not say what kind of treatment each is, by which therapists are chosen: "
          + "name the column (--column kind=HEADING), or one kind for all of them (--kind Massage)."
      )
    }
  }

  /// - Throws: `ImportReport` where nothing is kept.
  package func run(_ way: ImportReport.Way, _ db: any SQLConnection) throws -> ImportReport {
    var report = ImportReport("service", of: sheet)
    let currency = try SpaCurrency.stored(in: db)
    var kinds = try TreatmentKinds(db)
    var names: [String: String] = [:]
    for row in try db.rows("SELECT substr(name, 1, 200) AS name FROM services") {
      names[FoldedText(row.text("name") ?? "").text] = "in the database already"
    }
    for row in sheet.rows {
      try report.read(row, into: db) { row in
        let service = try service(in: row)
        try currency?.check(service.price)
        let folded = FoldedText(service.name).text
        if let whose = names[folded] { throw Complaint("\(service.name) is \(whose)") }
        names[folded] = "line \(row.line) of this file"
        try write(service, in: row, try kinds.number(of: try kindName(in: row), db), db)
        return "\(service.name), \(service.duration.count) minutes, \(service.price.amount)"
      }
    }
    for sentence in kinds.newcomers { report.remark(sentence) }
    return try report.finish(way)
  }

  private func service(in row: DelimitedText.Row) throws(Complaint) -> SpaPlan.Service {
    guard let name = sheet.value(Self.name, in: row) else { throw Complaint("there is no name") }
    guard let minutes = sheet.value(Self.minutes, in: row) else {
      throw Complaint("\(name) has no length")
    }
    guard let written = sheet.value(Self.price, in: row) else {
      throw Complaint("\(name) has no price")
    }
    return SpaPlan.Service(
      name: try SpaPlan.checkedName(name, longest: 200, of: "a service's name"),
      duration: try SpaPlan.checkedDuration(ImportedValue.minutes(minutes)),
      price: try WrittenPrice(written),
      buffer: try sheet.value(Self.buffer, in: row).map { (text) throws(Complaint) in
        try SpaPlan.checkedBuffer(ImportedValue.minutes(text))
      } ?? 0)
  }

  private func kindName(in row: DelimitedText.Row) throws(Complaint) -> String {
    guard let name = sheet.value(Self.kindColumn, in: row) ?? kind else {
      throw Complaint("there is no kind of treatment")
    }
    return try SpaPlan.checkedName(name, longest: 200, of: "a kind's name")
  }

  private func write(
    _ service: SpaPlan.Service, in row: DelimitedText.Row, _ kind: Int64, _ db: any SQLConnection
  ) throws {
    try db.execute(
      """
      INSERT INTO services
        (service_type_id, name, description, price, duration_minutes, buffer_time_after_minutes,
         is_active)
      VALUES (?, ?, ?, ?, ?, ?, 1)
      """,
      [
        .integer(kind), .text(service.name), StoredValue(sheet.value(Self.description, in: row)),
        .text(service.price.amount.description), .integer(Int64(service.duration.count)),
        .integer(Int64(service.buffer.count)),
      ])
  }
}
