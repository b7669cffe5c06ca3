import BookingDomain
import BookingStore

/// Bookings of another system, from today on. Each is decided about and made as if the desk had
/// booked it: by the same rules, with an event to every board.
package struct BookingImport: Sendable {
  private let sheet: ImportSheet
  private let order: DateOrder

  package static let columns = [
    phone, email, name, service, therapist, date, time, minutes, status, notes, bed,
  ]

  static let phone = CustomerImport.phone
  static let email = CustomerImport.email
  static let name = CustomerImport.name
  static let service = ImportColumn(
    "service", "servicename treatment treatmentname appointmenttype dichvu tendichvu lieutrinh")
  static let therapist = ImportColumn(
    "therapist",
    """
    staff staffname staffmember employee employeename provider practitioner therapistname with masseur
    nhanvien tennhanvien kythuatvien ktv chuyenvien nguoithuchien
    """)
  static let date = ImportColumn(
    "date",
    "day appointmentdate bookingdate startdate start starttime datetime ngay ngayhen ngaydat batdau"
  )
  static let time = ImportColumn(
    "time", "appointmenttime bookingtime starttimeofday hour gio giohen giobatdau giodat")
  static let minutes = ImportColumn(
    "minutes", "duration length durationminutes thoiluong sophut phut")
  static let status = ImportColumn(
    "status", "state bookingstatus appointmentstatus trangthai tinhtrang")
  static let notes = ImportColumn("notes", "note comment comments remarks ghichu", keepsAll: true)
  static let bed = ImportColumn("bed", "room resource giuong phong")

  package init(
    _ text: DelimitedText, given: [String: String] = [:], dates order: DateOrder = .dayFirst
  ) throws(Complaint) {
    sheet = try ImportSheet(text, columns: Self.columns, given: given)
    self.order = order
    try sheet.require(Self.phone, Self.email)
    try sheet.require(Self.service)
    try sheet.require(Self.therapist)
    try sheet.require(Self.date)
  }

  /// - Parameters:
  ///   - person: in whose name they are made; the history says so.
  /// - Throws: `ImportReport` where nothing is kept.
  package func run(
    _ way: ImportReport.Way, by person: Person, now: Moment, _ db: any OrderConnection
  ) throws -> ImportReport {
    try carryOut(way, person, now, db)
  }

  private func carryOut<Connection: OrderConnection>(
    _ way: ImportReport.Way, _ person: Person, _ now: Moment, _ db: Connection
  ) throws -> ImportReport {
    var report = ImportReport("booking", of: sheet)
    let ledger = SQLOrderLedger(db)
    let names = try BookingNames(ledger.spa(), db)
    for row in sheet.rows {
      try report.read(row, into: db) { row in
        let (wanted, isConfirmed) = try wanted(in: row, names, today: now.today)
        let booked = try Decision.book(
          [wanted], by: person, now: now, given: ledger.demand(of: [wanted])
        ).get()
        let made = try ledger.make(booked, by: person, now: now).booking
        if isConfirmed { try confirm(made, ledger, person, now) }
        return
          "\(wanted.date) \(wanted.time.hourMinute) \(sheet.value(Self.service, in: row) ?? "")"
      }
    }
    return try report.finish(way)
  }

  private func confirm<Connection: OrderConnection>(
    _ id: BookingID, _ ledger: SQLOrderLedger<Connection>, _ person: Person, _ now: Moment
  ) throws {
    guard let booking = try ledger.booking(id) else { return }
    let change = Change.changeStatus(to: .confirmed, reason: nil)
    let outcome = try Decision.decide(
      change, on: booking, by: person, now: now,
      given: ledger.surroundings(of: booking, for: change)
    ).get()
    _ = try ledger.write(outcome, of: change, on: booking, by: person, now: now)
  }

  private func wanted(in row: DelimitedText.Row, _ names: BookingNames, today: LocalDate) throws
    -> (NewBooking, isConfirmed: Bool)
  {
    func needed(_ column: ImportColumn) throws -> String {
      guard let value = sheet.value(column, in: row) else {
        throw Complaint("there is no \(column.name)")
      }
      return value
    }
    let written = try needed(Self.date)
    let date = try ImportedValue.date(written, order)
    guard date >= today else {
      throw Complaint("\(date) is past; only bookings from today on are imported")
    }
    let status = try status(in: row)
    let customer = try names.customer(
      phone: sheet.value(Self.phone, in: row), email: sheet.value(Self.email, in: row),
      name: sheet.value(Self.name, in: row))
    let duration = try sheet.value(Self.minutes, in: row).map(ImportedValue.minutes)
    let notes = sheet.values(Self.notes, in: row).joined(separator: "\n")
    let booking = NewBooking(
      customer: customer, service: try names.service(needed(Self.service)),
      therapist: try names.therapist(needed(Self.therapist)), date: date,
      time: try ImportedValue.time(sheet.value(Self.time, in: row) ?? written),
      duration: duration.map { Minutes($0) },
      bed: try sheet.value(Self.bed, in: row).map(names.bed),
      payment: .paidSessionOrUnpaidSale, notes: notes.isEmpty ? nil : notes)
    return (booking, status == .confirmed)
  }

  private func status(in row: DelimitedText.Row) throws -> BookingStatus {
    guard let text = sheet.value(Self.status, in: row) else { return .scheduled }
    switch ImportColumn.folded(text) {
    case "scheduled", "booked", "pending", "new", "requested", "open", "dadat", "moi", "choxacnhan":
      return .scheduled
    case "confirmed", "accepted", "daxacnhan", "xacnhan": return .confirmed
    case "cancelled", "canceled", "noshow", "completed", "done", "dahuy", "huy", "hoanthanh":
      throw Complaint("it is \(text.lowercased()): nothing is ahead of it")
    default:
      throw Complaint("\"\(text)\" is no status (scheduled or confirmed)")
    }
  }
}
