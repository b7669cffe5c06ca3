import BookingDomain
import BookingStore

/// Changes of what the shop's tables hold of the house, inside the transaction of `db`: the same SQL
/// that any program could write.
package struct SpaEditing {
  private let db: any SQLConnection
  private let asked: OrderPlace

  package init(_ db: any SQLConnection, asked: OrderPlace = .byProgram) {
    self.db = db
    self.asked = asked
  }

  /// What of a service is to be another.
  package struct ServiceChange: Hashable, Sendable {
    package var name: String?
    package var price: WrittenPrice?
    package var duration: Minutes?
    package var buffer: Minutes?
    package var isActive: Bool?

    package init() {}

    /// What is to be another, as a sentence has it.
    package var spoken: String { spoken(in: nil) }

    /// - Parameter currency: what prices are in, where that is to be said.
    package func spoken(in currency: SpaCurrency?) -> String {
      words(price: price?.amount, in: currency)
    }

    private func words(price: Money?, in currency: SpaCurrency?) -> String {
      let unit = currency.map { " \($0.code)" } ?? ""
      return [
        name.map { "called \($0)" }, price.map { "price \($0.spoken)\(unit)" },
        duration.map { "\($0.count) minutes" }, buffer.map { "buffer \($0.count)" },
        isActive.map { $0 ? "sold" : "not sold" },
      ].compactMap(\.self).joined(separator: ", ")
    }

    /// The same of the service as it was.
    func spoken(before was: Service) -> String {
      var standing = self
      if name != nil { standing.name = was.name }
      if duration != nil { standing.duration = was.duration }
      if buffer != nil { standing.buffer = was.buffer }
      if isActive != nil { standing.isActive = was.isActive }
      return standing.words(price: price.map { _ in was.price ?? .zero }, in: nil)
    }

    var columns: [(String, StoredValue)] {
      [
        name.map { ("name", .text($0)) }, price.map { ("price", .text($0.amount.description)) },
        duration.map { ("duration_minutes", .integer(Int64($0.count))) },
        buffer.map { ("buffer_time_after_minutes", .integer(Int64($0.count))) },
        isActive.map { ("is_active", StoredValue($0)) },
      ].compactMap(\.self)
    }
  }

  package func spa() throws -> Spa { try SpaRows.fetch(db) }

  private func check(_ price: WrittenPrice?) throws {
    if let price { try SpaCurrency.stored(in: db)?.check(price) }
  }

  // MARK: - Services

  /// By its name or number.
  package func service(_ text: String) throws -> Service {
    let services = try spa().services
    let found = try one(services.map { ($0.id.number, $0.name) }, text, "service")
    guard let service = services.first(where: { $0.id.number == found.0 }) else {
      throw Complaint("There is no service \"\(PlainLine.shown(text))\".")
    }
    return service
  }

  /// - Returns: the service's name.
  package func change(service text: String, _ change: ServiceChange) throws -> String {
    let service = try one(spa().services.map { ($0.id.number, $0.name) }, text, "service")
    let columns = change.columns
    guard !columns.isEmpty else {
      throw Complaint("Say what of it is to be another: --price and so on.")
    }
    try check(change.price)
    if let name = change.name {
      try checkFree(name, in: "services", besides: ("service_id", service.0))
    }
    try db.execute(
      "UPDATE services SET \(columns.map { "\($0.0) = ?" }.joined(separator: ", ")) WHERE service_id = ?",
      columns.map(\.1) + [.integer(service.0)])
    return change.name ?? service.1
  }

  /// - Returns: whether the kind of treatment is new as well.
  @discardableResult
  package func add(_ service: SpaPlan.Service, kind: String) throws -> Bool {
    try checkFree(service.name, in: "services", besides: nil)
    try check(service.price)
    let kinds = try db.rows(
      "SELECT service_type_id AS n, substr(name, 1, 200) AS name FROM service_types")
    var number = kinds.first { FoldedText($0.text("name") ?? "") == FoldedText(kind) }?.int64("n")
    let isNew = number == nil
    if isNew {
      let name = try SpaPlan.checkedName(kind, longest: 200, of: "a kind's name")
      try db.execute("INSERT INTO service_types (name) VALUES (?)", [.text(name)])
      number = try db.row("SELECT MAX(service_type_id) AS n FROM service_types")?.int64("n")
    }
    try db.execute(
      """
      INSERT INTO services
        (service_type_id, name, price, duration_minutes, buffer_time_after_minutes, is_active)
      VALUES (?, ?, ?, ?, ?, 1)
      """,
      [
        StoredValue(number), .text(service.name), .text(service.price.amount.description),
        .integer(Int64(service.duration.count)), .integer(Int64(service.buffer.count)),
      ])
    return isNew
  }

  // MARK: - Places

  package func add(_ room: SpaPlan.Room) throws {
    try checkFree(room.name, in: "rooms", besides: nil)
    for bed in room.beds { try checkFree(bed, in: "beds", besides: nil) }
    try db.execute(
      "INSERT INTO rooms (name, capacity, is_active) VALUES (?, ?, 1)",
      [.text(room.name), .integer(Int64(room.seats))])
    let number = try db.row("SELECT MAX(room_id) AS n FROM rooms")?.int64("n")
    for bed in room.beds {
      try db.execute(
        "INSERT INTO beds (room_id, name, is_active) VALUES (?, ?, 1)",
        [StoredValue(number), .text(bed)])
    }
  }

  /// - Returns: the room's name.
  package func add(bed: String, room text: String) throws -> String {
    let room = try one(spa().rooms.map { ($0.id.number, $0.name) }, text, "room")
    try checkFree(bed, in: "beds", besides: nil)
    try db.execute(
      "INSERT INTO beds (room_id, name, is_active) VALUES (?, ?, 1)",
      [.integer(room.0), .text(bed)])
    // A room that has more beds than seats would stay half empty.
    try db.execute(
      """
      UPDATE rooms SET capacity = (SELECT COUNT(*) FROM beds WHERE room_id = ? AND is_active <> 0)
      WHERE room_id = ?
        AND capacity < (SELECT COUNT(*) FROM beds WHERE room_id = ? AND is_active <> 0)
      """, [.integer(room.0), .integer(room.0), .integer(room.0)])
    return room.1
  }

  /// In or out of service.
  /// - Returns: the bed's name, and how many bookings from `day` on stand on it.
  package func set(bed text: String, isActive: Bool, from day: LocalDate) throws -> (String, Int) {
    let bed = try one(spa().beds.map { ($0.id.number, $0.name) }, text, "bed")
    try db.execute(
      "UPDATE beds SET is_active = ? WHERE bed_id = ?", [StoredValue(isActive), .integer(bed.0)])
    return (bed.1, try ahead("bed_id", bed.0, day))
  }

  package func set(room text: String, isActive: Bool, from day: LocalDate) throws -> (String, Int) {
    let room = try one(spa().rooms.map { ($0.id.number, $0.name) }, text, "room")
    try db.execute(
      "UPDATE rooms SET is_active = ? WHERE room_id = ?", [StoredValue(isActive), .integer(room.0)])
    return (room.1, try ahead("room_id", room.0, day))
  }

  private func ahead(_ column: String, _ number: Int64, _ day: LocalDate) throws -> Int {
    let found = try db.row(
      """
      SELECT COUNT(*) AS n FROM bookings WHERE \(column) = ? AND appointment_date >= ?
        AND booking_status IN ('SCHEDULED', 'CONFIRMED')
      """, [.integer(number), .text(day.description)])
    return found?.int("n", in: 0...Int.max) ?? 0
  }

  // MARK: - Hours and people

  /// - Parameter hours: nil is closed.
  /// - Returns: how many bookings of those weekdays, from `today` on, stand outside of them.
  package func set(hours: BusinessHours?, on days: [Weekday], from today: LocalDate) throws -> Int {
    for day in days { try set(hours: hours, on: day) }
    let spa = try spa()
    let standing = try db.rows(
      """
      SELECT appointment_date, appointment_time, duration_minutes FROM bookings
      WHERE appointment_date >= ? AND booking_status IN ('SCHEDULED', 'CONFIRMED')
      """, [.text(today.description)])
    return standing.count { row in
      guard let date = row.date("appointment_date"), days.contains(date.weekday),
        let time = row.time("appointment_time"),
        let length = row.int("duration_minutes", in: Ranges.duration)
      else { return false }
      return !spa.openings(on: date).contains {
        $0.start <= time && time + Minutes(length) <= $0.end
      }
    }
  }

  private func set(hours: BusinessHours?, on day: Weekday) throws {
    let found = try db.row(
      "SELECT 1 AS one FROM business_hours WHERE day_of_week = ?", [.text(day.rawValue)])
    let values: [StoredValue] = [
      StoredValue(hours?.open.description), StoredValue(hours?.closeOnClock.description),
      StoredValue(hours == nil), .text(day.rawValue),
    ]
    try db.execute(
      found == nil
        ? "INSERT INTO business_hours (open_time, close_time, is_closed, day_of_week) VALUES (?, ?, ?, ?)"
        : "UPDATE business_hours SET open_time = ?, close_time = ?, is_closed = ? WHERE day_of_week = ?",
      values)
  }

  /// - Returns: the therapist's name, and how many bookings from `day` on stand with them.
  package func set(therapist text: String, state: Therapist.State, from day: LocalDate) throws
    -> (String, Int)
  {
    let therapist = try one(spa().therapists.map { ($0.id.number, $0.name) }, text, "therapist")
    let found = try db.row(
      "SELECT 1 AS one FROM therapists WHERE user_id = ?", [.integer(therapist.0)])
    try db.execute(
      found == nil
        ? "INSERT INTO therapists (availability_status, user_id) VALUES (?, ?)"
        : "UPDATE therapists SET availability_status = ? WHERE user_id = ?",
      [.text(state.rawValue), .integer(therapist.0)])
    return (therapist.1, try ahead("therapist_user_id", therapist.0, day))
  }

  // MARK: - Names

  private func one(_ all: [(Int64, String)], _ text: String, _ what: String) throws -> (
    Int64, String
  ) {
    let wanted = FoldedText(text)
    let named = all.filter { FoldedText($0.1) == wanted }
    let found = named.isEmpty ? all.filter { String($0.0) == text } : named
    guard found.count == 1 else {
      throw Complaint(
        (found.isEmpty
          ? "There is no \(what) \"\(PlainLine.shown(text))\""
          : "\(found.count) are called \"\(PlainLine.shown(text))\"; take its number")
          + "; \(asked.house) shows them.")
    }
    return found[0]
  }

  private func checkFree(_ name: String, in table: String, besides own: (String, Int64)?) throws {
    let (condition, values) =
      own.map { (" AND \($0.0) <> ?", [StoredValue.integer($0.1)]) } ?? ("", [])
    if try db.row(
      "SELECT 1 AS one FROM \(table) WHERE name = ?\(condition)", [.text(name)] + values) != nil
    {
      throw Complaint(
        "There is one called \"\(PlainLine.shown(name))\" already; take another name.")
    }
  }
}
